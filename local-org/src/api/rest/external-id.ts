/** Single records by the value of an external id (REST API Developer Guide, "sObject Rows by External ID"). */
import type { Transaction } from '../../database/transaction.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { param, saveOptions, transact, visibleObject, type Call } from '../call.ts';
import { noContent, ok, type Answer } from '../http/answer.ts';
import { ApiError, MultipleChoices, notFound } from '../http/errors.ts';
import { readObject, type JsonObject } from '../json/read-body.ts';
import { readRecord } from '../json/read-record.ts';
import type { Route } from '../router.ts';
import { parseJsonValue } from '../ui-api/field-values.ts';
import { fileContent, related } from './related.ts';
import { answeredFields, quoted, retrieve, select } from './retrieve.ts';

export const externalIdRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'sobjects/:object/:field/:value', resource: getPart },
  { method: 'PATCH', pattern: 'sobjects/:object/:field/:value', resource: upsert },
  { method: 'DELETE', pattern: 'sobjects/:object/:field/:value', resource: deleteByExternalId },
];

/** The same path shape reads by external id, follows a relationship and fetches a file. */
function getPart(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const field = object.field(param(call, 'field'));
  const value = param(call, 'value');
  if (field === undefined) {
    const file = object.field(value)?.type === 'base64';
    return file
      ? fileContent(call, object, param(call, 'field'), value)
      : related(call, object, param(call, 'field'), value);
  }
  requireExternalId(call, object, field.name);
  return transact(call, (tx) => {
    const id = oneId(call, tx, object, field, value);
    return ok(retrieve(call, tx, object, id, answeredFields(call, object, call.request.query.get('fields'))));
  });
}

function upsert(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const field = requireExternalId(call, object, param(call, 'field'));
  const json = readObject(call.request);
  const record = readRecord(withoutKey(json, field), object, call.org.schema);
  record.set(field.name, parseJsonValue(field, param(call, 'value')));
  const [result] = transact(call, (tx) => call.org.dml.upsert(tx, [record], field.name, saveOptions(call, true)));
  const made = result?.created;
  return { status: made ? 201 : 200, body: { id: result?.id, success: true, errors: [], created: made } };
}

/** The external id stands in the path; the body must not say another. */
function withoutKey(json: JsonObject, field: FieldSchema): JsonObject {
  const name = Object.keys(json).find((key) => key.toLowerCase() === field.name.toLowerCase());
  if (name === undefined) return json;
  throw new ApiError(400, 'INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`, [
    field.name,
  ]);
}

function deleteByExternalId(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  const field = requireExternalId(call, object, param(call, 'field'));
  transact(call, (tx) => {
    const id = oneId(call, tx, object, field, param(call, 'value'));
    call.org.dml.delete(tx, [id], saveOptions(call, true));
  });
  return noContent;
}

/** The field of this name when the user can find records by it. Throws 404. */
export function requireExternalId(call: Call, object: ObjectSchema, name: string): FieldSchema {
  const field = object.field(name);
  const isReadable = field !== undefined && call.org.security.field(call.user.id, object, field.name).read;
  if (isReadable && field.idLookup === true) return field;
  throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
}

/** Id of the one record with this value; answers several with 300 and their addresses. */
function oneId(call: Call, tx: Transaction, object: ObjectSchema, field: FieldSchema, value: string): string {
  const literal = field.type === 'double' || field.type === 'int' ? String(Number(value)) : quoted(value);
  const { records } = select(call, tx, object, ['Id'], `${field.name} = ${literal}`);
  const [first, second] = records;
  if (first?.id === undefined || first.id === null) throw notFound();
  if (second === undefined) return first.id;
  throw new MultipleChoices(records.map((record) => `${call.basePath}/sobjects/${object.name}/${record.id ?? ''}`));
}
