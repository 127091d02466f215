/** ContentDocumentLink: one for each file and record, with the access it gives ("ContentDocumentLink", Object Reference). */
import type { SObject } from '../../schema/sobject.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, type SaveBatch, type SaveRow } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const contentDocumentLink: ObjectBehaviour = {
  objects: ['ContentDocumentLink'],

  derive({ operation, rows }) {
    if (operation !== 'insert') return;
    for (const { record } of rows) {
      if (record.get('ShareType') === null) record.values.set('ShareType', 'V');
      if (record.get('Visibility') === null) record.values.set('Visibility', 'AllUsers');
    }
  },

  settle(batch) {
    if (batch.operation !== 'insert') return;
    const { tx, object } = batch;
    const rows = goodRows(batch);
    const documents = rows.map(({ record }) => record.get('ContentDocumentId'));
    const stored = tx.store.findRows(object, 'ContentDocumentId', documents);
    const taken = new Set(stored.map(keyOf));
    for (const row of rows) {
      if (taken.has(keyOf(row.record))) row.errors.push(alreadyLinked(row));
      taken.add(keyOf(row.record));
    }
    if (batch.options.mode === 'user' || batch.options.sharing) checkAccess(batch, rows);
  },
};

/** "You can't share a file unless you can change it." */
function checkAccess({ tx }: SaveBatch, rows: readonly SaveRow[]): void {
  const documents = tx.org.schema.require('ContentDocument');
  const ids = rows.map(({ record }) => record.get('ContentDocumentId') as string);
  const access = tx.org.security.recordAccess(tx, tx.user.id, documents, ids);
  for (const { record, errors } of rows) {
    const level = access.get(record.get('ContentDocumentId') as string) ?? 'None';
    if (level === 'Edit' || level === 'All' || errors.length > 0) continue;
    errors.push(saveErrors.notEditable());
  }
}

function keyOf(record: SObject): string {
  return `${String(record.get('ContentDocumentId'))} ${String(record.get('LinkedEntityId'))}`;
}

function alreadyLinked({ record }: SaveRow) {
  const [document, entity] = [record.get('ContentDocumentId'), record.get('LinkedEntityId')];
  return {
    statusCode: 'DUPLICATE_VALUE',
    message: `Document with ID: ${String(document)} is already linked with the entity with ID: ${String(entity)}`,
    fields: [],
  };
}
