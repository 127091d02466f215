/** Values that a new record starts with: default values of fields, and the default entries of picklists. */
import { formulaEnvironment } from '../../../database/formula-environment.ts';
import { RecordGraph } from '../../../database/record-graph.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { defaultFormula } from '../../../schema/default-formula.ts';
import { RecordContext } from '../../../schema/formula/index.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import type { FieldValue } from '../../../schema/values/index.ts';

export function recordWithDefaults(object: ObjectSchema): SObject {
  const record = new SObject(object);
  for (const field of object.fields.values()) {
    const value = field.createable ? defaultValue(record, field) : null;
    if (value !== null) record.set(field.name, value);
  }
  return record;
}

function defaultValue(record: SObject, field: FieldSchema): FieldValue {
  const entry = field.picklistValues.find((candidate) => candidate.isDefault);
  if (entry !== undefined) return entry.value;
  if (field.defaultValue === undefined) return field.type === 'boolean' ? false : null;
  const tx = currentTransaction();
  const formula = defaultFormula(field, record.schema, tx.org.schema);
  return formula.evaluate(new RecordContext(record, null, formulaEnvironment(tx, new RecordGraph(tx))));
}
