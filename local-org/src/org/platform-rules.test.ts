/** Rules of the platform that other people's projects rely on, in a whole org. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passesInOrg } from '../apex/library/test-support/run-in-org.ts';

const event = {
  'objects/News__e/News__e.object-meta.xml':
    '<CustomObject><label>News</label><pluralLabel>News</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishImmediately</publishBehavior></CustomObject>',
  'triggers/NewsTrigger.trigger': `trigger NewsTrigger on News__e (after insert) {
    for (News__e news : Trigger.new) insert new Account(Name = 'News');
  }`,
};

test('the event bus of a test is one, and outlives rollbacks', () => {
  const publisher = `public class Publisher implements Queueable {
    public void execute(QueueableContext context) { EventBus.publish(new News__e()); }
  }`;
  const tests = `@IsTest private class BusTest {
    @IsTest static void jobsPublishToIt() {
      Test.startTest();
      System.enqueueJob(new Publisher());
      Test.stopTest();
      Test.getEventBus().deliver();
      Assert.areEqual(1, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void immediateEventsSurvive() {
      Savepoint before = Database.setSavepoint();
      EventBus.publish(new News__e());
      Database.rollback(before);
      Test.getEventBus().deliver();
      Assert.areEqual(1, [SELECT COUNT() FROM Account]);
    }
  }`;
  passesInOrg([publisher, tests], event);
});

test('publish callbacks hear how it ended', () => {
  const listener = `public class Listener implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
    public static List<String> heard = new List<String>();
    public void onSuccess(EventBus.SuccessResult result) { heard.add('sent ' + result.getEventUuids().size()); }
    public void onFailure(EventBus.FailureResult result) { heard.add('lost ' + result.getEventUuids().size()); }
  }`;
  const tests = `@IsTest private class ListenerTest {
    @IsTest static void hears() {
      News__e news = (News__e) News__e.SObjectType.newSObject(null, true);
      Assert.isNotNull(news.EventUuid);
      EventBus.publish(news, new Listener());
      Test.getEventBus().deliver();
      EventBus.publish(new List<News__e>{ news, new News__e() }, new Listener());
      Test.getEventBus().fail();
      Assert.areEqual(new List<String>{ 'sent 1', 'lost 2' }, Listener.heard);
    }
  }`;
  passesInOrg([listener, tests], event);
});

test('the fault path of a flow does not catch what ends the transaction', () => {
  const action = `public class Spender {
    @InvocableMethod public static void spend(List<Id> ids) {
      for (Integer i = 0; i < 101; i++) Integer found = [SELECT COUNT() FROM Contact];
    }
  }`;
  const flow = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><label>Spend</label>
    <actionCalls><name>Spend</name><label>Spend</label><locationX>0</locationX><locationY>0</locationY><actionName>Spender</actionName>
      <actionType>apex</actionType><faultConnector><targetReference>Note_it</targetReference></faultConnector>
      <inputParameters><name>ids</name><value><elementReference>$Record.Id</elementReference></value></inputParameters></actionCalls>
    <recordUpdates><name>Note_it</name><label>Note it</label><locationX>0</locationX><locationY>0</locationY>
      <inputAssignments><field>Description</field><value><stringValue>went on</stringValue></value></inputAssignments>
      <inputReference>$Record</inputReference></recordUpdates>
    <processType>AutoLaunchedFlow</processType>
    <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Spend</targetReference></connector>
      <object>Account</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordAfterSave</triggerType></start>
    <status>Active</status></Flow>`;
  const tests = `@IsTest private class SpenderTest {
    @IsTest static void endsHere() {
      try { insert new Account(Name = 'A'); } catch (Exception e) { Assert.fail('Apex cannot catch it either'); }
    }
  }`;
  assert.throws(
    () => passesInOrg([action, tests], { 'flows/Spend.flow-meta.xml': flow }),
    /System\.LimitException: Too many SOQL queries: 101/,
  );
});

test('a collection in an equation means any of its elements', () => {
  passesInOrg([
    `@IsTest private class EquationTest {
      @IsTest static void finds() {
        List<Account> accounts = new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };
        insert accounts;
        Set<Id> ids = new Set<Id>{ accounts[0].Id, accounts[1].Id };
        Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE Id = :ids]);
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Id != :ids]);
        Object one = accounts[2].Id;
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Id = :accounts[2].Id]);
        List<String> names = new List<String>();
        Assert.areEqual(0, Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :names'));
      }
    }`,
  ]);
});

test('objects of classes can be copied, and static methods around a class stay within reach', () => {
  passesInOrg([
    `public class Outer {
      public static Boolean isEven(Integer value) { return Math.mod(value, 2) == 0; }
      public class Inner {
        public Integer value;
        public List<Integer> shared = new List<Integer>();
        public Boolean isEven() { return isEven(value); }
        public Inner copy() { return this.clone(); }
      }
    }`,
    `@IsTest private class OuterTest {
      @IsTest static void copies() {
        Outer.Inner first = new Outer.Inner();
        first.value = 4;
        Outer.Inner second = first.copy();
        second.value = 5;
        second.shared.add(1);
        Assert.isTrue(first.isEven());
        Assert.isFalse(second.isEven());
        Assert.areEqual(1, first.shared.size(), 'what it refers to is not copied');
      }
    }`,
  ]);
});

test('records carry options, and leave the recycle bin for good', () => {
  passesInOrg([
    `@IsTest private class RecordTest {
      @IsTest static void truncates() {
        Database.DMLOptions options = new Database.DMLOptions();
        options.AllowFieldTruncation = true;
        Account account = new Account(Name = 'x'.repeat(300));
        account.setOptions(options);
        insert account;
        Assert.areEqual(255, [SELECT Name FROM Account].Name.length());
      }
      @IsTest static void erases() {
        Account account = new Account(Name = 'A');
        insert account;
        Assert.isFalse(Database.emptyRecycleBin(account).isSuccess(), 'not deleted yet');
        delete account;
        Assert.isTrue(Database.emptyRecycleBin(new List<Account>{ account })[0].isSuccess());
        Assert.areEqual(0, [SELECT COUNT() FROM Account ALL ROWS]);
      }
      @IsTest static void mixesSetupAndOtherRecordsAsSomebody() {
        System.runAs(new User(Id = UserInfo.getUserId())) {
          insert new Account(Name = 'A');
          insert new Group(Name = 'G');
          insert new UserRole(Name = 'R');
          insert new Account(Name = 'B');
        }
        Assert.areEqual(2, [SELECT COUNT() FROM Account]);
      }
    }`,
  ]);
});

test('a batch that has chunks has a worker', () => {
  const batch = `public class Walk implements Database.Batchable<SObject> {
    public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM Account]; }
    public void execute(Database.BatchableContext context, List<SObject> scope) {}
    public void finish(Database.BatchableContext context) {}
  }`;
  const tests = `@IsTest private class WalkTest {
    @IsTest static void worker() {
      insert new Account(Name = 'A');
      Test.startTest();
      Id job = Database.executeBatch(new Walk());
      Test.stopTest();
      AsyncApexJob worker = [SELECT Status FROM AsyncApexJob WHERE JobType = 'BatchApexWorker' AND ParentJobId = :job];
      Assert.areEqual('Completed', worker.Status);
    }
  }`;
  passesInOrg([batch, tests]);
});

test('queries take the id of a parent beside the reference to it, and ids with wrong check digits', () => {
  const tests = `@IsTest private class IdsTest {
    @IsTest static void ids() {
      Account parent = new Account(Name = 'Parent');
      insert parent;
      insert new Account(Name = 'Child', ParentId = parent.Id);
      Account child = [SELECT ParentId, Parent.ParentId, Parent.Id FROM Account WHERE Name = 'Child'];
      Assert.areEqual(parent.Id, child.ParentId);
      Assert.areEqual(parent.Id, child.Parent.Id);
      Assert.areEqual(0, Database.countQuery('SELECT COUNT() FROM Account WHERE Id = \\'0016g00003VDGbF001\\''));
    }
  }`;
  passesInOrg([tests]);
});

test('links to files have urls', () => {
  const tests = `@IsTest private class LinkTest {
    @IsTest static void url() {
      ContentVersion version = new ContentVersion(PathOnClient = 'a.txt', VersionData = Blob.valueOf('a'));
      insert version;
      insert new ContentDistribution(Name = 'A', ContentVersionId = version.Id, PreferencesAllowOriginalDownload = true);
      Assert.isTrue([SELECT ContentDownloadUrl FROM ContentDistribution].ContentDownloadUrl.contains(version.Id));
    }
  }`;
  passesInOrg([tests]);
});

test('restricted picklists take values in any case, and keep them as they are defined', () => {
  const field = `<CustomField><fullName>Kind__c</fullName><label>Kind</label><type>Picklist</type><valueSet><restricted>true</restricted>
    <valueSetDefinition><sorted>false</sorted><value><fullName>Late</fullName><default>false</default><label>Late</label></value></valueSetDefinition></valueSet></CustomField>`;
  const tests = `@IsTest private class KindTest {
    public class Pair { public Integer alpha = 1; public Integer beta = 2; }
    @IsTest static void kind() {
      insert new Account(Name = 'A', Kind__c = 'LATE');
      Assert.areEqual('Late', [SELECT Kind__c FROM Account].Kind__c);
      Assert.isTrue(JSON.serialize(Account.Kind__c.getDescribe().getPicklistValues()).contains('"value":"Late"'));
    }
    @IsTest static void writtenAndWalked() {
      Assert.areEqual('{"beta":2,"alpha":1}', JSON.serialize(new Pair()));
      Assert.areEqual('/x?a=1&b=2', new PageReference('/x?b=2&a=1').getUrl());
      Map<String, Integer> counts = new Map<String, Integer>{ 'a' => 1, 'b' => 2 };
      for (String key : counts.keySet()) counts.remove(key);
      Assert.isTrue(counts.isEmpty());
      Assert.areEqual(Account.SObjectType, Database.query('SELECT Id FROM Account LIMIT 0').getSObjectType());
      Assert.areEqual('L', new SelectOption('v', 'L').getLabel());
      Assert.areEqual(1, [SELECT COUNT() FROM BusinessHours WHERE IsDefault = TRUE]);
      Assert.areEqual(1, [SELECT COUNT() FROM Period WHERE Type = 'Quarter' AND EndDate = THIS_FISCAL_QUARTER]);
    }
    @IsTest static void usersAreInsertedToRunAs() {
      User someone = new User(Profile = new Profile(Name = 'Standard User'), LastName = 'S', Alias = 's', Email = 's@example.com',
        Username = 's@platform-rules.example.com', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US',
        EmailEncodingKey = 'UTF-8');
      System.runAs(someone) { Assert.areEqual(someone.Id, UserInfo.getUserId()); }
    }
  }`;
  passesInOrg([tests], { 'objects/Account/fields/Kind__c.field-meta.xml': field });
});

test('finalizers queue the next job, also in tests, and jobs keep their options', () => {
  const chain = `public class Chain implements Queueable {
    private Integer left;
    private AsyncOptions options = new AsyncOptions();
    public Chain(Integer left) { this.left = left; options.MinimumQueueableDelayInMinutes = 0; }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'Link ' + options.MinimumQueueableDelayInMinutes);
      System.attachFinalizer(new Next(left - 1));
    }
    public class Next implements Finalizer {
      private Integer left;
      public Next(Integer left) { this.left = left; }
      public void execute(FinalizerContext context) {
        if (left > 0 && !System.isQueueable()) System.enqueueJob(new Chain(left));
      }
    }
  }`;
  const tests = `@IsTest private class ChainTest {
    @IsTest static void runs() {
      Test.startTest();
      System.enqueueJob(new Chain(3));
      Test.stopTest();
      Assert.areEqual(3, [SELECT COUNT() FROM Account WHERE Name = 'Link 0']);
    }
  }`;
  passesInOrg([chain, tests]);
});
