/** Finds out who makes a request. */
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import type { Sessions } from '../../org/sessions.ts';
import { OrgError } from '../../schema/errors.ts';
import { ApiError } from '../http/errors.ts';

/** The access token of an `Authorization: Bearer …` (or `OAuth …`) header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

/** The user of the request's session. Throws 401 `INVALID_SESSION_ID`, on which clients log in again. */
export function authenticateToken(token: string | undefined, sessions: Sessions, org: Org): UserContext {
  const userId = token === undefined ? undefined : sessions.userOf(token);
  if (userId === undefined || org.isFrozen(userId)) throw invalidSession();
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
