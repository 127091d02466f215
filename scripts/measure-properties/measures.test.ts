/** What is stored about months equals what anybody would add up from the raw rows, after any work in any order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { Firm } from '../billing-properties/firm.ts';
import { addDays, firstOfMonth, lastOfMonth } from '../seed/dates.ts';
import { enter, FIRST_MONTH, LAST_MONTH, openFirm, rebuild, work } from './firm.ts';
import { storedMonths, type Months } from './recomputed/months.ts';
import { PERSON_FIELDS, personMonths } from './recomputed/people.ts';
import { PROJECT_FIELDS, projectMonths } from './recomputed/projects.ts';
import { readRaw, total, type Row } from './recomputed/raw.ts';
import { billingCutOff, workOf } from './recomputed/work.ts';

const CASES = Number(process.env['MEASURE_CASES'] ?? 3);
const SEED = 20260202;
const TODAY = new Date().toISOString().slice(0, 10);
const SPAN = { from: FIRST_MONTH, to: lastOfMonth(LAST_MONTH), today: TODAY };
const TARGET_UTILIZATION = 75;

test('stored months equal a naive recomputation from the rows, kept current or rebuilt', async () => {
  await fc.assert(
    fc.asyncProperty(work, async (weeks) => {
      const firm = openFirm();
      try {
        rebuild(firm);
        enter(firm, weeks);
        const raw = await readRaw((soql) => rowsOf(firm, soql));
        const entries = workOf(raw);
        const people = personMonths(raw, entries, SPAN, TARGET_UTILIZATION);
        const endOfLastMonth = addDays(firstOfMonth(TODAY), -1);
        const projects = projectMonths(raw, entries, SPAN, billingCutOff(raw, TODAY, endOfLastMonth));
        assert.deepEqual(stored(firm, 'ResourceMonth__c', 'Resource__c', PERSON_FIELDS), people, 'kept current');
        assert.deepEqual(stored(firm, 'ProjectMonth__c', 'Project__c', PROJECT_FIELDS), projects, 'kept current');
        rebuild(firm);
        assert.deepEqual(stored(firm, 'ResourceMonth__c', 'Resource__c', PERSON_FIELDS), people, 'rebuilt');
        assert.deepEqual(stored(firm, 'ProjectMonth__c', 'Project__c', PROJECT_FIELDS), projects, 'rebuilt');
        for (const field of ['StandardValue__c', 'UnconvertedRows__c']) {
          assert.equal(sum(people, field), sum(projects, field), `${field}: by person as by project`);
        }
        assert.equal(sum(people, 'CostAmount__c'), sum(projects, 'LaborCost__c'), 'cost: by person as by project');
      } finally {
        firm.close();
      }
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
});

/** As a client of the API reads them. */
function rowsOf(firm: Firm, soql: string): Row[] {
  const fields = (/SELECT (.*) FROM/.exec(soql)?.[1] ?? '').split(', ');
  return firm.rows(soql).map((row) => Object.fromEntries(fields.map((field) => [field, row.get(field)])));
}

function stored(firm: Firm, object: string, subject: string, fields: readonly string[]): Months {
  const rows = rowsOf(
    firm,
    `SELECT ${subject}, Month__c, ${fields.join(', ')} FROM ${object} WHERE Month__c >= ${FIRST_MONTH} AND Month__c <= ${LAST_MONTH}`,
  );
  return storedMonths(rows, subject, fields);
}

/** Of one field over all rows. */
function sum(months: Months, field: string): string {
  return total(Object.values(months).map((row) => new Decimal(row[field] ?? 0))).toFixed(2);
}
