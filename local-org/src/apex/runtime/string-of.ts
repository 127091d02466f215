/** Values as text: what `String.valueOf(Object)`, `System.debug` and `+` with a String show. */
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue } from '../../schema/values/index.ts';
import { ApexObject } from './apex-object.ts';
import { callMethod, hasMethod } from './call.ts';
import { ApexException } from './exception.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { runtimeClassOf, type RuntimeClass } from './runtime-class.ts';
import { ApexSet } from './set.ts';

/** Collections show this many elements. */
const shownElements = 10;

const stubs = new WeakSet<object>();

/** Makes an object show itself as an instance of the class that Test.createStub derives. */
export function showAsStub(object: object): void {
  stubs.add(object);
}

/** `null` for null; dates with a time of midnight and datetimes in GMT, as the platform prints Objects. */
export function stringOf(value: unknown): string {
  return text(value, new Set());
}

interface Printable {
  toString(): string;
}

function text(value: unknown, outer: Set<object>): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return (value as Printable).toString();
  if (value instanceof DateValue) return `${value.toString()} 00:00:00`;
  if (value instanceof DatetimeValue) return value.toString().slice(0, 19).replace('T', ' ');
  if (value instanceof BlobValue) return `Blob[${value.bytes.length}]`;
  const structured = value instanceof SObject || value instanceof ApexObject;
  if (!structured) return (value as Printable).toString();
  if (outer.has(value)) return '(already output)';
  outer.add(value);
  const result = value instanceof SObject ? recordText(value, outer) : objectText(value, outer);
  outer.delete(value);
  return result;
}

function objectText(value: ApexObject, outer: Set<object>): string {
  if (value instanceof ApexList) return `(${elements(value.items, outer)})`;
  if (value instanceof ApexSet) return `{${elements(value, outer)}}`;
  if (value instanceof ApexMap) {
    const pairs = [...value.entries()].map(([key, entry]) => `${text(key, outer)}=${text(entry, outer)}`);
    return `{${shorten(pairs)}}`;
  }
  if (hasMethod(value, 'tostring', 0)) return String(callMethod(value, 'tostring'));
  if (stubs.has(value)) return `${simpleName(value.apexType.name)}__sfdc_ApexStub:[]`;
  const runtimeClass = runtimeClassOf(value);
  if (runtimeClass === undefined) return (value as Printable).toString();
  const shown = `${simpleName(runtimeClass.name)}:[${fieldTexts(value, runtimeClass, outer).sort().join(', ')}]`;
  return value instanceof ApexException ? `${shown}: ${value.message ?? 'Script-thrown exception'}` : shown;
}

/** Inherited fields go by the class that declares them; properties show what the object holds for them. */
function fieldTexts(value: ApexObject, runtimeClass: RuntimeClass, outer: Set<object>, prefix = ''): string[] {
  const { superclass } = runtimeClass;
  const inherited = superclass === null ? [] : fieldTexts(value, superclass, outer, `${simpleName(superclass.name)}.`);
  const own = runtimeClass.fields
    .filter((field) => !field.static)
    .map((field) => `${prefix}${field.name}=${text(field.readStored(value), outer)}`);
  return [...own, ...inherited];
}

function recordText(record: SObject, outer: Set<object>): string {
  const fields = [...record.values].map(([name, value]) => `${name}=${text(value, outer)}`);
  return `${record.schema.name}:{${fields.join(', ')}}`;
}

function elements(values: Iterable<unknown>, outer: Set<object>): string {
  return shorten(Array.from(values, (value) => text(value, outer)));
}

function shorten(texts: readonly string[]): string {
  if (texts.length <= shownElements) return texts.join(', ');
  return `${texts.slice(0, shownElements).join(', ')}, ...`;
}

function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
