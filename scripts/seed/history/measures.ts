/** The measures of the past year and of the months to come, worked out by the package. */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { firstOfMonth } from '../dates.ts';
import { queryAll } from '../records.ts';
import { MONTHS_OF_HISTORY } from './revenue.ts';

const MONTHS_AHEAD = 6;
const PATIENCE = 120_000;
const POLL_EVERY = 50;

export async function seedMeasures(connection: Connection, today: string): Promise<void> {
  const first = firstOfMonth(today, -MONTHS_OF_HISTORY);
  const last = firstOfMonth(today, MONTHS_AHEAD);
  await runApex(connection, `MeasureRebuild.start(Date.valueOf('${first}'), Date.valueOf('${last}'));`);
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const [run] = await queryAll<{ Status__c: string; Problems__c: string | null }>(
      connection,
      'SELECT Status__c, Problems__c FROM MeasureRun__c ORDER BY CreatedDate DESC, Name DESC LIMIT 1',
    );
    if (run?.Status__c === 'Completed') return;
    if (run?.Status__c === 'Interrupted') throw new Error(`The measures were not rebuilt: ${run.Problems__c ?? ''}`);
    if (Date.now() > deadline) throw new Error('The measures are not rebuilt in time.');
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
}
