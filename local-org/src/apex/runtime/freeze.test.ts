import { test } from 'node:test';
import { passesInOrg } from '../library/test-support/run-in-org.ts';

test('a queued instance keeps its state, with types and shared references, but not what is transient', () => {
  passesInOrg([
    `public class Parcel implements Queueable {
      public enum Size { SMALL, LARGE }
      public class Box { public String label; public Parcel owner; }
      public static String seen;
      public Box first = new Box();
      public Box second;
      public transient String lost = 'lost';
      public Size extent = Size.LARGE;
      public Decimal price = 1.50;
      public Double weight = 2.0;
      public Long code = 5L;
      public Date day = Date.newInstance(2026, 1, 31);
      public Map<Id, List<Account>> records = new Map<Id, List<Account>>();
      public Set<String> words = new Set<String>{ 'a' };
      public Object anything = Blob.valueOf('hi');
      public Type type = Parcel.class;
      public Parcel() { second = first; first.owner = this; }
      public void execute(QueueableContext context) {
        second.label = 'changed';
        seen = first.label + ' ' + (first.owner === this) + ' ' + lost + ' ' + extent + ' ' + price + ' ' + weight + ' ' + code
          + ' ' + day.day() + ' ' + records.values()[0][0].Name + ' ' + words + ' ' + ((Blob) anything).toString() + ' ' + type;
      }
    }`,
    `@IsTest class ParcelTest {
      @IsTest static void arrives() {
        Account acme = new Account(Name = 'Acme');
        insert acme;
        Parcel parcel = new Parcel();
        parcel.records.put(acme.Id, new List<Account>{ acme });
        Test.startTest();
        System.enqueueJob(parcel);
        parcel.price = 9;
        Test.stopTest();
        Assert.areEqual('changed true null LARGE 1.50 2.0 5 31 Acme {a} hi Parcel', Parcel.seen);
      }
      @IsTest static void refuses() {
        Parcel parcel = new Parcel();
        parcel.anything = new HttpRequest();
        try { System.enqueueJob(parcel); Assert.fail(); } catch (SerializationException e) {
          Assert.areEqual('Not Serializable: System.HttpRequest', e.getMessage());
        }
      }
    }`,
  ]);
});
