/**
 * The rows that tell how an approval went: ProcessInstance, its nodes, steps and work items, and ProcessInstanceHistory, the
 * united view of steps and work items (Object Reference).
 */
import type { Transaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, Decimal, type FieldValue } from '../../schema/values/index.ts';
import type { ApprovalProcess, ApprovalStep } from './definition.ts';

export type InstanceStatus = 'Pending' | 'Approved' | 'Rejected' | 'Removed';
export type StepStatus = 'Started' | 'Approved' | 'Rejected' | 'Removed' | 'NoResponse' | 'Reassigned';

type Values = Readonly<Record<string, FieldValue>>;

export function addInstance(tx: Transaction, process: ApprovalProcess, recordId: string, submitterId: string): SObject {
  return addRow(tx, 'ProcessInstance', {
    ProcessDefinitionId: process.id,
    TargetObjectId: recordId,
    Status: 'Pending',
    LastActorId: submitterId,
    SubmittedById: submitterId,
  });
}

/** One action of a user, or what became of a work item that nobody acted on. */
export function addStep(
  tx: Transaction,
  instance: SObject,
  step: {
    readonly status: StepStatus;
    readonly actorId: string;
    readonly originalActorId: string;
    readonly comments: string | null;
    readonly nodeId: string | null;
    readonly since?: FieldValue;
  },
): void {
  const { status, actorId, originalActorId, comments, nodeId } = step;
  const common = {
    ProcessInstanceId: instance.id,
    StepStatus: status,
    ActorId: actorId,
    OriginalActorId: originalActorId,
    Comments: comments,
    ...elapsed(tx, step.since ?? null),
  };
  const row = addRow(tx, 'ProcessInstanceStep', { ...common, StepNodeId: nodeId });
  addHistory(tx, row.id!, instance, { ...common, ProcessNodeId: nodeId, IsPending: false });
}

export function addNode(tx: Transaction, instance: SObject, step: ApprovalStep): void {
  addRow(tx, 'ProcessInstanceNode', {
    ProcessInstanceId: instance.id,
    ProcessNodeId: step.id,
    ProcessNodeName: step.source.label,
    NodeStatus: 'Pending',
  });
}

export function completeNode(tx: Transaction, instance: SObject, status: StepStatus, actorId: string): void {
  const node = pendingNode(tx, instance);
  if (node === undefined) return;
  change(tx, node, { NodeStatus: status, CompletedDate: now(tx), LastActorId: actorId });
}

/** The node the instance waits in. */
export function pendingNode(tx: Transaction, instance: SObject): SObject | undefined {
  return childrenOf(tx, 'ProcessInstanceNode', instance).find((node) => node.get('NodeStatus') === 'Pending');
}

export function addWorkitem(tx: Transaction, instance: SObject, step: ApprovalStep, actorId: string): SObject {
  const common = { ProcessInstanceId: instance.id, ActorId: actorId, OriginalActorId: actorId };
  const row = addRow(tx, 'ProcessInstanceWorkitem', common);
  addHistory(tx, row.id!, instance, { ...common, StepStatus: 'Pending', ProcessNodeId: step.id, IsPending: true });
  return row;
}

export function workitemsOf(tx: Transaction, instance: SObject): SObject[] {
  return childrenOf(tx, 'ProcessInstanceWorkitem', instance);
}

/** A work item is gone when somebody has acted on it. */
export function removeWorkitem(tx: Transaction, workitem: SObject): void {
  tx.store.eraseRow(workitem.schema, workitem.id!);
  removeHistory(tx, workitem.id!);
}

export function removeHistory(tx: Transaction, id: string): void {
  tx.store.eraseRow(tx.org.schema.require('ProcessInstanceHistory'), id);
}

/** The work item stays, with another actor; a step says who gave it away. */
export function recordReassignment(tx: Transaction, workitem: SObject, former: SObject): void {
  const { schema } = tx.org;
  const instanceId = workitem.get('ProcessInstanceId') as string;
  const instance = tx.store.getRows(schema.require('ProcessInstance'), [instanceId]).get(instanceId)!;
  tx.store.updateRow(
    schema.require('ProcessInstanceHistory'),
    workitem.id!,
    new Map([['ActorId', workitem.get('ActorId')]]),
  );
  addStep(tx, instance, {
    status: 'Reassigned',
    actorId: former.get('ActorId') as string,
    originalActorId: former.get('OriginalActorId') as string,
    comments: null,
    nodeId: (pendingNode(tx, instance)?.get('ProcessNodeId') ?? null) as string | null,
  });
}

export function completeInstance(tx: Transaction, instance: SObject, status: InstanceStatus, actorId: string): void {
  const times = elapsed(tx, instance.get('CreatedDate'));
  change(tx, instance, { Status: status, CompletedDate: now(tx), LastActorId: actorId, ...times });
}

export function touchInstance(tx: Transaction, instance: SObject, actorId: string): void {
  change(tx, instance, { LastActorId: actorId });
}

/** The instances of these records that are not over. */
export function pendingInstances(tx: Transaction, recordIds: readonly string[]): SObject[] {
  const object = tx.org.schema.require('ProcessInstance');
  return tx.store.findRows(object, 'TargetObjectId', recordIds).filter((row) => row.get('Status') === 'Pending');
}

function childrenOf(tx: Transaction, object: string, instance: SObject): SObject[] {
  return tx.store.findRows(tx.org.schema.require(object), 'ProcessInstanceId', [instance.id]);
}

function addHistory(tx: Transaction, id: string, instance: SObject, values: Values): void {
  const more = { Id: id, TargetObjectId: instance.get('TargetObjectId'), RemindersSent: 0 };
  addRow(tx, 'ProcessInstanceHistory', { ...values, ...more });
}

function addRow(tx: Transaction, objectName: string, values: Values): SObject {
  const object = tx.org.schema.require(objectName);
  const stamp = now(tx);
  const audit = {
    Id: values.Id ?? tx.store.newId(object),
    CreatedDate: stamp,
    CreatedById: tx.user.id,
    LastModifiedDate: stamp,
    LastModifiedById: tx.user.id,
    SystemModstamp: stamp,
    IsDeleted: false,
  };
  const entries = Object.entries({ ...audit, ...values }).filter(([name]) => object.field(name) !== undefined);
  const row = new SObject(object, entries);
  tx.store.insertRow(row);
  return row;
}

function change(tx: Transaction, row: SObject, values: Values): void {
  const audit = { LastModifiedDate: now(tx), LastModifiedById: tx.user.id, SystemModstamp: now(tx) };
  const entries = Object.entries({ ...audit, ...values }).filter(([name]) => row.schema.field(name) !== undefined);
  for (const [name, value] of entries) row.set(name, value);
  tx.store.updateRow(row.schema, row.id!, new Map(entries));
}

function now(tx: Transaction): DatetimeValue {
  return new DatetimeValue(Math.floor(tx.org.clock.now() / 1000) * 1000);
}

function elapsed(tx: Transaction, since: FieldValue): Values {
  if (!(since instanceof DatetimeValue)) return {};
  const minutes = Decimal.of((now(tx).ms - since.ms) / 60_000);
  return {
    ElapsedTimeInMinutes: minutes.setScale(0),
    ElapsedTimeInHours: minutes.divide(Decimal.of(60), 2),
    ElapsedTimeInDays: minutes.divide(Decimal.of(1440), 4),
  };
}
