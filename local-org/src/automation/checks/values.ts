/**
 * System validation of the values themselves: formats, lengths, ranges and restricted picklists ("Triggers and Order of
 * Execution", Apex Developer Guide; the codes are those of "Status Codes", SOAP API Developer Guide).
 */
import type { SaveError } from '../../database/services.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, type DateValue, Decimal, type FieldValue } from '../../schema/values/index.ts';

/** Local part and domain as the platform accepts them: no spaces, a dot in the domain. */
const EMAIL = /^[\w!#$%&'*+/=?^`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

const MS_PER_DAY = 86_400_000;

/** "The earliest valid date is 1700-01-01T00:00:00Z … The latest valid date is 4000-12-31T00:00:00Z" ("Date Formats and Date Literals", SOQL and SOSL Reference). */
const FIRST_MS = DatetimeValue.parse('1700-01-01T00:00:00Z').ms;
const LAST_MS = DatetimeValue.parse('4000-12-31T00:00:00Z').ms;

/** The errors of one value; `values` limits a picklist to what a record type offers. */
export function checkValue(field: FieldSchema, value: FieldValue, offered?: readonly string[]): SaveError | undefined {
  if (value === null) return undefined;
  switch (field.type) {
    case 'string':
    case 'textarea':
    case 'phone':
    case 'url':
    case 'encryptedstring':
    case 'combobox':
      return checkLength(field, value as string);
    case 'email':
      return checkLength(field, value as string) ?? checkEmail(field, value as string);
    case 'picklist':
      return checkLength(field, value as string) ?? checkPicklist(field, [value as string], offered);
    case 'multipicklist':
      return checkPicklist(field, (value as string).split(';'), offered);
    case 'int':
      return checkRange(field, Decimal.of(value as number));
    case 'double':
    case 'currency':
    case 'percent':
      return checkRange(field, value as Decimal);
    case 'date':
      return checkDay(field, (value as DateValue).days * MS_PER_DAY);
    case 'datetime':
      return checkDay(field, (value as DatetimeValue).ms);
    default:
      return undefined;
  }
}

/** The values a picklist field offers for the record's type; undefined when the type does not narrow them. */
export function offeredValues(
  object: ObjectSchema,
  record: SObject,
  field: FieldSchema,
): readonly string[] | undefined {
  const id = record.values.get('RecordTypeId') ?? null;
  return object.recordTypes.find((type) => type.id === id)?.picklistValues.get(field.name);
}

function checkDay(field: FieldSchema, ms: number): SaveError | undefined {
  if (ms >= FIRST_MS && ms <= LAST_MS) return undefined;
  const [day, date, month, year, time] = new Date(ms).toUTCString().split(/,? /);
  return {
    statusCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `${field.label}: invalid date: ${day} ${month} ${date} ${time} GMT ${Number(year)}`,
    fields: [field.name],
  };
}

function checkLength(field: FieldSchema, value: string): SaveError | undefined {
  if (field.length === 0 || value.length <= field.length) return undefined;
  return {
    statusCode: 'STRING_TOO_LONG',
    message: `${field.label}: data value too large: ${value} (max length=${field.length})`,
    fields: [field.name],
  };
}

function checkEmail(field: FieldSchema, value: string): SaveError | undefined {
  if (EMAIL.test(value)) return undefined;
  return {
    statusCode: 'INVALID_EMAIL_ADDRESS',
    message: `${field.label}: invalid email address: ${value}`,
    fields: [field.name],
  };
}

function checkPicklist(
  field: FieldSchema,
  values: readonly string[],
  offered: readonly string[] | undefined,
): SaveError | undefined {
  if (!field.restrictedPicklist) return undefined;
  const allowed = new Set(
    field.picklistValues
      .filter((entry) => entry.active && (offered === undefined || offered.includes(entry.value)))
      .map((entry) => entry.value),
  );
  const bad = values.find((value) => !allowed.has(value));
  if (bad === undefined) return undefined;
  return {
    statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: `${field.label}: bad value for restricted picklist field: ${bad}`,
    fields: [field.name],
  };
}

function checkRange(field: FieldSchema, value: Decimal): SaveError | undefined {
  const wholeDigits = field.precision - field.scale;
  if (field.precision === 0 || value.abs().compare(Decimal.fromUnscaled(1n, -wholeDigits)) < 0) return undefined;
  return {
    statusCode: 'NUMBER_OUTSIDE_VALID_RANGE',
    message: `${field.label}: value outside of valid range on numeric field: ${value.toString()}`,
    fields: [field.name],
  };
}
