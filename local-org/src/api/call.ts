/** One call of a REST resource. */
import type { Transaction } from '../database/transaction.ts';
import type { DmlOptions, UserContext } from '../database/services.ts';
import type { Org } from '../org/org.ts';
import type { Sessions } from '../org/sessions.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { Answer, ApiRequest } from './http/answer.ts';
import { notFound } from './http/errors.ts';
import type { Jobs } from './bulk/jobs.ts';
import type { MetadataJobs } from './metadata/jobs.ts';
import type { Cursors } from './rest/cursors.ts';

/** What lives as long as the server. */
export interface ServerState {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  readonly jobs: Jobs;
  readonly deploys: MetadataJobs;
  readonly usage: { requests: number };
}

export interface Call {
  readonly state: ServerState;
  readonly org: Org;
  readonly user: UserContext;
  readonly request: ApiRequest;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** `/services/data/v66.0` */
  readonly basePath: string;
  /** `66.0` */
  readonly version: string;
  /** Answers another request of the same user, as part of this one. */
  dispatch(request: ApiRequest): Answer;
}

export type Resource = (call: Call) => Answer;

/** A part of the path that the route's pattern guarantees. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no part :${name}`);
  return value;
}

/** Runs `fn` in a transaction as the user; what it throws undoes all of it. */
export function transact<T>(call: Call, fn: (tx: Transaction) => T): T {
  return call.org.transaction(call.user, fn);
}

/** Everything that comes through the API runs as the user: permissions, field-level security and sharing are enforced. */
export function saveOptions(call: Call, allOrNone: boolean): DmlOptions {
  const duplicateRuleAllowSave = /allowSave\s*=\s*true/i.test(
    call.request.headers['sforce-duplicate-rule-header'] ?? '',
  );
  return { mode: 'user', sharing: true, allOrNone, duplicateRuleAllowSave };
}

/** The object of this name, when there is one and the user may see it. Throws 404 `NOT_FOUND`. */
export function visibleObject(call: Call, name: string): ObjectSchema {
  const object = call.org.schema.object(name);
  if (object === undefined || !isVisible(call, object)) throw notFound();
  return object;
}

export function isVisible(call: Call, object: ObjectSchema): boolean {
  if (object.kind === 'aggregate') return false;
  const access = call.org.security.object(call.user.id, object);
  return access.read || access.create;
}
