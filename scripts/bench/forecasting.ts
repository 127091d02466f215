/** The revenue forecast of many projects: what a chunk costs, and how long the whole takes. */
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays, firstOfMonth, mondayOf } from '../seed/dates.ts';
import { insertAll, queryAll, updateAll } from '../seed/records.ts';
import { apexCost, costFigures } from './apex-cost.ts';
import { billByTheHour, makePeople, makeProjects } from './bench-firm.ts';
import { seconds, timed, type Figure } from './figures.ts';

const PROJECTS = 1000;
const PEOPLE = 200;
const BOOKINGS_EACH = 3;
const WEEKS_BOOKED = 20;
/** Projects in one transaction, as the package's setting has it. */
const CHUNK = 25;

export async function forecastingFigures(connection: Connection): Promise<Figure[]> {
  const projects = await makeBookedProjects(connection);
  const costOf = async (count: number) =>
    apexCost(
      connection,
      `Set<Id> projectIds = new Set<Id>{ ${projects
        .slice(0, count)
        .map((id) => `'${id}'`)
        .join(', ')} };`,
      'ForecastRecompute.run(projectIds, Date.today());',
    );
  const one = await costOf(1);
  const chunk = await costOf(CHUNK);
  const first = await timed(async () => recompute(connection));
  const again = await timed(async () => recompute(connection));
  const what = `${CHUNK} projects with ${CHUNK * BOOKINGS_EACH} bookings`;
  return [
    ...costFigures(what, chunk, { queries: `${one.queries}, as for one` }),
    { what: `the whole firm with ${PROJECTS} projects more, for the first time`, value: seconds(first) },
    { what: 'the same again, with nothing changed', value: seconds(again) },
  ];
}

/** Each with a contract, billed by the hour, and booked over the coming weeks. */
async function makeBookedProjects(connection: Connection): Promise<string[]> {
  const start = mondayOf(new Date().toISOString().slice(0, 10));
  const projects = await makeProjects(connection, 'Bench forecast', PROJECTS);
  await updateAll(
    connection,
    'Project__c',
    projects.map((Id) => ({ Id, ContractValue__c: 100_000, EndDate__c: firstOfMonth(start, 9) })),
  );
  await billByTheHour(connection, projects);
  const people = await makePeople(connection, 'Bench forecaster', PEOPLE);
  const [role] = await queryAll<{ Id: string }>(connection, 'SELECT Id FROM Role__c ORDER BY SortOrder__c LIMIT 1');
  await insertAll(
    connection,
    'Assignment__c',
    projects.flatMap((Project__c, index) =>
      Array.from({ length: BOOKINGS_EACH }, (_, booking) => ({
        Project__c,
        Resource__c: people[(index + booking * 7) % PEOPLE],
        Role__c: role?.Id,
        BookingType__c: booking === 0 ? 'Soft' : 'Hard',
        StartDate__c: addDays(start, 7 * booking),
        EndDate__c: addDays(start, 7 * (booking + WEEKS_BOOKED) - 3),
        PlannedHours__c: 80,
        IsBillable__c: true,
      })),
    ),
  );
  return projects;
}

async function recompute(connection: Connection): Promise<void> {
  await runApex(connection, 'ForecastVersions.recompute();');
  for (;;) {
    const [version] = await queryAll<{ RunStatus__c: string }>(
      connection,
      'SELECT RunStatus__c FROM ForecastVersion__c WHERE IsCurrent__c = TRUE',
    );
    if (version?.RunStatus__c === 'Completed') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
