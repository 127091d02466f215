/** `query`, `queryAll` and their next pages (REST API Developer Guide, "Query", "QueryAll"). */
import { NotSupported } from '../../schema/errors.ts';
import type { Call } from '../call.ts';
import { param, transact } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { recordJson } from '../json/record-json.ts';
import type { Route } from '../router.ts';
import { queryColumns } from './query-columns.ts';

const DEFAULT_BATCH = 2000;
const SMALLEST_BATCH = 200;

export const queryRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'query', resource: (call) => query(call, 'query', false) },
  { method: 'GET', pattern: 'queryAll', resource: (call) => query(call, 'queryAll', true) },
  { method: 'GET', pattern: 'query/:locator', resource: (call) => nextPage(call, 'query') },
  { method: 'GET', pattern: 'queryAll/:locator', resource: (call) => nextPage(call, 'queryAll') },
];

export function query(call: Call, resource: string, allRows: boolean): Answer {
  const { query: parameters } = call.request;
  if (parameters.has('explain')) throw new NotSupported('query plans (explain)');
  const soql = parameters.get('q');
  if (soql === null || soql.trim() === '')
    throw new ApiError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  const result = transact(call, (tx) => call.org.query.run(tx, soql, { mode: 'user', sharing: true, allRows }));
  if (parameters.get('columns') === 'true') {
    return ok(queryColumns(call.org.query.parse(soql), result.shape, call.org.schema));
  }
  const records = result.records.map((record) => recordJson(record, result.shape, call.basePath));
  const batch = batchSize(call);
  if (records.length <= batch) return ok({ totalSize: result.totalSize, done: true, records });
  const cursor = call.state.cursors.keep(call.user.id, records);
  return ok(page(call, resource, cursor, records, 0, batch));
}

/** A locator is `<cursor>-<position>`. */
function nextPage(call: Call, resource: string): Answer {
  const [, cursor = '', position = ''] = /^(\w{15,18})-(\d+)$/.exec(param(call, 'locator')) ?? [];
  const records = call.state.cursors.records(cursor, call.user.id);
  if (records === undefined) throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return ok(page(call, resource, cursor, records, Number(position), batchSize(call)));
}

function page(call: Call, resource: string, cursor: string, records: readonly unknown[], from: number, size: number) {
  const end = from + size;
  const rows = records.slice(from, end);
  if (end >= records.length) return { totalSize: records.length, done: true, records: rows };
  const nextRecordsUrl = `${call.basePath}/${resource}/${cursor}-${end}`;
  return { totalSize: records.length, done: false, nextRecordsUrl, records: rows };
}

/** Clients may ask for pages of 200 to 2,000 records (REST API Developer Guide, "Query Options Header"). */
function batchSize(call: Call): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(call.request.headers['sforce-query-options'] ?? '')?.[1];
  return asked === undefined ? DEFAULT_BATCH : Math.min(DEFAULT_BATCH, Math.max(SMALLEST_BATCH, Number(asked)));
}
