/**
 * What Apex wants to hear of the events it published ("Get the Result of Asynchronous Platform Event Publishing with Apex
 * Publish Callbacks", Platform Events Developer Guide). Tests say when and how it ends.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { ApexList, callMethod, hasMethod, LibraryObject, type ApexObject } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';

interface PendingReport {
  readonly callback: ApexObject;
  readonly uuids: readonly string[];
}

export class PublishResultValue extends LibraryObject {
  readonly typeName: string;
  readonly uuids: readonly string[];

  constructor(success: boolean, uuids: readonly string[]) {
    super();
    this.typeName = success ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
    this.uuids = uuids;
  }

  get list(): ApexList<string> {
    return new ApexList(types.String, [...this.uuids]);
  }
}

const pendingKey = Symbol('publish callbacks that wait');

export function reportLater(callback: ApexObject, uuids: readonly string[]): void {
  const tx = currentTransaction();
  if (!tx.isTest) throw new NotSupported('publish callbacks outside of tests');
  tx.state<PendingReport[]>(pendingKey, () => []).push({ callback, uuids });
}

/** Tells those who wait that their events have arrived, or that publishing failed. */
export function reportPublished(success: boolean): void {
  const method = success ? 'onSuccess' : 'onFailure';
  for (const { callback, uuids } of currentTransaction()
    .state<PendingReport[]>(pendingKey, () => [])
    .splice(0)) {
    if (hasMethod(callback, method, 1)) callMethod(callback, method, new PublishResultValue(success, uuids));
  }
}
