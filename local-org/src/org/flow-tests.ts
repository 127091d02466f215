/** Runs the flow tests of a project; everything that they write is undone. */
import { setDefaults } from '../automation/defaults.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FlowTestDefinition } from '../flow/definition/flow-test-definition.ts';
import type { FlowEngine } from '../flow/flow-engine.ts';
import { parametersOf, type TestedRecord } from '../flow/flow-test.ts';
import { fromData, toField } from '../flow/flow-value.ts';
import type { DataValue } from '../database/services.ts';
import { NotSupported } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';

export interface FlowTestResult {
  readonly flow: string;
  readonly test: string;
  /** What failed; empty when the test passed. */
  readonly failures: readonly string[];
  readonly notSupported?: string;
}

export function runFlowTest(tx: Transaction, flows: FlowEngine, name: string): FlowTestResult {
  const test = flows.test(name);
  const result = { flow: test.flowApiName, test: name };
  try {
    return { ...result, failures: flows.runTest(tx, test, testedRecord(tx, flows, test)) };
  } catch (error) {
    if (error instanceof NotSupported) return { ...result, failures: [error.message], notSupported: error.feature };
    return { ...result, failures: [error instanceof Error ? error.message : String(error)] };
  }
}

/** The record that the test starts with, changed as the test says; null when the flow is not started by records. */
function testedRecord(tx: Transaction, flows: FlowEngine, test: FlowTestDefinition): TestedRecord | null {
  const { object, triggerType } = flows.startOf(test.flowApiName);
  if (object === undefined) return null;
  const values = (wanted: string): Record<string, DataValue> | undefined => {
    const found = parametersOf(test).find(({ type }) => type === wanted)?.value.sobjectValue;
    return found === undefined ? undefined : (JSON.parse(found) as Record<string, DataValue>);
  };
  const initial = newRecord(tx, object, values('InputTriggeringRecordInitial') ?? {});
  const updates = values('InputTriggeringRecordUpdated');
  const isBeforeSave = triggerType === 'RecordBeforeSave';
  if (isBeforeSave && updates === undefined) return { record: initial, before: null };
  initial.id = tx.store.newId(object);
  const record = initial.clone();
  fill(tx, record, updates ?? {});
  tx.store.insertRow(isBeforeSave ? initial : record);
  return { record, before: updates === undefined ? null : initial };
}

/** A record with the default values of its object, as if the running user had made it. */
function newRecord(tx: Transaction, object: ObjectSchema, values: Readonly<Record<string, DataValue>>): SObject {
  const record = new SObject(object);
  fill(tx, record, values);
  setDefaults(tx, object, [record]);
  const now = new DatetimeValue(tx.org.clock.now());
  for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) setIfKnown(record, name, now);
  for (const name of ['CreatedById', 'LastModifiedById']) setIfKnown(record, name, tx.user.id);
  return record;
}

function setIfKnown(record: SObject, name: string, value: DatetimeValue | string): void {
  if (record.schema.field(name) !== undefined) record.values.set(name, value);
}

function fill(tx: Transaction, record: SObject, values: Readonly<Record<string, DataValue>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (name === 'attributes') continue;
    const field = record.schema.field(name);
    if (field === undefined) throw new Error(`${record.schema.name} has no field ${name}`);
    if (field.type !== 'id') record.values.set(field.name, toField(fromData(value), field, tx.user.timeZone));
  }
}
