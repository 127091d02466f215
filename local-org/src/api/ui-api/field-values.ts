/** Field values in JSON, and the text in which a user reads them. */
import { OrgError } from '../../schema/errors.ts';
import type { FieldSchema } from '../../schema/model.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue, type FieldValue } from '../../schema/values/index.ts';
import type { UserContext } from '../../database/services.ts';

export type JsonValue = string | number | boolean | null;

/** The `value` of a field in a record of the UI API. */
export function jsonValue(value: FieldValue): JsonValue {
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof DatetimeValue) return new Date(value.ms).toISOString();
  if (value instanceof DateValue || value instanceof TimeValue || value instanceof BlobValue) return value.toString();
  return value;
}

/** The locale as JavaScript names it (`en_US` → `en-US`). */
export function languageTag(locale: string): string {
  return locale.replace(/_/g, '-');
}

/** What of a field decides how its values are shown. */
export type ShownField = Pick<FieldSchema, 'type' | 'scale' | 'picklistValues'>;

/** The `displayValue` of a field: localised text for what is not shown as it is stored, else null. */
export function displayValue(field: ShownField, value: FieldValue, user: UserContext, currency: string): string | null {
  if (value === null) return null;
  const locale = languageTag(user.locale);
  switch (field.type) {
    case 'currency':
      return numberText(value, locale, { style: 'currency', currency, ...digits(field) });
    case 'percent':
      return `${numberText(value, locale, digits(field))}%`;
    case 'double':
    case 'int':
      return numberText(value, locale, digits(field));
    case 'date':
      return dateText(value as DateValue, locale);
    case 'datetime':
      return datetimeText(value as DatetimeValue, locale, user.timeZone);
    case 'time':
      return timeText(value as TimeValue, locale);
    case 'picklist':
    case 'multipicklist':
    case 'combobox':
      return picklistText(field, String(value));
    default:
      return null;
  }
}

function digits(field: ShownField): Intl.NumberFormatOptions {
  return { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
}

/** Making one takes far longer than using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberText(value: FieldValue, locale: string, options: Intl.NumberFormatOptions): string {
  const key = `${locale} ${options.currency ?? ''} ${options.maximumFractionDigits}`;
  let format = numberFormats.get(key);
  if (format === undefined) numberFormats.set(key, (format = new Intl.NumberFormat(locale, options)));
  // As a string the number keeps every digit.
  return format.format((value instanceof Decimal ? value.toString() : value) as number);
}

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

function dateText(value: DateValue, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }).format(value.days * 86_400_000);
}

function datetimeText(value: DatetimeValue, locale: string, timeZone: string): string {
  return plainSpaces(new Intl.DateTimeFormat(locale, { ...DAY, ...MINUTE, timeZone }).format(value.ms));
}

function timeText(value: TimeValue, locale: string): string {
  return plainSpaces(new Intl.DateTimeFormat(locale, { ...MINUTE, timeZone: 'UTC' }).format(value.ms));
}

/** Newer locale data puts a narrow no-break space before AM and PM, the platform a plain one. */
function plainSpaces(text: string): string {
  return text.replace(/\u202f/g, ' ');
}

function picklistText(field: ShownField, value: string): string {
  const label = (part: string) => field.picklistValues.find((entry) => entry.value === part)?.label ?? part;
  return field.type === 'multipicklist' ? value.split(';').map(label).join(';') : label(value);
}

/**
 * The value of a field from a request body. Numbers may come as text, as forms send them; an empty text is no value. Throws
 * `JSON_PARSER_ERROR` with the platform's wording for a value of another type.
 */
export function parseJsonValue(field: FieldSchema, value: unknown): FieldValue {
  if (value === null || value === undefined || (value === '' && field.type !== 'boolean')) return null;
  const parsed = parse(field, value);
  if (parsed === undefined) {
    throw new OrgError(
      'JSON_PARSER_ERROR',
      `Cannot deserialize instance of ${field.type} from value ${JSON.stringify(value)} for field ${field.name}`,
      [field.name],
    );
  }
  return parsed;
}

function parse(field: FieldSchema, value: unknown): FieldValue | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;
    case 'int': {
      const number = Number(value);
      return Number.isInteger(number) ? number : undefined;
    }
    case 'double':
    case 'currency':
    case 'percent':
      return typeof value === 'number' || typeof value === 'string' ? Decimal.tryParse(String(value)) : undefined;
    case 'date':
      return typeof value === 'string' ? DateValue.tryParse(value) : undefined;
    case 'datetime':
      return typeof value === 'string' ? DatetimeValue.tryParse(value) : undefined;
    case 'time':
      return typeof value === 'string' ? TimeValue.tryParse(value) : undefined;
    case 'base64':
      return typeof value === 'string' ? BlobValue.ofBase64(value) : undefined;
    default:
      return typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : undefined;
  }
}
