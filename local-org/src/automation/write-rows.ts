/** "Saves the record to the database, but doesn't commit yet" ("Triggers and Order of Execution", Apex Developer Guide). */
import { OrgError } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { DatetimeValue, type FieldValue, sameValue } from '../schema/values/index.ts';
import { goodRows, type SaveBatch, type SaveRow } from './save-row.ts';

/** Gives new records their ids and all records their audit fields, and writes what changed. */
export function writeRows(batch: SaveBatch): void {
  const stamp = new DatetimeValue(Math.floor(batch.tx.org.clock.now() / 1000) * 1000);
  for (const row of goodRows(batch)) {
    stampRow(batch, row, stamp);
    try {
      if (row.old === null) batch.tx.store.insertRow(row.record);
      else batch.tx.store.updateRow(batch.object, row.record.id!, changedValues(row));
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      row.errors.push({ statusCode: error.code, message: error.message, fields: error.fields });
    }
  }
}

function stampRow({ tx, object }: SaveBatch, { record, old }: SaveRow, stamp: DatetimeValue): void {
  const user = tx.user.id;
  if (old === null) {
    record.id = tx.store.newId(object);
    setKnown(object, record.values, { CreatedDate: stamp, CreatedById: user });
  }
  // A custom object's record that was given no name is named by its id ("Standard Fields", Object Reference: Name).
  if (object.custom && object.field('Name') !== undefined && !record.get('Name')) record.values.set('Name', record.id);
  setKnown(object, record.values, { LastModifiedDate: stamp, LastModifiedById: user, SystemModstamp: stamp });
}

function setKnown(object: ObjectSchema, values: Map<string, FieldValue>, fields: Record<string, FieldValue>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (object.field(name) !== undefined) values.set(name, value);
  }
}

function changedValues({ record, old }: SaveRow): Map<string, FieldValue> {
  const changed = new Map<string, FieldValue>();
  for (const [name, value] of record.values) {
    if (!sameValue(value, old!.values.get(name) ?? null)) changed.set(name, value);
  }
  return changed;
}
