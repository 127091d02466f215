/** Bulk API 2.0 jobs. They live as long as the server. */
import { newId } from '../../schema/ids.ts';
import type { Clock, UserContext } from '../../database/services.ts';
import { DatetimeValue } from '../../schema/values/index.ts';
import type { CsvFormat } from './csv.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';
export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';
export type QueryOperation = 'query' | 'queryAll';

interface JobBase {
  readonly id: string;
  readonly userId: string;
  readonly object: string;
  readonly apiVersion: string;
  readonly format: CsvFormat;
  readonly createdDate: string;
  state: JobState;
  errorMessage: string | undefined;
  recordsProcessed: number;
}

/** A row of an ingest job after it was tried. */
export interface IngestRow {
  readonly cells: readonly string[];
  readonly id: string;
  readonly created: boolean;
  /** `CODE:message:fields`, or undefined when the row was saved. */
  readonly error: string | undefined;
}

export interface IngestJob extends JobBase {
  readonly kind: 'ingest';
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | undefined;
  readonly assignmentRuleId: string | undefined;
  data: string | undefined;
  header: readonly string[];
  rows: readonly IngestRow[];
  /** Rows that were not tried because the job ended first. */
  unprocessed: readonly (readonly string[])[];
}

export interface QueryJob extends JobBase {
  readonly kind: 'query';
  readonly operation: QueryOperation;
  readonly query: string;
  columns: readonly string[];
  results: readonly (readonly string[])[];
}

export type Job = IngestJob | QueryJob;

/** What all jobs are made with. */
export type JobStart = Pick<JobBase, 'object' | 'apiVersion' | 'format'>;

export class Jobs {
  private readonly clock: Clock;
  private readonly jobs = new Map<string, Job>();
  private count = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  start(user: UserContext, start: JobStart): JobBase {
    return {
      ...start,
      id: newId('750', ++this.count),
      userId: user.id,
      createdDate: new DatetimeValue(this.clock.now()).toString(),
      state: 'Open',
      errorMessage: undefined,
      recordsProcessed: 0,
    };
  }

  keep<J extends Job>(job: J): J {
    this.jobs.set(job.id.slice(0, 15), job);
    return job;
  }

  forget(job: Job): void {
    this.jobs.delete(job.id.slice(0, 15));
  }

  find(id: string): Job | undefined {
    return this.jobs.get(id.slice(0, 15));
  }

  all(): Job[] {
    return [...this.jobs.values()];
  }
}
