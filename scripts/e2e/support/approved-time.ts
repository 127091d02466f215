/** Time on its way through the approval process, which the consultant submits and the project manager decides. */
import type { Connection } from 'jsforce';
import { queryAll } from '../../seed/records.ts';
import { eventually } from './eventually.ts';
import { logIn } from './personas.ts';

/** Submits a week of the consultant and approves every request that the process makes of it. */
export async function approveTimesheet(url: string, timesheet: string): Promise<void> {
  await act(await logIn(url, 'consultant'), { actionType: 'Submit', contextId: timesheet });
  const admin = await logIn(url, 'admin');
  const manager = await logIn(url, 'pm');
  await eventually('an approved timesheet', async () => {
    const items = await queryAll<{ Id: string }>(
      admin,
      `SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${timesheet}'`,
    );
    for (const item of items) await act(manager, { actionType: 'Approve', contextId: item.Id });
    const [sheet] = await queryAll<{ Status__c: string }>(
      admin,
      `SELECT Status__c FROM Timesheet__c WHERE Id = '${timesheet}'`,
    );
    return sheet?.Status__c === 'Approved' ? sheet : undefined;
  });
}

async function act(connection: Connection, request: { actionType: string; contextId: string }): Promise<void> {
  const [result] = await connection.request<readonly { errors: readonly { message: string }[] | null }[]>({
    method: 'POST',
    url: `/services/data/v${connection.version}/process/approvals`,
    body: JSON.stringify({ requests: [request] }),
    headers: { 'Content-Type': 'application/json' },
  });
  const [error] = result?.errors ?? [];
  if (error !== undefined) throw new Error(`${request.actionType} was refused: ${error.message}`);
}
