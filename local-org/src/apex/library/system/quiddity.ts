/** System.Quiddity and System.Request ("Quiddity Enum", "Request Class", Apex Reference Guide). */
import { randomUUID } from 'node:crypto';
import { currentTransaction, type Transaction } from '../../../database/transaction.ts';
import { executionContext } from '../../runtime/execution-context.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { enumConstant, libraryClass, libraryEnum } from '../define.ts';

export const quiddity = libraryEnum('System.Quiddity', [
  'UNDEFINED',
  'ANONYMOUS',
  'AURA',
  'BATCH_ACS',
  'BATCH_APEX',
  'BATCH_CHUNK_PARALLEL',
  'BATCH_CHUNK_SERIAL',
  'BULK_API',
  'COMMERCE_INTEGRATION',
  'DISCOVERABLE_LOGIN',
  'FUNCTION_CALLBACK',
  'FUTURE',
  'INBOUND_EMAIL_SERVICE',
  'INVOCABLE_ACTION',
  'IOT',
  'PLATFORM_EVENT_PUBLISH_CALLBACK',
  'QUEUEABLE',
  'QUICK_ACTION',
  'REMOTE_ACTION',
  'REST',
  'RUNTEST_ASYNC',
  'RUNTEST_DEPLOY',
  'RUNTEST_SYNC',
  'SCHEDULED',
  'SOAP',
  'SYNCHRONOUS',
  'TRANSACTION_FINALIZER_QUEUEABLE',
  'VF',
]);

class RequestValue extends LibraryObject {
  readonly typeName = 'System.Request';
  readonly id = randomUUID();
  readonly transaction: Transaction;

  constructor(transaction: Transaction) {
    super();
    this.transaction = transaction;
  }
}

const slot = Symbol('request');

export const requestClass = libraryClass('System.Request', {
  'static System.Request getCurrent()': () => {
    const tx = currentTransaction();
    return tx.state(slot, () => new RequestValue(tx));
  },
  'System.Quiddity getQuiddity()': (self: RequestValue) =>
    enumConstant(quiddity, executionContext(self.transaction).quiddity),
  'String getRequestId()': (self: RequestValue) => self.id,
});
