/** The rows of `UserRecordAccess`, which exist only for the user and the records that a query asks for (Object Reference). */
import type { Schema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import type { FieldValue } from '../../schema/values/index.ts';
import type { QueryOptions, SecurityService } from '../services.ts';
import type { Comparison, Condition, SoqlQuery, Value } from '../soql/ast.ts';
import { malformed } from '../soql/errors.ts';
import { literalValue } from '../soql/plan/filter-value.ts';
import type { Transaction } from '../transaction.ts';

/** "You can query at most 200 records" (Object Reference, "UserRecordAccess"). */
const MAX_RECORDS = 200;

/** Writes the rows that the query is going to find. */
export function fillUserRecordAccess(
  security: SecurityService,
  tx: Transaction,
  query: SoqlQuery,
  options: QueryOptions,
): void {
  const { store } = tx;
  const object = store.schema.require('UserRecordAccess');
  const userId = filteredValues(query.where, 'UserId', options)?.[0];
  const recordIds = filteredValues(query.where, 'RecordId', options);
  if (typeof userId !== 'string' || recordIds === undefined) {
    throw malformed('UserRecordAccess must be filtered by UserId and RecordId');
  }
  if (recordIds.length > MAX_RECORDS) {
    throw malformed(`UserRecordAccess can be queried for at most ${MAX_RECORDS} records`);
  }
  for (const row of store.allRows(object)) store.eraseRow(object, row.id!);
  for (const [recordId, access] of accessOf(security, tx, store.schema, userId, recordIds)) {
    store.insertRow(
      new SObject(object, [
        ['Id', store.newId(object)],
        ['UserId', userId],
        ['RecordId', recordId],
        ['HasReadAccess', access.read],
        ['HasEditAccess', access.edit],
        ['HasDeleteAccess', access.delete],
        ['HasTransferAccess', access.all],
        ['HasAllAccess', access.all],
        [
          'MaxAccessLevel',
          access.all ? 'All' : access.delete ? 'Delete' : access.edit ? 'Edit' : access.read ? 'Read' : 'None',
        ],
      ]),
    );
  }
}

interface Access {
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly all: boolean;
}

/** What sharing allows, as far as the permissions on the object allow it too. */
function accessOf(
  security: SecurityService,
  tx: Transaction,
  schema: Schema,
  userId: string,
  recordIds: readonly string[],
): [string, Access][] {
  const byObject = Map.groupBy(recordIds, (id) => schema.objectOfId(id));
  return [...byObject].flatMap(([object, ids]): [string, Access][] => {
    if (object === undefined) return [];
    const permitted = security.object(userId, object);
    return [...security.recordAccess(tx, userId, object, ids)].map(([id, level]) => {
      const read = level !== 'None' && permitted.read;
      const edit = (level === 'Edit' || level === 'All') && permitted.edit;
      const all = level === 'All';
      return [id, { read, edit, delete: all && permitted.delete, all: all && permitted.edit && permitted.delete }];
    });
  });
}

/** The values that a top-level `field = …` or `field IN …` of the condition gives; undefined when there is none. */
function filteredValues(
  condition: Condition | undefined,
  field: string,
  options: QueryOptions,
): readonly string[] | undefined {
  const found = comparisons(condition).find(
    ({ left, operator }) =>
      left.kind === 'field' &&
      left.names.at(-1)!.toLowerCase() === field.toLowerCase() &&
      (operator === '=' || operator === 'IN'),
  );
  return found && valuesOf(found.value, options).filter((value): value is string => typeof value === 'string');
}

function comparisons(condition: Condition | undefined): Comparison[] {
  if (condition?.kind === 'comparison') return [condition];
  return condition?.kind === 'and' ? condition.operands.flatMap(comparisons) : [];
}

function valuesOf(value: Value, options: QueryOptions): readonly FieldValue[] {
  if (value.kind === 'list') return value.values.flatMap((item) => valuesOf(item, options));
  if (value.kind !== 'bind') return [literalValue(value)];
  const bound = options.bind?.(value.bind) ?? null;
  return Array.isArray(bound) ? (bound as readonly FieldValue[]) : [bound as FieldValue];
}
