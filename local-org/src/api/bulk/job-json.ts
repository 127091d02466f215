/** Bulk jobs as their resources answer them. */
import type { Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { optionalText, type JsonObject } from '../json/read-body.ts';
import { DELIMITERS, type CsvFormat } from './csv.ts';
import type { Job } from './jobs.ts';

export function formatOf(body: JsonObject): CsvFormat {
  const delimiter = DELIMITERS[optionalText(body, 'columnDelimiter') ?? 'COMMA'];
  if (delimiter === undefined)
    throw new ApiError(400, 'INVALIDJOB', `Unknown columnDelimiter: ${String(body.columnDelimiter)}`);
  const contentType = optionalText(body, 'contentType') ?? 'CSV';
  if (contentType !== 'CSV') throw new ApiError(400, 'INVALIDJOB', `Unknown contentType: ${contentType}`);
  return { delimiter, lineEnding: optionalText(body, 'lineEnding') === 'CRLF' ? '\r\n' : '\n' };
}

export function jobJson(call: Call, job: Job) {
  const delimiter = Object.entries(DELIMITERS).find(([, character]) => character === job.format.delimiter)?.[0];
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: job.createdDate,
    systemModstamp: job.createdDate,
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.apiVersion),
    lineEnding: job.format.lineEnding === '\r\n' ? 'CRLF' : 'LF',
    columnDelimiter: delimiter,
    jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query',
    numberRecordsProcessed: job.recordsProcessed,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
    ...(job.kind === 'ingest' ? ingestJson(call, job) : {}),
  };
}

function ingestJson(call: Call, job: Extract<Job, { kind: 'ingest' }>) {
  return {
    ...(job.externalIdFieldName === undefined ? {} : { externalIdFieldName: job.externalIdFieldName }),
    contentUrl: `${call.basePath.slice(1)}/jobs/ingest/${job.id}/batches`,
    numberRecordsFailed: job.rows.filter((row) => row.error !== undefined).length,
  };
}

export function listJobs(call: Call, kind: Job['kind']): Answer {
  const own = call.state.jobs.all().filter((job) => job.kind === kind && job.userId === call.user.id);
  return ok({ done: true, nextRecordsUrl: null, records: own.map((job) => jobJson(call, job)) });
}
