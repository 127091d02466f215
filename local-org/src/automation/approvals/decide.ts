/** Approving, rejecting and recalling ("ProcessWorkitemRequest Class", Apex Reference Guide). */
import type { WorkitemRequest } from '../../database/approval-service.ts';
import type { Transaction } from '../../database/transaction.ts';
import { isId, to18 } from '../../schema/ids.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { ApprovalCatalogue } from './catalogue.ts';
import type { ApprovalStep } from './definition.ts';
import { requestFailures } from './errors.ts';
import {
  addStep,
  completeNode,
  pendingNode,
  removeWorkitem,
  type StepStatus,
  touchInstance,
  workitemsOf,
} from './history.ts';
import { mayDecide, mayRecall } from './options.ts';
import { isGroup } from './people.ts';
import { assign, enterSteps, finish, type Run, type Steps, takeActions } from './run.ts';

interface Decision {
  readonly run: Run;
  readonly workitem: SObject;
  readonly step: ApprovalStep;
  readonly comments: string | null;
}

export function* decide(tx: Transaction, catalogue: ApprovalCatalogue, request: WorkitemRequest): Steps<Run> {
  const decision = find(tx, catalogue, request);
  switch (request.action.toLowerCase()) {
    case 'approve':
      requireApprover(decision);
      yield* approve(decision);
      break;
    case 'reject':
      requireApprover(decision);
      yield* reject(decision);
      break;
    case 'removed':
      requireRecall(decision);
      yield* recall(decision);
      break;
    default:
      throw requestFailures.unknownAction(request.action);
  }
  return decision.run;
}

function find(tx: Transaction, catalogue: ApprovalCatalogue, request: WorkitemRequest): Decision {
  const { schema } = tx.org;
  const id = isId(request.workitemId) ? to18(request.workitemId) : request.workitemId;
  const workitem = tx.store.getRows(schema.require('ProcessInstanceWorkitem'), [id]).get(id);
  if (workitem === undefined) throw requestFailures.noSuchRecord();
  const { process, instance, step, recordId } = locate(tx, catalogue, workitem);
  const chosen = (request.nextApproverIds ?? []).map(to18);
  const run: Run = { tx, process, instance, recordId, chosen, newWorkitems: [] };
  return { run, workitem, step, comments: request.comments ?? null };
}

/** The instance that a work item belongs to, and the step it waits in. */
export function locate(tx: Transaction, catalogue: ApprovalCatalogue, workitem: SObject) {
  const instanceId = workitem.get('ProcessInstanceId') as string;
  const instance = tx.store.getRows(tx.org.schema.require('ProcessInstance'), [instanceId]).get(instanceId)!;
  const process = catalogue.process(instance.get('ProcessDefinitionId') as string);
  const step = process.steps.find((candidate) => candidate.id === pendingNode(tx, instance)?.get('ProcessNodeId'));
  if (step === undefined) throw requestFailures.noSuchRecord();
  return { process, instance, step, recordId: instance.get('TargetObjectId') as string };
}

function requireApprover({ run: { tx, process }, workitem, step }: Decision): void {
  if (!mayDecide(tx, process, step, workitem)) throw requestFailures.notAllowed();
}

function requireRecall({ run: { tx, process, instance } }: Decision): void {
  if (!mayRecall(tx, process, instance)) throw requestFailures.notAllowed();
}

function* approve({ run, workitem, step, comments }: Decision): Steps {
  const { tx, process, instance } = run;
  close(run, workitem, step, 'Approved', tx.user.id, comments);
  const unanimous = step.source.assignedApprover.whenMultipleApprovers === 'Unanimous';
  if (unanimous && workitemsOf(tx, instance).length > 0) {
    touchInstance(tx, instance, tx.user.id);
    return;
  }
  closeOthers(run, step);
  completeNode(tx, instance, 'Approved', tx.user.id);
  touchInstance(tx, instance, tx.user.id);
  yield* takeActions(run, step.approvalActions);
  const actorId = workitem.get('ActorId') as string;
  yield* enterSteps(run, process.steps.indexOf(step) + 1, isGroup(tx, actorId) ? tx.user.id : actorId);
}

function* reject({ run, workitem, step, comments }: Decision): Steps {
  const { tx, instance } = run;
  close(run, workitem, step, 'Rejected', tx.user.id, comments);
  closeOthers(run, step);
  completeNode(tx, instance, 'Rejected', tx.user.id);
  touchInstance(tx, instance, tx.user.id);
  yield* takeActions(run, step.rejectionActions);
  const former = step.source.rejectBehavior?.type === 'BackToPrevious' ? formerStep(run, step) : undefined;
  if (former === undefined) yield* finish(run, 'Rejected');
  else assign(run, former.step, former.actorIds);
}

function* recall({ run, workitem, step, comments }: Decision): Steps {
  const { tx, instance } = run;
  close(run, workitem, step, 'Removed', tx.user.id, comments);
  for (const other of workitemsOf(tx, instance)) removeWorkitem(tx, other);
  completeNode(tx, instance, 'Removed', tx.user.id);
  yield* finish(run, 'Removed');
}

function close(
  { tx, instance }: Run,
  workitem: SObject,
  step: ApprovalStep,
  status: StepStatus,
  actorId: string,
  comments: string | null,
): void {
  const originalActorId = workitem.get('OriginalActorId') as string;
  removeWorkitem(tx, workitem);
  addStep(tx, instance, {
    status,
    actorId,
    originalActorId,
    comments,
    nodeId: step.id,
    since: workitem.get('CreatedDate'),
  });
}

/** Approvers who are no longer asked. */
function closeOthers(run: Run, step: ApprovalStep): void {
  for (const other of workitemsOf(run.tx, run.instance)) {
    close(run, other, step, 'NoResponse', other.get('ActorId') as string, null);
  }
}

/** The step before that somebody approved, and who had been asked then. */
function formerStep({ tx, process, instance }: Run, step: ApprovalStep) {
  const rows = tx.store
    .findRows(tx.org.schema.require('ProcessInstanceStep'), 'ProcessInstanceId', [instance.id])
    .filter((row) => row.get('StepStatus') === 'Approved');
  const before = process.steps.slice(0, process.steps.indexOf(step)).reverse();
  for (const candidate of before) {
    const approved = rows.filter((row) => row.get('StepNodeId') === candidate.id);
    const actorIds = [...new Set(approved.map((row) => row.get('OriginalActorId') as string))];
    if (actorIds.length > 0) return { step: candidate, actorIds };
  }
  return undefined;
}
