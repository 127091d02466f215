/** Formula fields of records in memory, which triggers and flows read like stored ones. */
import { formulaEnvironment } from '../database/formula-environment.ts';
import { RecordGraph } from '../database/record-graph.ts';
import type { Transaction } from '../database/transaction.ts';
import { computeField } from '../schema/formula/index.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';

const cache = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** Sets every formula field of the records from their values and their stored parents. */
export function fillFormulaFields(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): void {
  const fields = formulaFields(object);
  if (fields.length === 0 || records.length === 0) return;
  const environment = formulaEnvironment(tx, new RecordGraph(tx, records));
  for (const record of records) {
    for (const field of fields) record.values.set(field.name, computeField(record, field, environment));
  }
}

function formulaFields(object: ObjectSchema): readonly FieldSchema[] {
  let fields = cache.get(object);
  if (fields === undefined) {
    fields = [...object.fields.values()].filter((field) => field.formula !== undefined);
    cache.set(object, fields);
  }
  return fields;
}
