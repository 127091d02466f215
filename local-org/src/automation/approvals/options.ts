/** What the running user may do about a record's approval. */
import type { ApprovalOptions } from '../../database/approval-service.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { ApprovalCatalogue } from './catalogue.ts';
import type { ApprovalProcess, ApprovalStep } from './definition.ts';
import { pendingInstances, pendingNode, workitemsOf } from './history.ts';
import { isActor, isAdministrator, isDelegate } from './people.ts';

/** The assigned approver, a member of the assigned queue, a delegate where the step lets them, or an administrator. */
export function mayDecide(tx: Transaction, process: ApprovalProcess, step: ApprovalStep, workitem: SObject): boolean {
  const actorId = workitem.get('ActorId') as string;
  const user = tx.user.id;
  if (isActor(tx, user, actorId) || isAdministrator(tx, user, process.object)) return true;
  return step.source.allowDelegate && isDelegate(tx, user, actorId);
}

/** "If set to false, only administrators can recall approval requests" ("ApprovalProcess": allowRecall). */
export function mayRecall(tx: Transaction, process: ApprovalProcess, instance: SObject): boolean {
  const own = process.source.allowRecall && instance.get('SubmittedById') === tx.user.id;
  return own || isAdministrator(tx, tx.user.id, process.object);
}

export function optionsOf(
  tx: Transaction,
  catalogue: ApprovalCatalogue,
  object: ObjectSchema,
  recordId: string,
): ApprovalOptions {
  const [instance] = pendingInstances(tx, [recordId]);
  if (instance === undefined) {
    return { submit: catalogue.processesOf(object).length > 0, decide: null, recall: null };
  }
  const process = catalogue.process(instance.get('ProcessDefinitionId') as string);
  const step = process.steps.find(({ id }) => id === pendingNode(tx, instance)?.get('ProcessNodeId'));
  const workitems = step === undefined ? [] : workitemsOf(tx, instance);
  const own = workitems.find((item) => isActor(tx, tx.user.id, item.get('ActorId') as string));
  const decide = own ?? workitems.find((item) => mayDecide(tx, process, step!, item));
  const recall = mayRecall(tx, process, instance) ? workitems[0] : undefined;
  return { submit: false, decide: decide?.id ?? null, recall: recall?.id ?? null };
}
