/** Ingest jobs of Bulk API 2.0 (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0 Ingest"). */
import { NotSupported } from '../../schema/errors.ts';
import { param, type Call } from '../call.ts';
import { noContent, ok, type Answer } from '../http/answer.ts';
import { ApiError, notFound } from '../http/errors.ts';
import { optionalText, readObject, requiredText, type JsonObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { writeCsv } from './csv.ts';
import { processIngest } from './ingest-rows.ts';
import { formatOf, jobJson, listJobs } from './job-json.ts';
import type { IngestJob, IngestOperation, IngestRow } from './jobs.ts';

export const ingestRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'jobs/ingest', resource: (call) => listJobs(call, 'ingest') },
  { method: 'POST', pattern: 'jobs/ingest', resource: createJob },
  { method: 'GET', pattern: 'jobs/ingest/:job', resource: (call) => ok(status(call)) },
  { method: 'PATCH', pattern: 'jobs/ingest/:job', resource: changeState },
  { method: 'DELETE', pattern: 'jobs/ingest/:job', resource: deleteJob },
  { method: 'PUT', pattern: 'jobs/ingest/:job/batches', resource: upload },
  { method: 'GET', pattern: 'jobs/ingest/:job/successfulResults', resource: successfulResults },
  { method: 'GET', pattern: 'jobs/ingest/:job/failedResults', resource: failedResults },
  { method: 'GET', pattern: 'jobs/ingest/:job/unprocessedrecords', resource: unprocessedRecords },
];

const OPERATIONS: readonly string[] = [
  'insert',
  'update',
  'upsert',
  'delete',
  'hardDelete',
] satisfies IngestOperation[];

function createJob(call: Call): Answer {
  const body = readObject(call.request);
  if (/multipart/i.test(call.request.headers['content-type'] ?? '')) throw new NotSupported('multipart ingest jobs');
  const operation = readOperation(body);
  const object = requiredText(body, 'object');
  const externalIdFieldName = optionalText(body, 'externalIdFieldName');
  if (operation === 'upsert' && externalIdFieldName === undefined) {
    throw new ApiError(400, 'INVALIDJOB', 'externalIdFieldName is required for upsert');
  }
  if (call.org.schema.object(object) === undefined) {
    throw new ApiError(400, 'INVALIDENTITY', `Unable to find object: ${object}`);
  }
  const base = call.state.jobs.start(call.user, { object, apiVersion: call.version, format: formatOf(body) });
  const job = call.state.jobs.keep<IngestJob>({
    ...base,
    kind: 'ingest',
    operation,
    externalIdFieldName,
    assignmentRuleId: optionalText(body, 'assignmentRuleId'),
    data: undefined,
    header: [],
    rows: [],
    unprocessed: [],
  });
  return ok(jobJson(call, job));
}

function readOperation(body: JsonObject): IngestOperation {
  const operation = requiredText(body, 'operation');
  if (operation === 'hardDelete') throw new NotSupported('hard deletion by the Bulk API');
  if (OPERATIONS.includes(operation)) return operation as IngestOperation;
  throw new ApiError(400, 'INVALIDJOB', `Unknown operation: ${operation}`);
}

function upload(call: Call): Answer {
  const job = ownJob(call);
  if (job.state !== 'Open') throw new ApiError(400, 'INVALIDJOBSTATE', `The job is ${job.state}, not Open`);
  job.data = new TextDecoder().decode(call.request.body);
  return { status: 201 };
}

/** `UploadComplete` starts the work, `Aborted` ends the job. */
function changeState(call: Call): Answer {
  const job = ownJob(call);
  const state = requiredText(readObject(call.request), 'state');
  if (state !== 'UploadComplete' && state !== 'Aborted')
    throw new ApiError(400, 'INVALIDJOBSTATE', `Unknown state: ${state}`);
  if (job.state !== 'Open') throw new ApiError(400, 'INVALIDJOBSTATE', `The job is ${job.state}, not Open`);
  job.state = state;
  return ok(jobJson(call, job));
}

/** Clients expect to see a job at work at least once before it is done. */
function status(call: Call): unknown {
  const job = ownJob(call);
  if (job.state === 'UploadComplete') job.state = 'InProgress';
  else if (job.state === 'InProgress') processIngest(call, job);
  return jobJson(call, job);
}

function deleteJob(call: Call): Answer {
  const job = ownJob(call);
  if (job.state === 'UploadComplete' || job.state === 'InProgress') {
    throw new ApiError(400, 'INVALIDJOBSTATE', `The job is ${job.state}`);
  }
  call.state.jobs.forget(job);
  return noContent;
}

function successfulResults(call: Call): Answer {
  const job = ownJob(call);
  const rows = job.rows.filter((row) => row.error === undefined);
  return csv(job, [
    ['sf__Id', 'sf__Created', ...job.header],
    ...rows.map((row) => [row.id, String(row.created), ...row.cells]),
  ]);
}

function failedResults(call: Call): Answer {
  const job = ownJob(call);
  const failed = job.rows.filter((row): row is IngestRow & { error: string } => row.error !== undefined);
  return csv(job, [['sf__Id', 'sf__Error', ...job.header], ...failed.map((row) => [row.id, row.error, ...row.cells])]);
}

function unprocessedRecords(call: Call): Answer {
  const job = ownJob(call);
  return csv(job, [job.header, ...job.unprocessed]);
}

function csv(job: IngestJob, rows: readonly (readonly string[])[]): Answer {
  return { status: 200, content: { type: 'text/csv', data: writeCsv(rows, job.format) } };
}

function ownJob(call: Call): IngestJob {
  const job = call.state.jobs.find(param(call, 'job'));
  if (job?.kind !== 'ingest' || job.userId !== call.user.id) throw notFound();
  return job;
}
