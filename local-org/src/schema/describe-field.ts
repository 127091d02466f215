/** What the REST API answers about a field. */
import { compoundOf } from './compound.ts';
import { controllingValuesOf, validForBitmap } from './dependent-picklist.ts';
import type { FieldSchema, FieldType, ObjectSchema, Schema } from './model.ts';

export interface PicklistDescribe {
  readonly active: boolean;
  readonly defaultValue: boolean;
  readonly label: string;
  readonly validFor: string | null;
  readonly value: string;
}

export interface FieldDescribe {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly picklistValues: readonly PicklistDescribe[];
  readonly [property: string]: unknown;
}

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location',
  anyType: 'xsd:anyType',
};
const AGGREGATABLE_NOT = new Set<FieldType>([
  'boolean',
  'multipicklist',
  'base64',
  'address',
  'location',
  'encryptedstring',
  'anyType',
]);
const BYTES_PER_CHARACTER = 3;

/** `editable` is what field-level security says; undefined when it says nothing. */
export function describeField(
  field: FieldSchema,
  object: ObjectSchema,
  schema: Schema,
  editable?: boolean,
): FieldDescribe {
  const controller = field.controllingField === undefined ? undefined : object.field(field.controllingField);
  return {
    aggregatable: field.sortable && !AGGREGATABLE_NOT.has(field.type),
    aiPredictionField: false,
    autoNumber: field.autoNumber,
    byteLength: field.type === 'id' || field.type === 'reference' ? field.length : field.length * BYTES_PER_CHARACTER,
    calculated: field.calculated,
    calculatedFormula: field.formula ?? null,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: compoundFieldName(field, object),
    controllerName: field.controllingField ?? null,
    createable: field.createable && editable !== false,
    custom: field.custom,
    defaultValue: field.type === 'boolean' && !field.calculated ? field.defaultValue === 'true' : null,
    defaultValueFormula: field.type === 'boolean' ? null : (field.defaultValue ?? null),
    defaultedOnCreate: isDefaulted(field),
    dependentPicklist: field.controllingField !== undefined,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(field),
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.formulaTreatNullAs === 'zero',
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.idLookup === true,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.type === 'boolean' ? 0 : field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1 && field.relationshipName !== undefined,
    nillable: field.nillable,
    permissionable: isPermissionable(field),
    picklistValues: field.picklistValues.map((entry) => ({
      active: entry.active,
      defaultValue: entry.isDefault,
      label: entry.label,
      validFor: entry.validFor === undefined ? null : validForBitmap(entry.validFor, controllingValuesOf(controller)),
      value: entry.value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: field.type === 'location' || field.type === 'address',
    referenceTargetField: null,
    referenceTo: field.referenceTo.filter((target) => schema.object(target) !== undefined),
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.masterDetail ? relationshipOrder(field, object) : null,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference' && field.filterable,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: field.sortable,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable !== false,
    writeRequiresMasterRead: false,
  };
}

/** Whether a value is there on create without one being given. */
export function isDefaulted(field: FieldSchema): boolean {
  if (field.autoNumber || field.type === 'id' || field.type === 'boolean') return !field.calculated;
  if (!field.createable && !field.nillable && !field.calculated) return true;
  return (
    field.name === 'OwnerId' ||
    field.defaultValue !== undefined ||
    field.picklistValues.some((entry) => entry.isDefault)
  );
}

/** Whether permission sets can say something about the field (Metadata API Developer Guide, "PermissionSet", fieldPermissions). */
export function isPermissionable(field: FieldSchema): boolean {
  if (field.masterDetail || field.nameField || field.type === 'id') return false;
  if (field.custom) return field.nillable || field.type === 'boolean' || field.calculated;
  return field.nillable && (field.createable || field.updateable);
}

function relationshipOrder(field: FieldSchema, object: ObjectSchema): number {
  return [...object.fields.values()].filter((other) => other.masterDetail).indexOf(field);
}

function extraTypeInfo(field: FieldSchema): string | null {
  if (field.type === 'textarea') return field.htmlFormatted ? 'richtextarea' : 'plaintextarea';
  return null;
}

/** Name of the compound field a part belongs to: an address, a geolocation or a person's name. */
function compoundFieldName(field: FieldSchema, object: ObjectSchema): string | null {
  if (/^(FirstName|LastName|Salutation)$/.test(field.name)) return object.field('Name') === undefined ? null : 'Name';
  return compoundOf(object, field)?.name ?? null;
}
