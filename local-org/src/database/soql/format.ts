/** `FORMAT()`: values as text in the running user's locale ("FORMAT()", SOQL and SOSL Reference). */
import { DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../../schema/values/index.ts';
import { currentTransaction } from '../transaction.ts';
import type { SqlValue } from './plan/sql-value.ts';

export function formatted(value: SqlValue): SqlValue {
  return {
    ...value,
    type: 'string',
    decode: (raw) => {
      const decoded = value.decode(raw);
      return decoded === null ? null : formatValue(decoded, value.type === 'currency');
    },
  };
}

/** A value as the running user's locale shows it. */
export function formatValue(value: Exclude<FieldValue, null>, isCurrency: boolean): string {
  const { locale, timeZone } = currentTransaction().user;
  const language = locale.replaceAll('_', '-');
  if (value instanceof Decimal || typeof value === 'number') {
    const digits = value instanceof Decimal ? value.scale : 0;
    const style = isCurrency ? ({ style: 'currency', currency: 'USD' } as const) : {};
    const format = new Intl.NumberFormat(language, {
      ...style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return format.format(String(value) as Intl.StringNumericLiteral);
  }
  if (value instanceof DateValue) return dateFormat(language, 'UTC').format(value.days * 86_400_000);
  if (value instanceof DatetimeValue) {
    return `${dateFormat(language, timeZone).format(value.ms)} ${timeFormat(language, timeZone).format(value.ms)}`;
  }
  if (value instanceof TimeValue) return timeFormat(language, 'UTC').format(value.ms);
  return String(value);
}

function dateFormat(language: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
}

function timeFormat(language: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeZone, hour: 'numeric', minute: '2-digit' });
}
