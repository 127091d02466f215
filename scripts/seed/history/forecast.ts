/** The revenue forecast of the demo firm: kept up to date, and frozen at the end of some past months, as finance would. */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { firstOfMonth } from '../dates.ts';
import { queryAll } from '../records.ts';

/** Months before this one at whose end the forecast was frozen. */
const FROZEN_MONTHS = 4;

const PATIENCE = 60_000;
const POLL_EVERY = 25;

/** The dates of periods whose close is followed by freezing the forecast. */
export function isFrozenAfter(periodStart: string, today: string): boolean {
  return periodStart >= firstOfMonth(today, -1 - FROZEN_MONTHS);
}

/** Computes the forecast as it stands after a close and keeps it under the name of the period. */
export async function freezeForecast(connection: Connection, period: string): Promise<void> {
  await computeForecast(connection);
  await runApex(connection, `ForecastVersions.freeze('After ${period}', 'As it stood when ${period} was closed.');`);
  await untilComputed(connection);
}

/** Computes the whole forecast as of now. */
export async function computeForecast(connection: Connection): Promise<void> {
  await runApex(connection, 'ForecastVersions.recompute();');
  await untilComputed(connection);
}

async function untilComputed(connection: Connection): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const [version] = await queryAll<{ RunStatus__c: string; Problems__c: string | null }>(
      connection,
      'SELECT RunStatus__c, Problems__c FROM ForecastVersion__c WHERE IsCurrent__c = TRUE',
    );
    if (version?.RunStatus__c === 'Completed') {
      if (version.Problems__c !== null) throw new Error(`The forecast could not be computed: ${version.Problems__c}`);
      return;
    }
    if (Date.now() > deadline) throw new Error('The forecast is not computed to its end.');
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
}
