/** Records that were changed or deleted in a span of time (REST API Developer Guide, "sObject Get Updated", "sObject Get Deleted"). */
import { DatetimeValue } from '../../schema/values/index.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { param, transact, visibleObject, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import type { Route } from '../router.ts';

export const replicationRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'sobjects/:object/updated', resource: updated },
  { method: 'GET', pattern: 'sobjects/:object/deleted', resource: deleted },
];

function updated(call: Call): Answer {
  const { object, start, end } = span(call);
  const records = rowsIn(call, object, start, end, 'IsDeleted = false');
  return ok({ ids: records.map((record) => record.id), latestDateCovered: end.toString() });
}

function deleted(call: Call): Answer {
  const { object, start, end } = span(call);
  const records = rowsIn(call, object, start, end, 'IsDeleted = true');
  const deletedRecords = records.map((record) => ({
    id: record.id,
    deletedDate: String(record.get('SystemModstamp')),
  }));
  return ok({ deletedRecords, earliestDateAvailable: start.toString(), latestDateCovered: end.toString() });
}

function rowsIn(call: Call, object: ObjectSchema, start: DatetimeValue, end: DatetimeValue, condition: string) {
  const literal = (value: DatetimeValue) => value.toString().replace('+0000', 'Z');
  const soql =
    `SELECT Id, SystemModstamp FROM ${object.name} WHERE ${condition} ` +
    `AND SystemModstamp >= ${literal(start)} AND SystemModstamp < ${literal(end)}`;
  return transact(call, (tx) => call.org.query.run(tx, soql, { mode: 'user', sharing: true, allRows: true })).records;
}

function span(call: Call): { object: ObjectSchema; start: DatetimeValue; end: DatetimeValue } {
  const object = visibleObject(call, param(call, 'object'));
  if (object.field('SystemModstamp') === undefined || object.field('IsDeleted') === undefined) {
    throw new ApiError(400, 'INVALID_TYPE', `${object.name} is not replicateable`);
  }
  const [start, end] = ['start', 'end'].map((name) => datetimeParameter(call, name)) as [DatetimeValue, DatetimeValue];
  if (start.ms >= end.ms) throw new ApiError(400, 'INVALID_REPLICATION_DATE', 'startDate must be before endDate');
  return { object, start, end };
}

function datetimeParameter(call: Call, name: string): DatetimeValue {
  // A plus sign that was not encoded arrives as a space.
  const text = (call.request.query.get(name) ?? '').replace(' ', '+');
  const value = DatetimeValue.tryParse(text);
  if (value === undefined)
    throw new ApiError(400, 'INVALID_REPLICATION_DATE', `${name} is not a date and time: '${text}'`);
  return value;
}
