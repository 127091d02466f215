/**
 * Approval requests and their history are seen by who sees the record ("Approval History Related List", Salesforce Help), by
 * who submitted it and by who is to decide; the latter may hand a request on.
 */
import type { ObjectSchema } from '../../../schema/model.ts';
import { Scope } from '../../soql/plan/scope.ts';
import { jsonList } from '../../store/json-list.ts';
import { quoted } from '../../store/names.ts';
import { type AccessLevel, either, type Sharing } from './sharing.ts';

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
    return object.name === 'ProcessInstanceWorkitem' ? `${alias}."ActorId" IN ${actors(sharing, scope, userId)}` : 'FALSE';
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
    targetCondition(sharing, scope, userId),
  ])!;
}

/** Whether the user sees the record: most objects are open to everybody, and need no look at their rows. */
function targetCondition(sharing: Sharing, scope: Scope, userId: string): string {
  const { object, alias } = scope.root;
  const { parameters } = scope.context;
  const { schema } = scope.context.services.store;
  const id = `${alias}.${quoted('TargetObjectId')}`;
  const cases = (object.field('TargetObjectId')?.referenceTo ?? []).flatMap((name) => {
    const target = schema.object(name);
    if (target === undefined || isApprovalObject(target)) return [];
    const prefix = () => parameters.constant(target.keyPrefix);
    if (!sharing.permissions.object(userId, target).read) return [`WHEN ${prefix()} THEN FALSE`];
    const parent = new Scope(scope.context, target);
    const condition = sharing.condition(parent, userId, 'Read');
    if (condition === undefined) return [];
    const visible = `SELECT ${parent.root.alias}."Id" FROM ${parent.fromSql()} WHERE ${condition}`;
    return [`WHEN ${prefix()} THEN ${id} IN (${visible})`];
  });
  return cases.length === 0 ? 'TRUE' : `CASE substr(${id},1,3) ${cases.join(' ')} ELSE TRUE END`;
}

/** `(SELECT …)` of the user and the queues that the user works from. */
function actors(sharing: Sharing, scope: Scope, userId: string): string {
  const list = scope.context.parameters.dynamic(() =>
    jsonList([userId, ...sharing.directory.groupsOf(userId).map(({ id }) => id)]),
  );
  return `(SELECT value FROM json_each(${list}))`;
}
