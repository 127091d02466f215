/** EventBus.TestBroker ("TestBroker Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { reportPublished } from '../support/publish-callbacks.ts';
import { libraryClass } from '../define.ts';

export class TestBrokerValue extends LibraryObject {
  readonly typeName = 'EventBus.TestBroker';
}

export const testBrokerClass = libraryClass('EventBus.TestBroker', {
  'void deliver()': () => {
    const tx = currentTransaction();
    tx.org.async.runPending(tx, 'PlatformEvent');
    reportPublished(true);
  },
  'void fail()': () => reportPublished(false),
});
