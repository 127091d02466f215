/** OAuth: access tokens and who they belong to (Salesforce Help, "OAuth 2.0 Username-Password Flow for Special Scenarios", "OpenID Connect UserInfo"). */
import { createHmac } from 'node:crypto';
import type { UserContext } from '../../database/services.ts';
import { OrgError } from '../../schema/errors.ts';
import type { ServerState } from '../call.ts';
import type { Answer, ApiRequest } from '../http/answer.ts';

const APPLICATION_LENGTH = 64;

/** `POST /services/oauth2/token` */
export function token(state: ServerState, request: ApiRequest): Answer {
  const form = new URLSearchParams(new TextDecoder().decode(request.body));
  const value = (name: string) => form.get(name) ?? request.query.get(name) ?? '';
  const grant = value('grant_type');
  if (grant !== 'password') {
    return refusal('unsupported_grant_type', `the local org answers the grant type password, not '${grant}'`);
  }
  try {
    const source = {
      loginType: 'Remote Access 2.0',
      application: value('client_id').slice(0, APPLICATION_LENGTH) || 'Unknown',
      sourceIp: request.address,
      loginUrl: new URL(request.origin).host,
    } as const;
    const user = state.org.authenticate(value('username'), value('password'), source);
    const accessToken = state.sessions.start(user.id, 'OAuth2', source);
    return { status: 200, body: grantedToken(state, request, { user, accessToken, secret: value('client_secret') }) };
  } catch (error) {
    if (error instanceof OrgError) return refusal('invalid_grant', 'authentication failure');
    throw error;
  }
}

function refusal(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}

interface Grant {
  readonly user: UserContext;
  readonly accessToken: string;
  readonly secret: string;
}

function grantedToken(state: ServerState, request: ApiRequest, { user, accessToken, secret }: Grant) {
  const id = identityUrl(state, request, user);
  const issuedAt = String(state.org.clock.now());
  return {
    access_token: accessToken,
    instance_url: request.origin,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
    signature: createHmac('sha256', secret)
      .update(id + issuedAt)
      .digest('base64'),
  };
}

/** `/services/oauth2/revoke`: ends the session of the token, if there is one. */
export function revoke(state: ServerState, request: ApiRequest): Answer {
  const form = new URLSearchParams(new TextDecoder().decode(request.body));
  const revoked = form.get('token') ?? request.query.get('token');
  if (revoked === null) return refusal('unsupported_token_type', 'token is required');
  state.sessions.end(revoked);
  return { status: 200 };
}

export function identityUrl(state: ServerState, request: ApiRequest, user: UserContext): string {
  return `${request.origin}/id/${state.org.organizationId}/${user.id}`;
}

/** `GET /services/oauth2/userinfo` */
export function userInfo(state: ServerState, request: ApiRequest, user: UserContext): Answer {
  const url = identityUrl(state, request, user);
  return {
    status: 200,
    body: {
      sub: url,
      user_id: user.id,
      organization_id: state.org.organizationId,
      preferred_username: user.username,
      name: user.name,
      email: user.email,
      email_verified: true,
      zoneinfo: user.timeZone,
      locale: user.locale,
      language: user.language,
      urls: serviceUrls(state, request),
      active: true,
      user_type: 'STANDARD',
    },
  };
}

/** `GET /id/<organization>/<user>`; people can see who others are. */
export function identity(state: ServerState, request: ApiRequest, user: UserContext): Answer {
  return {
    status: 200,
    body: {
      id: identityUrl(state, request, user),
      asserted_user: true,
      user_id: user.id,
      organization_id: state.org.organizationId,
      username: user.username,
      display_name: user.name,
      email: user.email,
      urls: serviceUrls(state, request),
      active: true,
      user_type: 'STANDARD',
      language: user.language,
      locale: user.locale,
      timezone: user.timeZone,
    },
  };
}

function serviceUrls(state: ServerState, { origin }: ApiRequest): Record<string, string> {
  const soap = (api: string) => `${origin}/services/Soap/${api}/{version}/${state.org.organizationId}`;
  const rest = `${origin}/services/data/v{version}`;
  return {
    enterprise: soap('c'),
    metadata: soap('m'),
    partner: soap('u'),
    rest: `${rest}/`,
    sobjects: `${rest}/sobjects/`,
    search: `${rest}/search/`,
    query: `${rest}/query/`,
    recent: `${rest}/recent/`,
    tooling_soap: soap('T'),
    tooling_rest: `${rest}/tooling/`,
  };
}
