import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { orderFiles, orderProcess, orderWorkflow } from '../../automation/test-support/approval-files.ts';
import { send, ServedOrg } from '../test-support/served-org.ts';

const APPROVALS = '/services/data/v66.0/process/approvals';

let served: ServedOrg;
let clerk: Connection;
let boss: Connection;
before(async () => {
  served = await ServedOrg.start({
    ...orderFiles,
    ...orderWorkflow(),
    ...orderProcess('Review', { steps: [{ approvers: ['relatedUserField:Approver__c'] }], recall: true, order: 1 }),
  });
  clerk = await served.newUser('clerk@example.com', 'Orders');
  boss = await served.newUser('boss@example.com', 'Orders');
});
after(() => served.close());

async function order(): Promise<string> {
  const { id } = await clerk.sobject('Order__c').create({ Name: 'Pots', Approver__c: boss.userInfo!.id });
  return id!;
}

test('lists the processes of the objects that the user may see', async () => {
  const { approvals } = await clerk.request<{ approvals: Record<string, { id: string }[]> }>(APPROVALS);
  const [process] = approvals.Order__c;
  assert.match(process.id, /^04a/);
  assert.deepEqual(approvals, {
    Order__c: [{ description: null, id: process.id, name: 'Review', object: 'Order__c', sortOrder: 1 }],
  });
});

test('submits, approves, rejects and recalls, as jsforce asks for it', async () => {
  const id = await order();
  const submitted = await clerk.process.approval.submit(id, 'Please', {});
  assert.ok(submitted.success);
  assert.equal(submitted.instanceStatus, 'Pending');
  assert.deepEqual(submitted.actorIds, [boss.userInfo!.id]);
  const { newWorkitemIds } = submitted as unknown as { newWorkitemIds: string[] };
  const approved = await boss.process.approval.approve(newWorkitemIds[0], 'Fine');
  assert.equal(approved.success && approved.instanceStatus, 'Approved');
  assert.equal((await clerk.sobject('Order__c').retrieve(id)).Status__c, 'Approved');

  const other = await order();
  const again = await send(
    clerk,
    'POST',
    APPROVALS,
    JSON.stringify({ requests: [{ actionType: 'Submit', contextId: other }] }),
  );
  const [{ newWorkitemIds: items }] = again.json as { newWorkitemIds: string[] }[];
  const recalled = await send(
    clerk,
    'POST',
    APPROVALS,
    JSON.stringify({ requests: [{ actionType: 'Removed', contextId: items[0] }] }),
  );
  assert.deepEqual(recalled.json, [
    {
      actorIds: null,
      entityId: other,
      errors: null,
      instanceId: (again.json as { instanceId: string }[])[0].instanceId,
      instanceStatus: 'Removed',
      newWorkitemIds: [],
      success: true,
    },
  ]);
});

test('a request that fails says why and leaves the others', async () => {
  const ids = [await order(), 'a0000000000zzzzAAA'];
  const requests = ids.map((contextId) => ({ actionType: 'Submit', contextId }));
  const { json, status } = await send(clerk, 'POST', APPROVALS, JSON.stringify({ requests }));
  assert.equal(status, 200);
  const [first, second] = json as { success: boolean }[];
  assert.equal(first.success, true);
  assert.deepEqual(second, {
    actorIds: null,
    entityId: null,
    errors: [{ fields: [], message: 'invalid cross reference id', statusCode: 'INVALID_CROSS_REFERENCE_KEY' }],
    instanceId: null,
    instanceStatus: null,
    newWorkitemIds: null,
    success: false,
  });
  const unknown = await send(
    clerk,
    'POST',
    APPROVALS,
    JSON.stringify({ requests: [{ actionType: 'Ponder', contextId: ids[0] }] }),
  );
  assert.equal(unknown.status, 400);
});

test('a locked record is not changed', async () => {
  const id = await order();
  await clerk.process.approval.submit(id, 'Please', {});
  const answer = await send(clerk, 'PATCH', `/services/data/v66.0/sobjects/Order__c/${id}`, '{"Kind__c":"x"}');
  assert.deepEqual(
    { status: answer.status, json: answer.json },
    {
      status: 400,
      json: [
        {
          message: 'This record is locked. If you need to edit it, contact your admin.',
          errorCode: 'ENTITY_IS_LOCKED',
          fields: [],
        },
      ],
    },
  );
});
