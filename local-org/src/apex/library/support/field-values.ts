/** Values that Apex code puts into fields of records whose type the compiler does not know. */
import type { FieldSchema } from '../../../schema/model.ts';
import { DateValue, DatetimeValue, BlobValue, TimeValue, type FieldValue } from '../../../schema/values/index.ts';
import { fieldApexType } from '../../check/field-types.ts';
import { dateToDatetime, toId } from '../../runtime/casts.ts';
import { throwApex, typeOf } from '../../runtime/index.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { decimalOf } from './numbers.ts';

/** The value as the field holds it; throws `Illegal assignment from Integer to String`. */
export function toFieldValue(field: FieldSchema, value: unknown): FieldValue {
  if (value === null) return null;
  const type = fieldApexType(field);
  return (
    converted(type, value) ??
    throwApex('System.SObjectException', `Illegal assignment from ${typeOf(value).toString()} to ${type.toString()}`)
  );
}

function converted(type: ApexType, value: unknown): FieldValue | undefined {
  switch (type) {
    case types.String:
      return typeof value === 'string' ? value : undefined;
    case types.Id:
      return typeof value === 'string' ? toId(value) : undefined;
    case types.Boolean:
      return typeof value === 'boolean' ? value : undefined;
    case types.Integer:
      return typeof value === 'number' ? value : undefined;
    case types.Decimal:
      return decimalOf(value);
    case types.Date:
      return value instanceof DateValue ? value : undefined;
    case types.Datetime:
      return value instanceof DateValue ? dateToDatetime(value)! : value instanceof DatetimeValue ? value : undefined;
    case types.Time:
      return value instanceof TimeValue ? value : undefined;
    case types.Blob:
      return value instanceof BlobValue ? value : undefined;
    default:
      return value as FieldValue;
  }
}
