/** The calls of the SOAP partner API that clients need to log in (SOAP API Developer Guide, "login()", "getUserInfo()", "logout()"). */
import type { UserContext } from '../../database/services.ts';
import type { LogInSource } from '../../org/log-ins.ts';
import { OrgError } from '../../schema/errors.ts';
import { authenticateToken } from '../auth/bearer.ts';
import type { ServerState } from '../call.ts';
import type { Answer, ApiRequest } from '../http/answer.ts';
import { readEnvelope, soapAnswer, SoapFault, textOf, toXml, type SoapRequest, type XmlValue } from './envelope.ts';

const NAMESPACE = 'urn:partner.soap.sforce.com';

/** `/services/Soap/u/66.0` (and `c`, which logs in alike). */
export function partnerApi(state: ServerState, request: ApiRequest, version: string): Answer {
  const message = readEnvelope(new TextDecoder().decode(request.body));
  switch (message.operation) {
    case 'login':
      return respond('login', login(state, request, message, version));
    case 'logout':
      if (message.sessionId !== undefined) state.sessions.end(message.sessionId);
      return respond('logout');
    case 'getUserInfo':
      return respond('getUserInfo', userInfo(state, sessionUser(state, message)));
    default:
      throw new SoapFault('NOT_SUPPORTED', `The call ${message.operation} of the SOAP API is not supported`);
  }
}

function respond(operation: string, result?: XmlValue): Answer {
  return soapAnswer(NAMESPACE, toXml(`${operation}Response`, result === undefined ? {} : { result }));
}

export function sessionUser(state: ServerState, message: SoapRequest): UserContext {
  try {
    return authenticateToken(message.sessionId, state.sessions, state.org);
  } catch (error) {
    if (error instanceof OrgError) throw new SoapFault(error.code, error.message);
    throw error;
  }
}

function login(state: ServerState, request: ApiRequest, { body }: SoapRequest, version: string): XmlValue {
  const { origin } = request;
  const source = {
    loginType: 'Other Apex API',
    application: 'Unknown',
    sourceIp: request.address,
    apiType: 'SOAP Partner',
    apiVersion: version,
    loginUrl: new URL(origin).host,
  } as const;
  const user = authenticate(state, textOf(body, 'username') ?? '', textOf(body, 'password') ?? '', source);
  const organization = state.org.organizationId.slice(0, 15);
  return {
    metadataServerUrl: `${origin}/services/Soap/m/${version}/${organization}`,
    passwordExpired: false,
    sandbox: false,
    serverUrl: `${origin}/services/Soap/u/${version}/${organization}`,
    sessionId: state.sessions.start(user.id, 'API', source),
    userId: user.id,
    userInfo: userInfo(state, user),
  };
}

function authenticate(state: ServerState, username: string, password: string, source: LogInSource): UserContext {
  try {
    return state.org.authenticate(username, password, source);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    throw new SoapFault('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
  }
}

function userInfo(state: ServerState, user: UserContext): XmlValue {
  return {
    organizationId: state.org.organizationId,
    organizationMultiCurrency: false,
    profileId: user.profileId,
    roleId: user.roleId,
    sessionSecondsValid: state.sessions.seconds,
    userEmail: user.email,
    userFullName: user.name,
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: 'Standard',
  };
}
