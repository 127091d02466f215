/** The share row that stands for a record's owner ("Understanding Apex Managed Sharing", Apex Developer Guide). */
import type { FieldSchema, ObjectSchema, Schema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import type { Transaction } from '../database/transaction.ts';
import { isChanged, type SaveBatch } from './save-row.ts';

interface ShareObject {
  readonly object: ObjectSchema;
  readonly parent: FieldSchema;
  readonly accessLevels: readonly FieldSchema[];
}

/** Gives new records their owner's row. When the owner changes, the old one's row and manual shares go ("Sharing" in the same guide). */
export function writeOwnerShares(batch: SaveBatch): void {
  const { tx, object } = batch;
  const share = shareObject(tx.org.schema, object);
  if (share === undefined) return;
  const rows = batch.rows.filter((row) => isChanged(row, 'OwnerId'));
  if (rows.length === 0) return;
  if (batch.operation === 'update') {
    const ids = rows.map(({ record }) => record.id);
    for (const row of tx.store.findRows(share.object, share.parent.name, ids)) {
      if (row.get('RowCause') === 'Owner' || row.get('RowCause') === 'Manual') tx.store.eraseRow(share.object, row.id!);
    }
  }
  for (const { record } of rows) addOwnerShare(tx, share, record);
}

/** Gives records that come back from the recycle bin their owner's row. */
export function restoreOwnerShares(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): void {
  const share = shareObject(tx.org.schema, object);
  if (share === undefined) return;
  for (const record of records) addOwnerShare(tx, share, record);
}

/** Removes all share rows of records that are deleted. */
export function removeShares(tx: Transaction, object: ObjectSchema, ids: readonly string[]): void {
  const share = shareObject(tx.org.schema, object);
  if (share === undefined) return;
  for (const row of tx.store.findRows(share.object, share.parent.name, ids)) tx.store.eraseRow(share.object, row.id!);
}

function addOwnerShare(tx: Transaction, { object, parent, accessLevels }: ShareObject, record: SObject): void {
  const row = new SObject(object, [
    ['Id', tx.store.newId(object)],
    [parent.name, record.id],
    ['UserOrGroupId', record.get('OwnerId')],
    ['RowCause', 'Owner'],
    ['LastModifiedDate', new DatetimeValue(tx.org.clock.now())],
    ['LastModifiedById', tx.user.id],
    ['IsDeleted', false],
  ]);
  for (const field of accessLevels) row.values.set(field.name, 'All');
  tx.store.insertRow(row);
}

const cache = new WeakMap<ObjectSchema, ShareObject | null>();

function shareObject(schema: Schema, object: ObjectSchema): ShareObject | undefined {
  let share = cache.get(object);
  if (share === undefined) {
    share = findShareObject(schema, object) ?? null;
    cache.set(object, share);
  }
  return share ?? undefined;
}

function findShareObject(schema: Schema, object: ObjectSchema): ShareObject | undefined {
  if (object.field('OwnerId') === undefined) return undefined;
  const found = schema.object(object.custom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`);
  const parent = found && [...found.fields.values()].find((field) => field.referenceTo.includes(object.name));
  if (found?.kind !== 'share' || parent === undefined) return undefined;
  const accessLevels = [...found.fields.values()].filter((field) => field.name.endsWith('AccessLevel'));
  return { object: found, parent, accessLevels };
}
