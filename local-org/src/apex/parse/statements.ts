/** Builds statements of the syntax tree. */
import type {
  BlockContext,
  CatchClauseContext,
  ExpressionContext,
  ForStatementContext,
  LocalVariableDeclarationContext,
  StatementContext,
  SwitchStatementContext,
  TryStatementContext,
  VariableDeclaratorsContext,
  WhenControlContext,
  WhenLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Expression } from '../ast/expressions.ts';
import type { Declarator, Node } from '../ast/nodes.ts';
import type {
  Block,
  CatchClause,
  DmlStatement,
  Statement,
  SwitchBranch,
  TryStatement,
  VariableStatement,
} from '../ast/statements.ts';
import { expression, expressions } from './expressions.ts';
import { unquote, unquoteMultiline } from './literals.ts';
import { modifiers } from './modifiers.ts';
import { at, maybe, optional } from './nodes.ts';
import { namedType, typeRef } from './types.ts';

export function block(context: BlockContext): Block {
  return { kind: 'block', ...at(context), statements: context.statement_list().map(statement) };
}

export function statement(context: StatementContext): Statement {
  const position = at(context);
  const nested = context.block();
  if (nested) return block(nested);
  const evaluated = context.expressionStatement();
  if (evaluated) return { kind: 'expression', ...position, expression: expression(evaluated.expression()) };
  const local = context.localVariableDeclarationStatement();
  if (local) return variables(local.localVariableDeclaration());
  const conditional = context.ifStatement();
  if (conditional) {
    const [then, otherwise] = conditional.statement_list();
    return {
      kind: 'if',
      ...position,
      condition: expression(conditional.parExpression().expression()),
      then: statement(then),
      otherwise: maybe(otherwise, statement),
    };
  }
  const returned = context.returnStatement();
  if (returned) return { kind: 'return', ...position, value: maybe(returned.expression(), expression) };
  const loop = context.forStatement();
  if (loop) return forStatement(position, loop);
  return dml(position, context) ?? rareStatement(position, context);
}

function rareStatement(position: Node, context: StatementContext): Statement {
  const attempt = context.tryStatement();
  if (attempt) return tryStatement(position, attempt);
  const thrown = context.throwStatement();
  if (thrown) return { kind: 'throw', ...position, value: expression(thrown.expression()) };
  const choice = context.switchStatement();
  if (choice) return switchStatement(position, choice);
  const loop = context.whileStatement();
  if (loop) {
    const condition = expression(loop.parExpression().expression());
    return { kind: 'while', ...position, condition, body: maybe(loop.statement(), statement) };
  }
  const doLoop = context.doWhileStatement();
  if (doLoop) {
    const condition = expression(doLoop.parExpression().expression());
    return { kind: 'doWhile', ...position, body: block(doLoop.block()), condition };
  }
  const runAs = context.runAsStatement();
  if (runAs) {
    return { kind: 'runAs', ...position, args: expressions(runAs.expressionList()), body: block(runAs.block()) };
  }
  return { kind: context.breakStatement() ? 'break' : 'continue', ...position };
}

export function variables(context: LocalVariableDeclarationContext): VariableStatement {
  return {
    kind: 'variables',
    ...at(context),
    type: typeRef(context.typeRef()),
    final: modifiers(context.modifier_list()).words.includes('final'),
    variables: declarators(context.variableDeclarators()),
  };
}

export function declarators(context: VariableDeclaratorsContext): Declarator[] {
  return context.variableDeclarator_list().map((variable) => ({
    ...at(variable),
    name: variable.id().getText(),
    value: maybe(variable.expression(), expression),
  }));
}

function forStatement(position: Node, context: ForStatementContext): Statement {
  const control = context.forControl();
  const body = maybe(context.statement(), statement);
  const each = control.enhancedForControl();
  if (each) {
    const variable = each.id().getText();
    const values = expression(each.expression());
    return { kind: 'forEach', ...position, type: typeRef(each.typeRef()), variable, values, body };
  }
  const start = control.forInit();
  const declared = start?.localVariableDeclaration();
  return {
    kind: 'for',
    ...position,
    start: declared ? variables(declared) : expressions(start?.expressionList()),
    condition: maybe(control.expression(), expression),
    update: expressions(control.forUpdate()?.expressionList()),
    body,
  };
}

function tryStatement(position: Node, context: TryStatementContext): TryStatement {
  return {
    kind: 'try',
    ...position,
    body: block(context.block()),
    catches: context.catchClause_list().map(catchClause),
    finally: maybe(context.finallyBlock(), (clause) => block(clause.block())),
  };
}

function catchClause(context: CatchClauseContext): CatchClause {
  const name = context.qualifiedName();
  return {
    ...at(context),
    type: namedType(at(name), name.getText()),
    variable: context.id().getText(),
    body: block(context.block()),
  };
}

function switchStatement(position: Node, context: SwitchStatementContext): Statement {
  const branches = context.whenControl_list().map(whenControl);
  return { kind: 'switch', ...position, value: expression(context.expression()), branches };
}

function whenControl(context: WhenControlContext): SwitchBranch {
  const value = context.whenValue();
  return {
    ...at(context),
    values: value.whenLiteral_list().map(whenLiteral),
    type: maybe(value.typeRef(), typeRef),
    variable: maybe(value.id(), (id) => id.getText()),
    body: block(context.block()),
  };
}

function whenLiteral(context: WhenLiteralContext): Expression {
  const position = at(context);
  const inner = context.whenLiteral();
  if (inner) return whenLiteral(inner);
  const name = context.qualifiedName();
  if (name) {
    const [first, ...rest] = name.id_list().map((id) => id.getText());
    const start: Expression = { kind: 'name', ...position, name: first };
    return rest.reduce<Expression>(
      (target, part) => ({ kind: 'member', ...position, target, name: part, safe: false }),
      start,
    );
  }
  const text = context.StringLiteral() ?? optional(context.MultilineStringLiteral());
  if (text) {
    const quoted = text.getText();
    const content = context.StringLiteral() ? unquote(quoted) : unquoteMultiline(quoted);
    return { kind: 'literal', ...position, type: 'String', text: content };
  }
  const number = context.IntegerLiteral() ?? optional(context.LongLiteral());
  if (!number) return { kind: 'literal', ...position, type: 'null', text: 'null' };
  const type = context.IntegerLiteral() ? 'Integer' : 'Long';
  const negative = context.SUB_list().length % 2 === 1;
  const digits = number.getText().replace(/l$/i, '');
  const value: Expression = { kind: 'literal', ...position, type, text: digits };
  return negative ? { kind: 'unary', ...position, operator: '-', value } : value;
}

interface DmlContext {
  expression(): ExpressionContext;
  accessLevel(): { USER(): unknown } | null;
}

function dml(position: Node, context: StatementContext): DmlStatement | null {
  const simple = (operation: DmlStatement['operation'], part: DmlContext): DmlStatement => ({
    kind: 'dml',
    ...position,
    operation,
    access: access(part),
    value: expression(part.expression()),
    duplicates: null,
    externalId: null,
  });
  const insert = context.insertStatement();
  if (insert) return simple('insert', insert);
  const update = context.updateStatement();
  if (update) return simple('update', update);
  const deletion = context.deleteStatement();
  if (deletion) return simple('delete', deletion);
  const undelete = context.undeleteStatement();
  if (undelete) return simple('undelete', undelete);
  const upsert = context.upsertStatement();
  if (upsert) {
    return { ...simple('upsert', upsert), externalId: maybe(upsert.qualifiedName(), (name) => name.getText()) };
  }
  const merge = context.mergeStatement();
  if (!merge) return null;
  return {
    kind: 'dml',
    ...position,
    operation: 'merge',
    access: access(merge),
    value: expression(merge.expression(0)),
    duplicates: expression(merge.expression(1)),
    externalId: null,
  };
}

function access(context: Pick<DmlContext, 'accessLevel'>): 'user' | 'system' | null {
  return maybe(context.accessLevel(), (level) => (level.USER() ? 'user' : 'system'));
}
