/** Share records: one for each reason, replaced when it is given again ("Sharing a Record Using Apex", Apex Developer Guide). */
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { saveErrors } from '../errors.ts';
import { goodRows } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const share: Omit<ObjectBehaviour, 'objects'> = {
  derive(batch) {
    for (const { record } of goodRows(batch)) {
      if (record.get('RowCause') === null) record.values.set('RowCause', 'Manual');
    }
  },

  settle(batch) {
    if (batch.operation !== 'insert') return;
    const parent = parentField(batch.object);
    const rows = goodRows(batch);
    const stored = batch.tx.store.findRows(
      batch.object,
      parent,
      rows.map(({ record }) => record.get(parent)),
    );
    const known = new Map(stored.map((row) => [keyOf(row, parent), row]));
    for (const { record, errors } of rows) {
      if (record.get('RowCause') === 'Owner') errors.push(saveErrors.fieldsDenied(['RowCause']));
      const before = known.get(keyOf(record, parent));
      if (before !== undefined) batch.tx.store.eraseRow(batch.object, before.id!);
    }
  },

  deleting({ rows }) {
    for (const { live, errors } of rows) {
      if (live.get('RowCause') === 'Owner') errors.push(saveErrors.notEditable());
    }
  },
};

function parentField(object: ObjectSchema): string {
  return [...object.fields.values()].find(
    (field) => field.relationshipName !== undefined && field.name !== 'UserOrGroupId',
  )!.name;
}

function keyOf(record: SObject, parent: string): string {
  return [parent, 'UserOrGroupId', 'RowCause'].map((name) => record.get(name)).join();
}
