/** Saving a full week, and two hundred people saving a week on the same project at the same moment. */
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { apexCost, costFigures } from './apex-cost.ts';
import { BENCH_WEEK, makePeople, makeProjects } from './bench-firm.ts';
import { seconds, timed, type Figure } from './figures.ts';

const ROWS = 12;
const DAYS = 5;
const PEOPLE = 200;
/** The first runs are slower, until the engine knows the code. */
const RUNS = 5;

export async function savingFigures(connection: Connection): Promise<Figure[]> {
  const projects = await makeProjects(connection, 'Bench week', ROWS);
  const people = await makePeople(connection, 'Bench saver', PEOPLE);
  return [
    ...(await fullWeek(connection, people[0] ?? '', projects)),
    ...(await allAtOnce(connection, people, projects[0] ?? '')),
  ];
}

async function fullWeek(connection: Connection, person: string, projects: readonly string[]): Promise<Figure[]> {
  const costs = [];
  for (let run = 0; run < RUNS; run++) {
    costs.push(await apexCost(connection, cells(projects), save(person)));
  }
  const best = costs.reduce((left, right) => (right.wall < left.wall ? right : left));
  return costFigures(`a week of ${ROWS * DAYS} cells saved`, best, { queries: '≤ 15', wall: '< 0.10 s' });
}

async function allAtOnce(connection: Connection, people: readonly string[], project: string): Promise<Figure[]> {
  let refused = 0;
  const elapsed = await timed(() =>
    Promise.all(
      people.map((person) =>
        runApex(connection, `${cells([project])}\n${save(person)}`).catch(() => {
          refused++;
        }),
      ),
    ),
  );
  const kept = `SELECT COUNT() FROM TimeEntry__c WHERE Project__c = '${project}' AND Timesheet__r.WeekStart__c = ${BENCH_WEEK}`;
  const expected = people.length * DAYS;
  const what = `${PEOPLE} people saving a week on one project at once`;
  return [
    { what: `${what}: all saved`, value: seconds(elapsed) },
    { what: `${what}: refused`, value: String(refused), aim: '0' },
    { what: `${what}: entries`, value: String((await connection.query(kept)).totalSize), aim: String(expected) },
  ];
}

/** Half an hour on each project and day, as the variable `cells`. */
function cells(projects: readonly string[]): string {
  return `List<TimesheetWeek.Cell> cells = new List<TimesheetWeek.Cell>();
    for (Id projectId : new List<Id>{ ${projects.map((id) => `'${id}'`).join(', ')} }) {
      for (Integer i = 0; i < ${DAYS}; i++) {
        TimesheetWeek.Cell cell = new TimesheetWeek.Cell();
        cell.projectId = projectId;
        cell.day = Date.valueOf('${BENCH_WEEK}').addDays(i);
        cell.minutes = 30;
        cell.clientKey = UUID.randomUUID().toString();
        cells.add(cell);
      }
    }`;
}

function save(person: string): string {
  return `WeekSaveResult saved = TimesheetController.saveWeek(Date.valueOf('${BENCH_WEEK}'), '${person}', 'bench', cells);`;
}
