/** Actions of workflow rules and approval processes other than field updates. */
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import { sendAlert } from './alert.ts';
import type { WorkflowActions } from './catalogue.ts';
import { createTask } from './task.ts';

export function takeOtherActions(tx: Transaction, record: SObject, actions: WorkflowActions): void {
  for (const task of actions.tasks) createTask(tx, record, task);
  for (const alert of actions.alerts) sendAlert(tx, record, alert);
}
