/** What a piece of Apex costs, by the platform's own counters. */
import type { Connection } from 'jsforce';
import { seconds, type Figure } from './figures.ts';

/** Counters of one transaction. */
export interface Cost {
  readonly queries: number;
  readonly queryRows: number;
  readonly statements: number;
  readonly rows: number;
  /** Milliseconds of the governor limit. */
  readonly cpu: number;
  /** Milliseconds on the clock. */
  readonly wall: number;
}

/** Limits of a synchronous transaction (Apex Developer Guide, "Execution Governors and Limits"). */
const LIMITS: Cost = { queries: 100, queryRows: 50_000, statements: 150, rows: 10_000, cpu: 10_000, wall: Infinity };

const COUNTERS =
  'new List<Long>{ Limits.getQueries(), Limits.getQueryRows(), Limits.getDmlStatements(), Limits.getDmlRows(), ' +
  'Limits.getCpuTime(), System.currentTimeMillis() }';

const MARK = 'figures:';

/**
 * Runs `work` as anonymous Apex after `preparation`, which is not counted. The transaction fails on purpose at its end, which
 * brings the counters out and leaves the org as it was.
 */
export async function apexCost(connection: Connection, preparation: string, work: string): Promise<Cost> {
  const source = `${preparation}
    List<Long> countersBefore = ${COUNTERS};
    ${work}
    List<Long> countersAfter = ${COUNTERS};
    List<Long> differences = new List<Long>();
    for (Integer i = 0; i < countersBefore.size(); i++) {
      differences.add(countersAfter[i] - countersBefore[i]);
    }
    Assert.fail('${MARK}' + String.join(differences, ','));`;
  const result = await connection.tooling.executeAnonymous(source);
  const problem = result.compileProblem ?? result.exceptionMessage ?? '';
  const counted = new RegExp(`${MARK}([\\d,]+)`).exec(problem)?.[1];
  if (counted === undefined) throw new Error(`The Apex to measure failed: ${problem}`);
  const [queries = 0, queryRows = 0, statements = 0, rows = 0, cpu = 0, wall = 0] = counted.split(',').map(Number);
  return { queries, queryRows, statements, rows, cpu, wall };
}

/** The cost as figures, each beside half of its limit unless it has an aim of its own. */
export function costFigures(what: string, cost: Cost, aims: Partial<Record<keyof Cost, string>> = {}): Figure[] {
  const half = (counter: keyof Cost) => `below half of ${LIMITS[counter]}`;
  return [
    { what: `${what}: queries`, value: String(cost.queries), aim: aims.queries ?? half('queries') },
    { what: `${what}: query rows`, value: String(cost.queryRows), aim: aims.queryRows ?? half('queryRows') },
    { what: `${what}: DML statements`, value: String(cost.statements), aim: aims.statements ?? half('statements') },
    { what: `${what}: DML rows`, value: String(cost.rows), aim: aims.rows ?? half('rows') },
    { what: `${what}: CPU of the limit`, value: `${cost.cpu} ms`, aim: aims.cpu ?? half('cpu') },
    { what: `${what}: wall`, value: seconds(cost.wall), aim: aims.wall },
  ];
}
