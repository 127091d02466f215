import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { checkRequired } from './checks/required.ts';
import { checkValues } from './checks/system-validation.ts';
import { applyDefaults } from './defaults.ts';
import { prepareInsert } from './prepare-rows.ts';
import type { SaveBatch } from './save-row.ts';

/** Platform events as they are published: with defaults, and with errors for values that are missing or wrong. */
export function prepareEvents(tx: Transaction, object: ObjectSchema, events: readonly SObject[]): SaveBatch {
  const batch = prepareInsert(tx, object, events, { mode: 'system', sharing: false, allOrNone: false });
  applyDefaults(batch);
  checkValues(batch);
  checkRequired(batch);
  return batch;
}
