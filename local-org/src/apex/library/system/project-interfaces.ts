/** Interfaces of the platform that only classes of the project implement. */
import { libraryInterface } from '../define.ts';

/** "Callable Interface", Apex Reference Guide. */
export const callableInterface = libraryInterface('System.Callable', [
  'Object call(String action, Map<String, Object> args)',
]);

/** "StubProvider Interface", Apex Reference Guide. */
export const stubProviderInterface = libraryInterface('System.StubProvider', [
  'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, System.Type returnType, List<System.Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)',
]);

/** "HttpCalloutMock Interface", Apex Reference Guide. */
export const httpCalloutMockInterface = libraryInterface('System.HttpCalloutMock', [
  'System.HttpResponse respond(System.HttpRequest request)',
]);

/** "Testing Web Service Callouts", Apex Developer Guide. */
export const webServiceMockInterface = libraryInterface('System.WebServiceMock', [
  'void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction, String requestName, String responseNamespace, String responseName, String responseType)',
]);
