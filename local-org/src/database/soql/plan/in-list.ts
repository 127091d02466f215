import type { SQLInputValue } from 'node:sqlite';
import type { FieldValue } from '../../../schema/values/index.ts';
import type { Value } from '../ast.ts';
import type { PlanContext } from './context.ts';
import { bindOperand, literalOperand, literalValue, type Place, wrongType } from './filter-value.ts';
import { jsonList } from '../../store/json-list.ts';
import type { RunContext } from './parameters.ts';
import { comparisonKey, type SqlValue } from './sql-value.ts';

/**
 * `IN` of literals, or of one bound list. The list is one parameter whatever its length. A null in it finds empty fields,
 * which SQL's IN would not.
 */
export function inList(context: PlanContext, left: SqlValue, value: Value, place: Place): string {
  const operands = operandsOf(left, value, place);
  const key = comparisonKey(left);
  const list = context.parameters.dynamic((run) => jsonList(operands(run)));
  const found = `${key} IN (SELECT value FROM json_each(${list}))`;
  const mayHoldNull =
    value.kind === 'bind' ||
    (value.kind === 'list' && value.values.some((item) => item.kind === 'bind' || item.kind === 'null'));
  if (!mayHoldNull) return found;
  const hasNull = context.parameters.dynamic((run) => (operands(run).includes(null) ? 1 : 0));
  return `(${found} OR (${hasNull} AND ${key} IS NULL))`;
}

function operandsOf(left: SqlValue, value: Value, place: Place): (run: RunContext) => SQLInputValue[] {
  if (value.kind === 'bind') {
    return (run) => asList(run.bind(value.bind)).map((item) => bindOperand(left, item, place));
  }
  const items = value.kind === 'list' ? value.values : [value];
  if (items.every(({ kind }) => kind !== 'bind')) {
    if (items.some(({ kind }) => kind === 'dateLiteral' || kind === 'list' || kind === 'query')) {
      throw wrongType(left, place);
    }
    const constants = items.map((item) => literalOperand(left, literalValue(item), place));
    return () => constants;
  }
  const parts = items.map((item) => operandsOf(left, item, place));
  return (run) => parts.flatMap((part) => part(run));
}

export function asList(bound: FieldValue | readonly FieldValue[]): readonly FieldValue[] {
  return Array.isArray(bound) ? (bound as readonly FieldValue[]) : [bound as FieldValue];
}
