/** Picklist values by record type ("Get Values for a Picklist Field" in the User Interface API Developer Guide). */
import type { FieldSchema, ObjectSchema, PicklistEntry } from '../../schema/model.ts';
import { canRead, readableObject, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { MASTER_RECORD_TYPE, recordTypeById } from './record-types.ts';

export interface PicklistValue {
  readonly attributes: null;
  readonly label: string;
  /** Indexes into `controllerValues`. */
  readonly validFor: readonly number[];
  readonly value: string;
}

export interface PicklistValues {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValue | null;
  readonly eTag: string;
  readonly values: readonly PicklistValue[];
}

export function picklistValues(
  context: UiApiContext,
  objectName: string,
  recordTypeId: string,
  fieldName: string,
): PicklistValues {
  const object = readableObject(context, objectName);
  const field = object.field(fieldName);
  if (field === undefined || !isPicklist(field) || !canRead(context, field)) {
    throw new ApiError(
      400,
      'INVALID_FIELD',
      `${fieldName} is no picklist field of ${object.name} that you have access to.`,
    );
  }
  return valuesOf(object, recordTypeId, field);
}

export function allPicklistValues(context: UiApiContext, objectName: string, recordTypeId: string) {
  const object = readableObject(context, objectName);
  const fields = [...object.fields.values()].filter((field) => isPicklist(field) && canRead(context, field));
  return {
    eTag: '',
    picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, valuesOf(object, recordTypeId, field)])),
  };
}

function isPicklist(field: FieldSchema): boolean {
  return field.type === 'picklist' || field.type === 'multipicklist' || field.type === 'combobox';
}

function valuesOf(object: ObjectSchema, recordTypeId: string, field: FieldSchema): PicklistValues {
  const recordType = recordTypeById(object, recordTypeId);
  if (recordType === undefined && recordTypeId !== MASTER_RECORD_TYPE) {
    throw new ApiError(400, 'INVALID_RECORD_TYPE', `${recordTypeId} is no record type of ${object.name}.`);
  }
  const offered = recordType?.picklistValues.get(field.name);
  const entries = field.picklistValues.filter(
    (entry) => entry.active && (offered === undefined || offered.includes(entry.value)),
  );
  const controllers = controllerValues(object, field);
  const values = entries.map((entry) => picklistValue(entry, controllers));
  const preferred = entries.findIndex((entry) => entry.isDefault);
  return { controllerValues: controllers, defaultValue: values[preferred] ?? null, eTag: '', values };
}

function picklistValue(entry: PicklistEntry, controllers: Readonly<Record<string, number>>): PicklistValue {
  const validFor = (entry.validFor ?? []).flatMap((value) => controllers[value] ?? []);
  return { attributes: null, label: entry.label, validFor, value: entry.value };
}

/** The controlling field's values, numbered; a checkbox controls as `false` and `true`. */
function controllerValues(object: ObjectSchema, field: FieldSchema): Record<string, number> {
  const controller = field.controllingField === undefined ? undefined : object.field(field.controllingField);
  if (controller === undefined) return {};
  const names =
    controller.type === 'boolean' ? ['false', 'true'] : controller.picklistValues.map((entry) => entry.value);
  return Object.fromEntries(names.map((name, index) => [name, index]));
}
