/** `FORMAT()`: values as text in the running user's locale ("FORMAT()", SOQL and SOSL Reference). */
import { DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../../schema/values/index.ts';
import { decimalPlaces } from '../../schema/currencies.ts';
import { currencyRates } from '../currency-rates.ts';
import { currentTransaction } from '../transaction.ts';
import { computedValue, type SqlValue } from './plan/sql-value.ts';

/** Amounts of an org with several currencies are shown with their ISO code. */
export function formatted(value: SqlValue): SqlValue {
  if (value.currency !== undefined) return withCode(value, value.currency);
  return {
    ...value,
    type: 'string',
    decode: (raw) => {
      const decoded = value.decode(raw);
      return decoded === null ? null : formatValue(decoded, value.type === 'currency');
    },
  };
}

function withCode({ sql, decode, name }: SqlValue, currency: string): SqlValue {
  const text = computedValue(`iif(${sql} IS NULL,NULL,coalesce(${currency},'')||' '||${sql})`, 'string', name);
  return {
    ...text,
    decode: (raw) => {
      if (raw === null) return null;
      const [code, unscaled = ''] = String(raw).split(' ');
      const shown = code === '' ? currencyRates(currentTransaction().store).corporate : (code ?? '');
      const amount = (decode(BigInt(unscaled)) as Decimal).setScale(decimalPlaces(shown));
      return `${shown} ${formatValue(amount, false)}`;
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
