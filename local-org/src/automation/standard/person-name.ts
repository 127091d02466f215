/** Contact, Lead and User: `Name` is put together from the parts of the name. */
import { goodRows } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** In the order of the Western name format; the salutation is no part of `Name` ("Name", Object Reference). */
const PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];

export const personName: ObjectBehaviour = {
  objects: ['Contact', 'Lead', 'User'],

  derive(batch) {
    setNames(batch);
  },

  settle(batch) {
    setNames(batch);
  },
};

function setNames(batch: Parameters<NonNullable<ObjectBehaviour['derive']>>[0]): void {
  const parts = PARTS.filter((part) => batch.object.field(part) !== undefined);
  for (const { record } of goodRows(batch)) {
    const name = parts
      .map((part) => record.get(part))
      .filter((value) => value !== null && value !== '')
      .join(' ');
    record.set('Name', name === '' ? null : name);
  }
}
