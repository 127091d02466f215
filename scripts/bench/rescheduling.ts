/** Rescheduling a large plan after its first task changed. */
import type { Connection } from 'jsforce';
import { addTasks, makeProject, type PlanTask } from '../e2e/support/studio.ts';
import { updateAll } from '../seed/records.ts';
import { apexCost, costFigures } from './apex-cost.ts';
import { seconds, timed, type Figure } from './figures.ts';

const TASKS = 500;
/** Tasks side by side; each waits for its predecessor in its lane and for the one in the lane beside it. */
const LANES = 10;

export async function reschedulingFigures(connection: Connection): Promise<Figure[]> {
  const project = await makeProject(connection, 'Bench plan');
  const ids = await addTasks(
    connection,
    project,
    Array.from({ length: TASKS }, (_, index) => task(index)),
  );
  const first = ids.get(nameOf(0)) ?? '';
  const what = `first of ${TASKS} tasks a day longer`;
  const cost = await apexCost(
    connection,
    `ProjectTask__c first = new ProjectTask__c(Id = '${first}', DurationDays__c = 3);`,
    'update first;',
  );
  const request = await timed(() => updateAll(connection, 'ProjectTask__c', [{ Id: first, DurationDays__c: 3 }]));
  return [
    ...costFigures(what, cost, { wall: '< 1 s' }),
    { what: `${what}: REST request`, value: seconds(request), aim: '< 1 s' },
  ];
}

function task(index: number): PlanTask {
  const before = index - LANES;
  const beside = index % LANES === 0 ? before : before - 1;
  return { name: nameOf(index), days: 2, after: before < 0 ? [] : [...new Set([before, beside])].map(nameOf) };
}

function nameOf(index: number): string {
  return `Task ${Math.max(0, index)}`;
}
