import { test } from 'node:test';
import { orderFiles, orderProcess, orderWorkflow } from '../../../automation/test-support/approval-files.ts';
import { passesInOrg } from '../test-support/run-in-org.ts';

const files = {
  ...orderFiles,
  ...orderWorkflow(),
  ...orderProcess('Review', { steps: [{ approvers: ['adhoc'] }] }),
};

test('Approval processes and locks from Apex', () => {
  passesInOrg(
    [
      `public without sharing class Opener { public static void open(Id id) { Approval.unlock(id); } }`,
      `public with sharing class Closed { public static Approval.UnlockResult open(Id id) { return Approval.unlock(id, false); } }`,
      `@IsTest private class ApprovalTest {
        static Order__c order() { Order__c o = new Order__c(Name = 'Pots', Status__c = 'Draft'); insert o; return o; }
        static Approval.ProcessSubmitRequest request(Id id) {
          Approval.ProcessSubmitRequest request = new Approval.ProcessSubmitRequest();
          request.setObjectId(id);
          request.setComments('Please');
          request.setNextApproverIds(new List<Id>{ UserInfo.getUserId() });
          return request;
        }
        static User clerk() {
          User clerk = new User(Username = 'c@example.com', LastName = 'C', Alias = 'c', Email = 'c@example.com',
            TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
            ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
          insert clerk;
          insert new PermissionSetAssignment(AssigneeId = clerk.Id,
            PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Orders'].Id);
          return clerk;
        }
        @IsTest static void submitsAndDecides() {
          Order__c o = order();
          Integer statements = Limits.getDmlStatements();
          Approval.ProcessResult submitted = Approval.process(request(o.Id));
          Assert.areEqual(statements + 1, Limits.getDmlStatements());
          Assert.isTrue(submitted.isSuccess());
          Assert.areEqual('Pending', submitted.getInstanceStatus());
          Assert.areEqual(o.Id, submitted.getEntityId());
          Assert.areEqual(new List<Id>{ UserInfo.getUserId() }, submitted.getActorIds());
          Approval.ProcessWorkitemRequest decision = new Approval.ProcessWorkitemRequest();
          decision.setWorkitemId(submitted.getNewWorkitemIds()[0]);
          decision.setAction('Approve');
          List<Approval.ProcessRequest> requests = new List<Approval.ProcessRequest>{ decision };
          List<Approval.ProcessResult> results = Approval.process(requests, false);
          Assert.areEqual('Approved', results[0].getInstanceStatus());
          Assert.areEqual('Approved', [SELECT Status__c FROM Order__c WHERE Id = :o.Id].Status__c);
          ProcessInstance instance = [SELECT Status, (SELECT Comments FROM Steps ORDER BY Id) FROM ProcessInstance
            WHERE TargetObjectId = :o.Id];
          Assert.areEqual('Please', instance.Steps[0].Comments);
        }
        @IsTest static void failsAsDml() {
          Order__c o = order();
          Approval.ProcessSubmitRequest bad = request(o.Id);
          bad.setProcessDefinitionNameOrId('Nothing');
          try {
            Approval.process(bad);
            Assert.fail();
          } catch (DmlException e) {
            Assert.areEqual('Process failed. First exception on row 0; first error: NO_APPLICABLE_PROCESS, ' +
              'No applicable approval process was found.: []', e.getMessage());
            Assert.areEqual(StatusCode.NO_APPLICABLE_PROCESS, e.getDmlType(0));
          }
          Approval.ProcessResult result = Approval.process(bad, false);
          Assert.isFalse(result.isSuccess());
          Assert.areEqual(StatusCode.NO_APPLICABLE_PROCESS, result.getErrors()[0].getStatusCode());
        }
        @IsTest static void locks() {
          User clerk;
          System.runAs(new User(Id = UserInfo.getUserId())) { clerk = clerk(); }
          Order__c o = order();
          Order__c free = order();
          Assert.isTrue(Approval.lock(o).isSuccess());
          Assert.areEqual(new Map<Id, Boolean>{ o.Id => true, free.Id => false }, Approval.isLocked(new List<Id>{ o.Id, free.Id }));
          System.runAs(clerk) {
            try {
              update new Order__c(Id = o.Id, Kind__c = 'x');
              Assert.fail();
            } catch (DmlException e) {
              Assert.areEqual(StatusCode.ENTITY_IS_LOCKED, e.getDmlType(0));
            }
            Approval.UnlockResult refused = Closed.open(o.Id);
            Assert.areEqual(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY, refused.getErrors()[0].getStatusCode());
            Opener.open(o.Id);
            update new Order__c(Id = o.Id, Kind__c = 'x');
          }
          Assert.isFalse(Approval.isLocked(o.Id));
          Savepoint before = Database.setSavepoint();
          Approval.lock(new List<Order__c>{ o, free });
          Database.rollback(before);
          Assert.isFalse(Approval.isLocked(o.Id));
        }
      }`,
    ],
    files,
  );
});
