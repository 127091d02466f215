/** Records of custom metadata types. */
import type { Metadata } from '../../metadata/metadata.ts';
import { eachPart, type OnSourceFault } from '../../metadata/source-faults.ts';
import { SourceError } from '../../metadata/xml.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../../schema/values/index.ts';
import type { ComponentRow, RowSync } from './sync-rows.ts';

type Source = Metadata['customMetadataRecords'] extends ReadonlyMap<string, infer T> ? T : never;

export function syncCustomMetadata(rows: RowSync, schema: Schema, metadata: Metadata, onFault: OnSourceFault): void {
  const byType = new Map<ObjectSchema, ComponentRow[]>();
  for (const object of schema.objects.values()) if (object.kind === 'customMetadata') byType.set(object, []);
  eachPart(metadata.customMetadataRecords.values(), onFault, (source) => {
    const object = typeOf(schema, source);
    byType.get(object)!.push(componentRow(rows, schema, object, source));
  });
  for (const [object, components] of byType) rows.sync(object.name, components);
}

function typeOf(schema: Schema, source: Source): ObjectSchema {
  const type = source.fullName.slice(0, source.fullName.indexOf('.'));
  const object = schema.object(`${type}__mdt`);
  if (object === undefined) fail(source, `there is no custom metadata type ${type}__mdt`);
  return object;
}

function componentRow(rows: RowSync, schema: Schema, object: ObjectSchema, source: Source): ComponentRow {
  const name = source.fullName.slice(source.fullName.indexOf('.') + 1);
  const label = source.label ?? name;
  const values: Record<string, FieldValue> = {
    DeveloperName: name,
    MasterLabel: label,
    Label: label,
    Language: 'en_US',
    QualifiedApiName: name,
  };
  const given = new Map(source.values.map(({ field, value }) => [field.toLowerCase(), value]));
  for (const field of object.fields.values()) {
    if (!field.custom || field.formula !== undefined) continue;
    const text = given.get(field.name.toLowerCase());
    values[field.name] =
      text === undefined || text === '' ? emptyValue(field) : readValue(rows, schema, field, text, source);
    given.delete(field.name.toLowerCase());
  }
  for (const unknown of given.keys()) fail(source, `${object.name} has no field ${unknown}`);
  return { name: source.fullName, values };
}

function emptyValue(field: FieldSchema): FieldValue {
  return field.type === 'boolean' ? false : null;
}

function readValue(rows: RowSync, schema: Schema, field: FieldSchema, text: string, source: Source): FieldValue {
  switch (field.type) {
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'int':
      return Number(text);
    case 'double':
    case 'currency':
    case 'percent':
      return Decimal.tryParse(text) ?? fail(source, `'${text}' is not a number (${field.name})`);
    case 'date':
      return DateValue.tryParse(text) ?? fail(source, `'${text}' is not a date (${field.name})`);
    case 'datetime':
      return DatetimeValue.tryParse(text) ?? fail(source, `'${text}' is not a date and time (${field.name})`);
    case 'time':
      return TimeValue.tryParse(text) ?? fail(source, `'${text}' is not a time (${field.name})`);
    case 'reference': {
      const target = schema.require(field.referenceTo[0]);
      // Records of other types are named by developer name; objects and fields by their API names.
      if (target.kind === 'customMetadata')
        return rows.idOf(target.name, `${target.name.replace(/__mdt$/, '')}.${text.slice(text.lastIndexOf('.') + 1)}`);
      if (target.name === 'EntityDefinition') return schema.object(text)?.name ?? text;
      if (target.name !== 'FieldDefinition' && target.name !== 'EntityParticle') return text;
      return definitionName(schema, objectOfField(field, source), text);
    }
    default:
      return text;
  }
}

/** Names may be written in any case. */
function definitionName(schema: Schema, objectName: string, fieldName: string): string {
  const object = schema.object(objectName);
  return `${object?.name ?? objectName}.${object?.field(fieldName)?.name ?? fieldName}`;
}

/** The value of the field that says which object's field this is ("Metadata Relationship Field", Salesforce help). */
function objectOfField({ controllingField }: FieldSchema, source: Source): string {
  const wanted = controllingField?.toLowerCase();
  return source.values.find(({ field }) => field.toLowerCase() === wanted)?.value ?? '';
}

function fail(source: Source, reason: string): never {
  throw new SourceError(source.source.file, source.source.line, reason);
}
