/** Functions that round. CEILING and FLOOR go away from and towards zero; MCEILING and MFLOOR go up and down. */
import { Decimal, type RoundingMode } from '../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { quotient, settled, toInteger } from '../number.ts';
import { strict } from './define.ts';

/** Rounding to more digits than the number has changes nothing; to none of its digits gives 0, even of 750 to thousands. */
function roundTo(value: Decimal, digits: number, mode: RoundingMode): Decimal {
  if (digits >= value.scale) return value;
  if (digits < 0 && value.precision - value.scale + digits <= 0) return Decimal.ZERO;
  return value.setScale(digits, mode);
}

export const roundingFunctions = [
  strict('ROUND(Number, Number): Number', (value, digits) => roundTo(value, toInteger(digits), 'HALF_UP')),
  strict('TRUNC(Number, Number?): Number', (value, digits) =>
    roundTo(value, toInteger(digits ?? Decimal.ZERO), 'DOWN'),
  ),
  strict('MROUND(Number, Number): Number', (value, multiple) => {
    if (multiple.signum() === 0) throw new FormulaEvaluationError('Division by zero');
    return quotient(value, multiple).setScale(0, 'HALF_UP').multiply(multiple);
  }),
  strict('CEILING(Number): Number', (value) => settled(value).setScale(0, 'UP')),
  strict('FLOOR(Number): Number', (value) => settled(value).setScale(0, 'DOWN')),
  strict('MCEILING(Number): Number', (value) => settled(value).setScale(0, 'CEILING')),
  strict('MFLOOR(Number): Number', (value) => settled(value).setScale(0, 'FLOOR')),
];
