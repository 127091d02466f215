/** System.Decimal ("Decimal Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { ArithmeticError } from '../../../schema/values/decimal.ts';
import { Decimal, type RoundingMode } from '../../../schema/values/index.ts';
import { decimalToInteger, decimalToLong } from '../../runtime/casts.ts';
import { throwApex, type ApexEnumValue } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { formatNumber } from '../support/locale.ts';
import { parseDecimal } from '../support/numbers.ts';
import { roundingModeOf } from './rounding-mode.ts';

export const decimalClass = libraryClass(
  'System.Decimal',
  refusingNulls({
    'static Decimal valueOf(Double doubleToDecimal)': (value: number) => Decimal.ofDouble(value),
    'static Decimal valueOf(Long longToDecimal)': (value: bigint) => Decimal.of(value),
    'static Decimal valueOf(String stringToDecimal)': parseDecimal,
    'Decimal abs()': (self: Decimal) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (self: Decimal, divisor: Decimal, scale: number) =>
      exact(() => self.divide(divisor, scale, 'HALF_EVEN')),
    'Decimal divide(Decimal divisor, Integer scale, System.RoundingMode roundingMode)': (
      self: Decimal,
      divisor: Decimal,
      scale: number,
      mode: ApexEnumValue,
    ) => exact(() => self.divide(divisor, scale, roundingModeOf(mode))),
    'Double doubleValue()': (self: Decimal) => self.toNumber(),
    'String format()': (self: Decimal) => formatNumber(self, currentTransaction().user.locale),
    'Integer intValue()': decimalToInteger,
    'Long longValue()': decimalToLong,
    'Decimal pow(Integer exponent)': (self: Decimal, exponent: number) => exact(() => self.pow(exponent)),
    'Integer precision()': (self: Decimal) => self.precision,
    'Long round()': (self: Decimal) => self.setScale(0, 'HALF_EVEN').toBigInt(),
    'Long round(System.RoundingMode roundingMode)': (self: Decimal, mode: ApexEnumValue) =>
      rescaled(self, 0, roundingModeOf(mode)).toBigInt(),
    'Integer scale()': (self: Decimal) => self.scale,
    'Decimal setScale(Integer scale)': (self: Decimal, scale: number) => rescaled(self, scale, 'HALF_EVEN'),
    'Decimal setScale(Integer scale, System.RoundingMode roundingMode)': (
      self: Decimal,
      scale: number,
      mode: ApexEnumValue,
    ) => rescaled(self, scale, roundingModeOf(mode)),
    'Decimal stripTrailingZeros()': (self: Decimal) => self.stripTrailingZeros(),
    'String toPlainString()': (self: Decimal) => self.toString(),
  }),
);

function rescaled(value: Decimal, scale: number, mode: RoundingMode): Decimal {
  if (scale < -33 || scale > 33) throwApex('System.MathException', 'Scale must be between -33 and 33');
  return exact(() => value.setScale(scale, mode));
}

/** Turns the arithmetic error of the value type (`Divide by 0`, `Rounding necessary`) into Apex's. */
function exact<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ArithmeticError) throwApex('System.MathException', error.message);
    throw error;
  }
}
