/** Unique fields: a value that another record has, stored or saved along with this one. */
import type { FieldSchema } from '../../schema/model.ts';
import type { FieldValue } from '../../schema/values/index.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, isChanged, type SaveBatch, type SaveRow } from '../save-row.ts';

/** One query for every unique field that changes. */
export function checkUnique(batch: SaveBatch): void {
  for (const field of batch.object.fields.values()) {
    if (field.unique && field.type !== 'id') checkField(batch, field);
  }
}

function checkField(batch: SaveBatch, field: FieldSchema): void {
  const rows = goodRows(batch).filter((row) => row.record.get(field.name) !== null && isChanged(row, field.name));
  if (rows.length === 0) return;
  const values = rows.map((row) => row.record.get(field.name));
  const owners = new Map<string, string | null>();
  for (const stored of batch.tx.store.findRows(batch.object, field.name, values)) {
    owners.set(keyOf(field, stored.get(field.name)), stored.id);
  }
  for (const row of rows) report(row, field, owners);
}

function report(row: SaveRow, field: FieldSchema, owners: Map<string, string | null>): void {
  const key = keyOf(field, row.record.get(field.name));
  const owner = owners.get(key);
  if (owner === undefined) owners.set(key, row.record.id);
  else if (owner === null || owner !== row.record.id) {
    row.errors.push(saveErrors.duplicateValue(field.name, owner ?? '<unknown>'));
  }
}

/** Text is compared without regard to case unless the field says otherwise ("Unique Fields", Salesforce help). */
function keyOf(field: FieldSchema, value: FieldValue): string {
  if (typeof value === 'string') return field.caseSensitive ? value : value.toLowerCase();
  return value !== null && typeof value === 'object' ? value.hashKey() : String(value);
}
