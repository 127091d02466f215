/** Approved time of projects, and what it cost. */
import type { Connection } from 'jsforce';
import { queryAll } from '../records.ts';

export interface WorkDone {
  readonly hours: number;
  readonly cost: number;
}

/** By the id of the project. */
export async function loadWorkDone(connection: Connection): Promise<Map<string, WorkDone>> {
  const rows = await queryAll<{ project: string; minutes: number; cost: number | null }>(
    connection,
    'SELECT Project__c project, SUM(Minutes__c) minutes, SUM(CostAmount__c) cost FROM TimeEntry__c ' +
      `WHERE Timesheet__r.Status__c = 'Approved' GROUP BY Project__c`,
  );
  return new Map(rows.map((row) => [row.project, { hours: row.minutes / 60, cost: row.cost ?? 0 }]));
}
