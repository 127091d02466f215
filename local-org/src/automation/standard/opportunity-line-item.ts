/** OpportunityLineItem: product, prices and totals, and what the opportunity gets from them ("OpportunityLineItem", Object Reference). */
import { RecordGraph } from '../../database/record-graph.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import { saveErrors } from '../errors.ts';
import { updateQuietly } from '../quiet-update.ts';
import { goodRows, isChanged, type SaveBatch, type SaveRow } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { expectedRevenue, writeHistory } from './opportunity.ts';

export const opportunityLineItem: ObjectBehaviour = {
  objects: ['OpportunityLineItem'],

  derive(batch) {
    if (batch.operation === 'insert') chooseProducts(batch);
  },

  settle(batch) {
    for (const row of goodRows(batch)) setPrices(row);
  },

  saved({ tx, rows }) {
    totalOpportunities(
      tx,
      rows.map(({ record }) => record),
    );
  },

  removed({ tx, rows }) {
    totalOpportunities(
      tx,
      rows.map(({ live }) => live),
    );
  },

  restored({ tx, rows }) {
    totalOpportunities(
      tx,
      rows.map(({ live }) => live),
    );
  },
};

/** The price book entry decides product, list price and name, and must be of the opportunity's price book. */
function chooseProducts(batch: SaveBatch): void {
  const { tx, object } = batch;
  const rows = goodRows(batch);
  const graph = new RecordGraph(
    tx,
    rows.map(({ record }) => record),
  );
  const parent = (record: SObject, field: string) => graph.parent(record, record.schema.field(field)!);
  if (rows.some(({ record }) => record.get('PricebookEntryId') === null)) chooseEntriesByProduct(tx, rows, graph);
  for (const { record, errors } of rows) {
    const opportunity = parent(record, 'OpportunityId');
    const entry = parent(record, 'PricebookEntryId');
    if (opportunity === null || entry === null) {
      if (entry === null && record.get('PricebookEntryId') === null) {
        errors.push(saveErrors.requiredMissing(['PricebookEntryId']));
      }
      continue;
    }
    const book = opportunity.get('Pricebook2Id');
    if (book !== null && book !== entry.get('Pricebook2Id')) {
      errors.push(
        integrity(
          'PricebookEntryId',
          'pricebook entry is in a different pricebook than the one assigned to the opportunity',
        ),
      );
    } else if (entry.get('IsActive') !== true) {
      errors.push(integrity('PricebookEntryId', 'pricebook entry is inactive'));
    }
    record.values.set('Product2Id', entry.get('Product2Id'));
    const product = parent(record, 'Product2Id');
    record.values.set('ProductCode', product?.get('ProductCode') ?? null);
    record.values.set('ListPrice', entry.get('UnitPrice'));
    const name = `${textOf(opportunity, 'Name')} ${textOf(product, 'Name')}`;
    record.values.set('Name', name.slice(0, object.field('Name')!.length));
  }
}

/** A line that names only the product takes its entry in the opportunity's price book. */
function chooseEntriesByProduct(tx: Transaction, rows: readonly SaveRow[], graph: RecordGraph): void {
  const open = rows.filter(
    ({ record }) => record.get('PricebookEntryId') === null && record.get('Product2Id') !== null,
  );
  const entries = tx.store.findRows(
    tx.org.schema.require('PricebookEntry'),
    'Product2Id',
    open.map(({ record }) => record.get('Product2Id')),
  );
  const byKey = new Map(
    entries.map((entry) => [`${textOf(entry, 'Pricebook2Id')} ${textOf(entry, 'Product2Id')}`, entry.id]),
  );
  for (const { record } of open) {
    const opportunity = graph.parent(record, record.schema.field('OpportunityId')!);
    const id = byKey.get(`${textOf(opportunity, 'Pricebook2Id')} ${textOf(record, 'Product2Id')}`);
    if (id !== undefined) record.values.set('PricebookEntryId', id);
  }
}

/** Quantity × sales price is the subtotal, less the discount the total; a total that is given decides the sales price. */
function setPrices(row: SaveRow): void {
  const { record, given, old, errors } = row;
  const quantity = record.get('Quantity') as Decimal | null;
  if (quantity === null) return;
  const factor = Decimal.ONE.subtract(((record.get('Discount') as Decimal | null) ?? Decimal.ZERO).multiply(HUNDREDTH));
  const total = record.get('TotalPrice') as Decimal | null;
  if (old === null && record.get('UnitPrice') === null && total === null) {
    errors.push(integrity('unknown', 'must specify unit price or total price or opp rollup schedule'));
    return;
  }
  if (old === null && given.get('UnitPrice') !== null && given.get('TotalPrice') !== null) {
    errors.push(integrity('unknown', 'only one of unit price or total price may be specified'));
    return;
  }
  const byTotal =
    total !== null &&
    isChanged(row, 'TotalPrice') &&
    (old === null ? record.get('UnitPrice') === null : !isChanged(row, 'UnitPrice'));
  const divisor = quantity.multiply(factor);
  if (byTotal && divisor.signum() !== 0) record.values.set('UnitPrice', total.divide(divisor, 2));
  const subtotal = quantity.multiply(record.get('UnitPrice') as Decimal).setScale(2);
  record.values.set('Subtotal', subtotal);
  record.values.set('TotalPrice', byTotal ? total : subtotal.multiply(factor).setScale(2));
}

const HUNDREDTH = Decimal.fromUnscaled(1n, 2);

/**
 * Amount and quantity of the opportunities are those of their lines; the last amount stays when all lines are gone. "Opportunity
 * before and after triggers and validation rules aren't run" ("Operations That Don't Invoke Triggers", Apex Developer Guide).
 */
function totalOpportunities(tx: Transaction, lines: readonly SObject[]): void {
  const ids = [...new Set(lines.map((line) => line.get('OpportunityId') as string))];
  const object = tx.org.schema.require('Opportunity');
  const lineObject = lines[0].schema;
  const byOpportunity = Map.groupBy(tx.store.findRows(lineObject, 'OpportunityId', ids), (line) =>
    line.get('OpportunityId'),
  );
  const books = priceBooksOf(tx, lines);
  updateQuietly(tx, object, tx.store.getRows(object, ids).values(), (record) => {
    const items = byOpportunity.get(record.id) ?? [];
    if (items.length === 0) return { HasOpportunityLineItem: false, TotalOpportunityQuantity: null };
    const amount = sum(items, 'TotalPrice');
    const values: Record<string, FieldValue> = {
      HasOpportunityLineItem: true,
      Amount: amount,
      TotalOpportunityQuantity: sum(items, 'Quantity'),
      ExpectedRevenue: expectedRevenue(amount, record.get('Probability') as Decimal | null),
      Pricebook2Id: record.get('Pricebook2Id') ?? books.get(items[0].get('PricebookEntryId')) ?? null,
    };
    if (!amount.equals(record.get('Amount'))) recordAmount(tx, record, values);
    return values;
  });
}

function recordAmount(tx: Transaction, old: SObject, values: Readonly<Record<string, FieldValue>>): void {
  const record = old.clone();
  for (const [name, value] of Object.entries(values)) record.values.set(name, value);
  writeHistory(tx, record, old);
}

/** Price books by price book entry: an opportunity without one takes that of its first line. */
function priceBooksOf(tx: Transaction, lines: readonly SObject[]): Map<FieldValue, FieldValue> {
  const entries = new RecordGraph(tx).load(lines.map((line) => line.get('PricebookEntryId') as string));
  return new Map([...entries].map(([id, entry]) => [id, entry.get('Pricebook2Id')]));
}

function sum(lines: readonly SObject[], field: string): Decimal {
  return lines.reduce((total, line) => total.add((line.get(field) as Decimal | null) ?? Decimal.ZERO), Decimal.ZERO);
}

function integrity(field: string, reason: string) {
  return saveErrors.fieldIntegrity(`field integrity exception: ${field} (${reason})`, [field]);
}

function textOf(record: SObject | null, field: string): string {
  return (record?.get(field) as string | null | undefined) ?? '';
}
