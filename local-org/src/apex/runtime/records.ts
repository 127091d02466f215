/** Fields of records, as Apex code reads and writes them. */
import { SObject } from '../../schema/sobject.ts';
import type { FieldValue } from '../../schema/values/index.ts';
import type { ApexType } from '../types/apex-type.ts';
import { throwApex } from './exception.ts';
import { ApexList } from './list.ts';
import { machine } from './machine.ts';

/** The field of a record; null too when the path led through a missing parent. `name` is the declared API name. */
export function getField(record: SObject | null, name: string): FieldValue {
  if (record === null) return null;
  const value = record.values.get(name);
  if (value !== undefined) return value;
  if (record.queried) notQueried(record, name);
  return null;
}

/**
 * A checkbox: "evaluated to true only if the field value is non-null and true, otherwise to false" (Apex Developer
 * Guide, "Accessing SObject Fields").
 */
export function getFlag(record: SObject | null, name: string): boolean {
  return getField(record, name) === true;
}

/** The parent record, or null when the reference is empty or was not set. */
export function getParent(record: SObject | null, name: string): SObject | null {
  if (record === null) return null;
  const parent = record.parents.get(name);
  if (parent !== undefined) return parent;
  if (record.queried) notQueried(record, name);
  return null;
}

/** The child rows that were queried; an empty list on records that no query made. */
export function getChildren(record: SObject | null, name: string, elementType: ApexType): ApexList<SObject> {
  const rows = record?.children.get(name);
  if (rows !== undefined) return new ApexList(elementType, rows);
  if (record?.queried === true) notQueried(record, name);
  return new ApexList<SObject>(elementType);
}

function notQueried(record: SObject, name: string): never {
  throwApex(
    'System.SObjectException',
    `SObject row was retrieved via SOQL without querying the requested field: ${record.schema.name}.${name}`,
  );
}

/** Must be called before every change of a record by Apex code. */
export function changing(record: SObject): void {
  if (machine.trigger?.isReadOnly(record) === true) throwApex('System.FinalException', 'Record is read-only');
}

export function putField(record: SObject, name: string, value: FieldValue): FieldValue {
  if (machine.trigger !== null) changing(record);
  record.values.set(name, value);
  return value;
}

/** Sets the parent record; `name` is the relationship name in any case. */
export function putParent(record: SObject, name: string, parent: SObject | null): SObject | null {
  const reference = record.schema.relationship(name);
  changing(record);
  record.parents.set(reference?.relationshipName ?? name, parent);
  return parent;
}

/** `record.Field__c.addError('…')`. */
export function addFieldError(record: SObject, field: string, message: string): void {
  record.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: [field] });
}

export { SObject };
