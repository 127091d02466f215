/** Makes fields of the schema from CustomField metadata. */
import type { Component, Metadata } from '../metadata/metadata.ts';
import type { CustomFieldSource } from '../metadata/readers/custom-field.ts';
import { SourceError } from '../metadata/xml.ts';
import { makeField, type FieldInit } from './field.ts';
import type { FieldSchema, FieldType } from './model.ts';
import { fieldPicklist } from './picklists.ts';

export type FieldSource = Component<CustomFieldSource>;
type SourceType = NonNullable<CustomFieldSource['type']>;

/** Metadata types whose schema type does not depend on anything else. Others are handled one by one, or not built. */
const SIMPLE_TYPES: Readonly<Partial<Record<SourceType, FieldType>>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Hierarchy: 'reference',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  EncryptedText: 'encryptedstring',
  Time: 'time',
  Url: 'url',
  Location: 'location',
};

/** Longest result of a text formula (Salesforce Help, "Formula Field Limits"). */
const FORMULA_TEXT_LENGTH = 1300;
const DEFAULT_LONG_TEXT_LENGTH = 32768;

/** Whether fields of this metadata type are built. Roll-up summaries are, by `rollUpField`. */
export function isBuiltType(type: SourceType): boolean {
  return type in SIMPLE_TYPES || type === 'Summary';
}

/** The field, and for a geolocation its two components. Not for roll-up summaries. */
export function customFields(object: string, source: FieldSource, metadata: Metadata): FieldSchema[] {
  const type = source.type === undefined ? undefined : SIMPLE_TYPES[source.type];
  const { file, line } = source.source;
  if (type === undefined) throw new SourceError(file, line, `the field ${source.fullName} has no type`);
  const field = makeField({
    ...common(object, source, type),
    ...sizes(source, type),
    ...relationship(source),
    ...picklist(source, metadata),
    ...formula(source, type),
    ...defaultOf(source, type),
  });
  return type === 'location'
    ? [...locationParts(field, source), { ...field, createable: false, updateable: false }]
    : [field];
}

function common(object: string, source: FieldSource, type: FieldType): FieldInit {
  const autoNumber = source.type === 'AutoNumber';
  return {
    object,
    name: source.fullName,
    label: source.label ?? source.fullName.replace(/__c$/, '').replaceAll('_', ' '),
    type,
    custom: true,
    nillable: !source.required && type !== 'boolean' && source.type !== 'MasterDetail' && !autoNumber,
    unique: source.unique,
    caseSensitive: source.caseSensitive,
    externalId: source.externalId,
    autoNumber,
    displayFormat: autoNumber ? source.displayFormat : undefined,
    htmlFormatted: source.type === 'Html',
    trackHistory: source.trackHistory,
    inlineHelpText: source.inlineHelpText,
    description: source.description,
    source: source.source,
  };
}

function sizes(source: FieldSource, type: FieldType): Partial<FieldSchema> {
  if (type === 'double' || type === 'currency' || type === 'percent') {
    return { precision: source.precision ?? 18, scale: source.scale ?? (source.formula === undefined ? 0 : 2) };
  }
  if (source.type === 'AutoNumber') return { length: 30 };
  if (source.type === 'LongTextArea' || source.type === 'Html')
    return { length: source.length ?? DEFAULT_LONG_TEXT_LENGTH };
  if (source.formula !== undefined && type === 'string') return { length: FORMULA_TEXT_LENGTH };
  return source.length === undefined ? {} : { length: source.length };
}

function relationship(source: FieldSource): Partial<FieldSchema> {
  const masterDetail = source.type === 'MasterDetail';
  const target = source.type === 'Hierarchy' ? 'User' : source.referenceTo;
  if (
    source.type !== 'Lookup' &&
    source.type !== 'Hierarchy' &&
    source.type !== 'MetadataRelationship' &&
    !masterDetail
  )
    return {};
  const { file, line } = source.source;
  if (target === undefined) throw new SourceError(file, line, `${source.fullName} needs <referenceTo>`);
  return {
    referenceTo: [target],
    relationshipName: source.fullName.replace(/__c$/, '__r'),
    controllingField: source.metadataRelationshipControllingField?.replace(/^.*\./, ''),
    childRelationshipName: source.relationshipName === undefined ? undefined : `${source.relationshipName}__r`,
    masterDetail,
    deleteConstraint: masterDetail
      ? 'Cascade'
      : (source.deleteConstraint ?? (source.required ? 'Restrict' : 'SetNull')),
    reparentable: source.reparentableMasterDetail,
    updateable: !masterDetail || source.reparentableMasterDetail,
  };
}

function picklist(source: FieldSource, metadata: Metadata): Partial<FieldSchema> {
  if (source.valueSet === undefined) return {};
  const { entries, restricted } = fieldPicklist(source.valueSet, metadata);
  return {
    picklistValues: entries,
    restrictedPicklist: restricted,
    controllingField: source.valueSet.controllingField,
  };
}

function formula(source: FieldSource, type: FieldType): Partial<FieldSchema> {
  if (source.formula === undefined) return {};
  const formulaTreatNullAs = source.formulaTreatBlanksAs === 'BlankAsZero' ? 'zero' : 'blank';
  return { calculated: true, formula: source.formula, formulaTreatNullAs, nillable: type !== 'boolean' };
}

/** Defaults are formulas, but those of checkboxes are plain words. */
function defaultOf(source: FieldSource, type: FieldType): Partial<FieldSchema> {
  if (source.formula !== undefined) return {};
  if (type === 'boolean') return { defaultValue: source.defaultValue?.toLowerCase() ?? 'false' };
  return source.defaultValue === undefined ? {} : { defaultValue: source.defaultValue };
}

/** `X__c` of type Location is stored in `X__Latitude__s` and `X__Longitude__s` (SOAP API Developer Guide, "Geolocation Compound Field"). */
function locationParts(field: FieldSchema, source: FieldSource): FieldSchema[] {
  return (['Latitude', 'Longitude'] as const).map((part) =>
    makeField({
      object: field.object,
      name: field.name.replace(/__c$/, `__${part}__s`),
      label: `${field.label} (${part})`,
      type: 'double',
      custom: true,
      precision: 18,
      scale: source.scale ?? 0,
      source: field.source,
    }),
  );
}
