/**
 * A firm unlike the demo's, loaded through jsforce and lived in for half a year: what the package has stored of it equals what
 * anybody would work out from the raw rows, to the cent and the minute.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addDays, firstOfMonth, lastOfMonth } from '../seed/dates.ts';
import { seededRandom } from '../seed/random.ts';
import { runApex } from '../seed/apex.ts';
import { queryAll } from '../seed/records.ts';
import { live } from './another-firm/life.ts';
import { partsOf } from './another-firm/parts.ts';
import { shownMeasures } from './recomputed/shown.ts';
import { FIRST_MONTH, LAST_MONTH, TODAY } from './another-firm/organisation.ts';
import { ServedFirm } from './another-firm/served.ts';
import { earnedValue } from './recomputed/earned-value.ts';
import { FirmMonths } from './recomputed/firm.ts';
import { Earnings } from './recomputed/ledger.ts';
import { storedMonths, type Months } from './recomputed/months.ts';
import { PERSON_FIELDS, personMonths } from './recomputed/people.ts';
import { PROJECT_FIELDS, projectMonths } from './recomputed/projects.ts';
import { checkForecast } from './recomputed/forecast.ts';
import { billRate, costRate } from './recomputed/rates.ts';
import { amount, byId, cents, money, number, readRaw, text, total, type Raw, type Row } from './recomputed/raw.ts';
import { billingCutOff, workOf, type Work } from './recomputed/work.ts';

/** Another one makes another firm of the same kind; more entries a larger one. */
const SEED = Number(process.env['FIRM_SEED'] ?? 20260318);
const ENTRIES_A_WEEK = Number(process.env['FIRM_ENTRIES'] ?? 4);
const SPAN = { from: FIRST_MONTH, to: lastOfMonth(LAST_MONTH), today: TODAY };
const TARGET_UTILIZATION = 75;

describe('the measures of another firm equal those worked out from its raw rows', () => {
  let firm: ServedFirm;
  let raw: Raw;
  let work: readonly Work[];
  let people: Months;
  let projects: Months;

  const query = async (soql: string): Promise<readonly Row[]> => queryAll<Row>(firm.admin, soql);
  const stored = async (object: string, subject: string, fields: readonly string[]): Promise<Months> =>
    storedMonths(
      await query(
        `SELECT ${subject}, Month__c, ${fields.join(', ')} FROM ${object} ` +
          `WHERE Month__c >= ${FIRST_MONTH} AND Month__c <= ${LAST_MONTH}`,
      ),
      subject,
      fields,
    );

  before(async () => {
    firm = await ServedFirm.start(FIRST_MONTH);
    await live(firm, seededRandom(SEED), ENTRIES_A_WEEK);
    raw = await readRaw(query);
    work = workOf(raw);
    people = personMonths(raw, work, SPAN, TARGET_UTILIZATION);
    projects = projectMonths(raw, work, SPAN, billingCutOff(raw, TODAY, addDays(firstOfMonth(TODAY), -1)));
  });
  after(() => firm.close());

  test('the months of people', async () => {
    assert.deepEqual(await stored('ResourceMonth__c', 'Resource__c', PERSON_FIELDS), people);
  });

  test('the months of projects', async () => {
    assert.deepEqual(await stored('ProjectMonth__c', 'Project__c', PROJECT_FIELDS), projects);
  });

  test('the months of the firm', async () => {
    const months = new FirmMonths(raw, projects, TODAY);
    for (let month = FIRST_MONTH; month <= LAST_MONTH; month = firstOfMonth(month, 1)) {
      const expected = months.of(month);
      const fields = Object.keys(expected);
      const [row] = await query(`SELECT ${fields.join(', ')} FROM FirmMonth__c WHERE Month__c = ${month}`);
      assert.deepEqual(
        Object.fromEntries(fields.map((field) => [field, number(row, field)?.toFixed(2)])),
        Object.fromEntries(fields.map((field) => [field, expected[field]?.toFixed(2)])),
        month,
      );
    }
  });

  test('the ledger, by arrangement and method', () => {
    const earnings = new Earnings(raw, work, TODAY);
    const recognized = (arrangement: Row, stream: string): string =>
      total(
        raw.RevenueEntry__c.filter(
          (row) => text(row, 'Arrangement__c') === text(arrangement, 'Id') && text(row, 'Stream__c') === stream,
        ).map((row) => amount(row, 'Amount__c')),
      ).toFixed(2);
    const names = new Map(raw.Project__c.map((row) => [text(row, 'Id'), text(row, 'Name')]));
    const of = (services: (row: Row) => string | undefined): Record<string, string | undefined> =>
      Object.fromEntries(
        raw.BillingArrangement__c.map((row) => [
          `${names.get(text(row, 'Project__c'))}: ${text(row, 'Name')}`,
          services(row),
        ]),
      );
    assert.deepEqual(
      of((row) => recognized(row, 'Services')),
      of((row) => (earnings.services(row) ?? cents(total([]))).toFixed(2)),
      'services',
    );
    assert.deepEqual(
      of((row) => recognized(row, 'Expenses')),
      of((row) => earnings.expenses(row).toFixed(2)),
      'expenses',
    );
  });

  test('the rates of approved hours', () => {
    const persons = byId(raw.Resource__c);
    const projectOf = byId(raw.Project__c);
    const bookings = byId(raw.Assignment__c);
    for (const entry of work.filter(({ week, row }) => week === 'Approved' && text(row, 'Adjusts__c') === '')) {
      const person = persons.get(entry.person) ?? {};
      const project = projectOf.get(entry.project) ?? {};
      const role = text(bookings.get(text(entry.row, 'Assignment__c')), 'Role__c') || text(person, 'Role__c');
      const rate = entry.isBillable ? billRate(raw, project, role, entry.day) : undefined;
      const told = `${text(person, 'Name')} on ${text(project, 'Name')}, ${entry.day}`;
      assert.equal(
        entry.bill?.toFixed(2),
        rate && money(rate.times(entry.billableMinutes).div(60), entry.currency).toFixed(2),
        told,
      );
      assert.equal(
        entry.cost?.toFixed(2),
        costRate(raw, person, role, entry.day)?.times(entry.minutes).div(60).toDecimalPlaces(2).toFixed(2),
        told,
      );
    }
  });

  test('the forecast', async () => {
    const rows = await query(
      'SELECT Project__c, Opportunity__c, Month__c, Recognized__c, Scheduled__c, Tentative__c, Unscheduled__c, WeightedPipeline__c ' +
        'FROM RevenueForecast__c WHERE Version__r.IsCurrent__c = true',
    );
    for (const project of raw.Project__c.filter((row) => row['IsInternal__c'] !== true)) {
      checkForecast(
        raw,
        project,
        rows.filter((row) => text(row, 'Project__c') === text(project, 'Id')),
        TODAY,
      );
    }
    for (const sale of raw.Opportunity.filter((row) => row['IsClosed'] === false)) {
      const isOfSale = (row: Row): boolean => text(row, 'Opportunity__c') === text(sale, 'Id');
      const estimated = raw.EstimateLine__c.filter(isOfSale).map((row) =>
        amount(row, 'Hours__c').times(amount(row, 'BillRate__c')),
      );
      const weighted = rows.filter(isOfSale).map((row) => amount(row, 'WeightedPipeline__c'));
      assert.equal(
        total(weighted).toFixed(2),
        cents(total(estimated).times(amount(sale, 'Probability')).div(100)).toFixed(2),
        'What is estimated, by its odds',
      );
    }
  });

  test('the measures that leaders see, of every part of the firm, with history where it was earned', async () => {
    const until = firstOfMonth(TODAY);
    for (const part of partsOf(raw)) {
      const shown = Object.entries(shownMeasures(part, people, projects, until));
      const expected = shown.map(([key, value]) => `'${key}' => ${value?.toFixed(2) ?? 'null'}`).join(', ');
      await runApex(
        firm.admin,
        `Map<String, Decimal> expected = new Map<String, Decimal>{ ${expected} };
         MonthSpan span = new MonthSpan(Date.valueOf('${FIRST_MONTH}'), Date.valueOf('${until}'));
         for (MeasureView view : Measures.of(new MeasureScope('${part.kind}', ${part.id === '' ? 'null' : `'${part.id}'`}, span))) {
           if (expected.containsKey(view.key)) {
             Assert.areEqual(expected.get(view.key), view.value, '${part.kind} ${part.id}: ' + view.key);
             expected.remove(view.key);
           }
         }
         Assert.isTrue(expected.isEmpty(), 'Not shown: ' + expected);`,
      );
    }
  });

  test('earned value', async () => {
    for (const project of raw.Project__c.filter((row) => row['IsInternal__c'] !== true)) {
      const expected = earnedValue(raw, work, project, TODAY);
      const [health] = await query(
        `SELECT ${Object.keys(expected).join(', ')} FROM ProjectHealth__c WHERE Project__c = '${text(project, 'Id')}' AND IsLatest__c = true`,
      );
      const shown = Object.fromEntries(
        Object.keys(expected).map((field) => [
          field,
          number(health, field)?.toFixed(/PI__c$/.test(field) ? 4 : 2) ?? '',
        ]),
      );
      assert.deepEqual(shown, expected, text(project, 'Name'));
    }
  });
});
