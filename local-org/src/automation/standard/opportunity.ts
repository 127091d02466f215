/** Opportunity: what follows from the stage, the amount and the close date ("Opportunity", Object Reference). */
import { fiscalYearOf } from '../../database/soql/dates/calendar.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, type DateValue, Decimal, sameValue } from '../../schema/values/index.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, isChanged, type SaveBatch, type SaveRow } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** Forecast categories by the label that `ForecastCategoryName` holds. */
const FORECAST_CATEGORIES: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  'Best Case': 'BestCase',
  'Most Likely': 'MostLikely',
  Commit: 'Forecast',
  Closed: 'Closed',
};

const HISTORY_FIELDS = ['StageName', 'Amount', 'Probability', 'CloseDate', 'ForecastCategory'];

/** The stage that probability and forecast category were last taken from. */
const derivedStage = new WeakMap<SObject, unknown>();

export const opportunity: ObjectBehaviour = {
  objects: ['Opportunity'],

  derive(batch) {
    const stages = stagesOf(batch.tx);
    for (const row of goodRows(batch)) {
      keepAmountOfProducts(row);
      const { record } = row;
      if (isChanged(row, 'StageName')) takeStageDefaults(row, stages, (field) => isGiven(row, field));
      derivedStage.set(record, record.get('StageName'));
      setDependents(batch, row, stages);
    }
  },

  settle(batch) {
    const stages = stagesOf(batch.tx);
    for (const row of goodRows(batch)) {
      const { record } = row;
      if (derivedStage.get(record) !== record.get('StageName')) takeStageDefaults(row, stages, () => false);
      setDependents(batch, row, stages);
      if (row.old !== null && isChanged(row, 'StageName')) {
        record.values.set('LastStageChangeDate', new DatetimeValue(batch.tx.org.clock.now()));
      }
      countPush(row);
      if (row.old?.get('HasOpportunityLineItem') === true && isChanged(row, 'Pricebook2Id')) {
        row.errors.push(
          saveErrors.fieldIntegrity(
            'field integrity exception: Pricebook2Id (opportunity has products of another price book)',
            ['Pricebook2Id'],
          ),
        );
      }
    }
  },

  saved(batch) {
    for (const row of batch.rows) {
      if (row.old === null && row.record.get('ContactId') !== null) addPrimaryContact(batch.tx, row.record);
      if (HISTORY_FIELDS.some((field) => isChanged(row, field))) writeHistory(batch.tx, row.record, row.old);
    }
  },
};

/** "ContactId: … creates an OpportunityContactRole record … marked as primary". */
function addPrimaryContact(tx: Transaction, record: SObject): void {
  const object = tx.org.schema.require('OpportunityContactRole');
  const now = new DatetimeValue(tx.org.clock.now());
  tx.store.insertRow(
    new SObject(object, [
      ['Id', tx.store.newId(object)],
      ['OpportunityId', record.id],
      ['ContactId', record.get('ContactId')],
      ['IsPrimary', true],
      ['CreatedById', tx.user.id],
      ['CreatedDate', now],
      ['LastModifiedById', tx.user.id],
      ['LastModifiedDate', now],
      ['SystemModstamp', now],
    ]),
  );
}

/** Adds a row of the stage history; `old` is null for a new opportunity. */
export function writeHistory(tx: Transaction, record: SObject, old: SObject | null): void {
  const object = tx.org.schema.require('OpportunityHistory');
  const fields = [...HISTORY_FIELDS, 'ExpectedRevenue'];
  const now = new DatetimeValue(tx.org.clock.now());
  tx.store.insertRow(
    new SObject(object, [
      ['Id', tx.store.newId(object)],
      ['OpportunityId', record.id],
      ...fields.map((field) => [field, record.get(field)] as const),
      ['PrevAmount', old?.get('Amount') ?? null],
      ['PrevCloseDate', old?.get('CloseDate') ?? null],
      ['CreatedById', tx.user.id],
      ['CreatedDate', now],
      ['SystemModstamp', now],
    ]),
  );
}

/** `ExpectedRevenue` for an amount and a probability in percent. */
export function expectedRevenue(amount: Decimal | null, probability: Decimal | null): Decimal | null {
  if (amount === null) return null;
  return amount
    .multiply(probability ?? Decimal.ZERO)
    .multiply(Decimal.fromUnscaled(1n, 2))
    .setScale(2);
}

function stagesOf(tx: Transaction): Map<unknown, SObject> {
  const rows = tx.store.allRows(tx.org.schema.require('OpportunityStage'));
  return new Map(rows.map((stage) => [stage.get('ApiName'), stage]));
}

/** "Any attempt to update this field, if the record has products, will be ignored." (`Amount`) */
function keepAmountOfProducts({ record, old }: SaveRow): void {
  if (old?.get('HasOpportunityLineItem') === true) record.values.set('Amount', old.get('Amount'));
}

/** Whether the caller chose a value of its own, and not the one that was there. */
function isGiven({ given, old }: SaveRow, field: string): boolean {
  return given.has(field) && given.get(field) !== null && !sameValue(given.get(field), old?.get(field) ?? null);
}

function takeStageDefaults(
  { record }: SaveRow,
  stages: ReadonlyMap<unknown, SObject>,
  keep: (field: string) => boolean,
): void {
  const stage = stages.get(record.get('StageName'));
  if (stage === undefined) return;
  if (!keep('Probability')) record.values.set('Probability', stage.get('DefaultProbability'));
  if (!keep('ForecastCategoryName')) record.values.set('ForecastCategoryName', stage.get('ForecastCategoryName'));
}

function setDependents({ tx }: SaveBatch, { record }: SaveRow, stages: ReadonlyMap<unknown, SObject>): void {
  const stage = stages.get(record.get('StageName'));
  const { values } = record;
  values.set('IsClosed', stage?.get('IsClosed') ?? false);
  values.set('IsWon', stage?.get('IsWon') ?? false);
  values.set('ForecastCategory', FORECAST_CATEGORIES[String(record.get('ForecastCategoryName'))] ?? null);
  values.set(
    'ExpectedRevenue',
    expectedRevenue(record.get('Amount') as Decimal | null, record.get('Probability') as Decimal | null),
  );
  setFiscalPeriod(tx, record);
}

function setFiscalPeriod(tx: Transaction, record: SObject): void {
  const closeDate = record.get('CloseDate') as DateValue | null;
  if (closeDate === null) return;
  const { startMonth, namedByStart } = fiscalYearOf(tx);
  const monthsIn = (closeDate.month - startMonth + 12) % 12;
  const startYear = closeDate.month < startMonth ? closeDate.year - 1 : closeDate.year;
  const year = namedByStart || startMonth === 1 ? startYear : startYear + 1;
  const quarter = Math.floor(monthsIn / 3) + 1;
  record.values.set('FiscalYear', year);
  record.values.set('FiscalQuarter', quarter);
  record.values.set('Fiscal', `${year} ${quarter}`);
}

/** `PushCount`: how often the close date was moved to a later month. */
function countPush({ record, old }: SaveRow): void {
  const before = old?.get('CloseDate') as DateValue | null | undefined;
  const after = record.get('CloseDate') as DateValue | null;
  const count = (old?.get('PushCount') as number | null | undefined) ?? 0;
  const later = before && after && after.year * 12 + after.month > before.year * 12 + before.month;
  record.values.set('PushCount', later ? count + 1 : count);
}
