/** Values of filter items, which metadata writes as text. */
import { NotSupported } from '../../schema/errors.ts';
import type { FieldSchema } from '../../schema/model.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue } from '../../schema/values/index.ts';

/** The parts of a value with commas; a part in quotes may hold commas. An empty text is null. */
export function filterValues(field: FieldSchema, text: string, where: string): FieldValue[] {
  return splitValues(text).map((part) => filterValue(field, part, where));
}

function splitValues(text: string): string[] {
  const parts = text.match(/"[^"]*"|[^,]+/g) ?? [''];
  return parts.map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
}

/** Throws `NotSupported` for a text that is no value of the field's type. */
export function filterValue(field: FieldSchema, text: string, where: string): FieldValue {
  if (text === '') return null;
  switch (field.type) {
    case 'boolean':
      return /^(true|1|yes)$/i.test(text);
    case 'int':
      return known(Decimal.tryParse(text), field, text, where).toNumber();
    case 'double':
    case 'currency':
    case 'percent':
      return known(Decimal.tryParse(text.replace(/[^\d.eE+-]/g, '')), field, text, where);
    case 'date':
      return known(DateValue.tryParse(text) ?? usDate(text), field, text, where);
    case 'datetime':
      return known(DatetimeValue.tryParse(text), field, text, where);
    default:
      return text;
  }
}

/** Filters written in Setup keep the date in the form of the US locale. */
function usDate(text: string): DateValue | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return match === null ? undefined : DateValue.of(Number(match[3]), Number(match[1]), Number(match[2]));
}

function known<T>(value: T | undefined, field: FieldSchema, text: string, where: string): T {
  if (value === undefined) throw new NotSupported(`filter value '${text}' for ${field.name}`, where);
  return value;
}
