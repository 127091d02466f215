/** Product2: its price book entries show its name and code. */
import { updateQuietly } from '../quiet-update.ts';
import { isChanged } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const product: ObjectBehaviour = {
  objects: ['Product2'],

  saved({ tx, operation, rows }) {
    const renamed = rows.filter((row) => isChanged(row, 'Name') || isChanged(row, 'ProductCode'));
    if (operation === 'insert' || renamed.length === 0) return;
    const object = tx.org.schema.require('PricebookEntry');
    const products = new Map(renamed.map(({ record }) => [record.id, record]));
    const entries = tx.store.findRows(object, 'Product2Id', [...products.keys()]);
    updateQuietly(tx, object, entries, (entry) => {
      const record = products.get(entry.get('Product2Id') as string)!;
      return { Name: record.get('Name'), ProductCode: record.get('ProductCode') };
    });
  },
};
