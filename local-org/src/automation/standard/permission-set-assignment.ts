/** PermissionSetAssignment: a set or a group of sets, once for a user ("PermissionSetAssignment", Object Reference). */
import type { SObject } from '../../schema/sobject.ts';
import { saveErrors } from '../errors.ts';
import { goodRows } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const permissionSetAssignment: ObjectBehaviour = {
  objects: ['PermissionSetAssignment'],

  settle(batch) {
    const rows = goodRows(batch);
    const assignees = rows.map(({ record }) => record.get('AssigneeId'));
    const known = new Map(
      batch.tx.store.findRows(batch.object, 'AssigneeId', assignees).map((row) => [keyOf(row), row.id]),
    );
    for (const { record, errors } of rows) {
      const set = record.get('PermissionSetId');
      const group = record.get('PermissionSetGroupId');
      record.values.set('IsActive', true);
      if ((set === null) === (group === null)) {
        errors.push(saveErrors.requiredMissing(['PermissionSetId']));
        continue;
      }
      const owner = known.get(keyOf(record));
      if (owner !== undefined && owner !== record.id) {
        errors.push(saveErrors.duplicateValue('AssigneeId', owner ?? '<unknown>'));
      } else known.set(keyOf(record), record.id);
    }
  },
};

function keyOf(record: SObject): string {
  return ['AssigneeId', 'PermissionSetId', 'PermissionSetGroupId'].map((name) => record.get(name) ?? '').join();
}
