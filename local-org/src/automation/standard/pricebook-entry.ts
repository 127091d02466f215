/** PricebookEntry: one price for a product in a price book, after its standard price ("PricebookEntry", Object Reference). */
import { RecordGraph } from '../../database/record-graph.ts';
import type { SObject } from '../../schema/sobject.ts';
import { updateQuietly } from '../quiet-update.ts';
import { goodRows, isChanged, type SaveBatch } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const pricebookEntry: ObjectBehaviour = {
  objects: ['PricebookEntry'],

  derive(batch) {
    const graph = new RecordGraph(
      batch.tx,
      batch.rows.map(({ record }) => record),
    );
    for (const { record } of goodRows(batch)) {
      const product = graph.parent(record, record.schema.field('Product2Id')!);
      record.values.set('Name', product?.get('Name') ?? null);
      record.values.set('ProductCode', product?.get('ProductCode') ?? null);
    }
  },

  settle(batch) {
    const entries = entriesOfProducts(batch);
    const standardBooks = standardBookIds(batch);
    for (const { record, errors } of goodRows(batch)) {
      const siblings = entries.get(record.get('Product2Id')) ?? [];
      const standard = siblings.find((entry) => standardBooks.has(entry.get('Pricebook2Id')));
      const isStandard = standardBooks.has(record.get('Pricebook2Id'));
      const others = siblings.filter((entry) => entry !== record && (entry.id === null || entry.id !== record.id));
      if (others.some((entry) => entry.get('Pricebook2Id') === record.get('Pricebook2Id'))) {
        errors.push({
          statusCode: 'DUPLICATE_VALUE',
          message: 'This price definition already exists in this price book',
          fields: [],
        });
      } else if (!isStandard && standard === undefined) {
        errors.push({
          statusCode: 'STANDARD_PRICE_NOT_DEFINED',
          message: 'No standard price defined for this product',
          fields: [],
        });
      } else if (!isStandard && record.get('UseStandardPrice') === true) {
        record.values.set('UnitPrice', standard!.get('UnitPrice'));
      }
    }
  },

  saved(batch) {
    const standardBooks = standardBookIds(batch);
    const changed = batch.rows.filter(
      (row) => standardBooks.has(row.record.get('Pricebook2Id')) && row.old !== null && isChanged(row, 'UnitPrice'),
    );
    if (changed.length === 0) return;
    const prices = new Map(changed.map(({ record }) => [record.get('Product2Id'), record.get('UnitPrice')]));
    const followers = batch.tx.store
      .findRows(batch.object, 'Product2Id', [...prices.keys()])
      .filter((entry) => entry.get('UseStandardPrice') === true && !standardBooks.has(entry.get('Pricebook2Id')));
    updateQuietly(batch.tx, batch.object, followers, (entry) => ({ UnitPrice: prices.get(entry.get('Product2Id'))! }));
  },
};

/** Stored entries of the batch's products, and those that the batch itself adds. */
function entriesOfProducts(batch: SaveBatch): Map<unknown, SObject[]> {
  const records = batch.rows.map(({ record }) => record);
  const products = records.map((record) => record.get('Product2Id'));
  const stored = batch.tx.store.findRows(batch.object, 'Product2Id', products);
  const added = batch.operation === 'insert' ? dropRepeated(records) : [];
  return Map.groupBy([...stored, ...added], (entry) => entry.get('Product2Id'));
}

/** Of new records with the same price book and product only the first counts as being there. */
function dropRepeated(records: readonly SObject[]): SObject[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const key = [record.get('Pricebook2Id'), record.get('Product2Id')].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function standardBookIds({ tx }: SaveBatch): Set<unknown> {
  const books = tx.store.allRows(tx.org.schema.require('Pricebook2'));
  return new Set(books.filter((book) => book.get('IsStandard') === true).map((book) => book.id));
}
