/** Which fields of a record, and of its parents, a request asks for. */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { partsOf } from './compound-fields.ts';
import { canRead, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';

export interface ParentSelection {
  readonly reference: FieldSchema;
  readonly selection: FieldSelection;
}

export class FieldSelection {
  readonly object: ObjectSchema;
  readonly fields = new Map<string, FieldSchema>();
  /** By relationship name. */
  readonly parents = new Map<string, ParentSelection>();

  constructor(object: ObjectSchema) {
    this.object = object;
  }

  /** The columns of a query, as paths from the object. */
  paths(): string[] {
    const own = [...this.fields.keys()];
    const above = [...this.parents].flatMap(([name, parent]) =>
      parent.selection.paths().map((path) => `${name}.${path}`),
    );
    return [...own, ...above];
  }
}

/** Fields every record of the UI API is answered with, where the object has them. */
const RECORD_FIELDS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

/**
 * Reads qualified names (`Account.Name`, `Contact.Account.Owner.Name`). A required field that is unknown or hidden from the user is an
 * error, an optional one is left out.
 */
export function selectFields(
  context: UiApiContext,
  object: ObjectSchema,
  required: readonly string[],
  optional: readonly string[] = [],
): FieldSelection {
  const selection = new FieldSelection(object);
  for (const name of required) {
    if (!addPath(context, selection, unqualified(object, name))) {
      throw new ApiError(
        400,
        'INVALID_FIELD',
        `No such column '${name}' on entity '${object.name}', or you have no access to it.`,
        [name],
      );
    }
  }
  for (const name of optional) addPath(context, selection, unqualified(object, name));
  return selection;
}

/** Adds what the record's frame needs; kept apart so that `fields` of the answer holds what was asked for only. */
export function recordColumns(selection: FieldSelection): string[] {
  const frame = RECORD_FIELDS.filter((name) => selection.object.field(name) !== undefined);
  return [...new Set([...frame, ...selection.paths()])];
}

function unqualified(object: ObjectSchema, name: string): readonly string[] {
  const [first, ...rest] = name.trim().split('.');
  return first.toLowerCase() === object.name.toLowerCase() && rest.length > 0 ? rest : [first, ...rest];
}

function addPath(context: UiApiContext, selection: FieldSelection, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (rest.length === 0) return addField(context, selection, name);
  const reference = selection.object.relationship(name);
  if (reference === undefined || !canRead(context, reference)) return false;
  const known = selection.parents.get(reference.relationshipName!);
  if (known !== undefined) return addPath(context, known.selection, rest);
  const target = targetOf(context, reference, rest[0]);
  if (target === undefined) return false;
  const parent = { reference, selection: new FieldSelection(target) };
  if (!addPath(context, parent.selection, rest)) return false;
  parent.selection.fields.set('Id', target.field('Id')!);
  selection.parents.set(reference.relationshipName!, parent);
  return true;
}

/** A reference to several objects is read through the first that has the field; users before groups. */
function targetOf(context: UiApiContext, reference: FieldSchema, next: string): ObjectSchema | undefined {
  const targets = reference.referenceTo.flatMap((name) => context.org.schema.object(name) ?? []);
  const fitting = targets.filter(
    (target) =>
      (target.field(next) ?? target.relationship(next)) !== undefined &&
      context.org.security.object(context.user.id, target).read,
  );
  return fitting.find((target) => target.name === 'User') ?? fitting[0];
}

function addField(context: UiApiContext, selection: FieldSelection, name: string): boolean {
  const field = selection.object.field(name);
  if (field === undefined || !canRead(context, field)) return false;
  const parts = field.type === 'address' || field.type === 'location' ? partsOf(selection.object, field) : [field];
  for (const part of parts) selection.fields.set(part.name, part);
  return true;
}
