import type { SQLInputValue } from 'node:sqlite';
import type { ObjectSchema } from '../../../schema/model.ts';
import { PlanContext, type PlanServices } from '../../soql/plan/context.ts';
import type { RunContext } from '../../soql/plan/parameters.ts';
import { Scope } from '../../soql/plan/scope.ts';
import type { AccessLevel, Sharing } from './sharing.ts';

export type RecordAccess = 'None' | AccessLevel;

const LEVELS: readonly AccessLevel[] = ['All', 'Edit', 'Read'];

/** The most that sharing lets the user do with each of these records; `None` also for ids without a row. */
export function recordAccess(
  sharing: Sharing,
  services: PlanServices,
  run: RunContext,
  userId: string,
  object: ObjectSchema,
  ids: readonly string[],
): Map<string, RecordAccess> {
  const context = new PlanContext(services, { text: '', sharedWith: undefined, allRows: true, groupsByAny: false });
  const scope = new Scope(context, object);
  const cases = LEVELS.map((level) => `WHEN ${sharing.condition(scope, userId, level) ?? 'TRUE'} THEN '${level}'`);
  const list = context.parameters.constant(JSON.stringify(ids));
  const { alias } = scope.root;
  const sql =
    `SELECT ${alias}."Id", CASE ${cases.join(' ')} ELSE 'None' END FROM ${scope.fromSql()} ` +
    `WHERE ${alias}."Id" IN (SELECT value FROM json_each(${list}))`;
  const parameters: SQLInputValue[] = context.parameters.values(run);
  const rows = services.store.prepare(sql).all(...parameters) as unknown as [string, RecordAccess][];
  const found = new Map(rows);
  return new Map(ids.map((id) => [id, found.get(id) ?? 'None']));
}
