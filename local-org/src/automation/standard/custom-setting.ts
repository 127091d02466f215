/** Custom settings: the organization's values when no other owner is named, one set of values for each owner. */
import { goodRows } from '../save-row.ts';
import { saveErrors } from '../errors.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const hierarchySetting: Omit<ObjectBehaviour, 'objects'> = {
  derive({ tx, object, operation, rows }) {
    if (operation !== 'insert') return;
    const organization = tx.store.allRows(tx.org.schema.require('Organization'))[0];
    for (const { record } of rows) {
      if (record.get('SetupOwnerId') === null) record.values.set('SetupOwnerId', organization?.id ?? null);
      const owner = tx.org.schema.objectOfId(record.get('SetupOwnerId') as string)?.name;
      if (record.get('Name') === null) record.values.set('Name', `${object.label} (${owner})`);
    }
  },

  settle(batch) {
    const rows = goodRows(batch);
    const owners = rows.map(({ record }) => record.get('SetupOwnerId'));
    const stored = batch.tx.store.findRows(batch.object, 'SetupOwnerId', owners);
    const known = new Map(stored.map((row) => [row.get('SetupOwnerId'), row.id]));
    for (const { record, errors } of rows) {
      const owner = record.get('SetupOwnerId');
      const holder = known.get(owner);
      if (holder !== undefined && holder !== record.id) {
        errors.push(saveErrors.duplicateValue('SetupOwnerId', holder ?? '<unknown>'));
      } else known.set(owner, record.id);
    }
  },
};
