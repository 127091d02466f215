/** System.Double ("Double Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { Decimal } from '../../../schema/values/index.ts';
import { doubleToInteger, doubleToLong } from '../../runtime/casts.ts';
import { stringOf, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { formatNumber } from '../support/locale.ts';
import { decimalOf, parseDouble } from '../support/numbers.ts';

export const doubleClass = libraryClass('System.Double', {
  ...refusingNulls({
    'static Double valueOf(String stringToDouble)': parseDouble,
  }),
  'static Double valueOf(Object fieldValue)': (value: unknown) => {
    // No value stays no value: only a String is refused to be null.
    if (value === null) return null;
    if (typeof value === 'string') return parseDouble(value);
    const number = decimalOf(value);
    if (number === undefined) throwApex('System.TypeException', `Invalid double: ${stringOf(value)}`);
    return number.toNumber();
  },
  'String format()': (self: number) => formatNumber(self, currentTransaction().user.locale),
  'Integer intValue()': doubleToInteger,
  'Long longValue()': doubleToLong,
  'Long round()': (self: number) => Decimal.of(self).setScale(0, 'HALF_EVEN').toBigInt(),
});
