import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderFiles, orderProcess, orderWorkflow } from '../automation/test-support/approval-files.ts';
import { OpenOrg } from './test-support/open-org.ts';

const files = {
  ...orderFiles,
  ...orderWorkflow(),
  ...orderProcess('Review', { steps: [{ approvers: ['relatedUserField:Approver__c'] }] }),
};

test('a record goes through', () => {
  const opened = new OpenOrg(files);
  const result = opened.apex(`
    Order__c o = new Order__c(Name='x', Approver__c=UserInfo.getUserId(), Status__c='Draft');
    insert o;
    Approval.ProcessSubmitRequest r = new Approval.ProcessSubmitRequest();
    r.setObjectId(o.Id);
    r.setComments('please');
    Approval.ProcessResult res = Approval.process(r);
    System.assertEquals(true, Approval.isLocked(o.Id));
    System.assertEquals('Submitted', [SELECT Status__c FROM Order__c].Status__c);
    Approval.ProcessWorkitemRequest w = new Approval.ProcessWorkitemRequest();
    w.setWorkitemId(res.getNewWorkitemIds()[0]);
    w.setAction('Approve');
    Approval.process(w);
    System.assertEquals('Approved', [SELECT Status__c FROM Order__c].Status__c);
    System.assertEquals(false, Approval.isLocked(o.Id));
    ProcessInstance pi = [SELECT Status, (SELECT StepStatus, Comments FROM StepsAndWorkitems ORDER BY Id), (SELECT StepStatus FROM Steps) FROM ProcessInstance];
  `);
  assert.equal(result.success, true);
  opened.close();
});
