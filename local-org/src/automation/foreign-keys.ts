/**
 * References given as a parent record with an external id instead of an id: `new Line__c(Order__r = new Order__c(Key__c =
 * 'A-1'))` ("Relating Records by Using an External ID", Apex Developer Guide).
 */
import type { FieldSchema } from '../schema/model.ts';
import { Decimal } from '../schema/values/index.ts';
import type { SObject } from '../schema/sobject.ts';
import { isHidden } from './hidden-field.ts';
import { saveErrors } from './errors.ts';
import { goodRows, type SaveBatch, type SaveRow } from './save-row.ts';

interface KeyedParent {
  readonly row: SaveRow;
  readonly reference: FieldSchema;
  readonly parent: SObject;
  readonly key: FieldSchema;
}

/** Sets the ids, with one query for each external id field. A parent that carries an Id, as a queried one does, says nothing new. */
export function resolveForeignKeys(batch: SaveBatch): void {
  const groups = Map.groupBy(keyedParents(batch), ({ key }) => key);
  for (const [key, group] of groups) {
    const object = group[0].parent.schema;
    if (isHidden(batch.tx, object, key, batch.options)) {
      for (const { row } of group) row.errors.push(saveErrors.noSuchKey(key.name, object.name));
      continue;
    }
    const values = group.map(({ parent }) => parent.get(key.name));
    const found = Map.groupBy(batch.tx.store.findRows(object, key.name, values), (row) => fold(row.get(key.name)));
    for (const { row, reference, parent } of group) {
      const matches = found.get(fold(parent.get(key.name))) ?? [];
      if (matches.length === 1) row.record.values.set(reference.name, matches[0].id);
      else if (matches.length > 1)
        row.errors.push(
          saveErrors.keyAmbiguous(
            key.name,
            matches.map(({ id }) => id!),
          ),
        );
      else row.errors.push(saveErrors.keyNotFound(object.name, key.name, String(parent.get(key.name))));
    }
  }
}

function keyedParents(batch: SaveBatch): KeyedParent[] {
  return goodRows(batch).flatMap((row) =>
    [...row.given.parents].flatMap(([name, parent]): KeyedParent[] => {
      const reference = batch.object.relationship(name);
      if (parent === null || parent.id !== null || reference === undefined) return [];
      const key = [...parent.values.keys()].map((field) => parent.schema.field(field)!).find(isKey);
      return key === undefined ? [] : [{ row, reference, parent, key }];
    }),
  );
}

function isKey(field: FieldSchema): boolean {
  return field.externalId || field.unique || field.idLookup === true;
}

/** Text in any case, and numbers however many places they are written with. */
function fold(value: unknown): string {
  if (value instanceof Decimal) return value.stripTrailingZeros().toString();
  return String(value).toLowerCase();
}
