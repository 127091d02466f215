/**
 * "If the record contains a roll-up summary field …, performs calculations and updates the roll-up summary field in the
 * parent record. Parent record goes through save procedure." ("Triggers and Order of Execution", Apex Developer Guide)
 */
import type { SaveError } from '../../database/services.ts';
import { currencyOf } from '../../database/currency-rates.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { sameValue } from '../../schema/values/index.ts';
import { saveTrusted } from '../save-trusted.ts';
import { computeRollUps, readsField } from './compute.ts';
import { allRollUps, type RollUpField, rollUpsOver } from './fields.ts';

/** A detail that was written: `old` is null for one that came (insert, undelete), `record` for one that went. */
export interface DetailChange {
  readonly old: SObject | null;
  readonly record: SObject | null;
  /** Gets the errors of the parent's save. */
  readonly errors: SaveError[];
}

interface ParentWork {
  readonly fields: Set<RollUpField>;
  /** By parent id, the details whose change touches it. */
  readonly causes: Map<string, DetailChange[]>;
}

/** After records took another currency, in which their roll-ups are from now on. */
export function rollUpAnew(tx: Transaction, object: ObjectSchema, changes: readonly DetailChange[]): void {
  const fields = allRollUps(tx.org.schema).filter(
    ({ parent, field }) => parent === object && field.type === 'currency',
  );
  const isMoved = ({ old, record }: DetailChange) =>
    old !== null && record !== null && currencyOf(old) !== currencyOf(record);
  const moved = fields.length === 0 ? [] : changes.filter(isMoved);
  if (moved.length === 0) return;
  saveParents(tx, object, {
    fields: new Set(fields),
    causes: new Map(moved.map((change) => [change.record!.id!, [change]])),
  });
}

/** Recomputes what the changes touch and saves the parents whose values change; that goes on up to grandparents. */
export function rollUpParents(tx: Transaction, child: ObjectSchema, changes: readonly DetailChange[]): void {
  for (const [parent, work] of parentWork(tx, child, changes)) saveParents(tx, parent, work);
}

function parentWork(
  tx: Transaction,
  child: ObjectSchema,
  changes: readonly DetailChange[],
): Map<ObjectSchema, ParentWork> {
  const byParent = new Map<ObjectSchema, ParentWork>();
  for (const rollUp of rollUpsOver(tx.org.schema, child)) {
    for (const change of changes) {
      for (const id of touchedParents(child, rollUp, change)) {
        let work = byParent.get(rollUp.parent);
        if (work === undefined) byParent.set(rollUp.parent, (work = { fields: new Set(), causes: new Map() }));
        work.fields.add(rollUp);
        const causes = work.causes.get(id) ?? [];
        if (!causes.includes(change)) causes.push(change);
        work.causes.set(id, causes);
      }
    }
  }
  return byParent;
}

function touchedParents(child: ObjectSchema, { rollUp }: RollUpField, { old, record }: DetailChange): string[] {
  const before = (old?.get(rollUp.foreignKey) ?? null) as string | null;
  const after = (record?.get(rollUp.foreignKey) ?? null) as string | null;
  if (old !== null && record !== null) {
    const changed = [...record.values.keys()].some(
      (name) => readsField(rollUp, child, name) && !sameValue(record.get(name), old.get(name)),
    );
    if (!changed) return [];
  }
  return [...new Set([before, after])].filter((id) => id !== null);
}

function saveParents(tx: Transaction, parent: ObjectSchema, { fields, causes }: ParentWork): void {
  const ids = [...causes.keys()];
  const stored = tx.store.getRows(parent, ids);
  const values = computeRollUps(tx, [...fields], [...stored.keys()]);
  const changed: SObject[] = [];
  for (const [id, computed] of values) {
    const old = stored.get(id)!;
    const different = [...computed].filter(([name, value]) => !sameValue(value, old.get(name)));
    if (different.length > 0) changed.push(new SObject(parent, [['Id', id], ...different]));
  }
  for (const { record, errors } of saveTrusted(tx, parent, changed)) {
    for (const cause of causes.get(record.id!) ?? []) {
      cause.errors.push(...errors.map((error) => ({ ...error, fields: [] })));
    }
  }
}
