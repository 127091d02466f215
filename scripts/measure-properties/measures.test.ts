/** What is stored about months equals what anybody would add up from the raw rows, after any work in any order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { enter, openFirm, rebuild, work } from './firm.ts';
import { PROJECT_FIELDS, projectMonths, RESOURCE_FIELDS, resourceMonths, stored, total } from './naive.ts';

const CASES = Number(process.env['MEASURE_CASES'] ?? 3);
const SEED = 20260202;

test('stored months equal a naive recomputation from the rows, kept current or rebuilt', () => {
  fc.assert(
    fc.property(work, (weeks) => {
      const firm = openFirm();
      try {
        rebuild(firm);
        enter(firm, weeks);
        const people = resourceMonths(firm);
        const projects = projectMonths(firm);
        assert.deepEqual(stored(firm, 'ResourceMonth__c', 'Resource__c', RESOURCE_FIELDS), people, 'kept current');
        assert.deepEqual(stored(firm, 'ProjectMonth__c', 'Project__c', PROJECT_FIELDS), projects, 'kept current');
        rebuild(firm);
        assert.deepEqual(stored(firm, 'ResourceMonth__c', 'Resource__c', RESOURCE_FIELDS), people, 'rebuilt');
        assert.deepEqual(stored(firm, 'ProjectMonth__c', 'Project__c', PROJECT_FIELDS), projects, 'rebuilt');
        for (const field of ['StandardValue__c', 'UnconvertedRows__c']) {
          assert.equal(total(people, field), total(projects, field), `${field}: by person as by project`);
        }
        assert.equal(total(people, 'CostAmount__c'), total(projects, 'LaborCost__c'), 'cost: by person as by project');
      } finally {
        firm.close();
      }
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
});
