/** Locking and unlocking records by hand, and who may edit locked ones ("Approval Class", Apex Reference Guide). */
import type { LockOptions } from '../../database/approval-service.ts';
import { DmlError } from '../../database/dml-error.ts';
import type { SaveError, SaveResult } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { isId, to18 } from '../../schema/ids.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { saveErrors } from '../errors.ts';
import type { ApprovalCatalogue } from './catalogue.ts';
import { pendingInstances, workitemsOf } from './history.ts';
import { isActor, isAdministrator } from './people.ts';

export function lockRecords(tx: Transaction, ids: readonly string[], options: LockOptions): SaveResult[] {
  return forEach(tx, 'Lock', ids, options, (id, object) => {
    if (options.sharing && !canEdit(tx, object, id)) return saveErrors.notEditable();
    tx.store.locks.add(id);
    return undefined;
  });
}

/** "Locks and unlocks that are set programmatically use the same record editability settings as other locks and unlocks." */
export function unlockRecords(
  tx: Transaction,
  catalogue: ApprovalCatalogue,
  ids: readonly string[],
  options: LockOptions,
): SaveResult[] {
  return forEach(tx, 'Unlock', ids, options, (id, object) => {
    const refused =
      options.sharing &&
      (!canEdit(tx, object, id) ||
        (tx.store.locks.among([id]).has(id) && !editableRecords(tx, catalogue, object, [id]).has(id)));
    if (refused) return saveErrors.notEditable();
    tx.store.locks.remove(id);
    return undefined;
  });
}

/**
 * "Salesforce admins can edit locked records. Depending on your approval process configuration settings, an assigned approver
 * can also edit locked records."
 */
export function editableRecords(
  tx: Transaction,
  catalogue: ApprovalCatalogue,
  object: ObjectSchema,
  lockedIds: readonly string[],
): Set<string> {
  if (isAdministrator(tx, tx.user.id, object)) return new Set(lockedIds);
  const instances = pendingInstances(tx, lockedIds).filter((instance) => {
    const { source } = catalogue.process(instance.get('ProcessDefinitionId') as string);
    if (source.recordEditability !== 'AdminOrCurrentApprover') return false;
    return workitemsOf(tx, instance).some((item) => isActor(tx, tx.user.id, item.get('ActorId') as string));
  });
  return new Set(instances.map((instance) => instance.get('TargetObjectId') as string));
}

/** "Record locks and unlocks are treated as DML": they count, and with `allOrNone` one failure undoes all. */
function forEach(
  tx: Transaction,
  operation: 'Lock' | 'Unlock',
  ids: readonly string[],
  options: LockOptions,
  act: (id: string, object: ObjectSchema) => SaveError | undefined,
): SaveResult[] {
  if (ids.length === 0) return [];
  tx.limits.use('dmlStatements');
  tx.limits.use('dmlRows', ids.length);
  const savepoint = tx.savepoint();
  const results = ids.map((given): SaveResult => {
    const id = isId(given) ? to18(given) : given;
    const object = isId(given) ? tx.org.schema.objectOfId(id) : undefined;
    const exists = object !== undefined && tx.store.getRows(object, [id]).has(id);
    const error = exists ? act(id, object) : saveErrors.noSuchRecord();
    return { id, success: error === undefined, created: false, errors: error === undefined ? [] : [error] };
  });
  const failed = options.allOrNone && results.some(({ success }) => !success);
  if (failed) tx.rollbackTo(savepoint);
  tx.release(savepoint);
  if (failed) throw new DmlError(operation, results);
  return results;
}

function canEdit(tx: Transaction, object: ObjectSchema, id: string): boolean {
  const level = tx.org.security.recordAccess(tx, tx.user.id, object, [id]).get(id) ?? 'None';
  return level === 'Edit' || level === 'All';
}
