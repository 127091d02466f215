/** Object Info: what the user may know about an object ("Get Object Metadata" in the User Interface API Developer Guide). */
import { availableRecordTypes, defaultRecordTypeId } from '../../database/security/record-types.ts';
import { seesRelationship } from '../../database/security/visible-relationship.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { compoundOf, partsOf } from './compound-fields.ts';
import { canEdit, canRead, readableObject, type UiApiContext } from './context.ts';
import { dataType } from './data-types.ts';
import { MASTER_RECORD_TYPE } from './record-types.ts';
import { themeOf, type ThemeInfo } from './themes.ts';

export interface ObjectInfo {
  readonly apiName: string;
  readonly childRelationships: readonly object[];
  readonly createable: boolean;
  readonly custom: boolean;
  readonly defaultRecordTypeId: string;
  readonly deletable: boolean;
  readonly dependentFields: Readonly<Record<string, object>>;
  readonly eTag: string;
  readonly feedEnabled: boolean;
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly keyPrefix: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly layoutable: boolean;
  readonly mruEnabled: boolean;
  readonly nameFields: readonly string[];
  readonly queryable: boolean;
  readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  readonly searchable: boolean;
  readonly themeInfo: ThemeInfo;
  readonly updateable: boolean;
}

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

export type FieldInfo = ReturnType<typeof fieldInfo>;

export function objectInfo(context: UiApiContext, name: string): ObjectInfo {
  const object = readableObject(context, name);
  const access = context.org.security.object(context.user.id, object);
  const fields = [...object.fields.values()].filter((field) => canRead(context, field));
  return {
    apiName: object.name,
    childRelationships: object.childRelationships
      .filter((child) => child.relationshipName !== undefined && seesRelationship(context.org, context.user.id, child))
      .map((relationship) => ({
        childObjectApiName: relationship.childObject,
        fieldName: relationship.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: relationship.relationshipName,
      })),
    createable: object.createable && access.create,
    custom: object.custom,
    defaultRecordTypeId: defaultRecordTypeId(context.org, context.user, object),
    deletable: object.deletable && access.delete,
    dependentFields: dependentFields(fields),
    eTag: '',
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(context, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.kind === 'standard' || object.kind === 'custom',
    mruEnabled: object.kind === 'standard' || object.kind === 'custom',
    nameFields: nameFields(object),
    queryable: object.queryable,
    recordTypeInfos: recordTypeInfos(context, object),
    searchable: object.kind === 'standard' || object.kind === 'custom',
    themeInfo: themeOf(context.org.metadata, object),
    updateable: object.updateable && access.edit,
  };
}

/** The fields a record is called by: the name's parts for a person, else the one name field. */
function nameFields(object: ObjectSchema): readonly string[] {
  if (object.nameField === undefined) return [];
  const parts = partsOf(object, object.nameField).filter((part) => /^(First|Last)Name$/.test(part.name));
  return parts.length > 0 ? parts.map((part) => part.name) : [object.nameField.name];
}

/** Controlling field → dependent fields, nested as the picklists depend on one another. */
function dependentFields(fields: readonly FieldSchema[]): Record<string, object> {
  const under = (controller: string): Record<string, object> =>
    Object.fromEntries(
      fields.filter((field) => field.controllingField === controller).map((field) => [field.name, under(field.name)]),
    );
  const roots = fields.filter(
    (field) => field.controllingField === undefined && fields.some((other) => other.controllingField === field.name),
  );
  return Object.fromEntries(roots.map((field) => [field.name, under(field.name)]));
}

function recordTypeInfos(context: UiApiContext, object: ObjectSchema): Record<string, RecordTypeInfo> {
  const available = new Set(availableRecordTypes(context.org, context.user, object).map((type) => type.id));
  const preferred = defaultRecordTypeId(context.org, context.user, object);
  const master = {
    available: available.size === 0 || object.recordTypes.length === 0,
    defaultRecordTypeMapping: preferred === MASTER_RECORD_TYPE,
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE,
  };
  const others = object.recordTypes
    .filter((type) => !type.isMaster && type.active)
    .map((type) => ({
      available: available.has(type.id),
      defaultRecordTypeMapping: type.id === preferred,
      master: false,
      name: type.label,
      recordTypeId: type.id,
    }));
  return Object.fromEntries([...others, master].map((info) => [info.recordTypeId, info]));
}

function fieldInfo(context: UiApiContext, object: ObjectSchema, field: FieldSchema) {
  const compound = compoundOf(object, field);
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: partsOf(object, field).length > 0,
    compoundComponentName:
      compound === undefined ? null : field.name.replace(compound.name.replace(/Address$/, ''), ''),
    compoundFieldName: compound?.name ?? null,
    controllerName: field.controllingField ?? null,
    controllingFields: field.controllingField === undefined ? [] : [field.controllingField],
    createable: field.createable && canEdit(context, field),
    custom: field.custom,
    dataType: dataType(field.type),
    extraTypeInfo: extraTypeInfo(object, field),
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((target) => {
      const targetObject = context.org.schema.object(target);
      return {
        apiName: targetObject?.name ?? target,
        nameFields: targetObject === undefined ? [] : nameFields(targetObject),
      };
    }),
    relationshipName: field.relationshipName ?? null,
    required: !field.nillable && field.type !== 'boolean' && field.createable && field.defaultValue === undefined,
    scale: field.scale,
    searchPrefilterable: false,
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable && canEdit(context, field),
  };
}

/** Long and rich text are told apart by this, as are names of persons. */
function extraTypeInfo(object: ObjectSchema, field: FieldSchema): string | null {
  if (field.type === 'textarea') return field.htmlFormatted ? 'RichTextArea' : 'PlainTextArea';
  if (field.nameField && partsOf(object, field).length > 0) return 'PersonName';
  return null;
}
