/** System.Long ("Long Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { longToInteger } from '../../runtime/casts.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { formatNumber } from '../support/locale.ts';
import { parseWhole } from '../support/numbers.ts';

export const longClass = libraryClass(
  'System.Long',
  refusingNulls({
    'static Long valueOf(String stringToLong)': (text: string) => parseWhole(text, 'long'),
    'String format()': (self: bigint) => formatNumber(self, currentTransaction().user.locale),
    'Integer intValue()': longToInteger,
  }),
);
