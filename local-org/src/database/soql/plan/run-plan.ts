import type { SQLOutputValue } from 'node:sqlite';
import { NotSupported, OrgError } from '../../../schema/errors.ts';
import { SObject } from '../../../schema/sobject.ts';
import type { QueryResult, ResultShape } from '../../services.ts';
import type { RunContext } from './parameters.ts';
import type { AggregatePlan, ChildPlan, QueryPlan, RecordPlan, Statement } from './plan.ts';
import type { Row } from './record-node.ts';
import { recordViewed } from './viewed.ts';

const NO_SHAPE: ResultShape = { names: [], parents: new Map(), children: new Map() };

/** Runs the query and counts its rows against the transaction's limits. */
export function runPlan({ query, body }: QueryPlan, run: RunContext): QueryResult {
  if (body.kind === 'count') {
    const [[count]] = fetchRows(body.statement, run) as [[SQLOutputValue]];
    run.limits?.use('soqlRows', 1);
    return { records: [], totalSize: Number(count), shape: NO_SHAPE };
  }
  if (body.kind === 'aggregate') {
    const records = aggregateRecords(body, run);
    return { records, totalSize: records.length, shape: body.shape };
  }
  const records = fetchRecords(body, run).map(({ record }) => record);
  const viewed = query.forClauses.includes('VIEW');
  if (viewed || query.forClauses.includes('REFERENCE')) {
    recordViewed(
      run,
      records.map(({ id }) => id!),
      viewed,
    );
  }
  return { records, totalSize: records.length, shape: body.node.shape };
}

interface Fetched {
  readonly record: SObject;
  readonly row: Row;
}

function fetchRecords(plan: RecordPlan, run: RunContext): Fetched[] {
  const rows = fetchRows(plan.statement, run);
  run.limits?.use('soqlRows', rows.length);
  const fetched = rows.map((row) => ({ record: plan.node.read(row), row }));
  for (const child of plan.children) attachChildren(child, fetched, run);
  return fetched;
}

function attachChildren(plan: ChildPlan, parents: readonly Fetched[], run: RunContext): void {
  run.limits?.use('aggregateQueries');
  const lists = new Map<string, SObject[]>();
  for (const { record } of parents) {
    const children: SObject[] = [];
    lists.set(record.id!, children);
    record.children.set(plan.relationshipName, children);
  }
  if (lists.size === 0) return;
  const children = fetchRecords(plan, { ...run, parentIds: [...lists.keys()] });
  for (const { record, row } of children) lists.get(row[plan.parentPosition] as string)!.push(record);
}

function aggregateRecords(plan: AggregatePlan, run: RunContext): SObject[] {
  const rows = fetchRows(plan.statement, run);
  const { rowsPosition } = plan;
  const used = rowsPosition === undefined ? rows.length : rows.reduce((sum, row) => sum + Number(row[rowsPosition]), 0);
  run.limits?.use('soqlRows', used);
  return rows.map((row) => {
    const record = new SObject(plan.object);
    plan.columns.forEach(({ name, decode }, position) => record.values.set(name, decode(row[position])));
    return record;
  });
}

function fetchRows({ sql, parameters, bigInts }: Statement, run: RunContext): Row[] {
  try {
    const rows = run.tx.store.prepare(sql, bigInts).all(...parameters.values(run));
    // The statement was prepared to return arrays, which the type of `all` cannot say.
    return rows as unknown as Row[];
  } catch (error) {
    throw statementError(error);
  }
}

/** What SQLite refuses although the query is right. */
function statementError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.message === 'integer overflow') return new OrgError('NUMBER_OUTSIDE_VALID_RANGE', 'The sum is too large');
  if (error.message.startsWith('at most')) return new NotSupported(`SOQL that needs so many parents: ${error.message}`);
  return error;
}
