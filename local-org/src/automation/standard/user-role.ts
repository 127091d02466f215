/** UserRole: the groups that stand for a role's users, and for those below it too ("Group", Object Reference: Type). */
import { SObject } from '../../schema/sobject.ts';
import type { ObjectBehaviour } from './behaviour.ts';

const GROUP_TYPES = ['Role', 'RoleAndSubordinates'];
const GROUP_NAME_LENGTH = 40;

export const userRole: ObjectBehaviour = {
  objects: ['UserRole'],

  saved({ tx, operation, rows }) {
    if (operation !== 'insert') return;
    const groups = tx.org.schema.require('Group');
    for (const { record } of rows) {
      for (const type of GROUP_TYPES) {
        tx.store.insertRow(
          new SObject(groups, [
            ['Id', tx.store.newId(groups)],
            ['Name', String(record.get('Name')).slice(0, GROUP_NAME_LENGTH)],
            ['Type', type],
            ['RelatedId', record.id],
            ['DoesIncludeBosses', false],
          ]),
        );
      }
    }
  },

  removed({ tx, rows }) {
    const groups = tx.org.schema.require('Group');
    const roles = rows.map(({ live }) => live.id);
    for (const group of tx.store.allRows(groups)) {
      if (roles.includes(group.get('RelatedId') as string)) tx.store.eraseRow(groups, group.id!);
    }
  },
};
