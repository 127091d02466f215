import type { RowCount, SoqlQuery } from '../ast.ts';
import { malformed, QueryError } from '../errors.ts';
import type { PlanContext } from './context.ts';
import type { RunContext } from './parameters.ts';

/** "The maximum offset is 2,000 rows" ("OFFSET", SOQL and SOSL Reference). */
const MAX_OFFSET = 2000;

/** Rows are counted by an Integer. */
const MAX_COUNT = 2_147_483_647;

/** ` LIMIT … OFFSET …`, or nothing. */
export function limitClause(context: PlanContext, { limit, offset }: Pick<SoqlQuery, 'limit' | 'offset'>): string {
  if (limit === undefined && offset === undefined) return '';
  const rows = limit === undefined ? '-1' : context.parameters.dynamic((run) => rowCount(run, limit, 'LIMIT'));
  if (offset === undefined) return ` LIMIT ${rows}`;
  return ` LIMIT ${rows} OFFSET ${context.parameters.dynamic((run) => checkedOffset(rowCount(run, offset, 'OFFSET')))}`;
}

/** The number; a bound one is taken from the run. */
export function rowCount(run: RunContext, count: RowCount, clause: string): number {
  const value = count.kind === 'number' ? count.value : Number(run.bind(count.bind));
  if (!Number.isInteger(value) || value < 0 || value > MAX_COUNT) throw malformed(`Invalid ${clause} value: ${value}`);
  return value;
}

function checkedOffset(offset: number): number {
  if (offset <= MAX_OFFSET) return offset;
  throw new QueryError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
}
