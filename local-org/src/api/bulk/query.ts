/** Query jobs of Bulk API 2.0 (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0 Query"). */
import type { ResultShape } from '../../database/services.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { SObject } from '../../schema/sobject.ts';
import { param, transact, type Call } from '../call.ts';
import { noContent, ok, type Answer } from '../http/answer.ts';
import { ApiError, notFound } from '../http/errors.ts';
import { isRawJson } from '../json/raw-number.ts';
import { readObject, requiredText } from '../json/read-body.ts';
import { valueJson } from '../json/record-json.ts';
import type { Route } from '../router.ts';
import { writeCsv } from './csv.ts';
import { formatOf, jobJson, listJobs } from './job-json.ts';
import type { QueryJob, QueryOperation } from './jobs.ts';

export const queryJobRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'jobs/query', resource: (call) => listJobs(call, 'query') },
  { method: 'POST', pattern: 'jobs/query', resource: createJob },
  { method: 'GET', pattern: 'jobs/query/:job', resource: (call) => ok(status(call)) },
  { method: 'PATCH', pattern: 'jobs/query/:job', resource: abort },
  { method: 'DELETE', pattern: 'jobs/query/:job', resource: deleteJob },
  { method: 'GET', pattern: 'jobs/query/:job/results', resource: results },
];

/** Rows of one answer when the client does not say how many. */
const DEFAULT_ROWS = 50_000;

function createJob(call: Call): Answer {
  const body = readObject(call.request);
  const operation = requiredText(body, 'operation');
  if (operation !== 'query' && operation !== 'queryAll')
    throw new ApiError(400, 'INVALIDJOB', `Unknown operation: ${operation}`);
  const query = requiredText(body, 'query');
  const [from] = call.org.query.parse(query).from;
  const base = call.state.jobs.start(call.user, {
    object: from?.path.names.join('.') ?? '',
    apiVersion: call.version,
    format: formatOf(body),
  });
  const job = call.state.jobs.keep<QueryJob>({
    ...base,
    kind: 'query',
    state: 'UploadComplete',
    operation: operation satisfies QueryOperation,
    query,
    columns: [],
    results: [],
  });
  return ok(jobJson(call, job));
}

/** Clients expect to see a job at work at least once before it is done. */
function status(call: Call): unknown {
  const job = ownJob(call);
  if (job.state === 'UploadComplete') job.state = 'InProgress';
  else if (job.state === 'InProgress') run(call, job);
  return jobJson(call, job);
}

function run(call: Call, job: QueryJob): void {
  try {
    const allRows = job.operation === 'queryAll';
    const result = transact(call, (tx) => call.org.query.run(tx, job.query, { mode: 'user', sharing: true, allRows }));
    const paths = columnPaths(result.shape);
    job.columns = paths.map((path) => path.join('.'));
    job.results = result.records.map((record) => paths.map((path) => cell(record, path)));
    job.recordsProcessed = result.records.length;
    job.state = 'JobComplete';
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    job.state = 'Failed';
    job.errorMessage = error.message;
  }
}

/** Columns in the order selected; those of parents by their path. */
function columnPaths(shape: ResultShape): string[][] {
  if (shape.children.size > 0) throw new NotSupported('sub-queries in bulk queries, as on the platform');
  return shape.names.flatMap((name) => {
    const parent = shape.parents.get(name);
    return parent === undefined ? [[name]] : columnPaths(parent).map((path) => [name, ...path]);
  });
}

function cell(record: SObject | null | undefined, [name = '', ...rest]: readonly string[]): string {
  if (record === null || record === undefined) return '';
  if (rest.length > 0) return cell(record.parents.get(name), rest);
  const value = valueJson(record.values.get(name) ?? null);
  if (value === null) return '';
  return isRawJson(value) ? value.rawJSON : String(value);
}

/** The locator is the position of the next row. */
function results(call: Call): Answer {
  const job = ownJob(call);
  if (job.state !== 'JobComplete')
    throw new ApiError(400, 'INVALIDJOBSTATE', `The job is ${job.state}, not JobComplete`);
  const from = Number(call.request.query.get('locator') ?? 0);
  const size = Number(call.request.query.get('maxRecords') ?? DEFAULT_ROWS);
  if (!Number.isInteger(from) || !Number.isInteger(size) || from < 0 || size < 1) {
    throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid locator or maxRecords');
  }
  const rows = job.results.slice(from, from + size);
  const more = from + size < job.results.length;
  return {
    status: 200,
    headers: { 'sforce-locator': more ? String(from + size) : 'null', 'sforce-numberofrecords': String(rows.length) },
    content: { type: 'text/csv', data: writeCsv([job.columns, ...rows], job.format) },
  };
}

function abort(call: Call): Answer {
  const job = ownJob(call);
  const state = requiredText(readObject(call.request), 'state');
  if (state !== 'Aborted') throw new ApiError(400, 'INVALIDJOBSTATE', `Unknown state: ${state}`);
  if (job.state === 'JobComplete' || job.state === 'Failed')
    throw new ApiError(400, 'INVALIDJOBSTATE', `The job is ${job.state}`);
  job.state = 'Aborted';
  return ok(jobJson(call, job));
}

function deleteJob(call: Call): Answer {
  call.state.jobs.forget(ownJob(call));
  return noContent;
}

function ownJob(call: Call): QueryJob {
  const job = call.state.jobs.find(param(call, 'job'));
  if (job?.kind !== 'query' || job.userId !== call.user.id) throw notFound();
  return job;
}
