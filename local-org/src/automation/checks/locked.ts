/** Records that are locked, or are details of locked ones, may be changed and deleted only by those who may edit them. */
import { RecordGraph } from '../../database/record-graph.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { saveErrors } from '../errors.ts';
import type { SaveRow } from '../save-row.ts';

type Row = Pick<SaveRow, 'errors'> & { readonly record: SObject; readonly old: SObject | null };

/** Sharing does not matter: code that runs without it cannot change a locked record either ("Approval Class", Apex Reference Guide). */
export function checkLocks(tx: Transaction, rows: readonly Row[]): void {
  const good = rows.filter(({ errors }) => errors.length === 0);
  if (good.length === 0 || tx.store.locks.isEmpty()) return;
  const graph = new RecordGraph(
    tx,
    good.flatMap(({ record, old }) => [record, ...(old === null ? [] : [old])]),
  );
  const chains = new Map(good.map((row) => [row, chainOf(row, graph)]));
  const all = new Map([...chains.values()].flatMap((chain) => [...chain]));
  const locked = tx.store.locks.among([...all.keys()]);
  if (locked.size === 0) return;
  const closed = new Set(locked);
  for (const [object, ids] of Map.groupBy(locked, (id) => all.get(id)!)) {
    for (const id of tx.org.approvals.editable(tx, object, ids)) closed.delete(id);
  }
  for (const [{ errors }, chain] of chains) {
    if ([...chain.keys()].some((id) => closed.has(id))) errors.push(saveErrors.locked());
  }
}

/** The record and its masters, before and after the change. */
function chainOf({ record, old }: Row, graph: RecordGraph): Map<string, ObjectSchema> {
  const chain = new Map<string, ObjectSchema>();
  const pending = [record, ...(old === null ? [] : [old])];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.id !== null) chain.set(at.id, at.schema);
    for (const field of mastersOf(at.schema)) {
      const master = graph.parent(at, field);
      if (master !== null) pending.push(master);
    }
  }
  return chain;
}

const masters = new WeakMap<ObjectSchema, ReturnType<typeof findMasters>>();

function mastersOf(object: ObjectSchema) {
  let found = masters.get(object);
  if (found === undefined) masters.set(object, (found = findMasters(object)));
  return found;
}

function findMasters(object: ObjectSchema) {
  return [...object.fields.values()].filter(({ masterDetail }) => masterDetail);
}
