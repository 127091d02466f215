/** Up to 200 records in one call (REST API Developer Guide, "sObject Collections"). */
import type { SaveResult } from '../../database/services.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { isId } from '../../schema/ids.ts';
import { param, saveOptions, transact, visibleObject, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, isObject, optionalText, readObject, type JsonObject } from '../json/read-body.ts';
import { readRecord } from '../json/read-record.ts';
import { recordJson } from '../json/record-json.ts';
import type { Route } from '../router.ts';
import { requireExternalId } from './external-id.ts';
import { answeredFields, quoted, select } from './retrieve.ts';
import { saveMixed, type SaveStep } from './save-mixed.ts';

const MOST_RECORDS = 200;
const MOST_RETRIEVED = 2000;

export const collectionRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'composite/sobjects', resource: insertCollection },
  { method: 'PATCH', pattern: 'composite/sobjects', resource: updateCollection },
  { method: 'DELETE', pattern: 'composite/sobjects', resource: deleteCollection },
  { method: 'GET', pattern: 'composite/sobjects/:object', resource: retrieveByQuery },
  { method: 'POST', pattern: 'composite/sobjects/:object', resource: retrieveByBody },
  { method: 'PATCH', pattern: 'composite/sobjects/:object/:field', resource: upsertCollection },
];

function insertCollection(call: Call): Answer {
  const { records, allOrNone } = readCollection(call);
  return save(call, records, allOrNone, (tx, rows, options) => call.org.dml.insert(tx, rows, options), false);
}

function updateCollection(call: Call): Answer {
  const { records, allOrNone } = readCollection(call);
  return save(call, records, allOrNone, (tx, rows, options) => call.org.dml.update(tx, rows, options), false);
}

function upsertCollection(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const field = requireExternalId(call, object, param(call, 'field'));
  const { records, allOrNone } = readCollection(call, object);
  return save(
    call,
    records,
    allOrNone,
    (tx, rows, options) => call.org.dml.upsert(tx, rows, field.name, options),
    true,
  );
}

function save(
  call: Call,
  records: readonly SObject[],
  allOrNone: boolean,
  step: SaveStep<SObject>,
  upsert: boolean,
): Answer {
  const results = transact(call, (tx) =>
    saveMixed(tx, records, (record) => record.schema.name, step, saveOptions(call, allOrNone)),
  );
  return ok(results.map((result) => resultJson(result, upsert)));
}

function deleteCollection(call: Call): Answer {
  const ids = (call.request.query.get('ids') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  limitSize(ids.length);
  const allOrNone = call.request.query.get('allOrNone') === 'true';
  const results = transact(call, (tx) =>
    saveMixed(
      tx,
      ids,
      (id) => id.slice(0, 3),
      (within, rows, options) => call.org.dml.delete(within, rows, options),
      saveOptions(call, allOrNone),
    ),
  );
  return ok(results.map((result) => resultJson(result, false)));
}

function resultJson(result: SaveResult, upsert: boolean) {
  const { id, success, created, errors } = result;
  return { ...(id === null ? {} : { id }), success, errors, ...(upsert && success ? { created } : {}) };
}

/** `object` is that of the path; without it each record says its type in `attributes`. */
function readCollection(call: Call, object?: ObjectSchema): { records: SObject[]; allOrNone: boolean } {
  const body = readObject(call.request);
  const records = asArray(body.records, 'records').map((entry) => asObject(entry, 'a record'));
  limitSize(records.length);
  return {
    records: records.map((json) => readCollectionRecord(call, json, object)),
    allOrNone: body.allOrNone === true,
  };
}

function readCollectionRecord(call: Call, json: JsonObject, object?: ObjectSchema): SObject {
  const type = isObject(json.attributes) ? optionalText(json.attributes, 'type') : undefined;
  const schema = type === undefined ? object : call.org.schema.require(type);
  if (schema === undefined) {
    throw new ApiError(400, 'INVALID_TYPE', 'A record of a collection needs attributes with a type');
  }
  return readRecord(json, schema, call.org.schema);
}

function limitSize(count: number): void {
  if (count <= MOST_RECORDS) return;
  throw new ApiError(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`,
  );
}

function retrieveByQuery(call: Call): Answer {
  const { query } = call.request;
  return retrieveMany(call, (query.get('ids') ?? '').split(','), (query.get('fields') ?? '').split(','));
}

function retrieveByBody(call: Call): Answer {
  const body = readObject(call.request);
  return retrieveMany(call, texts(body, 'ids'), texts(body, 'fields'));
}

function texts(body: JsonObject, name: string): string[] {
  return asArray(body[name], name).map(String);
}

/** Records in the order of the ids; null for each that the user cannot see. */
function retrieveMany(call: Call, ids: readonly string[], fields: readonly string[]): Answer {
  const object = visibleObject(call, param(call, 'object'));
  if (ids.length > MOST_RETRIEVED) throw new ApiError(400, 'EXCEEDED_ID_LIMIT', `more than ${MOST_RETRIEVED} ids`);
  const malformed = ids.find((id) => !isId(id));
  if (malformed !== undefined) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${malformed}`);
  if (!fields.some((field) => field.trim() !== '')) {
    throw new ApiError(400, 'MISSING_ARGUMENT', 'The fields to retrieve have to be specified');
  }
  const names = answeredFields(call, object, fields);
  const condition = `Id IN (${ids.map(quoted).join(',')})`;
  const { records, shape } = transact(call, (tx) => select(call, tx, object, names, condition));
  const byId = new Map(records.map((record) => [record.id?.slice(0, 15), record]));
  return ok(
    ids.map((id) => {
      const record = byId.get(id.slice(0, 15));
      return record === undefined ? null : recordJson(record, shape, call.basePath);
    }),
  );
}
