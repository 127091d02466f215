/** Queueing an instance of a class of the project. */
import type { AsyncJob } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { DatetimeValue } from '../../../schema/values/index.ts';
import { executionContext, queueableStack } from '../../runtime/execution-context.ts';
import { freeze } from '../../runtime/freeze.ts';
import { throwApex, type ApexObject } from '../../runtime/index.ts';
import type { BatchPayload, InstancePayload, QueueableStack } from '../../runtime/job-payloads.ts';
import { DuplicateSignatureValue } from '../system/async-options.ts';
import { required } from './arguments.ts';
import type { BeanValue } from './bean.ts';

/** Records per `execute`, when a batch does not say ("Using Batch Apex"). */
export const DEFAULT_SCOPE_SIZE = 200;

/** "The delay … must be between 0 and 10 minutes" ("Queueable Apex", Apex Developer Guide). */
const MAXIMUM_DELAY_MINUTES = 10;

export function enqueueJob(
  queueable: ApexObject | null,
  delayMinutes: number | null = 0,
  maximumDepth: number | null = null,
): string {
  const instance = required(queueable, 1);
  const delay = required(delayMinutes, 2);
  if (delay < 0 || delay > MAXIMUM_DELAY_MINUTES) {
    throwApex('System.AsyncException', `Delay must be between 0 and ${MAXIMUM_DELAY_MINUTES} minutes`);
  }
  const tx = currentTransaction();
  const stack = stackOfNext(queueableStack(tx), maximumDepth, delay);
  tx.limits.use('queueableJobs');
  const className = instance.apexType.toString();
  const payload: InstancePayload = { instance: freeze(instance), stack };
  const job: Omit<AsyncJob, 'id' | 'userId'> = { kind: 'Queueable', label: className, className, payload };
  return tx.org.async.enqueue(tx, delay > 0 ? { ...job, delaySeconds: delay * 60 } : job);
}

export function enqueueWithOptions(queueable: ApexObject | null, options: BeanValue | null): string {
  const settings = required(options, 2);
  const maximumDepth = settings.get('MaximumQueueableStackDepth') as number | null;
  const duplicate = settings.get('DuplicateSignature');
  if (duplicate instanceof DuplicateSignatureValue) refuseDuplicate(duplicate.signature);
  return enqueueJob(queueable, (settings.get('MinimumQueueableDelayInMinutes') as number | null) ?? 0, maximumDepth);
}

/** "Adding a Queueable Job with a Specified Stack Depth" (Queueable Apex, Apex Developer Guide): the first of a chain says how long it may be. */
function stackOfNext(current: QueueableStack | undefined, asked: number | null, delay: number): QueueableStack {
  const maximum = current?.maximum ?? asked;
  const depth = (current?.depth ?? 0) + 1;
  if (maximum !== null && depth > maximum) {
    throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
  }
  return { depth, maximum, delay: delay === 0 ? null : delay };
}

const slot = Symbol('queueable signatures');

/** Among the jobs of one transaction; those that wait from earlier ones are not compared. */
function refuseDuplicate(signature: string): void {
  const tx = currentTransaction();
  const known = tx.state(slot, () => new Set<string>());
  if (known.has(signature)) {
    throwApex('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  known.add(signature);
}

/** Schedules a Schedulable and returns the id of its CronTrigger. */
export function schedule(name: string, cron: string, schedulable: ApexObject): string {
  const tx = currentTransaction();
  const payload: InstancePayload = { instance: freeze(schedulable) };
  return tx.org.async.schedule(tx, name, cron, schedulable.apexType.toString(), payload);
}

/** "Schedules a batch job to run once in the future" ("scheduleBatch", System Class): the CronTrigger's id. */
export function scheduleBatch(
  batch: ApexObject | null,
  name: string | null,
  minutes: number | null,
  scope: number | null = DEFAULT_SCOPE_SIZE,
): string {
  const tx = currentTransaction();
  const className = required(batch, 1).apexType.toString();
  const payload: BatchPayload = { instance: freeze(batch), scopeSize: required(scope, 4) };
  const at = tx.org.clock.now() + required(minutes, 3) * 60_000;
  return tx.org.async.schedule(tx, required(name, 2), cronOf(at, tx.user.timeZone), className, payload);
}

/** Once, at this second of the user's time. */
function cronOf(at: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = new DatetimeValue(at).civil(timeZone);
  return [second, minute, hour, day, month, '?', year].join(' ');
}

/** Whether the running transaction is of one of these kinds. */
export function runsAs(...quiddities: readonly string[]): boolean {
  return quiddities.includes(executionContext(currentTransaction()).quiddity);
}
