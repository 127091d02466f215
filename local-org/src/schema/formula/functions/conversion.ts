/** Functions that turn texts into numbers and values into texts. */
import { DatetimeValue, Decimal, TimeValue } from '../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { isPicklist, type Expression } from '../expression.ts';
import { requireType } from '../operands.ts';
import type { FormulaType, FormulaValue } from '../types.ts';
import { lenient, requireCount, special, strict } from './define.ts';

const CONVERTIBLE: readonly FormulaType[] = ['Number', 'Date', 'DateTime', 'Time', 'Picklist'];

/** Numbers without trailing zeros, date/times as `2026-01-31 10:00:00Z` in GMT, times as `10:00:00.000`. */
function toText(value: NonNullable<FormulaValue>): string {
  if (value instanceof Decimal) return value.stripTrailingZeros().toString();
  if (value instanceof DatetimeValue) return `${value.toString().slice(0, 19).replace('T', ' ')}Z`;
  if (value instanceof TimeValue) return value.toString().slice(0, -1);
  return String(value);
}

export const conversionFunctions = [
  special('TEXT', (operands, call, subject) => {
    requireCount(call, 1);
    const [operand] = operands as [Expression];
    if (!isPicklist(operand, false)) requireType(subject, operand, CONVERTIBLE);
    return {
      type: 'Text',
      evaluate: (context) => {
        const value = operand.evaluate(context);
        return value === null ? null : toText(value);
      },
    };
  }),
  strict('VALUE(Text): Number', (text) => {
    if (text === '') return null;
    const number = Decimal.tryParse(text);
    if (number === undefined) throw new FormulaEvaluationError(`The value '${text}' is not a valid number.`);
    return number;
  }),
  lenient('ISNUMBER(Text): Boolean', (text) => text !== null && Decimal.tryParse(text) !== undefined),
];
