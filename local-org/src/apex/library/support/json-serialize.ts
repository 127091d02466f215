/** Apex values as JSON ("JSON Class", Apex Reference Guide). */
import { SObject } from '../../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue } from '../../../schema/values/index.ts';
import {
  ApexDouble,
  ApexEnumValue,
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  runtimeClassOf,
  SObjectFieldToken,
  SObjectTypeToken,
  stringOf,
  throwApex,
  typeOf,
  type RuntimeClass,
  type RuntimeField,
} from '../../runtime/index.ts';
import { UuidValue } from '../system/uuid.ts';
import { StorableBean } from './bean.ts';
import { resultMembers } from './json-results.ts';
import { JsonWriter } from './json-writer.ts';

/** Path of a record in the REST API, as the `attributes` of serialised records carry it. */
const RECORD_PATH = '/services/data/v66.0/sobjects';

export interface SerializeOptions {
  readonly pretty?: boolean;
  /** Leave out fields that are null. */
  readonly suppressNulls?: boolean;
}

export function serialize(value: unknown, options: SerializeOptions = {}): string {
  const writer = new JsonWriter(options.pretty ?? false);
  writeValue(writer, value, options.suppressNulls ?? false);
  return writer.text;
}

export function writeValue(writer: JsonWriter, value: unknown, suppressNulls: boolean): void {
  new Serializer(writer, suppressNulls).value(value);
}

/** `2026-01-31T10:00:00.000Z`. */
export function datetimeText(datetime: DatetimeValue): string {
  return datetime.toString().replace('+0000', 'Z');
}

class Serializer {
  private readonly writer: JsonWriter;
  private readonly suppressNulls: boolean;

  constructor(writer: JsonWriter, suppressNulls: boolean) {
    this.writer = writer;
    this.suppressNulls = suppressNulls;
  }

  value(value: unknown): void {
    if (value === null || value === undefined) this.writer.raw('null');
    else if (typeof value === 'string') this.writer.string(value);
    else if (typeof value === 'object') this.object(value);
    else this.writer.raw(stringOf(value));
  }

  private object(value: object): void {
    if (value instanceof Decimal || value instanceof ApexDouble) this.writer.raw(value.toString());
    else if (value instanceof DatetimeValue) this.writer.string(datetimeText(value));
    else if (value instanceof DateValue || value instanceof TimeValue) this.writer.string(value.toString());
    else if (value instanceof BlobValue) this.writer.string(value.toBase64());
    else if (value instanceof UuidValue) this.writer.string(value.text);
    else if (value instanceof ApexEnumValue) this.writer.string(value.name);
    else if (value instanceof SObject) this.record(value);
    else if (value instanceof ApexList || value instanceof ApexSet) this.array(value);
    else if (value instanceof ApexMap) this.map(value);
    else this.instance(value);
  }

  private array(values: Iterable<unknown>): void {
    this.writer.startArray();
    for (const value of values) this.value(value);
    this.writer.endArray();
  }

  /** The entry that was put last comes first, as on the platform, whose documentation promises no order. */
  private map(map: ApexMap): void {
    this.writer.startObject();
    for (const [key, value] of Array.from(map.entries()).reverse()) {
      if (value === null && this.suppressNulls) continue;
      this.field(keyText(key), value);
    }
    this.writer.endObject();
  }

  private field(name: string, value: unknown): void {
    this.writer.fieldName(name);
    this.value(value);
  }

  private record(record: SObject): void {
    this.writer.startObject();
    this.writer.fieldName('attributes');
    this.writer.startObject();
    this.field('type', record.schema.name);
    if (record.id !== null) this.field('url', `${RECORD_PATH}/${record.schema.name}/${record.id}`);
    this.writer.endObject();
    for (const [name, value] of record.values) {
      if (value === null && this.suppressNulls) continue;
      // The REST API's form of a datetime, other than for a Datetime by itself.
      this.field(name, value instanceof DatetimeValue ? value.toString() : value);
    }
    for (const [name, parent] of record.parents) if (parent !== null) this.field(name, parent);
    for (const [name, rows] of record.children) {
      this.writer.fieldName(name);
      this.writer.startObject();
      this.field('totalSize', rows.length);
      this.field('done', true);
      this.writer.fieldName('records');
      this.array(rows);
      this.writer.endObject();
    }
    this.writer.endObject();
  }

  private instance(value: object): void {
    const members = value instanceof StorableBean ? Object.fromEntries(value.values) : resultMembers(value);
    if (members !== undefined) {
      this.writer.startObject();
      for (const [name, member] of Object.entries(members)) this.field(name, member);
      this.writer.endObject();
      return;
    }
    const runtimeClass = runtimeClassOf(value);
    if (runtimeClass === undefined || !(value instanceof ApexObject) || value instanceof ApexException) {
      throwApex('System.JSONException', `Apex Type unsupported in JSON: ${typeOf(value).toString()}`);
    }
    this.writer.startObject();
    this.fields(value, runtimeClass);
    this.writer.endObject();
  }

  private fields(value: ApexObject, runtimeClass: RuntimeClass): void {
    if (runtimeClass.superclass !== null) this.fields(value, runtimeClass.superclass);
    for (const field of runtimeClass.fields.toSorted(byNameBackwards)) {
      if (field.static || field.transient || !field.readable) continue;
      const held = field.read(value);
      if (held !== null || !this.suppressNulls) this.field(field.name, held);
    }
  }
}

/** The platform writes fields from the last name to the first, as the example of "Roundtrip Serialization and Deserialization" shows. */
function byNameBackwards(left: RuntimeField, right: RuntimeField): number {
  return left.name < right.name ? 1 : -1;
}

/** "JSON Support", Apex Developer Guide: only keys that are texts, numbers, dates, enums or schema tokens can be serialised. */
function keyText(key: unknown): string {
  if (key instanceof DatetimeValue) return datetimeText(key);
  if (key instanceof DateValue) return key.toString();
  const isNamed = key instanceof ApexEnumValue || key instanceof SObjectFieldToken || key instanceof SObjectTypeToken;
  const plain = !(key instanceof ApexObject) || isNamed;
  if (!plain || key instanceof SObject) {
    throwApex('System.JSONException', `Apex Type unsupported in JSON: ${typeOf(key).toString()}`);
  }
  return stringOf(key);
}
