/** JSON as Apex values, untyped and of a given type ("JSON Class", Apex Reference Guide). */
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import {
  BlobValue,
  DateValue,
  DatetimeValue,
  Decimal,
  TimeValue,
  type FieldValue,
} from '../../../schema/values/index.ts';
import { fieldApexType } from '../../check/field-types.ts';
import { toId } from '../../runtime/casts.ts';
import {
  ApexDouble,
  ApexList,
  ApexMap,
  ApexSet,
  throwApex,
  type ApexObject,
  type RuntimeClass,
  type RuntimeField,
} from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { typeName } from '../../types/type-text.ts';
import { UuidValue } from '../system/uuid.ts';
import { StorableBean } from './bean.ts';
import { idOf, resultFromJson } from './json-results.ts';
import type { JsonScanner } from './json-scanner.ts';
import { parseJson, type JsonNode, type JsonObject, type JsonScalar } from './json-tree.ts';

export function deserializeUntyped(text: string): unknown {
  return untyped(parseJson(text).root);
}

/** `strict`: attributes that the type does not have are an error. */
export function deserialize(text: string, type: ApexType, strict: boolean): unknown {
  checkBeginning(text, type);
  const { root, scanner } = parseJson(text);
  return deserializeNode(root, type, scanner, strict);
}

/** The platform reads as it goes: what the text begins with is refused before what is wrong further on. */
function checkBeginning(text: string, type: ApexType): void {
  const expected = opening(type);
  const [start = ''] = /\S/.exec(text) ?? [];
  if (expected === undefined || start === '' || start === expected.character || /[a-z]/.test(start)) return;
  const column = text.indexOf(start) + 2;
  throwApex('System.JSONException', `Malformed JSON: ${expected.problem} at [line:1, column:${column}]`);
}

/** What a value of the type must begin with. */
function opening(type: ApexType): { readonly character: string; readonly problem: string } | undefined {
  if (type.isLibrary('List') || type.isLibrary('Set')) {
    return { character: '[', problem: "Expected '[' at the beginning of List/Set" };
  }
  const isObject = type.kind === 'sobject' || type.isLibrary('Map');
  return isObject ? { character: '{', problem: "Expected '{' at the beginning of object" } : undefined;
}

export function deserializeNode(node: JsonNode, type: ApexType, scanner: JsonScanner, strict: boolean): unknown {
  return new Deserializer(scanner, strict).value(node, type);
}

/** Maps, lists, strings, Booleans, and Integer, Long or Double for numbers. */
function untyped(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return new ApexMap(
        types.String,
        types.Object,
        node.entries.map(([name, value]) => [name, untyped(value)] as const),
      );
    case 'array':
      return new ApexList(types.Object, node.items.map(untyped));
    case 'string':
      return node.text;
    case 'number':
      return untypedNumber(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
  }
}

function untypedNumber(text: string): unknown {
  if (/[.eE]/.test(text)) return new ApexDouble(Number(text));
  const value = BigInt(text);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : new ApexDouble(Number(text));
}

class Deserializer {
  private readonly scanner: JsonScanner;
  private readonly strict: boolean;

  constructor(scanner: JsonScanner, strict: boolean) {
    this.scanner = scanner;
    this.strict = strict;
  }

  /** A generic value: Doubles are boxed. */
  value(node: JsonNode, type: ApexType): unknown {
    if (node.kind === 'null') return null;
    if (type === types.Object) return untyped(node);
    if (type.kind === 'primitive') return this.primitive(node, type);
    if (type.kind === 'sobject') return this.record(node, type);
    if (type.isLibrary('System.UUID') && node.kind === 'string') return new UuidValue(node.text);
    if (type.isLibrary('List')) return new ApexList(type.args[0], this.items(node, type));
    if (type.isLibrary('Set')) return new ApexSet(type.args[0], this.items(node, type));
    if (type.isLibrary('Map')) return this.map(node, type);
    const runtimeClass = machine.program.classOf(type);
    if (runtimeClass?.kind === 'enum') return this.enumConstant(node, type, runtimeClass.constants);
    const constants = machine.program.libraryOf(type)?.constants ?? [];
    if (constants.length > 0) return this.enumConstant(node, type, constants);
    const result = resultFromJson(type, (name, memberType) => this.member(node, name, memberType));
    if (result !== undefined) return result;
    if (runtimeClass === undefined) return this.bean(node, type);
    if (runtimeClass.kind !== 'class' || runtimeClass.abstract) {
      this.fail(`Apex Type unsupported in JSON: ${type.toString()}`);
    }
    return this.instance(node, runtimeClass);
  }

  private items(node: JsonNode, type: ApexType): unknown[] {
    if (node.kind !== 'array') this.fail(`Malformed JSON: ${opening(type)!.problem}`, node);
    return node.items.map((item) => this.value(item, type.args[0]));
  }

  private map(node: JsonNode, type: ApexType): ApexMap {
    const [keyType, valueType] = type.args as [ApexType, ApexType];
    const map = new ApexMap(keyType, valueType);
    for (const [name, value] of this.object(node).entries) {
      const key: JsonScalar = { kind: 'string', text: name, token: node.token };
      map.put(this.value(key, keyType), this.value(value, valueType));
    }
    return map;
  }

  private object(node: JsonNode): JsonObject {
    if (node.kind !== 'object') this.fail("Malformed JSON: Expected '{' at the beginning of object", node);
    return node;
  }

  private instance(node: JsonNode, runtimeClass: RuntimeClass): ApexObject {
    const instance = runtimeClass.allocate();
    const fields = writableFields(runtimeClass);
    for (const [name, value] of this.object(node).entries) {
      const field = fields.get(name.toLowerCase());
      if (field !== undefined) field.write(instance, this.value(value, field.type));
      else if (this.strict) this.fail(`Unknown field: ${runtimeClass.name}.${name}`);
    }
    return instance;
  }

  /** An object of the platform that only holds its properties. */
  private bean(node: JsonNode, type: ApexType): unknown {
    const library = machine.program.libraryOf(type);
    const create = library?.constructors.find(({ parameters }) => parameters.length === 0);
    const bean: unknown = create?.behaviour();
    if (!(bean instanceof StorableBean)) this.fail(`Apex Type unsupported in JSON: ${type.toString()}`);
    for (const [name, value] of this.object(node).entries) {
      const property = library!.properties.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      if (property === undefined) continue;
      bean.values.set(property.name, this.value(value, machine.program.findType(typeName(property.type))!));
    }
    return bean;
  }

  private member(node: JsonNode, name: string, type: ApexType): unknown {
    const entry = this.object(node).entries.find(([key]) => key.toLowerCase() === name.toLowerCase());
    return entry === undefined ? null : this.value(entry[1], type);
  }

  private enumConstant(node: JsonNode, type: ApexType, constants: RuntimeClass['constants']): unknown {
    if (node.kind === 'object' || node.kind === 'array') this.fail('Illegal value for primitive');
    const constant = constants.find(({ name }) => name === node.text);
    if (constant === undefined) this.fail(`The type ${type.toString()} does not have an enum value ${node.text}`, node);
    return constant;
  }

  private primitive(node: JsonNode, type: ApexType): unknown {
    if (node.kind === 'object' || node.kind === 'array') this.fail('Illegal value for primitive', node);
    return this.scalar(node, type);
  }

  private scalar(node: JsonScalar, type: ApexType): unknown {
    const { text } = node;
    switch (type) {
      case types.String:
        return text;
      case types.Id:
        return text === '' ? null : toId(text);
      case types.Boolean:
        if (!/^(?:true|false)$/i.test(text)) this.fail(`Illegal value for boolean: ${text}`, node);
        return text.toLowerCase() === 'true';
      case types.Integer:
        return Number(this.whole(node, 32));
      case types.Long:
        return this.whole(node, 64);
      case types.Double:
        return new ApexDouble(this.decimal(node).toNumber());
      case types.Decimal:
        return this.decimal(node);
      case types.Date:
        return DateValue.tryParse(text.slice(0, 10)) ?? this.invalidFormat(node);
      case types.Datetime:
        return parsedDatetime(text) ?? this.invalidFormat(node);
      case types.Time:
        return TimeValue.tryParse(text) ?? this.invalidFormat(node);
      case types.Blob:
        return BlobValue.ofBase64(text);
      default:
        return this.fail(`Apex Type unsupported in JSON: ${type.toString()}`);
    }
  }

  private whole(node: JsonScalar, bits: number): bigint {
    const value = /^[+-]?\d+$/.test(node.text) ? BigInt(node.text) : undefined;
    if (value === undefined || BigInt.asIntN(bits, value) !== value) {
      this.fail(`For input string: "${node.text}"`, node);
    }
    return value;
  }

  private decimal(node: JsonScalar): Decimal {
    return Decimal.tryParse(node.text) ?? this.fail(`Illegal value for primitive: ${node.text}`, node);
  }

  private invalidFormat(node: JsonScalar): never {
    this.fail(`Invalid format: "${node.text}"`, node);
  }

  private record(node: JsonNode, type: ApexType): SObject {
    const { entries } = this.object(node);
    const schema = this.objectOf(node as JsonObject, type);
    const record = new SObject(schema);
    for (const [name, value] of entries) {
      if (name !== 'attributes') this.recordMember(record, name, value);
    }
    return record;
  }

  /** The object that the type or, for a generic one, the `attributes` name. */
  private objectOf(node: JsonObject, type: ApexType): ObjectSchema {
    if (type !== types.SObject) return machine.program.schema.require(type.name);
    const attributes = node.entries.find(([name]) => name === 'attributes')?.[1];
    const named = attributes?.kind === 'object' ? attributes.entries.find(([name]) => name === 'type')?.[1] : undefined;
    if (named?.kind !== 'string') {
      this.fail('Nested object for polymorphic foreign key must have an attributes field before any other fields.');
    }
    return machine.program.schema.require(named.text);
  }

  private recordMember(record: SObject, name: string, node: JsonNode): void {
    const { schema } = record;
    const field = schema.field(name);
    if (field !== undefined) {
      record.values.set(field.name, this.fieldValue(field, node));
      return;
    }
    const reference = schema.relationship(name);
    if (reference !== undefined) {
      record.parents.set(reference.relationshipName!, this.parent(reference, node));
      return;
    }
    const children = schema.childRelationships.find(
      ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase(),
    );
    if (children !== undefined) {
      record.children.set(children.relationshipName!, this.children(children.childObject, node));
    } else if (this.strict) {
      this.fail(`No such column '${name}' on sobject of type ${schema.name}`);
    }
  }

  private fieldValue(field: FieldSchema, node: JsonNode): FieldValue {
    if (node.kind === 'null') return null;
    if (node.kind === 'object' || node.kind === 'array') {
      const start =
        node.kind === 'object'
          ? 'START_OBJECT value { or request may be missing a required field'
          : 'START_ARRAY value';
      this.fail(`Cannot deserialize instance of ${field.type} from ${start}`, node);
    }
    const type = fieldApexType(field);
    if (type === types.Id) return node.text === '' ? null : idOf(node.text);
    if (type === types.Decimal) return Decimal.ofDouble(this.decimal(node).toNumber());
    if (type === types.Date && DateValue.tryParse(node.text.slice(0, 10)) === undefined) {
      this.fail(
        `Cannot deserialize instance of date from VALUE_STRING value ${node.text} or request may be missing a required field`,
        node,
      );
    }
    return this.scalar(node, type) as FieldValue;
  }

  private parent(reference: FieldSchema, node: JsonNode): SObject | null {
    if (node.kind === 'null') return null;
    if (node.kind !== 'object') {
      this.fail(`The value provided for foreign key reference ${reference.relationshipName} is not a nested SObject`);
    }
    const [target] = reference.referenceTo;
    const single = reference.referenceTo.length === 1 ? machine.program.findType(target) : undefined;
    return this.record(node, single ?? types.SObject);
  }

  /** `{"records": […]}` as queries give them, or just the array. */
  private children(childObject: string, node: JsonNode): SObject[] {
    if (node.kind === 'null') return [];
    const rows = node.kind === 'object' ? node.entries.find(([name]) => name === 'records')?.[1] : node;
    if (rows?.kind !== 'array') this.fail(`Expected List<${childObject}> but found ${found(node)}`, node);
    const type = machine.program.findType(childObject) ?? types.SObject;
    return rows.items.map((row) => this.record(row, type));
  }

  private fail(message: string, node?: JsonNode): never {
    const location = node === undefined ? '' : ` at ${this.scanner.location(node.token.end)}`;
    throwApex('System.JSONException', message + location);
  }
}

/** By lower-cased name; a subclass's field hides its superclass's. */
function writableFields(runtimeClass: RuntimeClass): Map<string, RuntimeField> {
  const fields =
    runtimeClass.superclass === null ? new Map<string, RuntimeField>() : writableFields(runtimeClass.superclass);
  for (const field of runtimeClass.fields) {
    if (!field.static && !field.transient && field.writable) fields.set(field.name.toLowerCase(), field);
  }
  return fields;
}

/** ISO 8601, or milliseconds. */
function parsedDatetime(text: string): DatetimeValue | undefined {
  if (/^-?\d{8,}$/.test(text)) return new DatetimeValue(Number(text));
  const date = DateValue.tryParse(text);
  return date === undefined ? DatetimeValue.tryParse(text) : new DatetimeValue(date.days * 86_400_000);
}

/** How Jackson shows the token that it did not expect. */
function found(node: JsonNode): string {
  return node.kind === 'object'
    ? '{'
    : node.kind === 'array'
      ? '['
      : node.kind === 'string'
        ? `"${node.text}"`
        : node.text;
}
