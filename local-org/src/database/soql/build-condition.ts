import type {
  BoundExpressionContext,
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  DateFormulaContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  ValueContext,
  WhereConditionalExpressionContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import { NotSupported } from '../../schema/errors.ts';
import { Decimal } from '../../schema/values/index.ts';
import type { SoqlBind } from '../services.ts';
import type { Comparison, ComparisonOperator, Condition, Value } from './ast.ts';
import { buildSubQuery } from './build.ts';
import { fieldPath, functionCall } from './build-expression.ts';
import { dateValue, datetimeValue, stringValue, timeValue } from './literals.ts';
import { type QuerySource, sourceText } from './source.ts';

export function whereCondition(context: WhereLogicalExpressionContext, source: QuerySource): Condition {
  const operands = context.whereConditionalExpression_list().map((operand) => whereOperand(operand, source));
  return combined(context, operands);
}

function whereOperand(context: WhereConditionalExpressionContext, source: QuerySource): Condition {
  if (context.whereLogicalExpression()) return whereCondition(context.whereLogicalExpression(), source);
  const comparison = context.whereFieldExpression();
  if (comparison.FORMULA()) throw new NotSupported(`SOQL ${sourceText(comparison)}`);
  return fieldComparison(comparison.fieldExpression(), source);
}

/** HAVING, and the WHERE of a SOSL object. */
export function condition(context: LogicalExpressionContext, source: QuerySource): Condition {
  const operands = context.conditionalExpression_list().map((operand) => conditionOperand(operand, source));
  return combined(context, operands);
}

function conditionOperand(context: ConditionalExpressionContext, source: QuerySource): Condition {
  const nested = context.logicalExpression();
  return nested ? condition(nested, source) : fieldComparison(context.fieldExpression(), source);
}

function combined(context: WhereLogicalExpressionContext | LogicalExpressionContext, operands: Condition[]): Condition {
  const [first] = operands;
  if (context.NOT()) return { kind: 'not', operand: first };
  if (operands.length === 1) return first;
  return { kind: context.SOQLOR_list().length > 0 ? 'or' : 'and', operands };
}

function fieldComparison(context: FieldExpressionContext, source: QuerySource): Comparison {
  const call = context.soqlFunction();
  return {
    kind: 'comparison',
    left: call ? functionCall(call, source) : fieldPath(context.fieldName(), source),
    operator: operator(context.comparisonOperator()),
    value: value(context.value(), source),
    position: source.position(context),
  };
}

function operator(context: ComparisonOperatorContext): ComparisonOperator {
  if (context.NOT()) return 'NOT IN';
  const text = context.getText().toUpperCase();
  return text === '<>' ? '!=' : (text as ComparisonOperator);
}

function value(context: ValueContext, source: QuerySource): Value {
  if (context.NULL()) return { kind: 'null' };
  if (context.BooleanLiteral()) return { kind: 'boolean', value: context.getText().toLowerCase() === 'true' };
  if (context.signedNumber()) return { kind: 'number', value: number(context.signedNumber().getText()) };
  if (context.StringLiteral()) return stringValue(context.getText());
  if (context.DateLiteral()) return dateValue(context.getText());
  if (context.DateTimeLiteral()) return datetimeValue(context.getText());
  if (context.TimeLiteral()) return timeValue(context.getText());
  if (context.dateFormula()) return dateLiteral(context.dateFormula());
  if (context.IntegralCurrencyLiteral()) {
    const text = context.getText();
    return { kind: 'currency', isoCode: text.slice(0, 3).toUpperCase(), amount: number(text.slice(3)) };
  }
  if (context.subQuery()) return { kind: 'query', query: buildSubQuery(context.subQuery(), source) };
  if (context.boundExpression()) return { kind: 'bind', bind: boundExpression(context.boundExpression()) };
  if (context.valueList()) {
    const values = context.valueList().value_list();
    return { kind: 'list', values: values.map((item) => value(item, source)) };
  }
  throw new NotSupported(`SOQL value ${sourceText(context)}`);
}

function number(text: string): Decimal {
  const parsed = Decimal.tryParse(text);
  if (parsed === undefined) throw new NotSupported(`SOQL number ${text}`);
  return parsed;
}

function dateLiteral(context: DateFormulaContext): Value {
  const name = context.start.text.toUpperCase();
  const count = context.signedInteger();
  return { kind: 'dateLiteral', name, ...(count && { count: Number(count.getText()) }) };
}

/** `text` is the expression as written, without the colon. */
export function boundExpression(context: BoundExpressionContext): SoqlBind {
  return { text: sourceText(context.expression()), node: context.expression() };
}
