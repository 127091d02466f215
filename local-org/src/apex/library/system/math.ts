/** System.Math ("Math Class", Apex Reference Guide). */
import { Decimal } from '../../../schema/values/index.ts';
import { decimalToInteger, longToInteger } from '../../runtime/casts.ts';
import { throwApex } from '../../runtime/index.ts';
import type { Behaviour } from '../define.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

/** A function on Doubles that also takes Decimals; those go through Double and back. */
function analytic(name: string, compute: (value: number) => number): Record<string, Behaviour> {
  return {
    [`static Decimal ${name}(Decimal value)`]: (value: Decimal) => Decimal.ofDouble(finite(compute(value.toNumber()))),
    [`static Double ${name}(Double value)`]: compute,
  };
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throwApex('System.MathException', 'Result is not a number');
  return value;
}

const compareWith = {
  max: (left: Decimal, right: Decimal) => (left.compare(right) >= 0 ? left : right),
  min: (left: Decimal, right: Decimal) => (left.compare(right) <= 0 ? left : right),
};

export const mathClass = libraryClass(
  'System.Math',
  refusingNulls({
    'static Double E {get}': { get: () => Math.E },
    'static Double PI {get}': { get: () => Math.PI },
    'static Decimal abs(Decimal value)': (value: Decimal) => value.abs(),
    'static Double abs(Double value)': Math.abs,
    'static Integer abs(Integer value)': (value: number) => Math.abs(value) | 0,
    'static Long abs(Long value)': (value: bigint) => BigInt.asIntN(64, value < 0n ? -value : value),
    ...analytic('acos', Math.acos),
    ...analytic('asin', Math.asin),
    ...analytic('atan', Math.atan),
    'static Decimal atan2(Decimal x, Decimal y)': (x: Decimal, y: Decimal) =>
      Decimal.ofDouble(Math.atan2(x.toNumber(), y.toNumber())),
    'static Double atan2(Double x, Double y)': Math.atan2,
    ...analytic('cbrt', Math.cbrt),
    'static Decimal ceil(Decimal value)': (value: Decimal) => value.setScale(0, 'CEILING'),
    'static Double ceil(Double value)': Math.ceil,
    ...analytic('cos', Math.cos),
    ...analytic('cosh', Math.cosh),
    ...analytic('exp', Math.exp),
    'static Decimal floor(Decimal value)': (value: Decimal) => value.setScale(0, 'FLOOR'),
    'static Double floor(Double value)': Math.floor,
    ...analytic('log', Math.log),
    ...analytic('log10', Math.log10),
    'static Decimal max(Decimal x, Decimal y)': compareWith.max,
    'static Double max(Double x, Double y)': Math.max,
    'static Integer max(Integer x, Integer y)': Math.max,
    'static Long max(Long x, Long y)': (x: bigint, y: bigint) => (x > y ? x : y),
    'static Decimal min(Decimal x, Decimal y)': compareWith.min,
    'static Double min(Double x, Double y)': Math.min,
    'static Integer min(Integer x, Integer y)': Math.min,
    'static Long min(Long x, Long y)': (x: bigint, y: bigint) => (x < y ? x : y),
    'static Integer mod(Integer dividend, Integer divisor)': (dividend: number, divisor: number) => {
      if (divisor === 0) throwApex('System.MathException', 'Divide by 0');
      return (dividend % divisor) | 0;
    },
    'static Long mod(Long dividend, Long divisor)': (dividend: bigint, divisor: bigint) => {
      if (divisor === 0n) throwApex('System.MathException', 'Divide by 0');
      return dividend % divisor;
    },
    'static Double pow(Double base, Double exponent)': Math.pow,
    'static Double random()': Math.random,
    'static Decimal rint(Decimal value)': (value: Decimal) => value.setScale(0, 'HALF_EVEN'),
    'static Double rint(Double value)': roundHalfEven,
    // Half-even, as "Math Class" says of round and roundToLong.
    'static Integer round(Decimal value)': (value: Decimal) => decimalToInteger(value.setScale(0, 'HALF_EVEN')),
    'static Integer round(Double value)': (value: number) => longToInteger(BigInt(roundHalfEven(finite(value)))),
    'static Long roundToLong(Decimal value)': (value: Decimal) => value.setScale(0, 'HALF_EVEN').toBigInt(),
    'static Long roundToLong(Double value)': (value: number) => BigInt(roundHalfEven(finite(value))),
    'static Decimal signum(Decimal value)': (value: Decimal) => Decimal.of(value.signum()),
    'static Double signum(Double value)': Math.sign,
    ...analytic('sin', Math.sin),
    ...analytic('sinh', Math.sinh),
    ...analytic('sqrt', Math.sqrt),
    ...analytic('tan', Math.tan),
    ...analytic('tanh', Math.tanh),
  }),
);

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
