/** The queue of asynchronous work: jobs run one after the other, each in transactions of its own, after the commit of the one that asked. */
import { randomUUID } from 'node:crypto';
import type { AsyncJob, AsyncService, OrgServices, SaveResult, UserContext } from '../database/services.ts';
import { prepareEvents } from '../automation/prepare-events.ts';
import { goodRows } from '../automation/save-row.ts';
import type { Store } from '../database/store.ts';
import type { Transaction, TransactionOptions } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import { type BatchProgress, failBatchPart, newBatch, runBatchPart } from './batch-job.ts';
import { type EventPayload, packEvents, unpackEvents } from './event-payload.ts';
import { addJobRow, endedJob, updateJobRow } from './job-rows.ts';
import { JobTable, type QueuedJob } from './job-table.ts';
import {
  addCronTrigger,
  asyncException,
  type CronProgress,
  removeCronTrigger,
  rescheduleCron,
} from './scheduled-job.ts';

/** What the queue needs of the org. */
export interface JobHost {
  readonly store: Store;
  readonly services: OrgServices;
  transaction<T>(user: UserContext, options: TransactionOptions, fn: (tx: Transaction) => T): T;
  /** The user that platform-event triggers run as. */
  automatedUser(): UserContext;
  publishesImmediately(event: ObjectSchema): boolean;
  /** Called when committed work waits. */
  jobsQueued(): void;
  jobFailed(job: AsyncJob, error: unknown): void;
}

/** One job while it runs. */
interface RunningJob {
  readonly job: AsyncJob;
  finalizer?: () => unknown;
}

/** Looks at a transaction of a job, or of its finalizer, just before it is committed. */
type AtEnd = (tx: Transaction, isFinalizer: boolean) => void;

/** Most parts that one `drain` runs: a job that queues itself for ever must not hang the caller. */
const MAX_DRAINED = 10_000;

type Leader = AsyncJob['kind'] | 'Finalizer';

/**
 * Which jobs run at `Test.stopTest()` when a job of the test queues them: those of finalizers ("Transaction Finalizers", Apex
 * Developer Guide), batches that a batch starts at its end ("Using Batch Apex"), and those of triggers on platform events that are
 * delivered before ("Deliver Test Event Messages", Platform Events Developer Guide). What others queue stays in the queue.
 */
const FOLLOWERS: Readonly<Partial<Record<Leader, readonly AsyncJob['kind'][]>>> = {
  Finalizer: ['Queueable'],
  BatchApex: ['BatchApex'],
  PlatformEvent: ['Queueable'],
};

const pendingKey = Symbol('jobs queued in this transaction');
const immediateKey = Symbol('events published at once');

export class JobQueue implements AsyncService {
  readonly #host: JobHost;
  readonly #jobs: JobTable;
  readonly #running: RunningJob[] = [];
  /** Events that go out whatever becomes of their transaction; they wait for its end. */
  #immediate: AsyncJob[] = [];

  constructor(host: JobHost) {
    this.#host = host;
    this.#jobs = new JobTable(host.store);
  }

  enqueue(tx: Transaction, job: Omit<AsyncJob, 'id' | 'userId'>): string {
    if (tx.isTest && job.kind === 'Queueable' && this.#running.some(({ job: { kind } }) => kind === 'Queueable')) {
      throw asyncException('Maximum stack depth has been reached.');
    }
    const queued = this.#identify(tx, job);
    addJobRow(tx, queued);
    const due = tx.org.clock.now() + (job.delaySeconds ?? 0) * 1000;
    return this.#add(tx, queued, due, job.kind === 'BatchApex' ? newBatch : null);
  }

  schedule(tx: Transaction, name: string, cron: string, className: string, payload: unknown): string {
    const { progress, due } = addCronTrigger(tx, name, cron);
    const job = this.#identify(tx, { kind: 'ScheduledApex', label: name, className, payload });
    addJobRow(tx, job, { CronTriggerId: progress.cronTrigger });
    this.#add(tx, job, due, progress);
    return progress.cronTrigger;
  }

  publish(tx: Transaction, events: readonly SObject[]): SaveResult[] {
    const results: SaveResult[] = [];
    for (const [object, group] of Map.groupBy(events, ({ schema }) => schema)) {
      if (object.kind !== 'platformEvent' || object.changesOf !== undefined) {
        throw new OrgError('INVALID_TYPE', `${object.name} is not a platform event`);
      }
      const immediate = this.#host.publishesImmediately(object);
      tx.limits.use(immediate ? 'publishImmediateDml' : 'dmlStatements');
      const { rows } = prepareEvents(tx, object, group);
      const good = goodRows({ rows }).map(({ record }) => this.#stamp(tx, record));
      if (good.length > 0) {
        const payload = packEvents(object, good);
        const job = this.#identify(tx, { kind: 'PlatformEvent', label: object.name, payload });
        if (immediate) (tx.isTest ? immediateOf(tx) : this.#immediate).push(job);
        else this.#add(tx, job, tx.org.clock.now(), null);
      }
      for (const { given, errors } of rows) {
        const success = errors.length === 0;
        results[events.indexOf(given)] = {
          id: success ? tx.store.newId(object) : null,
          success,
          created: success,
          errors,
        };
      }
    }
    return results;
  }

  publishChanges(tx: Transaction, events: readonly SObject[]): void {
    const [{ schema: object }] = events;
    const replayId = object.field('ReplayId')!;
    for (const event of events) event.values.set('ReplayId', String(tx.store.nextAutoNumber(replayId)));
    const payload = packEvents(object, events);
    const job = this.#identify(tx, { kind: 'PlatformEvent', label: object.name, payload });
    this.#add(tx, job, tx.org.clock.now(), null);
  }

  abort(tx: Transaction, jobId: string): void {
    const found = this.#find(tx, jobId);
    if (found === undefined) throw new OrgError('INVALID_ID_FIELD', `Invalid job id: ${jobId}`);
    this.#jobs.remove(found.job.id);
    if (found.job.kind === 'ScheduledApex') removeCronTrigger(tx, found.progress as CronProgress);
    updateJobRow(tx, found.job, { ...endedJob(tx), Status: 'Aborted' });
  }

  attachFinalizer(_tx: Transaction, finalizer: () => unknown): void {
    const running = this.#running.at(-1);
    if (running?.job.kind !== 'Queueable') {
      throw asyncException('System.attachFinalizer(Finalizer) is not allowed in this context');
    }
    if (running.finalizer !== undefined) {
      throw asyncException('More than one Finalizer cannot be attached to same Async Apex Job');
    }
    running.finalizer = finalizer;
  }

  /** Runs the test's jobs inside its transaction; the error of a job is the test's. */
  runPending(tx: Transaction, kind?: AsyncJob['kind']): void {
    const pending = pendingOf(tx);
    const isWanted = (id: string) => kind === undefined || this.#jobs.get(id)?.job.kind === kind;
    this.#takeImmediate(tx);
    for (let index = 0; index < pending.length;) {
      if (!isWanted(pending[index])) index++;
      else this.#runInTest(tx, pending.splice(index, 1)[0]);
      // What jobs publish at once goes out at the end of the test; a delivery that is asked for delivers what is there.
      if (kind === undefined) this.#takeImmediate(tx);
    }
  }

  /** What was published at once, in a test, waits with the rest. */
  #takeImmediate(tx: Transaction): void {
    for (const job of immediateOf(tx).splice(0)) this.#add(tx, job, tx.org.clock.now(), null);
  }

  /** Runs one due part of a job. False when nothing is due. */
  runNext(): boolean {
    this.#keepImmediate();
    const next = this.#jobs.next(this.#host.services.clock.now());
    if (next === undefined) return false;
    try {
      this.#run(next, {});
    } catch (error) {
      this.#host.jobFailed(next.job, error);
    }
    return true;
  }

  /** Runs everything that is due, and what that queues; answers how many parts ran. */
  drain(): number {
    let parts = 0;
    while (parts < MAX_DRAINED && this.runNext()) parts++;
    return parts;
  }

  /** Milliseconds until the next job is due, 0 when one is; undefined when the queue is empty. */
  nextDueIn(): number | undefined {
    if (this.#immediate.length > 0) return 0;
    const due = this.#jobs.nextDue();
    return due === undefined ? undefined : Math.max(0, due - this.#host.services.clock.now());
  }

  #identify(tx: Transaction, job: Omit<AsyncJob, 'id' | 'userId'>): AsyncJob {
    return { ...job, id: tx.store.newId(tx.org.schema.require('AsyncApexJob')), userId: tx.user.id };
  }

  #add(tx: Transaction, job: AsyncJob, due: number, progress: unknown): string {
    this.#jobs.add(job, due, progress);
    pendingOf(tx).push(job.id);
    tx.onCommit(() => this.#host.jobsQueued());
    return job.id;
  }

  #stamp(tx: Transaction, event: SObject): SObject {
    event.values.set('ReplayId', String(tx.store.nextAutoNumber(event.schema.field('ReplayId')!)));
    event.values.set('EventUuid', randomUUID());
    event.values.set('CreatedDate', new DatetimeValue(tx.org.clock.now()));
    event.values.set('CreatedById', tx.user.id);
    return event;
  }

  #keepImmediate(): void {
    const waiting = this.#immediate;
    if (waiting.length === 0) return;
    this.#immediate = [];
    const { services } = this.#host;
    this.#host.transaction(this.#host.automatedUser(), {}, () => {
      for (const job of waiting) this.#jobs.add(job, services.clock.now(), null);
    });
  }

  /** By AsyncApexJob or CronTrigger id. */
  #find(tx: Transaction, id: string): QueuedJob | undefined {
    if (tx.org.schema.objectOfId(id)?.name !== 'CronTrigger') return this.#jobs.get(id);
    const [row] = tx.store.findRows(tx.org.schema.require('AsyncApexJob'), 'CronTriggerId', [id]);
    return row === undefined ? undefined : this.#jobs.get(row.id!);
  }

  #runInTest(tx: Transaction, id: string): void {
    const options = { isTest: true, log: tx.log };
    for (let queued = this.#jobs.get(id); queued !== undefined; queued = this.#jobs.get(id)) {
      const { kind } = queued.job;
      this.#run(queued, options, (inner, isFinalizer) => this.#handOver(inner, tx, isFinalizer ? 'Finalizer' : kind));
      // A schedule stays in the queue; a test sees one run of it.
      if (queued.job.kind === 'ScheduledApex') return;
    }
  }

  /**
   * The event bus of a test is one: what its jobs publish waits there with what it published itself. Of the jobs that jobs
   * queue some run, too (`FOLLOWERS`), the others wait for ever.
   */
  #handOver(inner: Transaction, test: Transaction, leader: Leader): void {
    immediateOf(test).push(...immediateOf(inner).splice(0));
    const handedOver = pendingOf(inner).filter((id) => {
      const kind = this.#jobs.get(id)?.job.kind;
      return kind === 'PlatformEvent' || (kind !== undefined && FOLLOWERS[leader]?.includes(kind) === true);
    });
    pendingOf(test).push(...handedOver);
  }

  /** One part in its own transaction; what it fails with is recorded in another one and thrown. */
  #run(queued: QueuedJob, options: TransactionOptions, atEnd: AtEnd = () => {}): void {
    const { job } = queued;
    const running: RunningJob = { job };
    let failure: { readonly error: unknown } | undefined;
    this.#running.push(running);
    try {
      const user = job.kind === 'PlatformEvent' ? this.#host.automatedUser() : this.#host.services.user(job.userId);
      this.#host.transaction(user, { ...options, asynchronous: true }, (tx) => {
        this.#runPart(tx, queued);
        atEnd(tx, false);
      });
    } catch (error) {
      failure = { error };
      this.#recordFailure(queued, options, error);
    } finally {
      this.#running.pop();
    }
    if (running.finalizer !== undefined) this.#finalize(running.job, running.finalizer, options, failure?.error, atEnd);
    if (failure !== undefined) throw failure.error;
  }

  #runPart(tx: Transaction, { job, progress }: QueuedJob): void {
    const { apex, flows } = tx.org;
    if (job.kind === 'BatchApex') {
      runBatchPart(tx, this.#jobs, job, progress as BatchProgress);
      return;
    }
    updateJobRow(tx, job, { Status: 'Processing' });
    if (job.kind === 'PlatformEvent') deliver(tx, job.payload as EventPayload);
    else if (job.kind === 'ScheduledFlow') flows.runJob(tx, job);
    else apex.runJob(tx, job);
    if (job.kind === 'ScheduledApex') {
      updateJobRow(tx, job, { Status: 'Queued' });
      // A test runs the job at once, and its schedule stays as it was ("Testing the Apex Scheduler").
      if (!tx.isTest) rescheduleCron(tx, this.#jobs, job, progress as CronProgress);
    } else {
      this.#jobs.remove(job.id);
      updateJobRow(tx, job, { ...endedJob(tx), JobItemsProcessed: 1, TotalJobItems: 1 });
    }
  }

  #recordFailure({ job, progress }: QueuedJob, options: TransactionOptions, error: unknown): void {
    this.#host.transaction(this.#host.automatedUser(), options, (tx) => {
      if (job.kind === 'BatchApex') failBatchPart(tx, this.#jobs, job, progress as BatchProgress, error);
      else if (job.kind === 'ScheduledApex') rescheduleCron(tx, this.#jobs, job, progress as CronProgress);
      else {
        this.#jobs.remove(job.id);
        updateJobRow(tx, job, endedJob(tx, error));
      }
    });
  }

  #finalize(job: AsyncJob, finalizer: () => unknown, options: TransactionOptions, error: unknown, atEnd: AtEnd): void {
    const cause = error === undefined || error instanceof Error ? error : new Error('The job failed', { cause: error });
    const user = this.#host.services.user(job.userId);
    try {
      this.#host.transaction(user, { ...options, asynchronous: true }, (tx) => {
        tx.org.apex.runFinalizer(tx, job, finalizer(), cause);
        atEnd(tx, true);
      });
    } catch (failure) {
      this.#host.jobFailed(job, failure);
    }
  }
}

/** "After insert" triggers and event-triggered flows of the event ("Subscribing to Platform Events", Platform Events Developer Guide). */
function deliver(tx: Transaction, payload: EventPayload): void {
  const events = unpackEvents(tx, payload);
  const object = events[0].schema;
  if (tx.org.apex.hasTriggers(object, 'after insert'))
    tx.org.apex.runTriggers(tx, object, 'after insert', events, null);
  tx.org.flows.runAfterSave(tx, object, events, null);
}

/** Events of a test that its rollbacks do not take back. */
function immediateOf(tx: Transaction): AsyncJob[] {
  return tx.state<AsyncJob[]>(immediateKey, () => []);
}

function pendingOf(tx: Transaction): string[] {
  return tx.state<string[]>(pendingKey, () => []);
}
