/** Follows a relationship from a record, and fetches the bytes of files (REST API Developer Guide, "sObject Relationships", "sObject Blob Get"). */
import { BlobValue } from '../../schema/values/index.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { transact, type Call } from '../call.ts';
import { noContent, ok, type Answer } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import { recordJson } from '../json/record-json.ts';
import { answeredFields, quoted, requireIdOf, retrieve, select } from './retrieve.ts';

/** `sobjects/Contact/003…/Account` answers the parent, `sobjects/Account/001…/Contacts` the children. */
export function related(call: Call, object: ObjectSchema, id: string, relationship: string): Answer {
  requireIdOf(object, id);
  const reference = object.relationship(relationship);
  if (reference !== undefined) return parent(call, object, id, reference.name);
  const child = object.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
  if (child === undefined) throw notFound();
  return children(call, call.org.schema.require(child.childObject), child.field, id);
}

function parent(call: Call, object: ObjectSchema, id: string, reference: string): Answer {
  return transact(call, (tx) => {
    const [record] = select(call, tx, object, [reference], `Id = ${quoted(id)}`).records;
    const parentId = record?.get(reference);
    const target = typeof parentId === 'string' ? call.org.schema.objectOfId(parentId) : undefined;
    if (typeof parentId !== 'string' || target === undefined) throw notFound();
    return ok(retrieve(call, tx, target, parentId, answeredFields(call, target, call.request.query.get('fields'))));
  });
}

function children(call: Call, object: ObjectSchema, reference: string, id: string): Answer {
  const fields = answeredFields(call, object, call.request.query.get('fields'));
  const { records, shape } = transact(call, (tx) => select(call, tx, object, fields, `${reference} = ${quoted(id)}`));
  const rows = records.map((record) => recordJson(record, shape, call.basePath));
  return ok({ totalSize: rows.length, done: true, records: rows });
}

/** `sobjects/Attachment/00P…/Body` */
export function fileContent(call: Call, object: ObjectSchema, id: string, field: string): Answer {
  requireIdOf(object, id);
  const [record] = transact(call, (tx) => select(call, tx, object, [field], `Id = ${quoted(id)}`)).records;
  if (record === undefined) throw notFound();
  const value = record.get(field);
  if (!(value instanceof BlobValue)) return noContent;
  return { status: 200, content: { type: 'application/octet-stream', data: value.bytes } };
}
