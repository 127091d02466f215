/** The AsyncApexJob row that shows what became of a job ("AsyncApexJob", Object Reference). */
import { ApexFailure } from '../apex/engine/failure.ts';
import type { AsyncJob } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';

const EXTENDED_STATUS_LENGTH = 1000;

/** Kinds of jobs that have a row; platform events and flows have none. */
const SHOWN = new Set<AsyncJob['kind']>(['Queueable', 'Future', 'BatchApex', 'ScheduledApex']);

export function addJobRow(tx: Transaction, job: AsyncJob, more: Readonly<Record<string, FieldValue>> = {}): void {
  if (!SHOWN.has(job.kind)) return;
  const object = tx.org.schema.require('AsyncApexJob');
  tx.store.insertRow(
    new SObject(object, [
      ['Id', job.id],
      ['JobType', job.kind],
      ['ApexClassId', classId(tx, job)],
      ['MethodName', job.methodName ?? null],
      ['Status', 'Queued'],
      ['JobItemsProcessed', 0],
      ['TotalJobItems', 0],
      ['NumberOfErrors', 0],
      ['CreatedById', job.userId],
      ['CreatedDate', new DatetimeValue(tx.org.clock.now())],
      ...Object.entries(more),
    ]),
  );
}

/**
 * "BatchApexWorker": the job that runs the chunks of a batch, one for every 10,000 records ("AsyncApexJob", Object Reference);
 * here one for each batch that has chunks.
 */
export function addWorkerRow(tx: Transaction, job: AsyncJob, chunks: number): void {
  const object = tx.org.schema.require('AsyncApexJob');
  addJobRow(
    tx,
    { ...job, id: tx.store.newId(object) },
    {
      JobType: 'BatchApexWorker',
      ParentJobId: job.id,
      Status: 'Processing',
      TotalJobItems: chunks,
    },
  );
}

/** The worker ends with its batch. */
export function endWorkerRow(tx: Transaction, job: AsyncJob): void {
  const object = tx.org.schema.require('AsyncApexJob');
  for (const { id } of tx.store.findRows(object, 'ParentJobId', [job.id])) {
    tx.store.updateRow(object, id!, new Map(Object.entries(endedJob(tx))));
  }
}

export function updateJobRow(tx: Transaction, job: AsyncJob, values: Readonly<Record<string, FieldValue>>): void {
  if (!SHOWN.has(job.kind)) return;
  tx.store.updateRow(tx.org.schema.require('AsyncApexJob'), job.id, new Map(Object.entries(values)));
}

/** The values of a job that has ended; `error` when it failed. */
export function endedJob(tx: Transaction, error?: unknown): Record<string, FieldValue> {
  const ended = { CompletedDate: new DatetimeValue(tx.org.clock.now()) };
  if (error === undefined) return { ...ended, Status: 'Completed' };
  return { ...ended, Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: describeError(error) };
}

/** As `ExtendedStatus` shows it: of an Apex exception the message without its type. */
export function describeError(error: unknown): string {
  const text =
    error instanceof ApexFailure ? error.exceptionMessage : error instanceof Error ? error.message : String(error);
  return text.slice(0, EXTENDED_STATUS_LENGTH);
}

function classId(tx: Transaction, { className }: AsyncJob): string | null {
  if (className === undefined) return null;
  const outer = className.split('.')[0];
  return tx.store.findRows(tx.org.schema.require('ApexClass'), 'Name', [outer])[0]?.id ?? null;
}
