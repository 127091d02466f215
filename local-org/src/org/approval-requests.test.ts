import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { objectFiles, picklist } from '../automation/test-support/metadata.ts';
import type { ProcessFile } from '../automation/test-support/approval-files.ts';
import { DmlError } from '../database/dml-error.ts';
import { withOrders } from './test-support/order-org.ts';

const review: ProcessFile = { steps: [{ approvers: ['userHierarchyField:Manager'], delegate: true }], recall: true };

const template = {
  'email/Orders.emailFolder-meta.xml':
    '<EmailFolder><accessType>Public</accessType><name>Orders</name><publicFolderAccess>ReadOnly</publicFolderAccess></EmailFolder>',
  'email/Orders/Asked.email-meta.xml':
    '<EmailTemplate><available>true</available><encodingKey>UTF-8</encodingKey><name>Asked</name><style>none</style>' +
    '<subject>{!Order__c.Name} is {!Order__c.Status__c}</subject><type>text</type></EmailTemplate>',
  'email/Orders/Asked.email': 'From {!User.Username}',
};

describe('emails', () => {
  test('ask the approver, in the words of the template of the process', () => {
    const withTemplate = { ...review, more: '<emailTemplate>Orders/Asked</emailTemplate>' };
    withOrders({ processes: { Review: withTemplate }, files: template }, (org) => {
      org.submit(org.order());
      assert.deepEqual(org.query('SELECT Subject FROM LocalSentEmail'), ['Pots is Submitted']);
      assert.deepEqual(org.query('SELECT TextBody FROM LocalSentEmail'), ['From clerk@example.com']);
      assert.deepEqual(org.query('SELECT ToAddress FROM LocalSentEmail'), ['manager@example.com']);
    });
  });

  test('go to delegates who want them, and to nobody who does not', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      org.update('User', {
        Id: org.manager.id,
        DelegatedApproverId: org.other.id,
        UserPreferencesReceiveNoNotificationsAsApprover: true,
      });
      org.update('User', { Id: org.other.id, UserPreferencesReceiveNotificationsAsDelegatedApprover: true });
      const id = org.order();
      org.submit(id);
      assert.deepEqual(org.query('SELECT ToAddress FROM LocalSentEmail'), ['other@example.com']);
      assert.match(
        String(org.query('SELECT TextBody FROM LocalSentEmail')[0]),
        new RegExp(`/lightning/r/Order__c/${id}/view`),
      );
    });
  });

  test('alerts and tasks are actions too, after the field updates', () => {
    const workflow =
      '<alerts><fullName>Tell</fullName><ccEmails>copy@example.com</ccEmails><description>Tell</description><protected>false</protected>' +
      '<recipients><type>owner</type></recipients><recipients><field>Approver__c</field><type>userLookup</type></recipients>' +
      '<recipients><recipient>director@example.com</recipient><type>user</type></recipients>' +
      '<senderType>CurrentUser</senderType><template>Orders/Asked</template></alerts>' +
      '<tasks><fullName>Ship</fullName><assignedToType>owner</assignedToType><dueDateOffset>3</dueDateOffset>' +
      '<notifyAssignee>false</notifyAssignee><priority>High</priority><protected>false</protected><status>Not Started</status>' +
      '<subject>Ship it</subject></tasks>';
    const more =
      '<finalApprovalActions><action><name>Tell</name><type>Alert</type></action><action><name>Ship</name><type>Task</type></action>' +
      '<action><name>Set_Approved</name><type>FieldUpdate</type></action></finalApprovalActions>';
    withOrders(
      { processes: { Review: { ...review, more, actions: { finalApprovalActions: [] } } }, workflow, files: template },
      (org) => {
        const id = org.order();
        org.decide(org.submit(id).newWorkitemIds[0], 'Approve', org.manager);
        assert.deepEqual(org.query("SELECT ToAddress FROM LocalSentEmail WHERE Subject LIKE '%Approved' ORDER BY Id"), [
          'clerk@example.com',
          'director@example.com',
        ]);
        assert.deepEqual(org.query(`SELECT Subject FROM Task WHERE WhatId = '${id}' AND OwnerId = '${org.clerk.id}'`), [
          'Ship it',
        ]);
      },
    );
  });
});

describe('requests', () => {
  const reader = (error: unknown) => error instanceof DmlError && error.code.startsWith('INSUFFICIENT_ACCESS');

  test('can be given to another approver by the one who was asked', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      const id = org.order();
      const [workitem] = org.submit(id).newWorkitemIds;
      const hand = { Id: workitem, ActorId: org.other.id };
      assert.throws(() => org.update('ProcessInstanceWorkitem', hand, org.clerk), reader);
      org.update('ProcessInstanceWorkitem', hand, org.manager);
      assert.deepEqual(org.steps(id), ['Started', 'Reassigned']);
      assert.deepEqual(org.query('SELECT ToAddress FROM LocalSentEmail ORDER BY Id'), [
        'manager@example.com',
        'other@example.com',
      ]);
      assert.throws(() => org.decide(workitem, 'Approve', org.manager), reader);
      assert.equal(org.decide(workitem, 'Approve', org.other).instanceStatus, 'Approved');
      const soql = "SELECT OriginalActorId FROM ProcessInstanceStep WHERE StepStatus = 'Approved'";
      assert.deepEqual(org.query(soql), [org.manager.id]);
    });
  });

  test('are seen by who sees the record, who submitted it and who is to decide', () => {
    const files = objectFiles('Order__c', {
      definition: '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>',
      fields: { Status__c: picklist(['Draft', 'Submitted', 'Approved', 'Rejected', 'Recalled', 'Reviewed']) },
    });
    withOrders({ processes: { Review: review }, files }, (org) => {
      org.submit(org.order());
      const seen = (user = org.clerk) =>
        ['ProcessInstance', 'ProcessInstanceStep', 'ProcessInstanceWorkitem', 'ProcessInstanceNode'].map(
          (object) => org.query(`SELECT Id FROM ${object}`, user).length,
        );
      assert.deepEqual(seen(), [1, 1, 1, 1]);
      assert.deepEqual(seen(org.manager), [1, 1, 1, 1]);
      assert.deepEqual(seen(org.other), [0, 0, 0, 0]);
      assert.deepEqual(seen(org.user), [1, 1, 1, 1]);
    });
  });

  test('go with their record', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      const id = org.order();
      org.submit(id);
      org.delete(id);
      assert.deepEqual(org.query('SELECT Id FROM ProcessInstance'), []);
      assert.deepEqual(org.query('SELECT Id FROM ProcessInstanceWorkitem'), []);
    });
  });

  test('tell their history as steps and work items in one list', () => {
    withOrders({ processes: { Review: review } }, (org) => {
      org.submit(org.order());
      const soql =
        'SELECT Id, (SELECT StepStatus, IsPending FROM StepsAndWorkitems ORDER BY IsPending) FROM ProcessInstance';
      const { records } = org.run((tx) => org.org.query.run(tx, soql, { mode: 'user', sharing: true }), org.clerk);
      assert.deepEqual(
        records[0].children.get('StepsAndWorkitems')!.map((row) => [row.get('StepStatus'), row.get('IsPending')]),
        [
          ['Started', false],
          ['Pending', true],
        ],
      );
    });
  });
});

describe('flows', () => {
  const flow = (next: string) =>
    `<Flow><apiVersion>66.0</apiVersion><label>Send</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <variables><name>id</name><dataType>String</dataType><isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput></variables>
    <variables><name>status</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>true</isOutput></variables>
    <actionCalls><name>Submit</name><label>Submit</label><actionName>submit</actionName><actionType>submit</actionType>
    <connector><targetReference>Tell</targetReference></connector>${next}
    <inputParameters><name>objectId</name><value><elementReference>id</elementReference></value></inputParameters>
    <inputParameters><name>comment</name><value><stringValue>From a flow</stringValue></value></inputParameters>
    <outputParameters><assignToReference>status</assignToReference><name>instanceStatus</name></outputParameters></actionCalls>
    <actionCalls><name>Tell</name><label>Tell</label><actionName>Order__c.Tell</actionName><actionType>emailAlert</actionType>
    <inputParameters><name>SObjectRowId</name><value><elementReference>id</elementReference></value></inputParameters></actionCalls>
    <assignments><name>Failed</name><label>Failed</label><assignmentItems><assignToReference>status</assignToReference><operator>Assign</operator>
    <value><elementReference>$Flow.FaultMessage</elementReference></value></assignmentItems></assignments>
    <start><connector><targetReference>Submit</targetReference></connector></start></Flow>`;

  test('submit records, send alerts, and go the way of faults', () => {
    const workflow =
      '<alerts><fullName>Tell</fullName><description>Tell</description><protected>false</protected>' +
      '<recipients><type>owner</type></recipients><template>Orders/Asked</template></alerts>';
    const fault = '<faultConnector><targetReference>Failed</targetReference></faultConnector>';
    const files = { ...template, 'flows/Send.flow-meta.xml': flow(fault) };
    withOrders({ processes: { Review: review }, workflow, files }, (org) => {
      const id = org.order();
      const start = () => org.run((tx) => org.org.flows.start(tx, 'Send', { id }), org.clerk);
      assert.equal(start().status, 'Pending');
      assert.deepEqual(org.query('SELECT Comments FROM ProcessInstanceStep'), ['From a flow']);
      assert.deepEqual(org.query("SELECT ToAddress FROM LocalSentEmail WHERE Subject = 'Pots is Submitted'"), [
        'clerk@example.com',
      ]);
      assert.equal(start().status, 'ALREADY_IN_PROCESS: Cannot submit object already in process.');
    });
  });
});
