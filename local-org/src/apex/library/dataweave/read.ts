/** What scripts are given: texts in the format of the input, or values of Apex. */
import { SObject } from '../../../schema/sobject.ts';
import { BlobValue, DatetimeValue, Decimal } from '../../../schema/values/index.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { ApexList, ApexMap, ApexSet, stringOf } from '../../runtime/index.ts';
import { parseCsv } from '../support/csv.ts';
import { parseJson, type JsonNode } from '../support/json-tree.ts';
import type { Format } from './syntax.ts';
import { DwObject, Zoned, type DwEntry, type DwValue } from './values.ts';

export function readInput(value: unknown, { mime, properties }: Format): DwValue {
  if (mime === 'application/java' || mime === 'application/apex') return fromApex(value);
  const text = value instanceof BlobValue ? new TextDecoder().decode(value.bytes) : stringOf(value);
  if (mime === 'application/json') return fromJson(parseJson(text).root);
  if (mime === 'application/csv') return fromCsv(text, properties);
  if (mime === 'text/plain') return text;
  throw new NotSupported(`DataWeave input of ${mime}`);
}

function entry(key: string, value: DwValue): DwEntry {
  return { key, attributes: [], value };
}

function fromJson(node: JsonNode): DwValue {
  switch (node.kind) {
    case 'object':
      return new DwObject(node.entries.map(([name, value]) => entry(name, fromJson(value))));
    case 'array':
      return node.items.map(fromJson);
    case 'number':
      return Decimal.parse(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'string':
      return node.text;
    case 'null':
      return null;
  }
}

/** Records by the names of the first line; values are texts. */
function fromCsv(text: string, properties: ReadonlyMap<string, string>): DwValue {
  const separator = properties.get('separator') ?? ',';
  if (properties.get('header') === 'false') throw new NotSupported('DataWeave CSV without a header');
  const [names = [], ...rows] = parseCsv(separator === ',' ? text : swapped(text, separator));
  const restored = (cell: string): string => (separator === ',' ? cell : swapped(cell, separator));
  return rows.map((row) => new DwObject(names.map((name, index) => entry(restored(name), restored(row[index] ?? '')))));
}

/** The reader of CSV knows commas: they change places with the separator, and back. */
function swapped(text: string, separator: string): string {
  return Array.from(text, (letter) => (letter === separator ? ',' : letter === ',' ? separator : letter)).join('');
}

function fromApex(value: unknown): DwValue {
  if (value instanceof SObject) {
    return new DwObject([...value.values].map(([name, held]) => entry(name, fromApex(held))));
  }
  if (value instanceof ApexList || value instanceof ApexSet) return [...value].map(fromApex);
  if (value instanceof ApexMap)
    return new DwObject([...value.entries()].map(([key, held]) => entry(String(key), fromApex(held))));
  if (value instanceof DatetimeValue) return new Zoned(value, 'GMT');
  if (typeof value === 'number') return Decimal.of(value);
  if (typeof value === 'bigint') return Decimal.of(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || value instanceof Decimal)
    return value;
  throw new NotSupported('this Apex value as DataWeave input');
}
