/** Builds expressions of the syntax tree. */
import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  ArrayExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  InstanceOfExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext,
  type ExpressionContext,
  type ExpressionListContext,
  type MethodCallContext,
} from '@apexdevtools/apex-parser';
import type {
  AssignOperator,
  BinaryExpression,
  BinaryOperator,
  CallExpression,
  ConstructorCall,
  Expression,
  MemberExpression,
} from '../ast/expressions.ts';
import { creator } from './creators.ts';
import { at } from './nodes.ts';
import { primary } from './primaries.ts';
import { typeRef } from './types.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type ContextClass<C extends ExpressionContext> = new (...args: any[]) => C;

const builders = new Map<unknown, (context: ExpressionContext) => Expression>();

function on<C extends ExpressionContext>(context: ContextClass<C>, build: (context: C) => Expression): void {
  builders.set(context, build as (context: ExpressionContext) => Expression);
}

export function expression(context: ExpressionContext): Expression {
  const build = builders.get(context.constructor);
  if (build === undefined) throw new Error(`No expression: ${context.constructor.name}`);
  return build(context);
}

export function expressions(context: ExpressionListContext | null | undefined): Expression[] {
  return context?.expression_list().map(expression) ?? [];
}

interface TwoOperands extends ExpressionContext {
  expression(index: number): ExpressionContext;
}

function binary(context: TwoOperands, operator: BinaryOperator): BinaryExpression {
  const left = expression(context.expression(0));
  return { kind: 'binary', ...at(context), operator, left, right: expression(context.expression(1)) };
}

/** The text of the tokens between the two operands; `> >` of a shift is made of several. */
function operatorText(context: TwoOperands): string {
  return (context.children ?? [])
    .slice(1, -1)
    .map((child) => child.getText())
    .join('');
}

on(PrimaryExpressionContext, (context) => primary(context.primary()));
on(SubExpressionContext, (context) => expression(context.expression()));
on(NewExpressionContext, (context) => creator(context));
on(ArrayExpressionContext, (context) => ({
  kind: 'index',
  ...at(context),
  target: expression(context.expression(0)),
  index: expression(context.expression(1)),
}));
on(MethodCallExpressionContext, (context) => methodCall(context.methodCall()));
on(DotExpressionContext, dotExpression);
on(CastExpressionContext, (context) => ({
  kind: 'cast',
  ...at(context),
  type: typeRef(context.typeRef()),
  value: expression(context.expression()),
}));
on(PostOpExpressionContext, (context) => ({
  kind: 'increment',
  ...at(context),
  operator: context.INC() ? '++' : '--',
  prefix: false,
  target: expression(context.expression()),
}));
on(PreOpExpressionContext, (context) => {
  const operand = expression(context.expression());
  if (context.INC() || context.DEC()) {
    return { kind: 'increment', ...at(context), operator: context.INC() ? '++' : '--', prefix: true, target: operand };
  }
  return { kind: 'unary', ...at(context), operator: context.ADD() ? '+' : '-', value: operand };
});
on(NegExpressionContext, (context) => ({
  kind: 'unary',
  ...at(context),
  operator: context.BANG() ? '!' : '~',
  value: expression(context.expression()),
}));
on(Arth1ExpressionContext, (context) => binary(context, context.MUL() ? '*' : '/'));
on(Arth2ExpressionContext, (context) => binary(context, context.ADD() ? '+' : '-'));
on(BitExpressionContext, (context) => binary(context, operatorText(context) as BinaryOperator));
on(CmpExpressionContext, (context) => binary(context, operatorText(context) as BinaryOperator));
on(EqualityExpressionContext, (context) => {
  const operator = operatorText(context);
  return binary(context, operator === '<>' ? '!=' : (operator as BinaryOperator));
});
on(BitAndExpressionContext, (context) => binary(context, '&'));
on(BitNotExpressionContext, (context) => binary(context, '^'));
on(BitOrExpressionContext, (context) => binary(context, '|'));
on(LogAndExpressionContext, (context) => binary(context, '&&'));
on(LogOrExpressionContext, (context) => binary(context, '||'));
on(CoalExpressionContext, (context) => binary(context, '??'));
on(InstanceOfExpressionContext, (context) => ({
  kind: 'instanceOf',
  ...at(context),
  value: expression(context.expression()),
  type: typeRef(context.typeRef()),
}));
on(CondExpressionContext, (context) => ({
  kind: 'conditional',
  ...at(context),
  condition: expression(context.expression(0)),
  then: expression(context.expression(1)),
  otherwise: expression(context.expression(2)),
}));
on(AssignExpressionContext, (context) => ({
  kind: 'assign',
  ...at(context),
  operator: operatorText(context) as AssignOperator,
  target: expression(context.expression(0)),
  value: expression(context.expression(1)),
}));

function dotExpression(context: DotExpressionContext): MemberExpression | CallExpression {
  const target = expression(context.expression());
  const safe = context.QUESTIONDOT() !== null;
  const call = context.dotMethodCall();
  if (!call) {
    const name = context.anyId();
    return { kind: 'member', ...at(name), target, name: name.getText(), safe };
  }
  const name = call.anyId();
  return { kind: 'call', ...at(name), target, name: name.getText(), safe, args: expressions(call.expressionList()) };
}

function methodCall(context: MethodCallContext): CallExpression | ConstructorCall {
  const args = expressions(context.expressionList());
  const name = context.id();
  if (!name) return { kind: 'constructorCall', ...at(context), of: context.THIS() ? 'this' : 'super', args };
  return { kind: 'call', ...at(context), target: null, name: name.getText(), safe: false, args };
}
