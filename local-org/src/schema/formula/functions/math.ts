/** Functions on numbers. */
import { Decimal } from '../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { fromFloat, precise } from '../number.ts';
import { strict } from './define.ts';

/** A function computed in binary floating point, as the platform does. */
function float(compute: (value: number) => number): (value: Decimal) => Decimal {
  return (value) => fromFloat(compute(value.toNumber()));
}

function extreme(values: readonly Decimal[], sign: 1 | -1): Decimal {
  return values.reduce((best, value) => (value.compare(best) * sign > 0 ? value : best));
}

export const mathFunctions = [
  strict('ABS(Number): Number', (value) => value.abs()),
  strict('MOD(Number, Number): Number', (value, divisor) => {
    if (divisor.signum() === 0) throw new FormulaEvaluationError('Division by zero');
    return precise(value.remainder(divisor));
  }),
  strict('MAX(Number...): Number', (...values) => extreme(values, 1)),
  strict('MIN(Number...): Number', (...values) => extreme(values, -1)),
  strict('SQRT(Number): Number', float(Math.sqrt)),
  strict('EXP(Number): Number', float(Math.exp)),
  strict('LN(Number): Number', float(Math.log)),
  strict(
    'LOG(Number): Number',
    float((value) => Math.log(value) / Math.LN10),
  ),
  strict('PI(): Number', () => Decimal.of(Math.PI)),
  strict('SIN(Number): Number', float(Math.sin)),
  strict('COS(Number): Number', float(Math.cos)),
  strict('TAN(Number): Number', float(Math.tan)),
  strict('ASIN(Number): Number', float(Math.asin)),
  strict('ACOS(Number): Number', float(Math.acos)),
  strict('ATAN(Number): Number', float(Math.atan)),
  strict('ATAN2(Number, Number): Number', (y, x) => fromFloat(Math.atan2(y.toNumber(), x.toNumber()))),
];
