/** Single records by id (REST API Developer Guide, "sObject Rows"). */
import { param, saveOptions, transact, visibleObject, type Call } from '../call.ts';
import { created, noContent, ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { readRecordWithFile } from '../json/multipart.ts';
import { readObject } from '../json/read-body.ts';
import { readRecord } from '../json/read-record.ts';
import type { Route } from '../router.ts';
import { answeredFields, exists, missing, requireIdOf, retrieve } from './retrieve.ts';

export const recordRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'sobjects/:object', resource: createRecord },
  { method: 'GET', pattern: 'sobjects/:object/:id', resource: getRecord },
  { method: 'PATCH', pattern: 'sobjects/:object/:id', resource: updateRecord },
  { method: 'DELETE', pattern: 'sobjects/:object/:id', resource: deleteRecord },
];

function createRecord(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const record = readRecordWithFile(call.request, object, call.org.schema);
  const [result] = transact(call, (tx) => call.org.dml.insert(tx, [record], saveOptions(call, true)));
  return created({ id: result?.id, success: true, errors: [] });
}

export function getRecord(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const fields = answeredFields(call, object, call.request.query.get('fields'));
  return ok(transact(call, (tx) => retrieve(call, tx, object, param(call, 'id'), fields)));
}

function updateRecord(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const id = param(call, 'id');
  requireIdOf(object, id);
  const json = readObject(call.request);
  if (Object.keys(json).some((name) => name.toLowerCase() === 'id')) {
    throw new ApiError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.', ['Id']);
  }
  const record = readRecord(json, object, call.org.schema);
  record.id = id;
  transact(call, (tx) => {
    if (!exists(call, tx, object, id)) throw missing(call, tx, object, id);
    call.org.dml.update(tx, [record], saveOptions(call, true));
  });
  return noContent;
}

function deleteRecord(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const id = param(call, 'id');
  requireIdOf(object, id);
  transact(call, (tx) => {
    if (!exists(call, tx, object, id)) throw missing(call, tx, object, id);
    call.org.dml.delete(tx, [id], saveOptions(call, true));
  });
  return noContent;
}
