/** Values as expressions in text show them. */
import { ApexDouble, doubleText, stringOf } from '../apex/runtime/index.ts';
import { formatByPattern } from '../apex/library/support/java-date-format.ts';
import { SObject } from '../schema/sobject.ts';
import { DateValue, DatetimeValue } from '../schema/values/index.ts';

/** As Java prints dates: "Sat Jan 31 00:00:00 GMT 2026". */
const JAVA_DATE = 'EEE MMM dd HH:mm:ss z yyyy';

/** Nothing for null; dates and times in GMT, numbers as they are. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof DateValue) return formatByPattern(DatetimeValue.of(value, 'UTC'), JAVA_DATE, 'GMT', 'en_US');
  if (value instanceof DatetimeValue) return formatByPattern(value, JAVA_DATE, 'GMT', 'en_US');
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof SObject) return value.id ?? '';
  return stringOf(value);
}
