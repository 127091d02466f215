import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

const step = `public class Step implements Queueable {
  private Integer left;
  private QueueableContext context;
  public Step(Integer left) { this.left = left; }
  public void execute(QueueableContext context) {
    this.context = context;
    Ending ending = new Ending();
    System.attachFinalizer(ending);
    insert new Account(Name = 'Step ' + left);
    if (left > 1) ending.next = new Step(left - 1);
    ending.last = this;
  }
  public class Ending implements Finalizer {
    public Step next;
    public Step last;
    public FinalizerContext context;
    public void execute(FinalizerContext context) {
      this.context = context;
      if (next != null) System.enqueueJob(next);
    }
  }
}`;

const part = `public class Part implements Database.Batchable<Object> {
  private Part next;
  private Database.BatchableContext context;
  public Part(Part next) { this.next = next; }
  public Iterable<Object> start(Database.BatchableContext context) { return (Iterable<Object>) new List<String>{ 'a' }; }
  public void execute(Database.BatchableContext context, Iterable<Object> scope) {
    insert new Account(Name = ((List<String>) scope)[0] + (next == null ? ' last' : ' first'));
  }
  public void finish(Database.BatchableContext context) {
    this.context = context;
    if (next != null) Database.executeBatch(next);
  }
}`;

const deep = `public class Deep implements Queueable {
  public void execute(QueueableContext context) {
    insert new Account(Name = AsyncInfo.getCurrentQueueableStackDepth() + ' of ' + AsyncInfo.getMaximumQueueableStackDepth());
  }
}`;

test('jobs that follow jobs', () => {
  passesInOrg([
    step,
    part,
    deep,
    `@IsTest class ChainsTest {
      @IsTest static void finalizersKeepWhatTheJobTellsThem() {
        Test.startTest();
        System.enqueueJob(new Step(3));
        Test.stopTest();
        Assert.areEqual(3, [SELECT COUNT() FROM Account]);
      }
      @IsTest static void aBatchStartsAnother() {
        Test.startTest();
        Database.executeBatch(new Part(new Part(null)));
        Test.stopTest();
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'a last']);
      }
      @IsTest static void depthOfTheStack() {
        AsyncOptions options = new AsyncOptions();
        options.MaximumQueueableStackDepth = 2;
        Assert.areEqual(0, AsyncInfo.getCurrentQueueableStackDepth());
        Assert.isFalse(AsyncInfo.hasMaxStackDepth());
        Test.startTest();
        System.enqueueJob(new Deep(), options);
        Test.stopTest();
        Assert.areEqual('1 of 2', [SELECT Name FROM Account].Name);
      }
      @IsTest static void aBatchInAWhile() {
        Id trigger = System.scheduleBatch(new Part(null), 'Soon', 5, 10);
        CronTrigger waiting = [SELECT NextFireTime, CronJobDetail.Name FROM CronTrigger WHERE Id = :trigger];
        Assert.areEqual('Soon', waiting.CronJobDetail.Name);
        Assert.isTrue(waiting.NextFireTime > Datetime.now().addMinutes(4));
      }
    }`,
  ]);
});
