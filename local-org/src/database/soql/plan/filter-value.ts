/** What a field is compared with: checked against the field's type, and encoded as the field is stored. */
import type { SQLInputValue } from 'node:sqlite';
import { NotSupported, OrgError } from '../../../schema/errors.ts';
import { hasIdForm, to18 } from '../../../schema/ids.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../../../schema/values/index.ts';
import { fold } from '../../store/text.ts';
import type { Position, Value } from '../ast.ts';
import { QueryError } from '../errors.ts';
import { foldsCase, isId, type SqlValue } from './sql-value.ts';

/** For messages. */
export interface Place {
  readonly text: string;
  readonly position: Position;
}

const MS_PER_DAY = 86_400_000;

/** Types by the names that messages use, and whether their literals stand in quotes. */
const TYPE_NAMES: Readonly<Record<SqlValue['encoding']['kind'], string>> = {
  text: 'string',
  integer: 'int',
  decimal: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
  blob: 'base64',
};

/** The constant that a literal stands for; binds, lists, sub-queries and date literals are not constants. */
export function literalValue(value: Value): FieldValue {
  switch (value.kind) {
    case 'null':
      return null;
    case 'currency':
      throw new NotSupported(`SOQL currency literal ${value.isoCode}${String(value.amount)}`);
    case 'boolean':
    case 'number':
    case 'string':
    case 'date':
    case 'datetime':
    case 'time':
      return value.value;
    default:
      throw new Error(`Not a constant: ${value.kind}`);
  }
}

/**
 * The literal as the left side is stored. Dates and datetimes are not exchangeable in literals, though they are in binds
 * (`bindOperand`).
 */
export function literalOperand(left: SqlValue, value: FieldValue, place: Place): SQLInputValue {
  const { kind } = left.encoding;
  const mixed =
    (kind === 'date' && value instanceof DatetimeValue) || (kind === 'datetime' && value instanceof DateValue);
  if (mixed) throw wrongType(left, place);
  return bindOperand(left, value, place);
}

/** The bound value as the left side is stored; text is folded where comparison ignores case. */
export function bindOperand(left: SqlValue, value: FieldValue, place: Place): SQLInputValue {
  const { kind, scale } = left.encoding;
  if (kind === 'boolean') {
    if (value === null || typeof value === 'boolean') return value ? 1 : 0;
    throw wrongType(left, place);
  }
  if (value === null) return null;
  switch (kind) {
    case 'text':
      // "An empty string is treated as null": `= ''` finds empty fields, as on the platform.
      if (value === '') return null;
      if (typeof value === 'string') return textOperand(left, value, place);
      break;
    case 'integer':
    case 'decimal':
      if (value instanceof Decimal) return scaled(value, scale);
      if (typeof value === 'number') return scaled(Decimal.of(value), scale);
      break;
    case 'date':
      if (value instanceof DateValue) return value.days;
      if (value instanceof DatetimeValue) return value.date().days;
      break;
    case 'datetime':
      if (value instanceof DatetimeValue) return value.ms;
      if (value instanceof DateValue) return value.days * MS_PER_DAY;
      break;
    case 'time':
      if (value instanceof TimeValue) return value.ms;
      break;
    case 'blob':
      break;
  }
  throw wrongType(left, place);
}

function textOperand(left: SqlValue, value: string, place: Place): string {
  if (!isId(left)) return foldsCase(left) ? fold(value) : value;
  if (!hasIdForm(value)) {
    throw new QueryError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`, place.text, place.position);
  }
  return to18(value);
}

/** The number in units of the stored scale; with more digits than stored it is no whole number and equals nothing. */
function scaled(value: Decimal, scale: number): bigint | number {
  const shown = value.stripTrailingZeros();
  if (shown.scale > scale) return shown.toNumber() * 10 ** scale;
  return shown.setScale(scale).unscaled;
}

export function wrongType(left: SqlValue, { text, position }: Place): OrgError {
  const { kind } = left.encoding;
  const quotes = kind === 'text' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  const name = isId(left) ? 'ID' : TYPE_NAMES[kind];
  const detail = `value of filter criterion for field '${left.name}' must be of type ${name} and ${quotes}`;
  return new QueryError('INVALID_FIELD', detail, text, position);
}
