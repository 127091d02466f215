/** What scripts give: texts in the format of the output, or values of Apex. */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { SObject } from '../../../schema/sobject.ts';
import { Decimal } from '../../../schema/values/index.ts';
import { ApexList, ApexMap, throwApex, type ApexObject } from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { runtimeClassOf } from '../../runtime/runtime-class.ts';
import { sobjectType, types, type ApexType } from '../../types/apex-type.ts';
import { toFieldValue } from '../support/field-values.ts';
import { newInstance } from '../system/type.ts';
import { DwObject, isArray, textOf, Zoned, type DwEntry, type DwValue } from './values.ts';

/** Formats of which the result is a text. */
const WRITERS: Readonly<Record<string, (value: DwValue) => string>> = {
  'application/json': (value) => jsonText(value, ''),
  'application/csv': csvText,
  'application/xml': (value) => `<?xml version='1.0' encoding='UTF-8'?>\n${xmlText(value, '')}`,
  'text/plain': textOf,
};

/** The result of a script: a text, or for `application/apex` and `application/java` a value of Apex. */
export function writeOutput(value: DwValue, mime: string): unknown {
  if (mime === 'application/apex' || mime === 'application/java') return toApex(value);
  const write = WRITERS[mime];
  if (write === undefined) {
    throwApex('System.DataWeaveScriptException', `Unknown content type \`${mime}\`.`);
  }
  return write(value);
}

function jsonText(value: DwValue, indent: string): string {
  const inner = `${indent}  `;
  const block = (open: string, lines: readonly string[], close: string): string =>
    `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`;
  if (isArray(value)) {
    return value.length === 0
      ? '[]'
      : block(
          '[',
          value.map((item) => jsonText(item, inner)),
          ']',
        );
  }
  if (value instanceof DwObject) {
    const lines = value.entries.map((entry) => `${JSON.stringify(entry.key)}: ${jsonText(entry.value, inner)}`);
    return lines.length === 0 ? '{}' : block('{', lines, '}');
  }
  if (value === null || typeof value === 'boolean' || value instanceof Decimal) return String(value);
  return JSON.stringify(textOf(value));
}

function csvText(value: DwValue): string {
  const rows = (isArray(value) ? value : [value]).filter((row) => row instanceof DwObject);
  const cell = (held: DwValue): string => {
    const text = held === null ? '' : textOf(held);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const names = rows[0]?.entries.map(({ key }) => key) ?? [];
  return [names, ...rows.map((row) => names.map((name) => row.get(name)))]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('');
}

function xmlText(value: DwValue, indent: string): string {
  if (!(value instanceof DwObject)) return value === null ? '' : escaped(textOf(value));
  return value.entries.map((entry) => `${indent}${xmlElement(entry, indent)}`).join('\n');
}

function xmlElement({ key, attributes, value }: DwEntry, indent: string): string {
  const start = `${key}${attributes.map((each) => ` ${each.key}="${escaped(textOf(each.value))}"`).join('')}`;
  if (value === null || (value instanceof DwObject && value.entries.length === 0)) return `<${start}/>`;
  if (isArray(value)) throw new NotSupported('a DataWeave array as an element of XML');
  if (!(value instanceof DwObject)) return `<${start}>${xmlText(value, '')}</${key}>`;
  return `<${start}>\n${xmlText(value, `${indent}  `)}\n${indent}</${key}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function toApex(value: DwValue): unknown {
  if (isArray(value)) {
    const items = value.map(toApex);
    return new ApexList(elementType(value), items);
  }
  if (value instanceof DwObject) return value.className === undefined ? mapOf(value) : instanceOf(value);
  if (value instanceof Zoned) return value.datetime;
  if (value instanceof Decimal) return value.scale === 0 ? value.toNumber() : value;
  if (typeof value === 'function') throw new NotSupported('a DataWeave function as a result');
  return value;
}

/** A list of what the objects in it become, when they all become the same. */
function elementType(items: readonly DwValue[]): ApexType {
  const names = new Set(items.map((item) => (item instanceof DwObject ? item.className : undefined)));
  const [name] = names;
  return names.size === 1 && name !== undefined ? typeNamed(name) : types.Object;
}

function typeNamed(name: string): ApexType {
  const runtimeClass = machine.program.findClass(name);
  if (runtimeClass !== undefined) return runtimeClass.type;
  const object = currentTransaction().org.schema.object(name);
  return object === undefined
    ? throwApex('System.DataWeaveScriptException', `Unable to find the class ${name}`)
    : sobjectType(object.name);
}

function mapOf(value: DwObject): ApexMap {
  return new ApexMap(
    types.String,
    types.Object,
    value.entries.map((entry) => [entry.key, toApex(entry.value)]),
  );
}

function instanceOf(value: DwObject): unknown {
  const type = typeNamed(value.className!);
  const made = newInstance(type);
  if (made instanceof SObject) fillRecord(made, value);
  else fillInstance(made as ApexObject, value);
  return made;
}

function fillRecord(record: SObject, value: DwObject): void {
  for (const { key, value: held } of value.entries) {
    const field = record.schema.field(key);
    if (field === undefined) {
      throwApex('System.DataWeaveScriptException', `No such field ${key} on ${record.schema.name}`);
    }
    record.values.set(field.name, toFieldValue(field, toApex(held)));
  }
}

function fillInstance(instance: ApexObject, value: DwObject): void {
  const fields = runtimeClassOf(instance)?.fields ?? [];
  for (const { key, value: held } of value.entries) {
    const field = fields.find(({ name, static: isStatic }) => !isStatic && name.toLowerCase() === key.toLowerCase());
    if (field === undefined) throwApex('System.DataWeaveScriptException', `No such property: ${key}`);
    field.writeStored(instance, toApex(held));
  }
}
