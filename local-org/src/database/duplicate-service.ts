/** What a save asks of the project's duplicate rules. */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { SaveError } from './services.ts';
import type { Transaction } from './transaction.ts';

export interface DuplicateCheck {
  /** The stored record; null for a new one. */
  readonly before: SObject | null;
  /** Save in spite of rules that only warn (`DuplicateRuleHeader.allowSave`). */
  readonly allowSave: boolean;
}

export interface DuplicateService {
  hasRules(object: ObjectSchema): boolean;
  /** Why the record may not be saved; undefined when no rule objects. `record` is not stored yet. */
  check(tx: Transaction, record: SObject, check: DuplicateCheck): SaveError | undefined;
}
