/**
 * The User Interface API: `/services/data/vNN.0/ui-api/…`. Every resource runs in one transaction as the logged-in user. Any version from
 * 41.0, the first that has the UI API, is answered alike.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import type { UiApiContext } from './context.ts';
import { errorAnswer } from './errors.ts';
import { ApiError } from '../http/errors.ts';
import { layoutInfo } from './layout.ts';
import { listInfo, listInfos, listRecords, type ListRecordsRequest } from './list-records.ts';
import { lookupRecords } from './lookups.ts';
import { objectInfo } from './object-info.ts';
import { allPicklistValues, picklistValues } from './picklist-values.ts';
import { quickActionForm, recordActions } from './record-actions.ts';
import { cloneDefaults, createDefaults, readRecordByLayout, recordUi } from './record-ui.ts';
import { createRecord, deleteRecord, readRecord, updateRecord, type RecordInput } from './records.ts';
import { markViewed } from './recent-records.ts';
import { relatedListActions } from './related-list-actions.ts';
import { relatedListCount, relatedListInfo, relatedListInfos, relatedListRecords } from './related-lists.ts';

/** Who makes a request; throws for a session that is missing or over. */
export type Authenticate = (request: FastifyRequest) => UserContext;

export interface ResourceRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly headers: FastifyRequest['headers'];
}

export type Resource = (context: UiApiContext, request: ResourceRequest) => unknown;

const RESOURCES: readonly (readonly [method: string, path: string, resource: Resource])[] = [
  ['GET', 'records/batch/:ids', (context, { path, query }) => recordBatch(context, path.ids, query)],
  ['GET', 'records/:id', (context, { path, query }) => record(context, path.id, query)],
  ['POST', 'records', create],
  ['PATCH', 'records/:id', (context, request) => viewed(context, patch(context, request))],
  ['DELETE', 'records/:id', (context, { path }) => deleteRecord(context, path.id)],
  ['GET', 'object-info/batch/:names', (context, { path }) => batch(path.names, (name) => objectInfo(context, name))],
  ['GET', 'object-info/:name', (context, { path }) => objectInfo(context, path.name)],
  [
    'GET',
    'object-info/:name/picklist-values/:recordTypeId',
    (context, { path }) => allPicklistValues(context, path.name, path.recordTypeId),
  ],
  [
    'GET',
    'object-info/:name/picklist-values/:recordTypeId/:field',
    (context, { path }) => picklistValues(context, path.name, path.recordTypeId, path.field),
  ],
  ['GET', 'layout/:name', (context, { path, query }) => layoutInfo(context, { ...query, objectApiName: path.name })],
  [
    'GET',
    'record-ui/:ids',
    (context, { path, query }) =>
      recordUi(
        context,
        names(path.ids),
        names(query.layoutTypes ?? 'Full'),
        names(query.modes ?? 'View'),
        names(query.optionalFields),
      ),
  ],
  [
    'GET',
    'record-defaults/create/:name',
    (context, { path, query }) => createDefaults(context, path.name, query.recordTypeId),
  ],
  [
    'GET',
    'record-defaults/clone/:id',
    (context, { path, query }) => cloneDefaults(context, path.id, query.recordTypeId),
  ],
  ['GET', 'list-info/:name', (context, { path }) => listInfos(context, path.name)],
  ['GET', 'list-info/:name/:list', (context, { path }) => listInfo(context, path.name, path.list)],
  [
    'GET',
    'list-records/:name/:list',
    (context, { path, query }) => listRecords(context, path.name, path.list, pageOf(query)),
  ],
  [
    'POST',
    'list-records/:name/:list',
    (context, { path, body }) => listRecords(context, path.name, path.list, body ?? {}),
  ],
  ['GET', 'list-ui/:name', (context, { path }) => listInfos(context, path.name)],
  ['GET', 'list-ui/:name/:list', (context, { path, query }) => listUi(context, path.name, path.list, query)],
  [
    'GET',
    'related-list-info/:name',
    (context, { path, query }) => relatedListInfos(context, path.name, query.recordTypeId),
  ],
  [
    'GET',
    'related-list-info/:name/:list',
    (context, { path, query }) =>
      relatedListInfo(context, path.name, path.list, query.recordTypeId, names(query.columns)),
  ],
  [
    'GET',
    'related-list-records/:id/:list',
    (context, { path, query }) =>
      relatedListRecords(context, path.id, path.list, {
        ...pageOf(query),
        ...(query.where === undefined ? {} : { where: query.where }),
      }),
  ],
  [
    'POST',
    'related-list-records/:id/:list',
    (context, { path, body }) => relatedListRecords(context, path.id, path.list, body ?? {}),
  ],
  ['GET', 'related-list-count/:id/:list', (context, { path }) => relatedListCount(context, path.id, path.list)],
  [
    'GET',
    'lookups/:name/:field/:target',
    (context, { path, query }) =>
      lookupRecords(context, path.name, path.field, path.target, {
        q: query.q,
        searchType: query.searchType,
        pageSize: numberOf(query.pageSize),
      }),
  ],
  ['GET', 'actions/quick-action-form/:name/:id', (context, { path }) => quickActionForm(context, path.name, path.id)],
  [
    'GET',
    'actions/record/:id',
    (context, { path }) => ({ actions: { [path.id]: { actions: recordActions(context, path.id) } } }),
  ],
  [
    'GET',
    'actions/record/:id/related-list/:list',
    (context, { path }) => ({
      actions: { [path.id]: { actions: relatedListActions(context, path.id, path.list) } },
    }),
  ],
];

export function registerUiApi(app: FastifyInstance, org: Org, authenticate: Authenticate): void {
  for (const [method, path, resource] of RESOURCES) {
    app.route({
      method,
      url: `/services/data/:version(^v\\d+\\.\\d$)/ui-api/${path}`,
      handler: (request, reply) => answer(org, authenticate, resource, request, reply),
    });
  }
}

/** Runs a resource as the user of the session and answers its result or its error as JSON. */
export function answer(
  org: Org,
  authenticate: Authenticate,
  resource: Resource,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  void reply.header('cache-control', 'no-store');
  try {
    const user = authenticate(request);
    const input = {
      path: request.params as ResourceRequest['path'],
      query: request.query as ResourceRequest['query'],
      body: request.body,
      headers: request.headers,
    };
    const result = org.transaction(user, (tx) => resource({ org, tx, user }, input));
    if (result === undefined) return reply.code(204).send();
    return reply.code(resource === create ? 201 : 200).send(result);
  } catch (error) {
    const known = errorAnswer(error);
    if (known === undefined) throw error;
    return reply.code(known.status).send(known.body);
  }
}

function names(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
}

function record(context: UiApiContext, id: string, query: ResourceRequest['query']) {
  if (query.layoutTypes !== undefined) {
    return readRecordByLayout(context, id, {
      layoutTypes: names(query.layoutTypes),
      optionalFields: names(query.optionalFields),
    });
  }
  if (query.fields === undefined && query.optionalFields === undefined) {
    throw new ApiError(400, 'INVALID_PARAMETER', 'Give fields, optionalFields or layoutTypes.');
  }
  return readRecord(context, id, { fields: names(query.fields), optionalFields: names(query.optionalFields) });
}

function recordBatch(context: UiApiContext, ids: string, query: ResourceRequest['query']) {
  return batch(ids, (id) => record(context, id, query));
}

/** Results of several requests; each has its own status. */
function batch(list: string, one: (name: string) => unknown) {
  const results = names(list).map((name) => {
    try {
      return { result: one(name), statusCode: 200 };
    } catch (error) {
      const known = errorAnswer(error);
      if (known === undefined) throw error;
      return { result: known.body, statusCode: known.status };
    }
  });
  return { hasErrors: results.some((entry) => entry.statusCode !== 200), results };
}

function create(context: UiApiContext, { body }: ResourceRequest) {
  return viewed(context, createRecord(context, (body ?? {}) as RecordInput));
}

function patch(context: UiApiContext, { path, body, headers }: ResourceRequest) {
  return updateRecord(context, path.id, body as RecordInput, headers['if-unmodified-since']);
}

/** A record the user has made or changed counts as viewed. */
function viewed<T extends { readonly id: string | null }>(context: UiApiContext, saved: T): T {
  if (saved.id !== null) markViewed(context, saved.id);
  return saved;
}

function pageOf(query: ResourceRequest['query']): ListRecordsRequest {
  return {
    ...(query.fields === undefined ? {} : { fields: names(query.fields) }),
    ...(query.optionalFields === undefined ? {} : { optionalFields: names(query.optionalFields) }),
    ...(query.sortBy === undefined ? {} : { sortBy: names(query.sortBy) }),
    ...(query.pageToken === undefined ? {} : { pageToken: query.pageToken }),
    ...(query.searchTerm === undefined ? {} : { searchTerm: query.searchTerm }),
    ...(numberOf(query.pageSize) === undefined ? {} : { pageSize: numberOf(query.pageSize)! }),
  };
}

function listUi(context: UiApiContext, name: string, list: string, query: ResourceRequest['query']) {
  return { info: listInfo(context, name, list), records: listRecords(context, name, list, pageOf(query)) };
}
