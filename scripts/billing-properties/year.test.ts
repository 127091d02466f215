/** A year replayed in random order, in every billing model at once: nothing is billed twice and nothing is lost. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Books } from './books.ts';
import { whole } from './exact.ts';
import { Firm } from './firm.ts';
import { settle } from './retainer-oracle.ts';
import {
  anyOperation,
  closeYear,
  neutralOperation,
  performInYear,
  undoYear,
  type YearOperation,
} from './year-operations.ts';
import { anyYear, beginYear, PROGRESS_FEE, RETAINERS, YEAR_AGREEMENT, type Year } from './year.ts';

/** BILLING_YEARS=20 BILLING_SEED=7 replays more and other years. */
const YEARS = Number(process.env.BILLING_YEARS ?? 2);
const SEED = Number(process.env.BILLING_SEED ?? 20250101);
const MONTHS_BILLED = 13;

/** The seed says enough to repeat a failure; years are too long to be made smaller one by one. */
const RUNS = { numRuns: YEARS, seed: SEED, endOnFailure: true } as const;

let firm: Firm;

before(() => {
  firm = Firm.open();
});

after(() => firm.close());

const booksOf = (client: string): Books => new Books(firm, client, YEAR_AGREEMENT);

test('a year adds up after every step in any order, and taking everything back returns to the start', (context) => {
  context.diagnostic(`seed ${SEED}, ${YEARS} years`);
  fc.assert(
    fc.property(anyYear, fc.array(anyOperation, { minLength: 60, maxLength: 90 }), (year, operations) => {
      const client = beginYear(firm, year);
      for (const operation of operations) {
        performInYear(firm, client, operation);
        explaining(operation, () => {
          const books = booksOf(client);
          books.check();
          checkRetainers(books);
        });
      }
      undoYear(firm, client);
      const books = booksOf(client);
      books.check();
      assert.deepEqual(books.state(), untouched(books));
    }),
    RUNS,
  );
});

test('whatever the order of approvals, runs, voids and payments, the same year is billed the same', (context) => {
  context.diagnostic(`seed ${SEED}, ${YEARS} years`);
  const operations = fc.array(neutralOperation, { minLength: 20, maxLength: 35 });
  fc.assert(
    fc.property(anyYear, operations, operations, (year, first, second) => {
      const totals = [first, second].map((order) => {
        const client = beginYear(firm, year);
        for (const operation of order) performInYear(firm, client, operation);
        closeYear(firm, client);
        const books = booksOf(client);
        books.check();
        books.checkNothingIsLost();
        checkFees(books);
        return totalsOf(books);
      });
      assert.deepEqual(totals[0], totals[1]);
      assert.equal(minutesIn(totals[0]?.hours ?? []), minutesOf(year, ['time', 'notified', 'elsewhere']));
    }),
    RUNS,
  );
});

/** Names the operation after which something does not add up. */
function explaining(operation: YearOperation, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`After ${operation.kind} ${operation.which}`, { cause: error });
  }
}

/** Periods are settled in order, so each carries what the ones before have left. */
function checkRetainers(books: Books): void {
  for (const { name, policy, expiry, hours } of RETAINERS) {
    const periods = books.periods.filter((period) => period.parents.get('Arrangement__r')?.get('Name') === name);
    const used = periods.map((period) => whole(period, 'UsedMinutes__c'));
    assert.deepEqual(
      periods.map((period) => ({
        carried: whole(period, 'CarriedMinutes__c'),
        overage: whole(period, 'OverageMinutes__c'),
        balance: whole(period, 'BalanceMinutes__c'),
      })),
      settle({ included: hours * 60, policy, expiry }, used),
      `Balance of the retainer ${name}`,
    );
  }
}

/** Fees do not depend on the work. */
function checkFees(books: Books): void {
  const { fee, milestones, deposit } = YEAR_AGREEMENT;
  assert.equal(books.computed('Fixed Fee'), fee * 100, 'The whole fee');
  assert.equal(books.computed('Milestone'), milestones * 100, 'Every milestone');
  assert.equal(books.computed('Percent Complete'), Math.round(PROGRESS_FEE * 100), 'All of the progress');
  assert.equal(books.computed('Deposit'), deposit * 100, 'The deposit, however much of it is applied');
  const retained = RETAINERS.reduce(
    (sum, { fee: each, months }) => sum + each * 100 * Math.floor(MONTHS_BILLED / months),
    0,
  );
  assert.equal(books.computed('Retainer'), retained, 'A sum for every period');
}

/** What an order may not change: hours by their groups but those of the cap, the capped sum, fees and expenses. */
function totalsOf(books: Books) {
  const capped = new Set(
    books.lines
      .filter((line) => line.parents.get('Arrangement__r')?.get('Name') === 'Capped')
      .map((line) => line.get('GroupKey__c')),
  );
  const hours = [...books.hours()]
    .filter(([key]) => !capped.has(key))
    .map(([, group]) => group)
    .toSorted((left, right) => left.minutes - right.minutes || left.hundredths - right.hundredths);
  return { hours, expenses: books.computed('Expense') };
}

function minutesIn(groups: readonly { minutes: number }[]): number {
  return groups.reduce((sum, { minutes }) => sum + minutes, 0);
}

function minutesOf({ worked }: Year, places: readonly string[]): number {
  return minutesIn(worked.filter(({ place }) => places.includes(place)));
}

/** As after the year's work is approved and nothing of it billed. Milestones keep what was decided about them. */
function untouched(books: Books): unknown {
  const state = books.state() as Record<'entries' | 'expenses' | 'milestones', string[][]>;
  const free = (rows: string[][]) => rows.map(([id]) => [id, 'Unbilled', 'null', 'null', 'null', 'null']);
  return {
    entries: free(state.entries),
    expenses: free(state.expenses),
    milestones: state.milestones.map(([id, status]) => [id, status === 'Invoiced' ? 'Approved' : status, 'null']),
    periods: 0,
    lines: 0,
  };
}
