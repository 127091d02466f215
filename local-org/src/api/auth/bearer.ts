/** Finds out who makes a request. */
import type { OrgServices, UserContext } from '../../database/services.ts';
import { OrgError } from '../../schema/errors.ts';
import { ApiError } from '../http/errors.ts';
import type { Sessions } from './sessions.ts';

/** The access token of an `Authorization: Bearer …` (or `OAuth …`) header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

/** The user of the request's session. Throws 401 `INVALID_SESSION_ID`, on which clients log in again. */
export function authenticateToken(token: string | undefined, sessions: Sessions, org: OrgServices): UserContext {
  const userId = token === undefined ? undefined : sessions.userOf(token);
  if (userId === undefined) throw invalidSession();
  try {
    return org.user(userId);
  } catch (error) {
    if (error instanceof OrgError) throw invalidSession();
    throw error;
  }
}

function invalidSession(): ApiError {
  return new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}
