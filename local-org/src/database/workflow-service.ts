/** What a save asks of the project's workflow rules ("Triggers and Order of Execution", Apex Developer Guide). */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { SaveError } from './services.ts';
import type { Transaction } from './transaction.ts';

/** A record that was saved; `before` is null for a new one. */
export interface WorkflowSubject {
  readonly record: SObject;
  readonly before: SObject | null;
}

/** What the rules of one record ask for. */
export interface WorkflowOutcome {
  /** Whether field updates have set values on the record: it is to be saved again. */
  readonly changed: boolean;
  /** Saves what field updates change on its masters, and takes all other actions. */
  finish(): readonly SaveError[];
}

export interface WorkflowService {
  hasRules(object: ObjectSchema): boolean;
  /** Evaluates the object's active rules; field updates set values on the records in memory. */
  evaluate(tx: Transaction, object: ObjectSchema, subjects: readonly WorkflowSubject[]): readonly WorkflowOutcome[];
  /** Sends the email alert `Object.Alert` about a record. */
  sendAlert(tx: Transaction, name: string, recordId: string): void;
}
