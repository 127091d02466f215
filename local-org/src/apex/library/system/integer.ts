/** System.Integer ("Integer Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { decimalToInteger } from '../../runtime/casts.ts';
import { stringOf, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { formatNumber } from '../support/locale.ts';
import { decimalOf, parseWhole } from '../support/numbers.ts';

export const integerClass = libraryClass('System.Integer', {
  ...refusingNulls({
    'static Integer valueOf(String stringToInteger)': (text: string) => Number(parseWhole(text, 'integer')),
  }),
  'static Integer valueOf(Object fieldValue)': (value: unknown) => {
    // No value stays no value: only a String is refused to be null.
    if (value === null) return null;
    if (typeof value === 'string') return Number(parseWhole(value, 'integer'));
    const number = decimalOf(value);
    if (number === undefined) throwApex('System.TypeException', `Invalid integer: ${stringOf(value)}`);
    return decimalToInteger(number);
  },
  'String format()': (self: number) => formatNumber(self, currentTransaction().user.locale),
});
