/** Values of fields and of Apex's primitive types. One file per type. */
import type { BlobValue } from './blob.ts';
import type { DateValue } from './date.ts';
import type { DatetimeValue } from './datetime.ts';
import type { Decimal } from './decimal.ts';
import type { TimeValue } from './time.ts';

export { BlobValue } from './blob.ts';
export { DateValue } from './date.ts';
export { DatetimeValue } from './datetime.ts';
export { ArithmeticError, Decimal, type RoundingMode } from './decimal.ts';
export { sameValue } from './same-value.ts';
export { TimeValue } from './time.ts';

/**
 * A field's value: text types, ids and picklists are strings (multi-select picklists joined by `;`), `int` fields are
 * whole numbers, `double`, `currency` and `percent` fields are Decimals.
 */
export type FieldValue = null | boolean | number | string | Decimal | DateValue | DatetimeValue | TimeValue | BlobValue;
