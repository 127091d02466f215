/** Task and Event: what follows from status, priority, related records and times ("Task", "Event", Object Reference). */
import { RecordGraph } from '../../database/record-graph.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, type DateValue } from '../../schema/values/index.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, isChanged, type SaveBatch, type SaveRow } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

export const task: ObjectBehaviour = {
  objects: ['Task'],

  settle(batch) {
    relate(batch);
    const closed = flagged(batch.tx, 'TaskStatus', 'IsClosed');
    const high = flagged(batch.tx, 'TaskPriority', 'IsHighPriority');
    for (const row of goodRows(batch)) {
      const { record, old } = row;
      const isClosed = closed.has(record.get('Status'));
      record.values.set('IsClosed', isClosed);
      record.values.set('IsHighPriority', high.has(record.get('Priority')));
      if (!isClosed) record.values.set('CompletedDateTime', null);
      else if (old?.get('IsClosed') !== true) {
        record.values.set('CompletedDateTime', new DatetimeValue(batch.tx.org.clock.now()));
      }
    }
  },
};

export const event: ObjectBehaviour = {
  objects: ['Event'],

  settle(batch) {
    relate(batch);
    for (const row of goodRows(batch)) {
      if (row.record.get('IsAllDayEvent') === true) setAllDay(row);
      else setTimes(row, batch.tx.user.timeZone);
    }
  },
};

/** The account of an activity is that of what it is related to, else of who. */
function relate(batch: SaveBatch): void {
  const graph = new RecordGraph(
    batch.tx,
    batch.rows.map(({ record }) => record),
  );
  for (const { record } of goodRows(batch)) {
    record.values.set('WhoCount', record.get('WhoId') === null ? 0 : 1);
    record.values.set('WhatCount', record.get('WhatId') === null ? 0 : 1);
    record.values.set('AccountId', accountOf(graph, record, 'WhatId') ?? accountOf(graph, record, 'WhoId'));
  }
}

function accountOf(graph: RecordGraph, record: SObject, reference: string): string | null {
  const parent = graph.parent(record, record.schema.field(reference)!);
  if (parent === null) return null;
  if (parent.schema.name === 'Account') return parent.id;
  return parent.schema.field('AccountId') === undefined ? null : (parent.get('AccountId') as string | null);
}

function flagged(tx: Transaction, object: string, flag: string): Set<unknown> {
  const rows = tx.store.allRows(tx.org.schema.require(object));
  return new Set(rows.filter((row) => row.get(flag) === true).map((row) => row.get('ApiName')));
}

function setTimes(row: SaveRow, timeZone: string): void {
  const { record, errors } = row;
  const movedStart = isChanged(row, 'ActivityDateTime') && !isChanged(row, 'StartDateTime');
  const start = (
    movedStart || record.get('StartDateTime') === null ? record.get('ActivityDateTime') : record.get('StartDateTime')
  ) as DatetimeValue | null;
  const end = record.get('EndDateTime') as DatetimeValue | null;
  let minutes = record.get('DurationInMinutes') as number | null;
  if (start === null) {
    errors.push(saveErrors.requiredMissing(['ActivityDateTime']));
    return;
  }
  if (
    end !== null &&
    (minutes === null || (isChanged(row, 'EndDateTime') && !(row.old !== null && isChanged(row, 'DurationInMinutes'))))
  ) {
    minutes = Math.round((end.ms - start.ms) / MINUTE);
  }
  if (minutes === null) {
    errors.push(saveErrors.requiredMissing(['DurationInMinutes']));
    return;
  }
  if (minutes < 0) {
    errors.push(saveErrors.fieldIntegrity('Event duration can not be negative', ['EndDateTime']));
    return;
  }
  const finish = start.addMilliseconds(minutes * MINUTE);
  record.values.set('StartDateTime', start);
  record.values.set('ActivityDateTime', start);
  record.values.set('EndDateTime', finish);
  record.values.set('DurationInMinutes', minutes);
  record.values.set('ActivityDate', start.date(timeZone));
  record.values.set('EndDate', finish.date(timeZone));
}

/** All-day events are days, kept as midnight GMT. */
function setAllDay({ record, errors }: SaveRow): void {
  const day = (record.get('ActivityDate') ??
    (record.get('StartDateTime') as DatetimeValue | null)?.date() ??
    null) as DateValue | null;
  if (day === null) {
    errors.push(saveErrors.requiredMissing(['ActivityDate']));
    return;
  }
  const minutes = (record.get('DurationInMinutes') as number | null) ?? DAY_MINUTES;
  const start = DatetimeValue.of({ year: day.year, month: day.month, day: day.day });
  const lastDay = day.addDays(Math.max(1, Math.ceil(minutes / DAY_MINUTES)) - 1);
  record.values.set('ActivityDate', day);
  record.values.set('ActivityDateTime', start);
  record.values.set('StartDateTime', start);
  record.values.set('EndDateTime', DatetimeValue.of({ year: lastDay.year, month: lastDay.month, day: lastDay.day }));
  record.values.set('DurationInMinutes', minutes);
  record.values.set('EndDate', lastDay);
}
