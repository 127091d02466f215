/** How the firm's projects stood week by week, worked out by the package, and what their logs hold today. */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { addDays, mondayOf } from '../dates.ts';
import { issues } from '../firm/issues.ts';
import { insertAll, queryAll } from '../records.ts';

const WEEKS = 26;
/** Projects whose baseline fits into one transaction, and whose year of time does. */
const BASELINES_AT_ONCE = 5;
const HISTORIES_AT_ONCE = 5;
const JOB_PAUSE_MS = 100;

export async function seedHealth(connection: Connection, today: string): Promise<void> {
  const projects = await queryAll<{ Id: string; Name: string }>(
    connection,
    'SELECT Id, Name FROM Project__c WHERE IsTemplate__c = FALSE AND IsInternal__c = FALSE ORDER BY Name',
  );
  const ids = new Map(projects.map(({ Id, Name }) => [Name, Id]));
  await insertAll(
    connection,
    'ProjectIssue__c',
    issues.map(({ project, dueIn, ...issue }) => ({
      ...issue,
      Project__c: ids.get(project),
      DueDate__c: addDays(today, dueIn),
    })),
  );
  for (let first = 0; first < projects.length; first += BASELINES_AT_ONCE) {
    const some = projects.slice(first, first + BASELINES_AT_ONCE).map(({ Id }) => `'${Id}'`);
    await runApex(connection, `for (Id one : new List<Id>{ ${some.join(', ')} }) { Baseline.capture(one); }`);
  }
  const sundays = Array.from({ length: WEEKS }, (_, week) => addDays(mondayOf(today), -7 * week - 1));
  const days = sundays.map((day) => `Date.valueOf('${day}')`).join(', ');
  await runApex(
    connection,
    `Database.executeBatch(new ProjectHealthHistory(new List<Date>{ ${days} }), ${HISTORIES_AT_ONCE});`,
  );
  await jobsAreDone(connection);
  await runApex(connection, 'new ProjectHealthBatch().execute(null);');
  await jobsAreDone(connection);
}

async function jobsAreDone(connection: Connection): Promise<void> {
  const open = `SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')`;
  while ((await queryAll(connection, open)).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, JOB_PAUSE_MS));
  }
}
