/** Opportunities and their hand-offs. */
import type { Rows } from '../rows.ts';
import { table } from './table.ts';

export function sales(rows: Rows): void {
  table(
    rows,
    'EstimateLine__c',
    ['Opportunity__c', 'Role__c', 'Hours__c', 'BillRate__c'],
    [
      [null, '@O1', '@Architect', 100, 200],
      [null, '@O1', '@Developer', 200, 150],
      [null, '@O2', '@Developer', 100, 150],
      [null, '@O5', '@Developer', 400, 150],
    ],
  );
}
