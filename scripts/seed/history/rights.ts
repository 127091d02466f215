/**
 * Rights that whoever loads history needs beyond those of an administrator, held for as long as it takes: importing time
 * as approved, and finance's rights to approve invoices and to close periods.
 */
import type { Connection } from 'jsforce';
import { insertAll, queryAll } from '../records.ts';

const PERMISSION_SETS = ['TimeExpenseImport', 'BillingAdmin', 'RevenueClose'];

export async function withRightsToLoad<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const user = (await connection.identity()).user_id;
  const names = PERMISSION_SETS.map((name) => `'${name}'`).join(', ');
  const sets = await queryAll<{ Id: string }>(
    connection,
    `SELECT Id FROM PermissionSet WHERE Name IN (${names}) AND Id NOT IN ` +
      `(SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${user}')`,
  );
  const granted = await insertAll(
    connection,
    'PermissionSetAssignment',
    sets.map(({ Id }) => ({ AssigneeId: user, PermissionSetId: Id })),
  );
  try {
    return await work();
  } finally {
    await connection.sobject('PermissionSetAssignment').delete(granted);
  }
}
