/**
 * Approval requests and their history are seen by who sees the record ("Approval History Related List", Salesforce Help), by
 * who submitted it and by who is to decide; the latter may hand a request on.
 */
import type { ObjectSchema } from '../../../schema/model.ts';
import { Scope } from '../../soql/plan/scope.ts';
import { jsonList } from '../../store/json-list.ts';
import { type AccessLevel, either, type Sharing } from './sharing.ts';
import { visibleReference } from './visible-reference.ts';

const PARTS = ['ProcessInstanceStep', 'ProcessInstanceWorkitem', 'ProcessInstanceNode', 'ProcessInstanceHistory'];

export function isApprovalObject({ name }: ObjectSchema): boolean {
  return name === 'ProcessInstance' || PARTS.includes(name);
}

export function approvalCondition(
  sharing: Sharing,
  scope: Scope,
  userId: string,
  level: AccessLevel,
): string | undefined {
  const { object, alias } = scope.root;
  if (level !== 'Read') {
    return object.name === 'ProcessInstanceWorkitem'
      ? `${alias}."ActorId" IN ${actors(sharing, scope, userId)}`
      : 'FALSE';
  }
  if (object.name === 'ProcessInstance') return instanceCondition(sharing, scope, userId);
  const instance = new Scope(scope.context, scope.context.services.store.schema.require('ProcessInstance'));
  const condition = instanceCondition(sharing, instance, userId);
  return `${alias}."ProcessInstanceId" IN (SELECT ${instance.root.alias}."Id" FROM ${instance.fromSql()} WHERE ${condition})`;
}

function instanceCondition(sharing: Sharing, scope: Scope, userId: string): string {
  const { alias } = scope.root;
  const { store } = scope.context.services;
  const workitems = store.table(store.schema.require('ProcessInstanceWorkitem')).sqlName;
  const user = scope.context.parameters.constant(userId);
  return either([
    `${alias}."SubmittedById"=${user}`,
    `${alias}."Id" IN (SELECT w."ProcessInstanceId" FROM ${workitems} w WHERE w."ActorId" IN ${actors(sharing, scope, userId)})`,
    visibleReference(sharing, scope, userId, 'TargetObjectId', { level: 'Read', except: isApprovalObject }),
  ])!;
}

/** `(SELECT …)` of the user and the queues that the user works from. */
function actors(sharing: Sharing, scope: Scope, userId: string): string {
  const list = scope.context.parameters.dynamic(() =>
    jsonList([userId, ...sharing.directory.groupsOf(userId).map(({ id }) => id)]),
  );
  return `(SELECT value FROM json_each(${list}))`;
}
