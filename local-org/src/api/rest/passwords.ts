/** Passwords of users (REST API Developer Guide, "sObject User Password"). */
import { randomBytes } from 'node:crypto';
import { param, type Call } from '../call.ts';
import { noContent, ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';

export const passwordRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'sobjects/User/:id/password', resource: isExpired },
  { method: 'POST', pattern: 'sobjects/User/:id/password', resource: setPassword },
  { method: 'DELETE', pattern: 'sobjects/User/:id/password', resource: resetPassword },
];

/** Passwords of the local org do not expire. */
function isExpired(call: Call): Answer {
  requireAccess(call);
  return ok({ isExpired: false });
}

function setPassword(call: Call): Answer {
  requireAccess(call);
  const { NewPassword: password } = readObject(call.request);
  if (typeof password !== 'string' || password === '') {
    throw new ApiError(400, 'INVALID_NEW_PASSWORD', 'Your password cannot be empty: send it as NewPassword.');
  }
  call.org.checkPassword(password);
  call.org.setPassword(param(call, 'id'), password);
  return noContent;
}

/** A password that the system makes up, answered once. */
function resetPassword(call: Call): Answer {
  requireAccess(call);
  const password = randomBytes(12).toString('base64url');
  call.org.setPassword(param(call, 'id'), password);
  return ok({ NewPassword: password });
}

/** One's own password, and with Manage Users everybody's. */
function requireAccess(call: Call): void {
  if (call.user.id === param(call, 'id') || call.org.security.hasPermission(call.user.id, 'ManageUsers')) return;
  throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'You cannot change the password of this user.');
}
