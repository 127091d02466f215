/** What all callouts share. They go to mocks only: the local org calls nobody. */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { throwApex, type ApexObject } from '../../runtime/index.ts';
import { testContext } from './test-context.ts';

/** What the running test set as the implementation of this interface. */
export function mockFor(interfaceName: string): ApexObject | undefined {
  return currentTransaction().isTest ? testContext().mocks.get(interfaceName) : undefined;
}

/** Counts a callout, and gives the mock that answers it. */
export function calledMock(interfaceName: string, endpoint: string | null): ApexObject {
  const tx = currentTransaction();
  if (!tx.isTest) throw new NotSupported(`callout to ${endpoint}`);
  // "You can't make callouts after DML operations in the same transaction" ("Using DML and Mock Callouts").
  if (tx.limits.used('dmlStatements') > 0) {
    throwApex(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out',
    );
  }
  tx.limits.use('callouts');
  const mock = mockFor(interfaceName);
  if (mock === undefined) {
    throwApex('System.CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
  }
  return mock;
}
