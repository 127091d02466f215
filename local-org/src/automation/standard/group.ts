/** Group: the name by which code finds a group follows from its label ("Group", Object Reference). */
import { goodRows } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const group: ObjectBehaviour = {
  objects: ['Group'],

  derive(batch) {
    for (const { record } of goodRows(batch)) {
      if (record.get('Type') === null) record.values.set('Type', 'Regular');
      const name = record.get('Name') as string | null;
      if (record.get('DeveloperName') === null && name !== null) {
        record.values.set(
          'DeveloperName',
          name
            .trim()
            .replace(/\W+/g, '_')
            .replace(/^_+|_+$/g, ''),
        );
      }
    }
  },
};
