/** The timesheet in Chromium: drawing a large week, and answering keys in it. */
import type { Connection } from 'jsforce';
import type { CDPSession } from 'playwright-core';
import { Workplace } from '../e2e/support/browser.ts';
import { addDays } from '../seed/dates.ts';
import { insertAll, queryAll } from '../seed/records.ts';
import { makeProjects } from './bench-firm.ts';
import type { Figure } from './figures.ts';

const ROWS = 40;
const KEYS = 40;
const WARM_UP = 3;
/** Resolves when what has arrived is on the screen. */
const AFTER_DRAWING = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)))';

export async function drawingFigures(connection: Connection, url: string): Promise<Figure[]> {
  await bookConsultant(connection);
  const workplace = await Workplace.open(url);
  try {
    const page = await workplace.logIn('consultant', '/lightning/n/Timesheet');
    const cells = page.getByRole('gridcell', { name: /^Monday, / });
    await cells.nth(ROWS - 1).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const draws: number[] = [];
    for (let run = 0; run < WARM_UP; run++) {
      for (const direction of ['Week after', 'Week before']) {
        const before = await mainThread(session);
        const answered = page.waitForResponse((response) =>
          `${response.url()} ${response.request().postData() ?? ''}`.includes('getWeek'),
        );
        await page.getByRole('button', { name: direction }).click();
        await answered;
        await page.evaluate(AFTER_DRAWING);
        await cells.nth(ROWS - 1).waitFor();
        draws.push((await mainThread(session)) - before);
      }
    }
    await cells.first().click();
    const before = await mainThread(session);
    for (let key = 0; key < KEYS; key++) await page.keyboard.press(key % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
    const each = ((await mainThread(session)) - before) / KEYS;
    const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
    return [
      { what: `week of ${ROWS} rows drawn: main thread`, value: milliseconds(Math.min(...draws)), aim: '< 100 ms' },
      { what: `a key in ${ROWS} rows: main thread`, value: milliseconds(each), aim: '< 16 ms' },
    ];
  } finally {
    await workplace.close();
  }
}

/** Milliseconds that the page's main thread has worked: scripts with their microtasks, and layout. */
async function mainThread(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** For this week and the next, on more projects than anybody has. */
async function bookConsultant(connection: Connection): Promise<void> {
  const [resource] = await queryAll<{ Id: string; Role__c: string }>(
    connection,
    "SELECT Id, Role__c FROM Resource__c WHERE User__r.Username LIKE 'consultant@%'",
  );
  const today = new Date().toISOString().slice(0, 10);
  const projects = await makeProjects(connection, 'Bench row', ROWS);
  await insertAll(
    connection,
    'Assignment__c',
    projects.map((Project__c) => ({
      Project__c,
      Resource__c: resource?.Id,
      Role__c: resource?.Role__c,
      StartDate__c: addDays(today, -14),
      EndDate__c: addDays(today, 28),
      HoursPerDay__c: 1,
      BookingType__c: 'Hard',
      Status__c: 'In Progress',
      IsBillable__c: true,
    })),
  );
}
