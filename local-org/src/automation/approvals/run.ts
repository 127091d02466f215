/** One approval request on its way: what submitting and deciding have in common. */
import { formulaEnvironment } from '../../database/formula-environment.ts';
import { RecordGraph } from '../../database/record-graph.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { WorkflowActions } from '../workflow/catalogue.ts';
import { fieldChanges, type FieldChange } from '../workflow/field-changes.ts';
import { takeOtherActions } from '../workflow/other-actions.ts';
import { approversOf } from './approvers.ts';
import type { ApprovalProcess, ApprovalStep } from './definition.ts';
import { requestFailures } from './errors.ts';
import { sendRequestEmails } from './request-emails.ts';
import { addNode, addWorkitem, completeInstance } from './history.ts';

/**
 * Hands out the field updates it wants saved, so that those of many requests are saved together, and goes on when they are;
 * when they fail it is thrown their `RequestFailure`.
 */
export type Steps<T = void> = Generator<readonly FieldChange[], T, void>;

export interface Run {
  readonly tx: Transaction;
  readonly process: ApprovalProcess;
  readonly instance: SObject;
  readonly recordId: string;
  /** Approvers that the caller chose for the next step. */
  readonly chosen: readonly string[];
  readonly newWorkitems: SObject[];
}

export function recordOf({ tx, process, recordId }: Run): SObject {
  const record = tx.store.getRows(process.object, [recordId]).get(recordId);
  if (record === undefined) throw requestFailures.noSuchRecord();
  return record;
}

export function* takeActions(run: Run, actions: WorkflowActions): Steps {
  const changes = fieldChanges(run.tx, recordOf(run), null, actions.fieldUpdates);
  if (changes.length > 0) yield changes;
  takeOtherActions(run.tx, recordOf(run), actions);
}

/** Goes to the first step, from this one on, whose criteria the record meets; after the last the record is approved. */
export function* enterSteps(run: Run, from: number, userId: string): Steps {
  for (const [index, step] of run.process.steps.entries()) {
    if (index < from) continue;
    const record = recordOf(run);
    const environment = formulaEnvironment(run.tx, new RecordGraph(run.tx, [record]));
    if (step.criteria(record, null, environment)) {
      assign(run, step, approversOf(run.tx, { ...run, step, record, userId, isFirst: index === 0 }));
      return;
    }
    switch (step.source.ifCriteriaNotMet) {
      case 'ApproveRecord':
        return yield* finish(run, 'Approved');
      case 'RejectRecord':
        return yield* finish(run, 'Rejected');
    }
  }
  yield* finish(run, 'Approved');
}

export function assign(run: Run, step: ApprovalStep, actorIds: readonly string[]): void {
  const { tx, process, instance, recordId } = run;
  addNode(tx, instance, step);
  const workitems = actorIds.map((actorId) => addWorkitem(tx, instance, step, actorId));
  run.newWorkitems.push(...workitems);
  sendRequestEmails(
    tx,
    workitems.map((workitem) => ({ process, step, recordId, workitem })),
  );
}

/** The record stays locked until the final actions have been taken. */
export function* finish(run: Run, status: 'Approved' | 'Rejected' | 'Removed'): Steps {
  const { tx, process, instance, recordId } = run;
  const { finalApprovalRecordLock, finalRejectionRecordLock } = process.source;
  completeInstance(tx, instance, status, tx.user.id);
  const [event, locked] = {
    Approved: ['finalApproval', finalApprovalRecordLock] as const,
    Rejected: ['finalRejection', finalRejectionRecordLock] as const,
    Removed: ['recall', false] as const,
  }[status];
  yield* takeActions(run, process.actions(event));
  if (!locked) tx.store.locks.remove(recordId);
}
