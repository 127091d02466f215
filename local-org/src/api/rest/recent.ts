/** Records the user has looked at (REST API Developer Guide, "Recently Viewed Items"). */
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { transact, type Call } from '../call.ts';
import { ok } from '../http/answer.ts';
import { recordJson, type JsonRecord } from '../json/record-json.ts';
import type { Route } from '../router.ts';
import { recentlyViewed } from '../ui-api/recent-records.ts';
import { quoted, select } from './retrieve.ts';

const DEFAULT_LIMIT = 200;

export const recentRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: 'recent',
    resource: (call) => ok(transact(call, (tx) => recentRecords(call, tx)).slice(0, limitOf(call))),
  },
];

/** Of one object or of all, the latest first. */
export function recentRecords(call: Call, tx: Transaction, object?: ObjectSchema): JsonRecord[] {
  const ids = recentlyViewed({ org: call.org, tx, user: call.user }, object);
  return ids.flatMap((id) => {
    const found = call.org.schema.objectOfId(id);
    if (found === undefined) return [];
    const fields = ['Id', ...(found.nameField === undefined ? [] : [found.nameField.name])];
    const { records, shape } = select(call, tx, found, fields, `Id = ${quoted(id)}`);
    return records.map((record) => recordJson(record, shape, call.basePath));
  });
}

function limitOf(call: Call): number {
  const limit = Number(call.request.query.get('limit') ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, DEFAULT_LIMIT) : DEFAULT_LIMIT;
}
