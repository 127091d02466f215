/** The type of a value at run time. */
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue } from '../../schema/values/index.ts';
import { sobjectType, types, type ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';
import { ApexDouble } from './double.ts';

/** Ids are strings: the type of an id is String. */
export function typeOf(value: unknown): ApexType {
  switch (typeof value) {
    case 'boolean':
      return types.Boolean;
    case 'number':
      return types.Integer;
    case 'bigint':
      return types.Long;
    case 'string':
      return types.String;
    default:
  }
  if (value === null || value === undefined) return types.null;
  if (value instanceof ApexObject) return value.apexType;
  if (value instanceof SObject) return sobjectType(value.schema.name);
  if (value instanceof Decimal) return types.Decimal;
  if (value instanceof DateValue) return types.Date;
  if (value instanceof DatetimeValue) return types.Datetime;
  if (value instanceof ApexDouble) return types.Double;
  if (value instanceof TimeValue) return types.Time;
  if (value instanceof BlobValue) return types.Blob;
  throw new Error(`Not an Apex value: ${typeof value}`);
}
