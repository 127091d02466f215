/** System validation: fields that must not be empty ("Triggers and Order of Execution", Apex Developer Guide). */
import type { ObjectSchema } from '../../schema/model.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, type SaveBatch } from '../save-row.ts';

const cache = new WeakMap<ObjectSchema, readonly string[]>();

/** Run after before triggers, which may have filled what the caller left empty. */
export function checkRequired(batch: SaveBatch): void {
  const required = requiredFields(batch.object);
  for (const row of goodRows(batch)) {
    const missing = required.filter((name) => (row.record.values.get(name) ?? null) === null);
    if (missing.length > 0) row.errors.push(saveErrors.requiredMissing(missing));
  }
}

/** What a writer has to give: fields the platform fills itself are never missing. */
function requiredFields(object: ObjectSchema): readonly string[] {
  let names = cache.get(object);
  if (names === undefined) {
    names = [...object.fields.values()]
      .filter((field) => !field.nillable && field.createable && field.type !== 'boolean' && !field.autoNumber)
      .map((field) => field.name);
    cache.set(object, names);
  }
  return names;
}
