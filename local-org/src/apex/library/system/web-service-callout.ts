/** System.WebServiceCallout: what classes generated from a WSDL call ("Testing Web Service Callouts", Apex Developer Guide). */
import { callMethod, type ApexList, type ApexMap } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { calledMock } from '../support/callout-mock.ts';

export const webServiceCalloutClass = libraryClass('System.WebServiceCallout', {
  'static void invoke(Object stub, Object request, Map<String, Object> response, List<String> info)': invoke,
});

/** `info` holds endpoint, action, namespace and name of the request, namespace, name and type of the response. */
function invoke(stub: unknown, request: unknown, response: ApexMap<string>, info: ApexList<string | null>): void {
  const [endpoint, action, , requestName, ...responseNames] = info;
  const mock = calledMock('System.WebServiceMock', endpoint);
  callMethod(mock, 'doInvoke', stub, request, response, endpoint, action, requestName, ...responseNames);
}
