import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { FixedClock } from '../async/clock.ts';
import { OpenOrg } from './test-support/open-org.ts';

const events = (behavior: string) =>
  `<CustomObject><label>News</label><pluralLabel>News</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>${behavior}</publishBehavior></CustomObject>`;
const textField = (name: string) =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label><length>80</length><required>true</required><type>Text</type></CustomField>`;

const files = {
  'objects/News__e/News__e.object-meta.xml': events('PublishAfterCommit'),
  'objects/News__e/fields/Text__c.field-meta.xml': textField('Text__c'),
  'objects/Alarm__e/Alarm__e.object-meta.xml': events('PublishImmediately'),
  'objects/Alarm__e/fields/Text__c.field-meta.xml': textField('Text__c'),
  'triggers/NewsTrigger.trigger': `trigger NewsTrigger on News__e (after insert) {
    for (News__e news : Trigger.new) insert new Account(Name = 'News ' + news.Text__c);
    if (Trigger.new[0].Text__c == 'work') System.enqueueJob(new Later());
  }`,
  'triggers/AlarmTrigger.trigger': `trigger AlarmTrigger on Alarm__e (after insert) {
    for (Alarm__e alarm : Trigger.new) insert new Account(Name = 'Alarm ' + alarm.Text__c);
  }`,
  'classes/Later.cls': `public class Later implements Queueable, Schedulable, Database.Batchable<SObject> {
    public static Integer calls = 0;
    private Boolean fails;
    public Later() { this(false); }
    public Later(Boolean fails) { this.fails = fails; }
    @future public static void mark(String name) { insert new Account(Name = name); }
    @future public static void alarm() { EventBus.publish(new Alarm__e(Text__c = 'by a job')); }
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Last());
      insert new Account(Name = 'Queued');
      if (fails) throw new IllegalArgumentException('Out of order');
    }
    public void execute(SchedulableContext context) { insert new Account(Name = 'Scheduled'); }
    public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM Account ORDER BY Name]; }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
      insert new Account(Name = 'Batch of ' + scope.size());
    }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'Batch done'); }
    public class Last implements Finalizer {
      public void execute(FinalizerContext context) {
        Exception problem = context.getException();
        insert new Account(Name = 'Finalizer ' + context.getResult() + (problem == null ? '' : ' ' + problem.getMessage()));
      }
    }
  }`,
  'classes/LaterTest.cls': `@IsTest
  private class LaterTest {
    private static Set<String> names() {
      Set<String> found = new Set<String>();
      for (Account account : [SELECT Name FROM Account]) found.add(account.Name);
      return found;
    }
    @IsTest static void shouldRunAtStopTestOnly() {
      Test.startTest();
      Later.mark('Future');
      System.enqueueJob(new Later());
      System.schedule('Nightly', '0 0 1 * * ?', new Later());
      EventBus.publish(new News__e(Text__c = 'one'));
      Assert.areEqual(new Set<String>(), names(), 'before');
      Test.stopTest();
      Assert.areEqual(new Set<String>{ 'Future', 'Queued', 'Finalizer SUCCESS', 'Scheduled', 'News one' }, names(), 'after');
      Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable'].Status);
      Assert.areEqual(1, [SELECT COUNT() FROM CronTrigger WHERE CronJobDetail.Name = 'Nightly']);
    }
    @IsTest static void shouldDeliverWhatAJobPublishesAtOnce() {
      Test.startTest();
      Later.alarm();
      Test.stopTest();
      Assert.areEqual(new Set<String>{ 'Alarm by a job' }, names());
    }
    @IsTest static void shouldRunTheJobOfADeliveredEvent() {
      Test.startTest();
      EventBus.publish(new News__e(Text__c = 'work'));
      Test.getEventBus().deliver();
      Assert.areEqual(new Set<String>{ 'News work' }, names());
      Test.stopTest();
      Assert.areEqual(new Set<String>{ 'News work', 'Queued', 'Finalizer SUCCESS' }, names());
    }
    @IsTest static void shouldRunABatchWhole() {
      insert new Account(Name = 'A');
      Test.startTest();
      Database.executeBatch(new Later(), 200);
      Test.stopTest();
      Assert.areEqual(new Set<String>{ 'A', 'Batch of 1', 'Batch done' }, names());
    }
    @IsTest static void shouldThrowWhatTheJobThrows() {
      Test.startTest();
      System.enqueueJob(new Later(true));
      try {
        Test.stopTest();
        Assert.fail('Nothing was thrown');
      } catch (IllegalArgumentException problem) {
        Assert.areEqual('Out of order', problem.getMessage());
      }
      Assert.areEqual(new Set<String>{ 'Finalizer UNHANDLED_EXCEPTION Out of order' }, names());
    }
    @IsTest static void shouldKeepWhatWasPublishedAtOnce() {
      Savepoint before = Database.setSavepoint();
      EventBus.publish(new News__e(Text__c = 'gone'));
      EventBus.publish(new Alarm__e(Text__c = 'kept'));
      Database.rollback(before);
      Test.getEventBus().deliver();
      Assert.areEqual(new Set<String>{ 'Alarm kept' }, names());
    }
    @IsTest static void shouldDeliverEventsWhenAsked() {
      Database.SaveResult result = EventBus.publish(new News__e(Text__c = 'two'));
      Assert.isTrue(result.isSuccess());
      Assert.isFalse(EventBus.publish(new News__e()).isSuccess());
      Test.getEventBus().deliver();
      Assert.areEqual(new Set<String>{ 'News two' }, names());
    }
  }`,
};

describe('asynchronous Apex in tests', () => {
  test('runs at Test.stopTest, in the test’s transaction', () => {
    const org = new OpenOrg(files);
    assert.deepEqual(org.org.report.problems, []);
    const { tests } = org.org.runTests({});
    assert.deepEqual(
      tests.map(({ methodName, outcome, message }) => [methodName, outcome, message]),
      [
        'shouldRunAtStopTestOnly',
        'shouldDeliverWhatAJobPublishesAtOnce',
        'shouldRunTheJobOfADeliveredEvent',
        'shouldRunABatchWhole',
        'shouldThrowWhatTheJobThrows',
        'shouldKeepWhatWasPublishedAtOnce',
        'shouldDeliverEventsWhenAsked',
      ].map((name) => [name, 'Pass', null]),
    );
    assert.deepEqual(org.query('SELECT Id FROM Account'), []);
    org.close();
  });
});

describe('asynchronous Apex outside of tests', () => {
  const clock = new FixedClock(Date.parse('2026-05-01T00:00:00Z'));
  const org = new OpenOrg(files, { clock });
  after(() => org.close());
  const names = () => org.query('SELECT Name FROM Account ORDER BY Name');

  test('a delayed job waits; its finalizer runs after it in a transaction of its own', () => {
    org.apex('System.enqueueJob(new Later(true), 5);');
    assert.equal(org.org.drainAsync(), 0);
    clock.advance(5 * 60_000);
    assert.equal(org.org.drainAsync(), 1);
    assert.deepEqual(names(), ['Finalizer UNHANDLED_EXCEPTION Out of order']);
    assert.deepEqual(org.query('SELECT ExtendedStatus FROM AsyncApexJob'), ['Out of order']);
  });

  test('events that are published immediately go out even when the transaction fails, others with the commit', () => {
    const result = org.apex(`EventBus.publish(new Alarm__e(Text__c = 'now'));
      EventBus.publish(new News__e(Text__c = 'never'));
      Integer i = 1 / 0;`);
    assert.equal(result.success, false);
    org.org.drainAsync();
    assert.deepEqual(
      names().filter((name) => /Alarm|News/.test(String(name))),
      ['Alarm now'],
    );
    org.apex("insert new News__e(Text__c = 'dml');");
    org.org.drainAsync();
    assert.ok(names().includes('News dml'));
  });
});
