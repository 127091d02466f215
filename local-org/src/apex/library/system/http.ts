/** System.Http ("Http Class", Apex Reference Guide). */
import { ApexObject, LibraryObject, callMethod, hasMethod, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import { calledMock, mockFor } from '../support/callout-mock.ts';
import { HttpRequestValue } from './http-request.ts';
import { ResourceMockValue } from './resource-mocks.ts';

const MOCK = 'System.HttpCalloutMock';

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
  // Mocks answer any request ("Testing HTTP Callouts", Apex Developer Guide): what is missing is missed by real callouts.
  if (mockFor(MOCK) === undefined) checkComplete(request);
  return respond(calledMock(MOCK, request.endpoint), request);
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
