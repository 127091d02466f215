/** Anonymous Apex sent by a client. */
import type { AnonymousResult, UserContext } from '../database/services.ts';
import type { Org } from '../org/org.ts';
import { ApiError } from './http/errors.ts';

/**
 * Runs the code as the user. Running code by the API needs the permission to write it (Apex Developer Guide, "Anonymous
 * Blocks").
 */
export function runAnonymous(org: Org, user: UserContext, source: string): AnonymousResult {
  if (!org.security.hasPermission(user.id, 'AuthorApex')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'Running anonymous Apex needs the permission Author Apex');
  }
  return org.transaction(user, (tx) => org.apex.executeAnonymous(tx, source));
}
