/** "sObjects That Can't Be Used Together in DML Operations" (Apex Developer Guide). */
import type { SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { saveErrors } from '../errors.ts';
import type { WriteOperation } from './access.ts';

const SETUP_OBJECTS = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'QueueSobject',
  'SetupEntityAccess',
  'User',
  'UserRole',
]);

/** A user may be updated together with other records as long as none of these changes. */
const USER_SETUP_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

type Kind = 'setup' | 'other';

const stateKey = Symbol('objects written');

/**
 * The error of this write when records of the other kind were written before. Code of a test inside `System.runAs` may mix them
 * ("Mixed DML Operations in Test Methods").
 */
export function mixedDmlError(
  tx: Transaction,
  object: ObjectSchema,
  operation: WriteOperation,
  records: readonly SObject[],
): SaveError | undefined {
  if (object.kind === 'customMetadata' || (tx.isTest && tx.runsAsOther)) return undefined;
  if (isExempt(tx, object, operation, records)) return undefined;
  const kind: Kind = SETUP_OBJECTS.has(object.name) ? 'setup' : 'other';
  const written = writtenIn(tx);
  const original = written.get(kind === 'setup' ? 'other' : 'setup');
  if (original !== undefined) return saveErrors.mixedDml(object.name, original);
  if (!written.has(kind)) written.set(kind, object.name);
  return undefined;
}

function writtenIn(tx: Transaction): Map<Kind, string> {
  const scopes = tx.state<WeakMap<object, Map<Kind, string>>>(stateKey, () => new WeakMap());
  let written = scopes.get(tx.userScope);
  if (written === undefined) {
    written = new Map<Kind, string>();
    scopes.set(tx.userScope, written);
  }
  return written;
}

function isExempt(
  tx: Transaction,
  object: ObjectSchema,
  operation: WriteOperation,
  records: readonly SObject[],
): boolean {
  if (object.name === 'Group') return operation === 'insert' || operation === 'update';
  if (object.name !== 'User') return false;
  if (operation === 'insert') return records.every((record) => record.get('UserRoleId') === null);
  return operation === 'update' && !changesSetup(tx, object, records);
}

function changesSetup(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): boolean {
  const stored = tx.store.getRows(
    object,
    records.flatMap((record) => record.id ?? []),
  );
  return records.some((record) =>
    USER_SETUP_FIELDS.some((name) => {
      const field = object.field(name);
      if (field === undefined || !record.has(name)) return false;
      return record.get(name) !== (stored.get(record.id ?? '')?.get(name) ?? null);
    }),
  );
}
