/** Whatever finance does, nothing is billed twice and nothing is lost. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Books } from './books.ts';
import { AGREEMENT, begin, worked } from './engagement.ts';
import { Firm } from './firm.ts';
import { operation, perform, undoEverything } from './operations.ts';

const CASES = Number(process.env.BILLING_CASES ?? 10);
const SEED = 20260105;

let firm: Firm;

before(() => {
  firm = Firm.open();
});

after(() => firm.close());

const entries = fc.array(worked, { minLength: 4, maxLength: 20 });

test('billed + held + written off + unbilled = approved after any sequence, and voiding everything returns to the start', () => {
  fc.assert(
    fc.property(entries, fc.array(operation, { minLength: 5, maxLength: 18 }), (work, operations) => {
      const client = begin(firm, work);
      const start = new Books(firm, client, AGREEMENT).state();
      for (const each of operations) {
        perform(firm, client, each);
        new Books(firm, client, AGREEMENT).check();
      }
      undoEverything(firm, client);
      const books = new Books(firm, client, AGREEMENT);
      books.check();
      assert.deepEqual(books.state(), start);
    }),
    { numRuns: CASES, seed: SEED },
  );
});

test('invoices that are split at any days lose no minute and no hundredth of an hour', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.nat({ max: 4 }), { maxLength: 4 }), (work, weeks) => {
      const client = begin(firm, work);
      for (const which of [...weeks.toSorted(), 4]) perform(firm, client, { kind: 'bill', which });
      const books = new Books(firm, client, AGREEMENT);
      books.check();
      books.checkNothingIsLost();
    }),
    { numRuns: CASES, seed: SEED },
  );
});

test('two runs whose transactions interleave never bill an hour twice', () => {
  fc.assert(
    fc.property(
      entries,
      fc.array(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 })), { maxLength: 8 }),
      (work, steps) => {
        const client = begin(firm, work);
        const names = ['first', 'second'].map((name) => `${client} ${name}`);
        for (const name of names) firm.must(newRun(name));
        for (const [run, project] of [...steps, [0, 0], [1, 1], [0, 1], [1, 0]] as const) {
          firm.must(chunk(client, names[run] ?? '', project));
          new Books(firm, client, AGREEMENT).check();
        }
        const books = new Books(firm, client, AGREEMENT);
        books.checkNothingIsLost();
      },
    ),
    { numRuns: CASES, seed: SEED },
  );
});

function newRun(name: string): string {
  return `
    insert as system new InvoiceRun__c(
      RunKey__c = '${name}', Status__c = 'Running', CutOffDate__c = Date.newInstance(2026, 1, 31),
      InvoiceDate__c = Date.newInstance(2026, 1, 31), Scope__c = '{}', ProjectsTotal__c = 2, ProjectsDone__c = 0,
      EntriesBilled__c = 0, InvoicesDrafted__c = 0, Amount__c = 0, IsMergedPerAccount__c = ${name.endsWith('second')});`;
}

/** One transaction of a run, which bills one project. */
function chunk(client: string, name: string, project: number): string {
  return `
    Id runId = [SELECT Id FROM InvoiceRun__c WHERE RunKey__c = '${name}'].Id;
    List<Project__c> projects = [SELECT Name FROM Project__c WHERE Account__r.Name = '${client}' ORDER BY Name];
    new InvoiceRunBatch(runId).execute(null, new List<Project__c>{ projects[${project}] });
    Assert.isNull([SELECT Problems__c FROM InvoiceRun__c WHERE Id = :runId].Problems__c);`;
}
