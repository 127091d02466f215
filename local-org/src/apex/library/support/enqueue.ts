/** Queueing an instance of a class of the project. */
import type { AsyncJob } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { executionContext } from '../../runtime/execution-context.ts';
import { freeze } from '../../runtime/freeze.ts';
import { throwApex, type ApexObject } from '../../runtime/index.ts';
import type { InstancePayload } from '../../runtime/job-payloads.ts';
import { DuplicateSignatureValue } from '../system/async-options.ts';
import { required } from './arguments.ts';
import type { BeanValue } from './bean.ts';

/** "The delay … must be between 0 and 10 minutes" ("Queueable Apex", Apex Developer Guide). */
const MAXIMUM_DELAY_MINUTES = 10;

export function enqueueJob(queueable: ApexObject | null, delayMinutes: number | null = 0): string {
  const instance = required(queueable, 1);
  const delay = required(delayMinutes, 2);
  if (delay < 0 || delay > MAXIMUM_DELAY_MINUTES) {
    throwApex('System.AsyncException', `Delay must be between 0 and ${MAXIMUM_DELAY_MINUTES} minutes`);
  }
  const tx = currentTransaction();
  tx.limits.use('queueableJobs');
  const className = instance.apexType.toString();
  const payload: InstancePayload = { instance: freeze(instance) };
  const job: Omit<AsyncJob, 'id' | 'userId'> = { kind: 'Queueable', label: className, className, payload };
  return tx.org.async.enqueue(tx, delay > 0 ? { ...job, delaySeconds: delay * 60 } : job);
}

export function enqueueWithOptions(queueable: ApexObject | null, options: BeanValue | null): string {
  const settings = required(options, 2);
  if (settings.get('MaximumQueueableStackDepth') !== null) {
    throw new NotSupported('AsyncOptions.MaximumQueueableStackDepth');
  }
  const duplicate = settings.get('DuplicateSignature');
  if (duplicate instanceof DuplicateSignatureValue) refuseDuplicate(duplicate.signature);
  return enqueueJob(queueable, (settings.get('MinimumQueueableDelayInMinutes') as number | null) ?? 0);
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

/** Whether the running transaction is of one of these kinds. */
export function runsAs(...quiddities: readonly string[]): boolean {
  return quiddities.includes(executionContext(currentTransaction()).quiddity);
}
