/** The select list of a query that answers records. */
import { isCompound } from '../../../schema/compound.ts';
import { NotSupported } from '../../../schema/errors.ts';
import type { Expression, FieldPath, SelectExpression, SelectFields, SoqlQuery } from '../ast.ts';
import { malformed, QueryError } from '../errors.ts';
import { Columns } from './columns.ts';
import { selectCompound } from './compound.ts';
import { parentNode } from './parent-node.ts';
import { RecordNode } from './record-node.ts';
import type { Rows } from './rows.ts';
import { selectTypeOf } from './type-of.ts';

/** "FIELDS()" (SOQL and SOSL Reference). */
const FIELDS_LIMIT = 200;

export interface Selection {
  readonly columns: Columns;
  readonly node: RecordNode;
}

/** Everything selected but child queries. */
export function selectRecords(rows: Rows, query: SoqlQuery): Selection {
  const { scope } = rows;
  const columns = new Columns();
  const { schema } = scope.context.services.store;
  const node = new RecordNode(schema, scope.root.object, columns.add(scope.value(['Id'])));
  scope.context.selecting(() => {
    for (const item of query.select) {
      if (item.kind === 'expression') selectExpression({ rows, columns, node }, item);
      else if (item.kind === 'fields') selectAll({ rows, columns, node }, item, query);
      else if (item.kind === 'typeof') selectTypeOf(scope, columns, node, item);
    }
  });
  return { columns, node };
}

interface Target extends Selection {
  readonly rows: Rows;
}

function selectExpression({ rows, columns, node }: Target, { expression, alias }: SelectExpression): void {
  const { scope } = rows;
  const { text } = scope.context.settings;
  if (expression.kind === 'field' && alias !== undefined) {
    throw malformed('only aggregate expressions use field aliasing', text, expression.position);
  }
  const path = scope.withoutPrefix(pathOf(expression).names);
  if (expression.kind === 'field' && selectCompound(scope, columns, node, path, expression.position)) return;
  const value = rows.resolve(expression);
  const owner =
    alias === undefined ? parentNode(scope, columns, node, path.slice(0, -1), (names) => scope.value(names)) : node;
  // The id of a parent is read from the reference to it.
  const name = alias ?? (path.at(-1)?.toLowerCase() === 'id' ? 'Id' : (value.field?.name ?? value.name));
  if (!owner.select(name, value, columns)) {
    throw new QueryError('MALFORMED_QUERY', `duplicate field selected: ${name}`, text, expression.position);
  }
}

/** The field that an expression's value comes from. */
function pathOf(expression: Expression): FieldPath {
  return expression.kind === 'field' ? expression : pathOf(expression.argument!);
}

function selectAll({ rows, columns, node }: Target, item: SelectFields, query: SoqlQuery): void {
  const { scope } = rows;
  const { object } = scope.root;
  const { text, readable } = scope.context.settings;
  const limited = query.limit !== undefined && (query.limit.kind === 'bind' || query.limit.value <= FIELDS_LIMIT);
  if (item.which !== 'STANDARD' && !limited) {
    throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`, text, item.position);
  }
  for (const field of object.fields.values()) {
    if (item.which !== 'ALL' && field.custom !== (item.which === 'CUSTOM')) continue;
    if (isCompound(field) || readable?.(object, field.name) === false) continue;
    node.select(field.name, scope.value([field.name]), columns);
  }
  if (node.shape.names.length === 0) throw new NotSupported(`FIELDS(${item.which}) without a field to answer`);
}
