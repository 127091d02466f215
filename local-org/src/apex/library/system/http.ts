/** System.Http ("Http Class", Apex Reference Guide). Callouts go to mocks only: the local org calls nobody. */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { ApexObject, LibraryObject, callMethod, hasMethod, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import { testContext } from '../support/test-context.ts';
import { HttpRequestValue } from './http-request.ts';
import { ResourceMockValue } from './resource-mocks.ts';

class HttpValue extends LibraryObject {
  readonly typeName = 'System.Http';
}

export const httpClass = libraryClass('System.Http', {
  'Http()': () => new HttpValue(),
  'System.HttpResponse send(System.HttpRequest request)': (_self: HttpValue, request: HttpRequestValue | null) =>
    send(required(request, 1)),
  'String toString()': (self: HttpValue) => self.toString(),
});

function send(request: HttpRequestValue): unknown {
  const tx = currentTransaction();
  // Mocks answer any request ("Testing HTTP Callouts", Apex Developer Guide): what is missing is missed by real callouts.
  const mock = tx.isTest ? testContext().mocks.get('System.HttpCalloutMock') : undefined;
  if (mock === undefined) checkComplete(request);
  if (!tx.isTest) throw new NotSupported(`callout to ${request.endpoint}`);
  // "You can't make callouts after DML operations in the same transaction" ("Using DML and Mock Callouts").
  if (tx.limits.used('dmlStatements') > 0) {
    throwApex(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out',
    );
  }
  tx.limits.use('callouts');
  if (mock === undefined) {
    throwApex('System.CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
  }
  return respond(mock, request);
}

function checkComplete({ endpoint, method }: HttpRequestValue): void {
  if (endpoint === null) throwApex('System.CalloutException', 'System.HttpRequest[Endpoint=null, Method=null]');
  if (method === null) throwApex('System.CalloutException', 'Method not specified');
}

function respond(mock: ApexObject, request: HttpRequestValue): unknown {
  if (mock instanceof ResourceMockValue) return mock.respond(request);
  if (!hasMethod(mock, 'respond', 1)) throwApex('System.TypeException', 'The mock is not an HttpCalloutMock');
  return callMethod(mock, 'respond', request);
}
