/** `apex:outputText` with parameters: placeholders of Java's MessageFormat with a type and a pattern. */
import { ApexDouble } from '../apex/runtime/index.ts';
import { formatByPattern } from '../apex/library/support/java-date-format.ts';
import { NotSupported } from '../schema/errors.ts';
import { DateValue, DatetimeValue, Decimal } from '../schema/values/index.ts';
import { formatNumber } from './number-format.ts';
import { plainText } from './plain-text.ts';

/** `{0}`, `{0,number,#,##0.00}`, `{0,date,d MMMM yyyy}`; text between single quotes is taken as it is. */
export function formatMessage(template: string, values: readonly unknown[]): string {
  return template.replace(/'((?:[^']|'')*)'|\{(\d+)(?:\s*,\s*(\w+)\s*(?:,((?:[^{}']|'[^']*')*))?)?\}/g, replace);

  function replace(all: string, quoted: string | undefined, index: string, type?: string, pattern?: string): string {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    if (Number(index) >= values.length) return all;
    return formatOne(values[Number(index)], type?.toLowerCase(), pattern?.trim());
  }
}

function formatOne(value: unknown, type: string | undefined, pattern: string | undefined): string {
  if (value === null || value === undefined) return '';
  switch (type) {
    case undefined:
      return plainText(value);
    case 'number':
      return formatNumber(toDecimal(value), numberPattern(pattern));
    case 'date':
    case 'time':
      return dateText(value, pattern ?? (type === 'date' ? 'MMM d, yyyy' : 'h:mm:ss a'));
    default:
      throw new NotSupported(`message format ${type}`);
  }
}

function numberPattern(pattern: string | undefined): string {
  switch (pattern) {
    case undefined:
      return '#,##0.###';
    case 'integer':
      return '#,##0';
    case 'currency':
      return '$#,##0.00';
    case 'percent':
      return '#,##0%';
    default:
      return pattern;
  }
}

const NAMED_DATES: Readonly<Record<string, string>> = {
  short: 'M/d/yy',
  medium: 'MMM d, yyyy',
  long: 'MMMM d, yyyy',
  full: 'EEEE, MMMM d, yyyy',
};

/** Dates and times are in GMT here, whatever the user's time zone. */
function dateText(value: unknown, pattern: string): string {
  const moment = value instanceof DateValue ? DatetimeValue.of(value, 'UTC') : value;
  if (!(moment instanceof DatetimeValue)) return plainText(value);
  return formatByPattern(moment, NAMED_DATES[pattern] ?? pattern, 'GMT', 'en_US');
}

function toDecimal(value: unknown): Decimal {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (typeof value === 'number' || typeof value === 'bigint') return Decimal.of(value);
  return Decimal.parse(plainText(value));
}
