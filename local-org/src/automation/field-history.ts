/** Rows of an object's history ("Field History Tracking", Salesforce help; "StandardObjectNameHistory", Object Reference). */
import { RecordGraph } from '../database/record-graph.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { isChanged, type SaveBatch, type SaveRow } from './save-row.ts';

/** Longest text whose values the history keeps; of longer ones it only says that they changed. */
const LONGEST_KEPT = 255;

/** A new record leaves one row, a changed one a row for every tracked field. Nothing is tracked in tests, as on the platform. */
export function writeHistory(batch: SaveBatch): void {
  const { tx, object } = batch;
  const history = historyObject(tx.org.schema, object);
  if (history === undefined || tx.isTest) return;
  const fields = [...object.fields.values()].filter((field) => field.trackHistory === true);
  const names = new RecordGraph(
    tx,
    batch.rows.flatMap(({ record, old }) => (old === null ? [record] : [record, old])),
  );
  const add = (row: SaveRow, values: Readonly<Record<string, FieldValue>>) => {
    tx.store.insertRow(
      new SObject(history, [
        ['Id', tx.store.newId(history)],
        ['ParentId', row.record.id],
        ['CreatedById', tx.user.id],
        ['CreatedDate', new DatetimeValue(tx.org.clock.now())],
        ...Object.entries(values),
      ]),
    );
  };
  for (const row of batch.rows) {
    const { record, old } = row;
    if (old === null) add(row, { Field: 'created' });
    else
      for (const field of fields.filter(({ name }) => isChanged(row, name))) {
        add(row, { Field: field.name, ...values(field, old.get(field.name), record.get(field.name)) });
        // A reference leaves a second row, with the names of the records.
        if (field.type === 'reference') {
          add(row, {
            Field: field.name,
            DataType: 'Text',
            OldValue: nameOf(names.parent(old, field)),
            NewValue: nameOf(names.parent(record, field)),
          });
        }
      }
  }
}

function values(field: FieldSchema, before: FieldValue, after: FieldValue): Record<string, FieldValue> {
  if (field.length > LONGEST_KEPT) return { DataType: dataType(field), OldValue: null, NewValue: null };
  return { DataType: dataType(field), OldValue: textOf(before), NewValue: textOf(after) };
}

function dataType(field: FieldSchema): string {
  if (field.type === 'reference') return 'EntityId';
  return field.type === 'picklist' ? 'DynamicEnum' : field.type.charAt(0).toUpperCase() + field.type.slice(1);
}

function textOf(value: FieldValue): string | null {
  return value === null ? null : String(value);
}

function nameOf(record: SObject | null): string | null {
  const field = record?.schema.nameField;
  return field === undefined || record === null ? null : textOf(record.get(field.name));
}

/** `X__History`, of custom objects that track their history. */
function historyObject(schema: Schema, object: ObjectSchema): ObjectSchema | undefined {
  return object.custom ? schema.object(object.name.replace(/__c$/, '__History')) : undefined;
}
