/** Reads and writes single records ("Records" in the User Interface API Developer Guide). */
import type { DmlOptions, SaveResult } from '../../database/services.ts';
import { isId } from '../../schema/ids.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { queryAsUser, querySystem, quoted, readableObject, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { RecordSaveError } from './errors.ts';
import { recordColumns, selectFields, type FieldSelection } from './field-selection.ts';
import { jsonValue, parseJsonValue } from './field-values.ts';
import { recordRepresentation, type RecordRepresentation } from './record-representation.ts';

export interface FieldsRequest {
  readonly fields?: readonly string[];
  readonly optionalFields?: readonly string[];
}

const AS_USER: DmlOptions = { mode: 'user', sharing: true, allOrNone: false };

/** The object of a record id; an id of no object is a resource that does not exist. */
export function objectOfRecord(context: UiApiContext, id: string): ObjectSchema {
  const object = isId(id) ? context.org.schema.objectOfId(id) : undefined;
  if (object === undefined) throw notFound();
  return readableObject(context, object.name);
}

export function readRecord(context: UiApiContext, id: string, request: FieldsRequest): RecordRepresentation {
  const object = objectOfRecord(context, id);
  return readSelection(context, id, selectFields(context, object, request.fields ?? [], request.optionalFields));
}

export function readSelection(context: UiApiContext, id: string, selection: FieldSelection): RecordRepresentation {
  const columns = recordColumns(selection).join(', ');
  const [record] = queryAsUser(
    context,
    `SELECT ${columns} FROM ${selection.object.name} WHERE Id = ${quoted(id)}`,
  ).records;
  if (record === undefined) throw missing(context, selection.object, id);
  return recordRepresentation(context, record, selection);
}

/** Tells a record that is gone from one the user may not see, as the platform does. */
function missing(context: UiApiContext, object: ObjectSchema, id: string): ApiError {
  const [hidden] = querySystem(context, `SELECT Id FROM ${object.name} WHERE Id = ${quoted(id)}`);
  if (hidden === undefined) return notFound();
  return new ApiError(
    403,
    'INSUFFICIENT_ACCESS',
    "You don't have access to this record. Ask your administrator for help or to request access.",
  );
}

function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

export interface RecordInput {
  readonly apiName?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export function createRecord(context: UiApiContext, input: RecordInput): RecordRepresentation {
  const object = readableObject(context, input.apiName ?? '');
  const record = sobjectOf(object, input.fields ?? {});
  const [result] = context.org.dml.insert(context.tx, [record], AS_USER);
  return readSaved(context, object, result, input, 'create');
}

/**
 * `unmodifiedSince` is the LastModifiedDate the change is based on (header `If-Unmodified-Since`): when the record is newer nothing
 * is saved.
 */
export function updateRecord(
  context: UiApiContext,
  id: string,
  input: RecordInput,
  unmodifiedSince?: string,
): RecordRepresentation {
  const object = objectOfRecord(context, id);
  if (unmodifiedSince !== undefined) assertUnmodified(context, object, id, unmodifiedSince);
  const { Id: _, ...values } = input.fields ?? {};
  const record = sobjectOf(object, values);
  record.id = id;
  const [result] = context.org.dml.update(context.tx, [record], AS_USER);
  return readSaved(context, object, result, input, 'update');
}

export function deleteRecord(context: UiApiContext, id: string): void {
  const object = objectOfRecord(context, id);
  const [result] = context.org.dml.delete(context.tx, [id], AS_USER);
  if (!result.success) throw new RecordSaveError(result.errors, object, 'delete');
}

function sobjectOf(object: ObjectSchema, values: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(object);
  for (const [name, value] of Object.entries(values)) {
    const field = object.field(name);
    if (field === undefined) {
      throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
    }
    record.set(field.name, parseJsonValue(field, value));
  }
  return record;
}

function readSaved(
  context: UiApiContext,
  object: ObjectSchema,
  result: SaveResult,
  input: RecordInput,
  action: 'create' | 'update',
): RecordRepresentation {
  if (!result.success) throw new RecordSaveError(result.errors, object, action);
  const names = [...Object.keys(input.fields ?? {}), object.nameField?.name ?? 'Id'];
  return readSelection(context, result.id!, selectFields(context, object, [], names));
}

function assertUnmodified(context: UiApiContext, object: ObjectSchema, id: string, since: string): void {
  const [record] = queryAsUser(context, `SELECT LastModifiedDate FROM ${object.name} WHERE Id = ${quoted(id)}`).records;
  if (record === undefined) throw missing(context, object, id);
  const modified = Date.parse(jsonValue(record.get('LastModifiedDate')) as string);
  if (modified > Date.parse(since)) {
    throw new ApiError(
      412,
      'CONFLICT',
      'The record was changed by someone else since you opened it. Reload it to see the changes.',
    );
  }
}
