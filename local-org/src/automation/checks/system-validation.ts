/** System validation of field values, run before and again after the code that runs before a save. */
import { normalizeValue } from '../normalize.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { goodRows, isChanged, type SaveBatch, type SaveRow } from '../save-row.ts';
import { checkValue, offeredValues } from './values.ts';

const cache = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** Only values that the save changes are looked at: what was stored before a rule became stricter may stay. */
export function checkValues(batch: SaveBatch): void {
  const fields = checkedFields(batch.object);
  for (const row of goodRows(batch)) {
    for (const field of fields) checkField(batch, row, field);
  }
}

function checkField({ object, options }: SaveBatch, row: SaveRow, field: FieldSchema): void {
  const { record } = row;
  const given = record.values.get(field.name) ?? null;
  let value = normalizeValue(field, given);
  if (options.allowFieldTruncation && typeof value === 'string' && field.length > 0)
    value = value.slice(0, field.length);
  if (value !== given) record.values.set(field.name, value);
  if (value === null || !isChanged(row, field.name)) return;
  const error = checkValue(field, value, offeredValues(object, record, field));
  if (error !== undefined) row.errors.push(error);
}

function checkedFields(object: ObjectSchema): readonly FieldSchema[] {
  let fields = cache.get(object);
  if (fields === undefined) {
    fields = [...object.fields.values()].filter((field) => field.formula === undefined && field.type !== 'id');
    cache.set(object, fields);
  }
  return fields;
}
