/** System validation of foreign keys: well-formed, of an object the field may point to, existing and visible to the user. */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { isId } from '../../schema/ids.ts';
import { saveErrors } from '../errors.ts';
import type { RecordGraph } from '../../database/record-graph.ts';
import { enforcesSharing } from './access.ts';
import { goodRows, isChanged, type SaveBatch, type SaveRow } from '../save-row.ts';

interface ChangedReference {
  readonly row: SaveRow;
  readonly field: FieldSchema;
  readonly id: string;
}

/** One statement for each object that is referred to, plus one for each whose sharing decides. */
export function checkReferences(batch: SaveBatch, graph: RecordGraph): void {
  const references = changedReferences(batch).filter(hasRightType(batch));
  const found = graph.load(references.map(({ id }) => id));
  for (const { row, id } of references) {
    if (!found.has(id)) row.errors.push(wasDeleted(batch, id) ? saveErrors.deleted() : saveErrors.noSuchRecord());
  }
  if (enforcesSharing(batch.options))
    checkVisible(
      batch,
      references.filter(({ id }) => found.has(id)),
    );
}

function changedReferences(batch: SaveBatch): ChangedReference[] {
  const fields = referenceFields(batch.object);
  return goodRows(batch).flatMap((row) =>
    fields.flatMap((field) => {
      const id = row.record.values.get(field.name) ?? null;
      return id !== null && isChanged(row, field.name) ? [{ row, field, id: id as string }] : [];
    }),
  );
}

function hasRightType(batch: SaveBatch): (reference: ChangedReference) => boolean {
  return ({ row, field, id }) => {
    if (!isId(id)) {
      const message = `${field.label}: id value of incorrect type: ${id}`;
      row.errors.push({ statusCode: 'MALFORMED_ID', message, fields: [field.name] });
      return false;
    }
    const object = batch.tx.org.schema.objectOfId(id);
    if (object === undefined || !field.referenceTo.includes(object.name)) {
      row.errors.push(saveErrors.fieldIntegrity(`${field.label}: id value of incorrect type: ${id}`, [field.name]));
      return false;
    }
    // "Salesforce verifies that any custom foreign keys don't refer to the object itself" (Order of Execution).
    if (field.custom && id === row.record.id) {
      row.errors.push(saveErrors.noSuchRecord());
      return false;
    }
    return true;
  };
}

function wasDeleted(batch: SaveBatch, id: string): boolean {
  const object = batch.tx.org.schema.objectOfId(id);
  return object !== undefined && batch.tx.store.getRows(object, [id], { deleted: true }).size > 0;
}

/** A user whose record access counts may only point to records they can see; a detail needs a master they can edit. */
function checkVisible(batch: SaveBatch, references: readonly ChangedReference[]): void {
  const { org, user } = batch.tx;
  const byObject = Map.groupBy(references, ({ id }) => org.schema.objectOfId(id)!);
  for (const [object, group] of byObject) {
    if (object.sharingModel === 'ReadWrite') continue;
    const access = org.security.recordAccess(batch.tx, user.id, object, [...new Set(group.map(({ id }) => id))]);
    for (const { row, field, id } of group) {
      const level = access.get(id) ?? 'None';
      if (level === 'None' || (field.masterDetail && level === 'Read')) {
        row.errors.push(saveErrors.referenceNotReadable(id));
      }
    }
  }
}

const cache = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

function referenceFields(object: ObjectSchema): readonly FieldSchema[] {
  let fields = cache.get(object);
  if (fields === undefined) {
    fields = [...object.fields.values()].filter(
      (field) => field.type === 'reference' && (field.createable || field.updateable),
    );
    cache.set(object, fields);
  }
  return fields;
}
