/** The share row that stands for a record's owner ("Understanding Apex Managed Sharing", Apex Developer Guide). */
import { findShareTable, type ShareTable } from '../database/security/sharing/share-table.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import type { Transaction } from '../database/transaction.ts';
import { isChanged, type SaveBatch } from './save-row.ts';

/** Gives new records their owner's row. When the owner changes, the old one's row and manual shares go ("Sharing" in the same guide). */
export function writeOwnerShares(batch: SaveBatch): void {
  const { tx, object } = batch;
  const share = shareTableOf(tx, object);
  if (share === undefined) return;
  const rows = batch.rows.filter((row) => isChanged(row, 'OwnerId'));
  if (rows.length === 0) return;
  if (batch.operation === 'update') {
    const ids = rows.map(({ record }) => record.id);
    for (const row of tx.store.findRows(share.object, share.parentField, ids)) {
      if (row.get('RowCause') === 'Owner' || row.get('RowCause') === 'Manual') tx.store.eraseRow(share.object, row.id!);
    }
  }
  for (const { record } of rows) addOwnerShare(tx, share, record);
}

/** Gives records that come back from the recycle bin their owner's row. */
export function restoreOwnerShares(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): void {
  const share = shareTableOf(tx, object);
  if (share === undefined) return;
  for (const record of records) addOwnerShare(tx, share, record);
}

/** Removes all share rows of records that are deleted. */
export function removeShares(tx: Transaction, object: ObjectSchema, ids: readonly string[]): void {
  const share = shareTableOf(tx, object);
  if (share === undefined) return;
  for (const row of tx.store.findRows(share.object, share.parentField, ids)) tx.store.eraseRow(share.object, row.id!);
}

function addOwnerShare(tx: Transaction, { object, parentField, levelField }: ShareTable, record: SObject): void {
  const row = new SObject(object, [
    ['Id', tx.store.newId(object)],
    [parentField, record.id],
    ['UserOrGroupId', record.get('OwnerId')],
    [levelField, 'All'],
    ['RowCause', 'Owner'],
    ['LastModifiedDate', new DatetimeValue(tx.org.clock.now())],
    ['LastModifiedById', tx.user.id],
    ['IsDeleted', false],
  ]);
  tx.store.insertRow(row);
}

/** Details have no owner and no rows of their own. */
function shareTableOf(tx: Transaction, object: ObjectSchema): ShareTable | undefined {
  return object.field('OwnerId') === undefined ? undefined : findShareTable(tx.org.schema, object);
}
