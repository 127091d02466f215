import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../values/index.ts';
import type { BinaryNode } from '../ast.ts';
import { illegalArgument } from '../errors.ts';
import type { Compiled, Expression } from '../expression.ts';
import { precise, quotient, toInteger } from '../number.ts';
import { mismatch } from '../operands.ts';
import type { FormulaType, FormulaValue } from '../types.ts';
import { join } from './concatenation.ts';

const SECONDS_PER_DAY = Decimal.of(86_400);
const MS_PER_DAY = Decimal.of(86_400_000);

/**
 * `+` and `-` on numbers, dates and times, and `+` on texts ("Using Date, Date/Time, and Time Values in Formulas"): a
 * number added to a date counts whole days, to a date/time days to the second, to a time milliseconds.
 */
export function compileAddition(node: BinaryNode, left: Expression, right: Expression): Compiled {
  const type = resultType(node, left, right);
  if (type === 'Null') return { type, evaluate: () => null };
  if (type === 'Text') return { type, evaluate: (context) => join(left.evaluate(context), right.evaluate(context)) };
  const sign = node.operator === '-' ? -1 : 1;
  return {
    type,
    evaluate: (context) => {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      return a === null || b === null ? null : add(a, b, sign);
    },
  };
}

function resultType(node: BinaryNode, left: Expression, right: Expression): FormulaType {
  const subject = `operator '${node.operator}'`;
  const adding = node.operator === '+';
  if (left.type === 'Null' || right.type === 'Null') return 'Null';
  switch (left.type) {
    case 'Number':
      if (right.type === 'Number') return 'Number';
      if (adding && (right.type === 'Date' || right.type === 'DateTime')) return right.type;
      throw mismatch(subject, right, ['Number']);
    case 'Date':
    case 'DateTime':
      if (right.type === 'Number') return left.type;
      if (!adding && right.type === left.type) return 'Number';
      throw mismatch(subject, right, ['Number']);
    case 'Time':
      if (right.type === 'Number') return 'Time';
      if (!adding && right.type === 'Time') return 'Number';
      throw illegalArgument(subject, right.node.position);
    case 'Text':
      if (adding && right.type === 'Text') return 'Text';
      throw mismatch(subject, adding ? right : left, adding ? ['Text'] : ['Number', 'Date', 'DateTime']);
    default:
      throw mismatch(subject, left, ['Number', 'Date', 'DateTime']);
  }
}

function add(left: FormulaValue, right: FormulaValue, sign: 1 | -1): FormulaValue {
  if (left instanceof Decimal) {
    if (right instanceof Decimal) return precise(sign === 1 ? left.add(right) : left.subtract(right));
    return add(right, left, sign);
  }
  if (left instanceof DateValue) {
    if (right instanceof DateValue) return Decimal.of(left.days - right.days);
    return left.addDays(sign * toInteger(right as Decimal));
  }
  if (left instanceof DatetimeValue) {
    if (right instanceof DatetimeValue) return quotient(Decimal.of(left.ms - right.ms), MS_PER_DAY);
    const seconds = (right as Decimal).multiply(SECONDS_PER_DAY).setScale(0);
    return left.addMilliseconds(sign * seconds.toNumber() * 1000);
  }
  const time = left as TimeValue;
  // A difference of times never is negative: it wraps around midnight.
  if (right instanceof TimeValue) return Decimal.of(new TimeValue(time.ms - right.ms).ms);
  return time.addMilliseconds(sign * toInteger(right as Decimal));
}
