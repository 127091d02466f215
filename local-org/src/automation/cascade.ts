/**
 * What else happens when records are deleted: details go with their master, lookups are emptied, restricted ones refuse.
 * None of it runs triggers ("Operations That Don't Invoke Triggers", Apex Developer Guide).
 */
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';

/** A record that is deleted: `root` is the id whose deletion takes it along (its own for those asked for). */
export interface DoomedRecord {
  readonly record: SObject;
  readonly root: string;
}

export interface SeveredReference {
  readonly record: SObject;
  readonly field: string;
  readonly root: string;
}

export interface Cascade {
  /** Every level of details, without the records asked for. */
  readonly details: readonly DoomedRecord[];
  readonly severed: readonly SeveredReference[];
  /** By root, the records that refuse the deletion. */
  readonly restricted: ReadonlyMap<string, readonly SObject[]>;
}

/** One statement for each relationship that points to the objects concerned, on each level. */
export function findCascade(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): Cascade {
  const details: DoomedRecord[] = [];
  const severed: SeveredReference[] = [];
  const restricted = new Map<string, SObject[]>();
  const doomed = new Set(records.map(keyOf));
  let level: ReadonlyMap<ObjectSchema, readonly DoomedRecord[]> = new Map([
    [object, records.map((record) => ({ record, root: record.id! }))],
  ]);
  while (level.size > 0) {
    const next: DoomedRecord[] = [];
    for (const [parent, doomedParents] of level) {
      const roots = new Map(doomedParents.map(({ record, root }) => [record.id!, root]));
      for (const relationship of parent.childRelationships) {
        const child = tx.org.schema.object(relationship.childObject);
        if (child === undefined || child.kind === 'share' || child.kind === 'history') continue;
        for (const record of tx.store.findRows(child, relationship.field, [...roots.keys()])) {
          if (doomed.has(keyOf(record))) continue;
          const root = roots.get(record.get(relationship.field) as string)!;
          if (relationship.cascadeDelete) {
            doomed.add(keyOf(record));
            next.push({ record, root });
          } else if (relationship.restrictedDelete) {
            restricted.set(root, [...(restricted.get(root) ?? []), record]);
          } else {
            severed.push({ record, field: relationship.field, root });
          }
        }
      }
    }
    details.push(...next);
    level = Map.groupBy(next, ({ record }) => record.schema);
  }
  return {
    details,
    severed: severed.filter(({ record }) => !doomed.has(keyOf(record))),
    restricted: new Map([...restricted].map(([root, rows]) => [root, rows.filter((row) => !doomed.has(keyOf(row)))])),
  };
}

/** Rows of ProcessInstanceHistory have the ids of the steps and work items that they show. */
function keyOf({ schema, id }: SObject): string {
  return `${schema.name}.${id}`;
}
