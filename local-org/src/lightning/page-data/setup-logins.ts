/** Setup of who can log in: freezing and unlocking users, and ending sessions. */
import { queryAsUser, quoted, type UiApiContext } from '../../api/ui-api/context.ts';
import type { ResourceRequest } from '../../api/ui-api/routes.ts';
import { ApiError } from '../../api/http/errors.ts';
import { SObject } from '../../schema/sobject.ts';
import { assertSetup, type SetupTable } from './setup.ts';

interface RowAction {
  readonly name: string;
  readonly label: string;
}

const FREEZE: RowAction = { name: 'freeze', label: 'Freeze' };
const UNFREEZE: RowAction = { name: 'unfreeze', label: 'Unfreeze' };
const UNLOCK: RowAction = { name: 'unlock', label: 'Unlock' };
const END: RowAction = { name: 'end', label: 'End Session' };

/** Adds to a table of users who is frozen or locked out; who manages users can change it, but not for themselves. */
export function withLogins(context: UiApiContext, users: SetupTable): SetupTable {
  const logins = new Map(
    queryAsUser(context, 'SELECT UserId, IsFrozen, IsPasswordLocked FROM UserLogin').records.map((row) => [
      row.get('UserId'),
      row,
    ]),
  );
  const isManager = context.org.security.hasPermission(context.user.id, 'ManageUsers');
  return {
    columns: [
      ...users.columns,
      { name: 'IsFrozen', label: 'Frozen', type: 'boolean' },
      { name: 'IsPasswordLocked', label: 'Locked Out', type: 'boolean' },
    ],
    rows: users.rows.map((user) => {
      const IsFrozen = logins.get(user.Id as string)?.get('IsFrozen') === true;
      const IsPasswordLocked = logins.get(user.Id as string)?.get('IsPasswordLocked') === true;
      const actions = [
        ...(user.Id === context.user.id ? [] : [IsFrozen ? UNFREEZE : FREEZE]),
        ...(IsPasswordLocked ? [UNLOCK] : []),
      ];
      return { ...user, IsFrozen, IsPasswordLocked, ...(isManager ? { actions } : {}) };
    }),
  };
}

/** Lets sessions be ended, other than the one that asks. */
export function withEnding(sessions: SetupTable): SetupTable {
  return {
    ...sessions,
    rows: sessions.rows.map((row) => ({ ...row, actions: row.IsCurrent === true ? [] : [END] })),
  };
}

const CHANGES: Readonly<Record<string, readonly [field: string, value: boolean]>> = {
  freeze: ['IsFrozen', true],
  unfreeze: ['IsFrozen', false],
  unlock: ['IsPasswordLocked', false],
};

/** Does what a row of these tables offers, as the user. */
export function changeLogin(context: UiApiContext, { body }: Pick<ResourceRequest, 'body'>): void {
  assertSetup(context);
  const { action, id } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof action !== 'string' || typeof id !== 'string') throw unknown();
  const { org, tx } = context;
  const options = { mode: 'user', sharing: true, allOrNone: true } as const;
  if (action === END.name) {
    org.dml.delete(tx, [id], options);
    return;
  }
  const change = CHANGES[action];
  const soql = `SELECT Id FROM UserLogin WHERE UserId = ${quoted(id)}`;
  const [login] = change === undefined ? [] : queryAsUser(context, soql).records;
  if (change === undefined || login?.id == null) throw unknown();
  org.dml.update(tx, [new SObject(login.schema, [['Id', login.id], change])], options);
}

function unknown(): ApiError {
  return new ApiError(400, 'INVALID_PARAMETER', 'A change of Setup names what to do and with what.');
}
