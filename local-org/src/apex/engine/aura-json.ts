/** Apex values as the JSON that Lightning components receive ("Returning Data from an Apex Server-Side Controller"). */
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue } from '../../schema/values/index.ts';
import type { ApexObject } from '../runtime/apex-object.ts';
import { ApexDouble } from '../runtime/double.ts';
import { ApexEnumValue } from '../runtime/enum-value.ts';
import { throwApex } from '../runtime/exception.ts';
import { ApexList } from '../runtime/list.ts';
import { ApexMap } from '../runtime/map.ts';
import { runtimeClassOf, type RuntimeClass } from '../runtime/runtime-class.ts';
import { ApexSet } from '../runtime/set.ts';
import { stringOf } from '../runtime/string-of.ts';
import { typeOf } from '../runtime/type-of.ts';
import { annotatedFields } from './data.ts';

export function toAuraJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof DateValue) return value.toString();
  if (value instanceof DatetimeValue) return value.toString().replace('+0000', 'Z');
  if (value instanceof TimeValue) return value.ms;
  if (value instanceof BlobValue) return value.toBase64();
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof SObject) return recordJson(value);
  if (value instanceof ApexList || value instanceof ApexSet) return Array.from(value, toAuraJson);
  if (value instanceof ApexMap) {
    return Object.fromEntries(Array.from(value.entries(), ([key, entry]) => [stringOf(key), toAuraJson(entry)]));
  }
  const runtimeClass = runtimeClassOf(value);
  if (runtimeClass === undefined) throwApex('System.TypeException', `Not serializable: ${typeOf(value).toString()}`);
  return instanceJson(value as ApexObject, runtimeClass);
}

/** Fields that are null are left out. */
function recordJson(record: SObject): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [name, value] of record.values) if (value !== null) json[name] = toAuraJson(value);
  for (const [name, parent] of record.parents) if (parent !== null) json[name] = recordJson(parent);
  for (const [name, rows] of record.children) json[name] = rows.map(recordJson);
  return json;
}

/** Only what is marked `@AuraEnabled` leaves the server. */
function instanceJson(instance: ApexObject, runtimeClass: RuntimeClass): Record<string, unknown> {
  const fields = annotatedFields(runtimeClass, 'auraenabled').filter((field) => field.readable);
  return Object.fromEntries(fields.map((field) => [field.name, toAuraJson(field.read(instance))]));
}
