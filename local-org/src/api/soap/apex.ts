/** `executeAnonymous` of the SOAP Apex API, by which command lines run code and read its log. */
import { OrgError } from '../../schema/errors.ts';
import { runAnonymous } from '../anonymous.ts';
import type { ServerState } from '../call.ts';
import type { Answer, ApiRequest } from '../http/answer.ts';
import { readEnvelope, soapAnswer, SoapFault, textOf, toXml } from './envelope.ts';
import { sessionUser } from './partner.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/08/apex';

export function apexApi(state: ServerState, request: ApiRequest): Answer {
  const message = readEnvelope(new TextDecoder().decode(request.body));
  if (message.operation !== 'executeAnonymous') {
    throw new SoapFault('NOT_SUPPORTED', `The call ${message.operation} of the SOAP Apex API is not supported`);
  }
  const user = sessionUser(state, message);
  const source = textOf(message.body, 'String') ?? textOf(message.body, 'apexcode') ?? '';
  try {
    const { debugLog, ...result } = runAnonymous(state.org, user, source);
    return soapAnswer(NAMESPACE, toXml('executeAnonymousResponse', { result }), toXml('DebuggingInfo', { debugLog }));
  } catch (error) {
    if (error instanceof OrgError) throw new SoapFault(error.code, error.message);
    throw error;
  }
}
