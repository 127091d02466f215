/** ProcessInstanceWorkitem: giving a request to another approver (Object Reference). */
import { isGroup, userRow } from '../approvals/people.ts';
import { recordReassignment, removeHistory } from '../approvals/history.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, isChanged } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const processInstanceWorkitem: ObjectBehaviour = {
  objects: ['ProcessInstanceWorkitem'],

  settle(batch) {
    for (const row of goodRows(batch)) {
      if (!isChanged(row, 'ActorId')) continue;
      const actorId = row.record.get('ActorId') as string | null;
      const fits =
        actorId !== null && (isGroup(batch.tx, actorId) || userRow(batch.tx, actorId)?.get('IsActive') === true);
      if (!fits) row.errors.push(saveErrors.noSuchRecord());
    }
  },

  saved(batch) {
    for (const { record, old } of goodRows(batch)) {
      if (old === null || record.get('ActorId') === old.get('ActorId')) continue;
      recordReassignment(batch.tx, record, old);
      batch.tx.org.approvals.notify(batch.tx, record);
    }
  },

  removed({ tx, rows }) {
    for (const { live } of rows) removeHistory(tx, live.id!);
  },
};
