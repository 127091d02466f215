/** Records from the JSON of requests. */
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { ApiError } from '../http/errors.ts';
import { parseJsonValue } from '../ui-api/field-values.ts';
import { isObject, type JsonObject } from './read-body.ts';

/** Properties of a record's JSON that are no fields. */
const NOT_FIELDS = new Set(['attributes']);

/**
 * The record that the JSON describes. A relationship name holds the parent by an external id:
 * `"Owner": {"Username": "a@b.example"}`. Throws `INVALID_FIELD` for what the object does not have.
 */
export function readRecord(json: JsonObject, object: ObjectSchema, schema: Schema): SObject {
  const record = new SObject(object);
  for (const [name, value] of Object.entries(json)) {
    if (NOT_FIELDS.has(name)) continue;
    const field = object.field(name);
    if (field !== undefined) record.set(field.name, parseJsonValue(field, value));
    else setParent(record, name, value, schema);
  }
  return record;
}

function setParent(record: SObject, name: string, value: unknown, schema: Schema): void {
  const relationship = record.schema.relationship(name);
  if (relationship?.relationshipName === undefined) throw unknownField(name, record.schema);
  if (value === null) {
    record.set(relationship.name, null);
    return;
  }
  if (!isObject(value)) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', `The parent ${name} must be a JSON object with an external id`);
  }
  const parent = schema.require(parentType(relationship, value));
  record.parents.set(relationship.relationshipName, readRecord(value, parent, schema));
}

/** A reference that can lead to several objects needs `attributes.type`. */
function parentType(relationship: FieldSchema, parent: JsonObject): string {
  const stated = isObject(parent.attributes) ? parent.attributes.type : undefined;
  if (typeof stated === 'string') return stated;
  const [only, other] = relationship.referenceTo;
  if (only === undefined || other !== undefined) {
    const message = `The parent ${relationship.relationshipName ?? relationship.name} needs attributes with a type`;
    throw new ApiError(400, 'INVALID_FIELD', message, [relationship.name]);
  }
  return only;
}

function unknownField(name: string, object: ObjectSchema): ApiError {
  return new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}
