/**
 * Static methods of custom settings ("Custom Settings Methods", Apex Reference Guide). Called on the name of the object,
 * whose token comes first. They need no SOQL and count none.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import { throwApex, type SObjectTypeToken } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import { recordNamed, recordsBy } from '../support/custom-data.ts';
import { hierarchySetting } from '../support/hierarchy-setting.ts';

export const customSettingClass = libraryClass('System.CustomSetting<T>', {
  'static Map<String, T> getAll()': ({ object }: SObjectTypeToken) => recordsBy(list(object, 'getAll'), 'Name'),
  'static T getInstance()': ({ object }: SObjectTypeToken) => {
    const tx = currentTransaction();
    return hierarchySetting(tx, hierarchy(object, 'getInstance'), tx.user);
  },
  'static T getInstance(String nameOrOwner)': ({ object }: SObjectTypeToken, key: string | null) =>
    isList(object) ? recordNamed(object, 'Name', required(key, 1)) : merged(object, required(key, 1)),
  'static T getOrgDefaults()': ({ object }: SObjectTypeToken) =>
    ownedRow(hierarchy(object, 'getOrgDefaults'), (owner) => owner.startsWith('00D')) ?? new SObject(object),
  'static T getValues(String nameOrOwner)': ({ object }: SObjectTypeToken, key: string | null) =>
    isList(object)
      ? recordNamed(object, 'Name', required(key, 1))
      : ownedRow(object, (owner) => owner === required(key, 1)),
});

function isList(object: ObjectSchema): boolean {
  return object.customSettingsType === 'List';
}

function list(object: ObjectSchema, method: string): ObjectSchema {
  if (!isList(object)) wrongKind(object, method);
  return object;
}

function hierarchy(object: ObjectSchema, method: string): ObjectSchema {
  if (isList(object)) wrongKind(object, method);
  return object;
}

function wrongKind(object: ObjectSchema, method: string): never {
  throwApex('System.UnsupportedOperationException', `${method} is not available on ${object.name}`);
}

/** What holds for a user; a profile has no user, so only its own row and the organization's count. */
function merged(object: ObjectSchema, ownerId: string): SObject {
  const tx = currentTransaction();
  const owner = ownerId.startsWith('005') ? tx.org.user(ownerId) : { id: ownerId, profileId: ownerId };
  return hierarchySetting(tx, object, owner);
}

function ownedRow(object: ObjectSchema, isOwner: (ownerId: string) => boolean): SObject | null {
  const rows = currentTransaction().store.allRows(object);
  return rows.find((row) => isOwner(String(row.get('SetupOwnerId')))) ?? null;
}
