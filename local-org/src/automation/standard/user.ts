/** User: names that are unique in the org, and what a new user gets ("User", Object Reference). */
import { goodRows, isChanged } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

const EMAIL_FORM = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const user: ObjectBehaviour = {
  objects: ['User'],

  derive({ tx, object, operation, rows }) {
    for (const { record, given } of rows) {
      if (operation === 'insert') {
        if (!given.has('IsActive')) record.values.set('IsActive', true);
        record.values.set('UserType', 'Standard');
        if (record.get('CommunityNickname') === null) {
          record.values.set('CommunityNickname', `User${tx.store.nextAutoNumber(object.field('CommunityNickname')!)}`);
        }
      }
      const username = record.get('Username') as string | null;
      if (username !== null) record.values.set('Username', username.toLowerCase());
    }
  },

  settle(batch) {
    const rows = goodRows(batch).filter((row) => row.record.get('Username') !== null && isChanged(row, 'Username'));
    const names = rows.map(({ record }) => record.get('Username') as string);
    const taken = new Map(
      batch.tx.store.findRows(batch.object, 'Username', names).map((row) => [row.get('Username'), row.id]),
    );
    for (const { record, errors } of rows) {
      const name = record.get('Username') as string;
      if (!EMAIL_FORM.test(name)) {
        errors.push({
          statusCode: 'INVALID_EMAIL_ADDRESS',
          message: 'Username must be in the form of an email address (for example, john@acme.com)',
          fields: ['Username'],
        });
      } else if (taken.has(name) && taken.get(name) !== record.id) {
        errors.push({
          statusCode: 'DUPLICATE_USERNAME',
          message: 'Duplicate Username.<br>Another user has already selected this username.<br>Please select another.',
          fields: ['Username'],
        });
      } else taken.set(name, record.id ?? null);
    }
  },
};
