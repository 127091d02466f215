/**
 * Makes custom objects, custom settings, custom metadata types, platform events and big objects from their metadata. Rows of big
 * objects have no name, owner or times ("Define and Deploy Custom Big Objects", Big Objects Implementation Guide).
 */
import type { ObjectMetadata } from '../metadata/metadata.ts';
import type { CustomObjectSource } from '../metadata/readers/custom-object.ts';
import { SourceError } from '../metadata/xml.ts';
import {
  activityField,
  auditFields,
  idField,
  makeField,
  ownerField,
  systemField,
  userField,
  viewedFields,
} from './field.ts';
import type { FieldSchema, ObjectKind, SharingModel } from './model.ts';
import { BuiltObject } from './object-schema.ts';

const NAME_LENGTH = 80;

/** What kind of object the name and definition make; undefined for kinds that are not built (external objects, …). */
export function customObjectKind(name: string, definition: CustomObjectSource): ObjectKind | undefined {
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (name.endsWith('__e')) return 'platformEvent';
  if (name.endsWith('__b')) return 'bigObject';
  if (!name.endsWith('__c')) return undefined;
  return definition.customSettingsType === undefined ? 'custom' : 'customSetting';
}

export function customObject(
  source: ObjectMetadata,
  definition: CustomObjectSource,
  kind: ObjectKind,
  keyPrefix: string,
): BuiltObject {
  const name = source.fullName;
  const label = definition.label ?? name.replace(/__\w+$/, '').replaceAll('_', ' ');
  const records = kind === 'custom' || kind === 'customSetting';
  const object = new BuiltObject({
    name,
    label,
    labelPlural: definition.pluralLabel ?? label,
    kind,
    custom: true,
    keyPrefix,
    sharingModel: sharingOf(source, definition, kind),
    customSettingsType: definition.customSettingsType,
    triggerable: kind === 'custom' || kind === 'platformEvent',
    queryable: kind !== 'platformEvent',
    createable: records || kind === 'platformEvent',
    updateable: records,
    deletable: records,
    description: definition.description,
    source: definition.source,
  });
  if (kind === 'platformEvent') object.addAll(eventFields(name));
  else if (kind === 'customMetadata') object.addAll(metadataTypeFields(name));
  else if (kind === 'bigObject') object.add(idField(name));
  else object.addAll(recordFields(source, definition, kind));
  return object;
}

/** Organization-wide default. A detail of a master-detail relationship is always controlled by its parent. */
function sharingOf(source: ObjectMetadata, definition: CustomObjectSource, kind: ObjectKind): SharingModel {
  if (kind === 'custom' && hasMaster(source)) return 'ControlledByParent';
  return sharingModel(definition, 'ReadWrite');
}

/** The sharing model a definition states. Models that add transfer or full access to read and write count as that. */
export function sharingModel(definition: CustomObjectSource, fallback: SharingModel): SharingModel {
  switch (definition.sharingModel) {
    case undefined:
      return fallback;
    case 'Private':
    case 'Read':
    case 'ReadWrite':
    case 'ControlledByParent':
      return definition.sharingModel;
    case 'ReadWriteTransfer':
    case 'FullAccess':
      return 'ReadWrite';
    case 'ReadSelect':
      return 'Read';
    default: {
      const { file, line } = definition.source;
      throw new SourceError(file, line, `the sharing model ${definition.sharingModel} is not supported`);
    }
  }
}

function hasMaster(source: ObjectMetadata): boolean {
  return source.fields.values().some((field) => field.type === 'MasterDetail');
}

function recordFields(source: ObjectMetadata, definition: CustomObjectSource, kind: ObjectKind): FieldSchema[] {
  const name = source.fullName;
  const owned = kind === 'custom' && !hasMaster(source);
  return [
    idField(name),
    ...(owned ? [ownerField(name, ['Group', 'User'])] : []),
    systemField(name, 'IsDeleted', 'Deleted', 'boolean'),
    nameField(name, definition, kind),
    ...(definition.customSettingsType === undefined ? [] : [setupOwnerField(name)]),
    ...auditFields(name),
    ...(definition.enableActivities ? [activityField(name)] : []),
    ...(kind === 'custom' ? viewedFields(name) : []),
  ];
}

function nameField(object: string, definition: CustomObjectSource, kind: ObjectKind): FieldSchema {
  const source = definition.nameField;
  const autoNumber = source?.type === 'AutoNumber';
  return makeField({
    object,
    name: 'Name',
    label: source?.label ?? `${definition.label ?? object} Name`,
    type: 'string',
    length: NAME_LENGTH,
    nillable: kind === 'custom' && !autoNumber,
    autoNumber,
    displayFormat: autoNumber ? (source.displayFormat ?? '{0}') : undefined,
    nameField: true,
    source: source?.source,
  });
}

/** Who a row of a custom setting is for (Apex Developer Guide, "Custom Settings"). */
function setupOwnerField(object: string): FieldSchema {
  return makeField({
    object,
    name: 'SetupOwnerId',
    label: 'Location',
    type: 'reference',
    referenceTo: ['Organization', 'Profile', 'User'],
    relationshipName: 'SetupOwner',
    updateable: false,
  });
}

/** Fields of every custom metadata type (Object Reference, "Custom Metadata Type__mdt"). */
function metadataTypeFields(object: string): FieldSchema[] {
  const text = (name: string, label: string, length: number, nillable = false) =>
    makeField({ object, name, label, type: 'string', length, nillable, createable: false, updateable: false });
  return [
    idField(object),
    text('DeveloperName', 'Custom Metadata Record Name', 40),
    { ...text('MasterLabel', 'Label', 40), nameField: true },
    text('Language', 'Master Language', 40),
    text('NamespacePrefix', 'Namespace Prefix', 15, true),
    text('Label', 'Label', 40, true),
    text('QualifiedApiName', 'Qualified API Name', 70),
    systemField(object, 'SystemModstamp', 'System Modstamp', 'datetime'),
  ];
}

/** Fields of every platform event (Platform Events Developer Guide, "Platform Event Fields"). */
function eventFields(object: string): FieldSchema[] {
  const text = (name: string, label: string, length: number) =>
    makeField({
      object,
      name,
      label,
      type: 'string',
      length,
      createable: false,
      updateable: false,
      filterable: false,
      sortable: false,
      groupable: false,
    });
  return [
    text('ReplayId', 'Replay ID', 1000),
    systemField(object, 'CreatedDate', 'Created Date', 'datetime'),
    userField(object, 'CreatedById', 'Created By ID'),
    text('EventUuid', 'Event UUID', 36),
  ];
}
