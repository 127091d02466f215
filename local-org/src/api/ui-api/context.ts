/** What every resource of the UI API works with: one transaction of the logged-in user, in user mode. */
import type { Transaction } from '../../database/transaction.ts';
import type { QueryResult, UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { ApiError } from '../http/errors.ts';

export interface UiApiContext {
  readonly org: Org;
  readonly tx: Transaction;
  readonly user: UserContext;
}

/** Queries as the user: permissions, field-level security and sharing are enforced. */
export function queryAsUser(context: UiApiContext, soql: string): QueryResult {
  return context.org.query.run(context.tx, soql, { mode: 'user', sharing: true });
}

/** Queries what the platform shows to every user (names of record types, users and profiles), past their permissions. */
export function querySystem(context: UiApiContext, soql: string): readonly SObject[] {
  return context.org.query.run(context.tx, soql, { mode: 'system', sharing: false }).records;
}

/** The object of this name when the user may read it; the UI API answers the same for one that does not exist. */
export function readableObject(context: UiApiContext, name: string): ObjectSchema {
  const object = context.org.schema.object(name);
  if (object === undefined || !context.org.security.object(context.user.id, object).read) {
    throw new ApiError(
      403,
      'INVALID_TYPE',
      `Object ${name} is not supported in UI API or you don't have access to it.`,
    );
  }
  return object;
}

export function canRead(context: UiApiContext, field: FieldSchema): boolean {
  const object = context.org.schema.require(field.object);
  return context.org.security.field(context.user.id, object, field.name).read;
}

export function canEdit(context: UiApiContext, field: FieldSchema): boolean {
  const object = context.org.schema.require(field.object);
  return context.org.security.field(context.user.id, object, field.name).edit;
}

/** A text as a SOQL literal. */
export function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
