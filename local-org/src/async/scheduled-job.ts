/** Scheduled Apex: the CronTrigger of a job and when it fires ("Apex Scheduler", Apex Developer Guide). */
import type { AsyncJob } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { nextFireTime, parseCron } from './cron.ts';
import { endedJob, updateJobRow } from './job-rows.ts';
import type { JobTable } from './job-table.ts';

/** Most scheduled jobs at one time ("Apex Scheduler Limits"). */
const MAX_SCHEDULED = 100;
const SCHEDULED_APEX = '7';

export interface CronProgress {
  readonly cronTrigger: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly fired: number;
}

export interface NewCron {
  readonly progress: CronProgress;
  readonly due: number;
}

/** Makes the CronTrigger. Throws `OrgError('ASYNC_EXCEPTION')` when the name is taken or the time is past. */
export function addCronTrigger(tx: Transaction, name: string, expression: string): NewCron {
  const { schema, clock } = tx.org;
  const timeZone = tx.user.timeZone;
  const due = nextFireTime(parseCron(expression), clock.now(), timeZone);
  if (due === null) {
    throw asyncException(`Based on configured schedule, the given trigger will never fire: ${expression}`);
  }
  const details = schema.require('CronJobDetail');
  const triggers = schema.require('CronTrigger');
  if (tx.store.findRows(details, 'Name', [name]).length > 0) {
    throw asyncException(`The Apex job named "${name}" is already scheduled for execution.`);
  }
  if (tx.store.allRows(triggers).length >= MAX_SCHEDULED) {
    throw asyncException(`You have exceeded the maximum number (${MAX_SCHEDULED}) of Apex scheduled jobs.`);
  }
  const detail = tx.store.newId(details);
  tx.store.insertRow(record(tx, 'CronJobDetail', { Id: detail, Name: name, JobType: SCHEDULED_APEX }));
  const cronTrigger = tx.store.newId(triggers);
  const now = new DatetimeValue(clock.now());
  const values = {
    Id: cronTrigger,
    CronJobDetailId: detail,
    CronExpression: expression,
    TimeZoneSidKey: timeZone,
    State: 'WAITING',
    NextFireTime: new DatetimeValue(due),
    StartTime: now,
    OwnerId: tx.user.id,
    CreatedById: tx.user.id,
    LastModifiedById: tx.user.id,
    CreatedDate: now,
    TimesTriggered: 0,
  };
  tx.store.insertRow(record(tx, 'CronTrigger', values));
  return { progress: { cronTrigger, expression, timeZone, fired: 0 }, due };
}

/** After a run: notes it and waits for the next time, or ends the schedule. */
export function rescheduleCron(tx: Transaction, jobs: JobTable, job: AsyncJob, progress: CronProgress): void {
  const now = tx.org.clock.now();
  const due = nextFireTime(parseCron(progress.expression), now, progress.timeZone);
  const fired = progress.fired + 1;
  tx.store.updateRow(
    tx.org.schema.require('CronTrigger'),
    progress.cronTrigger,
    new Map<string, FieldValue>([
      ['PreviousFireTime', new DatetimeValue(now)],
      ['NextFireTime', due === null ? null : new DatetimeValue(due)],
      ['State', due === null ? 'DELETED' : 'WAITING'],
      ['TimesTriggered', fired],
    ]),
  );
  if (due !== null) jobs.advance(job.id, { ...progress, fired }, due);
  else {
    jobs.remove(job.id);
    updateJobRow(tx, job, endedJob(tx));
  }
}

export function removeCronTrigger(tx: Transaction, { cronTrigger }: CronProgress): void {
  const { schema } = tx.org;
  const triggers = schema.require('CronTrigger');
  const detail = tx.store.getRows(triggers, [cronTrigger]).get(cronTrigger)?.get('CronJobDetailId');
  tx.store.eraseRow(triggers, cronTrigger);
  if (typeof detail === 'string') tx.store.eraseRow(schema.require('CronJobDetail'), detail);
}

function record(tx: Transaction, object: string, values: Readonly<Record<string, FieldValue>>): SObject {
  return new SObject(tx.org.schema.require(object), Object.entries(values));
}

export function asyncException(message: string): OrgError {
  return new OrgError('ASYNC_EXCEPTION', message);
}
