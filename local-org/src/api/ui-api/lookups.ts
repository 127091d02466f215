/** Lookup search ("Get Lookup Field Suggestions" in the User Interface API Developer Guide). */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { queryAsUser, quoted, readableObject, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { recordColumns, selectFields } from './field-selection.ts';
import { recentlyViewed } from './recent-records.ts';
import { recordRepresentation } from './record-representation.ts';
import { compactLayoutFields } from './page-layouts.ts';

export interface LookupRequest {
  readonly q?: string | undefined;
  readonly searchType?: string | undefined;
  readonly pageSize?: number | undefined;
}

const PAGE_SIZE = 25;

/** Suggestions for one reference field: records whose name has a word that begins with the term; without a term the recent ones. */
export function lookupRecords(
  context: UiApiContext,
  objectName: string,
  fieldName: string,
  targetName: string,
  request: LookupRequest,
) {
  const object = readableObject(context, objectName);
  const field = object.field(fieldName);
  if (
    field?.type !== 'reference' ||
    !field.referenceTo.some((name) => name.toLowerCase() === targetName.toLowerCase())
  ) {
    throw new ApiError(400, 'INVALID_FIELD', `${fieldName} of ${object.name} is no lookup to ${targetName}.`);
  }
  return { ...suggestions(context, readableObject(context, targetName), request), fieldApiName: field.name };
}

/** Records of an object by name. */
export function suggestions(context: UiApiContext, target: ObjectSchema, request: LookupRequest) {
  const { nameField } = target;
  if (nameField === undefined)
    throw new ApiError(400, 'INVALID_TYPE', `${target.name} records have no name to search.`);
  const term = request.q?.trim() ?? '';
  const limit = request.pageSize ?? PAGE_SIZE;
  const selection = selectFields(context, target, [nameField.name], secondaryFields(context, target));
  const columns = recordColumns(selection).join(', ');
  const conditions = [
    term === '' ? recentCondition(context, target) : nameCondition(nameField, term),
    activeCondition(target),
  ];
  const where = conditions.filter((part) => part !== undefined).join(' AND ');
  const order = term === '' ? 'LastModifiedDate DESC' : nameField.name;
  const clause = where === '' ? '' : ` WHERE ${where}`;
  const rows = queryAsUser(
    context,
    `SELECT ${columns} FROM ${target.name}${clause} ORDER BY ${order} LIMIT ${limit}`,
  ).records;
  return {
    count: rows.length,
    objectApiName: target.name,
    records: rows.map((row) => recordRepresentation(context, row, selection)),
  };
}

/** What tells records of one name apart: the next fields of the compact layout. */
function secondaryFields(context: UiApiContext, target: ObjectSchema): readonly string[] {
  const shown = compactLayoutFields(context.org.metadata, target, undefined).filter(
    (name) => name !== target.nameField?.name,
  );
  return shown.slice(0, 2);
}

function nameCondition(nameField: FieldSchema, term: string): string {
  const text = term.replace(/[%_\\]/g, '\\$&');
  return `(${nameField.name} LIKE ${quoted(`${text}%`)} OR ${nameField.name} LIKE ${quoted(`% ${text}%`)})`;
}

function recentCondition(context: UiApiContext, target: ObjectSchema): string | undefined {
  const ids = recentlyViewed(context, target).slice(0, 5);
  return ids.length === 0 ? undefined : `Id IN (${ids.map(quoted).join(', ')})`;
}

/** Inactive users and queues of other objects are not offered. */
function activeCondition(target: ObjectSchema): string | undefined {
  if (target.name === 'User') return 'IsActive = TRUE';
  return target.name === 'Group' ? "Type = 'Queue'" : undefined;
}
