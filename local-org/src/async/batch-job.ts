/** Batch Apex: start, then execute for every scope, then finish, each in a transaction of its own ("Using Batch Apex", Apex Developer Guide). */
import type { AsyncJob } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { addWorkerRow, describeError, endedJob, endWorkerRow, updateJobRow } from './job-rows.ts';
import type { JobTable } from './job-table.ts';

export interface BatchProgress {
  /** Undefined until `start` has run. */
  readonly total?: number;
  readonly position: number;
  readonly errors: number;
  /** The instance, as the last part left it. */
  readonly state?: unknown;
}

export const newBatch: BatchProgress = { position: 0, errors: 0 };

/** Runs the next part inside the transaction; true when it was the last. */
export function runBatchPart(tx: Transaction, jobs: JobTable, job: AsyncJob, progress: BatchProgress): boolean {
  const { apex } = tx.org;
  if (progress.total === undefined) {
    updateJobRow(tx, job, { Status: 'Preparing' });
    const { state, scopes } = apex.batchStart(tx, job);
    jobs.addScopes(job.id, scopes);
    jobs.advance(job.id, { ...progress, state, total: scopes.length });
    updateJobRow(tx, job, { Status: 'Processing', TotalJobItems: scopes.length });
    if (scopes.length > 0) addWorkerRow(tx, job, scopes.length);
    return false;
  }
  if (progress.position < progress.total) {
    const state = apex.batchExecute(tx, job, progress.state, jobs.scope(job.id, progress.position));
    const position = progress.position + 1;
    jobs.advance(job.id, { ...progress, state, position });
    updateJobRow(tx, job, { JobItemsProcessed: position });
    return false;
  }
  apex.batchFinish(tx, job, progress.state);
  jobs.remove(job.id);
  updateJobRow(tx, job, { ...endedJob(tx), NumberOfErrors: progress.errors });
  endWorkerRow(tx, job);
  return true;
}

/** A part was undone: an `execute` that failed is skipped, `start` and `finish` end the job. True when the job has ended. */
export function failBatchPart(
  tx: Transaction,
  jobs: JobTable,
  job: AsyncJob,
  progress: BatchProgress,
  error: unknown,
): boolean {
  const { total, position } = progress;
  const errors = progress.errors + 1;
  if (total === undefined || position >= total) {
    jobs.remove(job.id);
    updateJobRow(tx, job, { ...endedJob(tx, error), NumberOfErrors: errors });
    endWorkerRow(tx, job);
    return true;
  }
  jobs.advance(job.id, { ...progress, position: position + 1, errors });
  updateJobRow(tx, job, {
    JobItemsProcessed: position + 1,
    NumberOfErrors: errors,
    ...(errors === 1 ? { ExtendedStatus: `First error: ${describeError(error)}` } : {}),
  });
  return false;
}
