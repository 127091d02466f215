/** Turns the parser's tree of a search into the AST. */
import {
  type FieldListContext,
  type FieldSpecContext,
  type FieldSpecListContext,
  SoslLiteralContext,
  type SoslClausesContext,
  type SoslLiteralAltContext,
  type SoslWithClauseContext,
} from '@apexdevtools/apex-parser';
import { NotSupported } from '../../schema/errors.ts';
import type { Expression, SelectExpression } from '../soql/ast.ts';
import { orderItems, rowCount } from '../soql/build.ts';
import { boundExpression, condition } from '../soql/build-condition.ts';
import { functionCall } from '../soql/build-expression.ts';
import { restorePatternEscapes } from '../soql/literals.ts';
import { QuerySource, sourceText } from '../soql/source.ts';
import type { SearchGroup, SoslQuery, SoslReturning } from './ast.ts';

/** From `[FIND 'text' …]` or `[FIND :bind …]`, or from the form in braces that texts have. */
export function buildSosl(context: SoslLiteralContext | SoslLiteralAltContext): SoslQuery {
  const source = new QuerySource(context);
  const clauses = context.soslClauses();
  const returning = clauses.fieldSpecList();
  const access = accessMode(clauses);
  return {
    text: source.text,
    search: searchText(context),
    group: searchGroup(clauses),
    returning: returning ? fieldSpecs(returning).map((spec) => returned(spec, source)) : [],
    ...(access && { access }),
    ...(clauses.limitClause() && { limit: rowCount(clauses.limitClause()) }),
  };
}

function searchText(context: SoslLiteralContext | SoslLiteralAltContext): SoslQuery['search'] {
  if (context instanceof SoslLiteralContext && context.boundExpression()) {
    return { kind: 'bind', bind: boundExpression(context.boundExpression()) };
  }
  const token = context instanceof SoslLiteralContext ? context.FindLiteral() : context.FindLiteralAlt();
  const literal = restorePatternEscapes(token.getText());
  const start = literal.search(/['{]/);
  return { kind: 'text', value: literal.slice(start + 1, -1) };
}

function searchGroup(clauses: SoslClausesContext): SearchGroup {
  const group = clauses.searchGroup();
  return group ? (group.start.text.toUpperCase() as SearchGroup) : 'ALL';
}

function accessMode(clauses: SoslClausesContext): SoslQuery['access'] {
  const modes = clauses.soslWithClause_list().flatMap((clause: SoslWithClauseContext) => {
    if (clause.USER_MODE()) return ['USER_MODE' as const];
    if (clause.SYSTEM_MODE()) return ['SYSTEM_MODE' as const];
    if (isWithoutEffect(clause)) return [];
    throw new NotSupported(`SOSL ${sourceText(clause)}`);
  });
  return modes[0];
}

/**
 * Spelling is not corrected here; labels come with answers of the REST API only; snippets are made of articles, cases, feeds and ideas, of
 * whose texts nothing but the records is answered ("WITH SPELL_CORRECTION", "WITH METADATA", "WITH SNIPPET", SOQL and SOSL Reference).
 */
function isWithoutEffect(clause: SoslWithClauseContext): boolean {
  return [clause.SPELL_CORRECTION(), clause.METADATA(), clause.SNIPPET()].some(
    (token) => token !== null && token !== undefined,
  );
}

function fieldSpecs(context: FieldSpecListContext): FieldSpecContext[] {
  return [context.fieldSpec(), ...context.fieldSpecList_list().flatMap(fieldSpecs)];
}

function returned(context: FieldSpecContext, source: QuerySource): SoslReturning {
  if (context.LISTVIEW()) throw new NotSupported(`SOSL ${sourceText(context)}`);
  const where = context.logicalExpression();
  const order = context.fieldOrderList();
  return {
    object: sourceText(context.soslId(0)),
    fields: context.fieldList() ? fields(context.fieldList(), source) : [],
    ...(where && { where: condition(where, source) }),
    orderBy: order ? orderItems(order, source) : [],
    ...(context.limitClause() && { limit: rowCount(context.limitClause()) }),
    ...(context.offsetClause() && { offset: rowCount(context.offsetClause()) }),
  };
}

function fields(context: FieldListContext, source: QuerySource): SelectExpression[] {
  const rest = context.fieldList_list().flatMap((list) => fields(list, source));
  return [field(context, source), ...rest];
}

function field(context: FieldListContext, source: QuerySource): SelectExpression {
  const position = source.position(context);
  const [id, alias] = context.soslId_list();
  const call = context.soqlFunction();
  const path: Expression | undefined = id && { kind: 'field', names: sourceText(id).split('.'), position };
  if (!context.LPAREN()) return { kind: 'expression', expression: path };
  const name = context.start.text.toUpperCase();
  const argument = call ? functionCall(call, source) : path;
  const named = call ? id : alias;
  return {
    kind: 'expression',
    expression: { kind: 'function', name, argument, position },
    ...(named && { alias: sourceText(named) }),
  };
}
