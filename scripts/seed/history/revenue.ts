/** The revenue of the past year, recognized and closed month by month as finance would. */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { firstOfMonth } from '../dates.ts';
import { queryAll } from '../records.ts';
import { computeForecast, freezeForecast, isFrozenAfter } from './forecast.ts';

/** How far back the demo's facts go. */
export const MONTHS_OF_HISTORY = 12;

const PATIENCE = 120_000;
const POLL_EVERY = 25;

interface RunRow {
  readonly Status__c: string;
  readonly Problems__c: string | null;
}

/**
 * Closes the periods before last month, in their order; what was earned since is recognized and stays open. The forecast is
 * frozen after the last of them.
 */
export async function closeMonths(connection: Connection, today: string): Promise<void> {
  const periods = await queryAll<{ Id: string; Name: string; StartDate__c: string }>(
    connection,
    `SELECT Id, Name, StartDate__c FROM FiscalPeriod__c WHERE Status__c = 'Open' AND StartDate__c < ${firstOfMonth(today, -1)} ` +
      'ORDER BY StartDate__c',
  );
  for (const { Id, Name, StartDate__c } of periods) {
    await closePeriod(connection, Id, Name);
    if (isFrozenAfter(StartDate__c, today)) await freezeForecast(connection, Name);
  }
  await runApex(connection, 'RevenueClose.recognize();');
  await untilDone(connection, 'the recognition up to today');
  await computeForecast(connection);
}

/** Whatever the checks warn of. */
export async function closePeriod(connection: Connection, period: string, name: string): Promise<void> {
  await runApex(
    connection,
    `Set<String> codes = new Set<String>();
     for (CloseQuestion question : CloseQuestions.all()) { codes.add(question.code); }
     RevenueClose.start('${period}', codes);`,
  );
  await untilDone(connection, `the close of ${name}`);
}

/** A run that ends may start the next one, for the next open period. */
async function untilDone(connection: Connection, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const active = await queryAll(connection, 'SELECT Id FROM RevenueRun__c WHERE ActiveKey__c != null');
    const [run] = await queryAll<RunRow>(
      connection,
      'SELECT Status__c, Problems__c FROM RevenueRun__c ORDER BY CreatedDate DESC, Name DESC LIMIT 1',
    );
    if (active.length === 0 && run?.Status__c === 'Completed') return;
    if (active.length === 0)
      throw new Error(`${what} ended as ${run?.Status__c ?? 'nothing'}: ${run?.Problems__c ?? ''}`);
    if (Date.now() > deadline) throw new Error(`${what} does not end.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
}
