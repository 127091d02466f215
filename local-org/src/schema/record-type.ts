/** Record types of an object, with the picklist values each offers. */
import type { ObjectMetadata } from '../metadata/metadata.ts';
import type { RecordTypeSource } from '../metadata/readers/custom-object.ts';
import type { Component } from '../metadata/metadata.ts';
import { stableId } from './ids.ts';
import type { RecordTypeSchema } from './model.ts';

/** Id of the record type that every object has (Apex Developer Guide, "RecordTypeInfo Class"). */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** Fields whose values come from the record type's business process. */
const PROCESS_FIELDS: Readonly<Record<string, string>> = {
  Opportunity: 'StageName',
  Lead: 'Status',
  Case: 'Status',
  Solution: 'Status',
};

export const masterRecordType: RecordTypeSchema = {
  id: MASTER_RECORD_TYPE_ID,
  developerName: 'Master',
  label: 'Master',
  active: true,
  isMaster: true,
  picklistValues: new Map(),
};

export function recordTypesOf(object: ObjectMetadata): RecordTypeSchema[] {
  return [...object.recordTypes.values()].map((source) => ({
    id: stableId('012', `${object.fullName}.${source.fullName}`),
    developerName: source.fullName,
    label: source.label,
    active: source.active,
    isMaster: false,
    description: source.description,
    picklistValues: picklistValues(object, source),
  }));
}

function picklistValues(object: ObjectMetadata, source: Component<RecordTypeSource>): Map<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { picklist, values: offered } of source.picklistValues) {
    // Names in metadata files are URL-encoded: `Closed%2FWon`.
    values.set(
      picklist,
      offered.map((value) => decodeURIComponent(value.fullName)),
    );
  }
  const processField = PROCESS_FIELDS[object.fullName];
  const process =
    source.businessProcess === undefined ? undefined : object.businessProcesses.get(source.businessProcess);
  if (processField !== undefined && process !== undefined) {
    values.set(
      processField,
      process.values.map((value) => decodeURIComponent(value.fullName)),
    );
  }
  return values;
}
