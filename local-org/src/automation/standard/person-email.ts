/** Contact and Lead: a bounced address stops being so when it is replaced ("Guidelines for Managing Bounced Emails", Salesforce Help). */
import { goodRows, isChanged } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const personEmail: ObjectBehaviour = {
  objects: ['Contact', 'Lead'],

  settle(batch) {
    for (const row of goodRows(batch)) {
      const { record } = row;
      if (row.old !== null && isChanged(row, 'Email') && !isChanged(row, 'EmailBouncedDate')) {
        record.values.set('EmailBouncedDate', null);
        record.values.set('EmailBouncedReason', null);
      }
      if (record.schema.field('IsEmailBounced') !== undefined) {
        record.values.set('IsEmailBounced', record.get('EmailBouncedDate') !== null);
      }
    }
  },
};
