/** Who is meant by the names and groups of approval processes, and who may act for whom. */
import { Directory, DIRECTORY_OBJECTS } from '../../database/security/sharing/directory.ts';
import type { Store } from '../../database/store.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SubmitterSource } from '../../metadata/readers/approval-process.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';

interface Known {
  readonly version: () => string;
  read: string;
  directory: Directory;
}

const known = new WeakMap<Store, Known>();

export function directoryOf({ store }: Transaction): Directory {
  let entry = known.get(store);
  if (entry === undefined) {
    const watch = store.versions.watch(DIRECTORY_OBJECTS);
    entry = { version: () => watch.version(), read: watch.version(), directory: new Directory(store) };
    known.set(store, entry);
  }
  const version = entry.version();
  if (version !== entry.read) {
    entry.directory = new Directory(store);
    entry.read = version;
  }
  return entry.directory;
}

/** "Administrators" of approvals: who may change every record of the object. */
export function isAdministrator(tx: Transaction, userId: string, object: ObjectSchema): boolean {
  return tx.org.security.object(userId, object).modifyAll;
}

/** Whether the user is the actor, or belongs to the queue that is. */
export function isActor(tx: Transaction, userId: string, actorId: string): boolean {
  return actorId === userId || (isGroup(tx, actorId) && directoryOf(tx).usersIn(actorId).has(userId));
}

/** "A user appointed by an approver as an alternate for approval requests" (Salesforce Help, "Approval Terminology"). */
export function isDelegate(tx: Transaction, userId: string, actorId: string): boolean {
  if (isGroup(tx, actorId)) return false;
  const delegate = userRow(tx, actorId)?.get('DelegatedApproverId') as string | null | undefined;
  return delegate !== null && delegate !== undefined && isActor(tx, userId, delegate);
}

export function userRow(tx: Transaction, id: string): SObject | undefined {
  return tx.store.getRows(tx.org.schema.require('User'), [id]).get(id);
}

export function isGroup(tx: Transaction, id: string): boolean {
  return tx.org.schema.objectOfId(id)?.name === 'Group';
}

/** Whether `userId` is one of those who may submit the record ("ApprovalSubmitter", Metadata API Developer Guide). */
export function isSubmitter(
  tx: Transaction,
  userId: string,
  record: SObject,
  { type, submitter, source }: SubmitterSource,
): boolean {
  const name = submitter ?? '';
  switch (type) {
    case 'owner':
      return isActor(tx, userId, ownerOf(tx, record) ?? '');
    case 'creator':
      return record.get('CreatedById') === userId;
    case 'user':
      return (userRow(tx, userId)?.get('Username') as string | undefined)?.toLowerCase() === name.toLowerCase();
    case 'allInternalUsers':
      return true;
    case 'group': {
      const group = directoryOf(tx).groupNamed(name, 'Regular');
      return group !== undefined && directoryOf(tx).usersIn(group.id).has(userId);
    }
    case 'role':
      return directoryOf(tx).role(userId)?.developerName.toLowerCase() === name.toLowerCase();
    case 'roleSubordinates':
    case 'roleSubordinatesInternal': {
      const directory = directoryOf(tx);
      const [top, role] = [directory.roleNamed(name), directory.role(userId)];
      return top !== undefined && role !== undefined && directory.isWithin(role, top.id);
    }
    default:
      throw new NotSupported(`approval submitter of type ${type}`, `${source.file}:${source.line}`);
  }
}

/** A detail belongs to the owner of its master. */
export function ownerOf(tx: Transaction, record: SObject): string | null {
  if (record.schema.field('OwnerId') !== undefined) return record.get('OwnerId') as string | null;
  const master = [...record.schema.fields.values()].find(({ masterDetail }) => masterDetail);
  const masterId = master === undefined ? null : (record.get(master.name) as string | null);
  if (masterId === null) return null;
  const parent = tx.store.getRows(tx.org.schema.require(master!.referenceTo[0]), [masterId]).get(masterId);
  return parent === undefined ? null : ownerOf(tx, parent);
}
