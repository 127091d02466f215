import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('results of DML', () => {
  passesInOrg([
    `@IsTest class ResultTest {
      @IsTest static void partial() {
        List<Database.SaveResult> results = Database.insert(new List<Account>{ new Account(Name = 'A'), new Account() }, false);
        Assert.isTrue(results[0].isSuccess() && results[0].getId() != null);
        Database.SaveResult refused = Database.update(new Account(Id = results[0].getId(), Name = null), false);
        Assert.isFalse(refused.isSuccess());
        Assert.isNull(refused.getId());
        Assert.areEqual('NaN', String.valueOf(Double.valueOf('NaN')));
        Assert.isFalse(results[1].isSuccess());
        Database.Error problem = results[1].getErrors()[0];
        Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, problem.getStatusCode());
        Assert.areEqual(new List<String>{ 'Name' }, problem.getFields());
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);
      }
      @IsTest static void allOrNone() {
        try {
          Database.insert(new List<Account>{ new Account(Name = 'A'), new Account() });
          Assert.fail();
        } catch (DmlException e) {
          Assert.areEqual(1, e.getNumDml());
          Assert.areEqual(1, e.getDmlIndex(0));
          Assert.areEqual('REQUIRED_FIELD_MISSING', e.getDmlStatusCode(0));
          Assert.areEqual(new List<String>{ 'Name' }, e.getDmlFieldNames(0));
          Assert.isTrue(e.getMessage().startsWith('Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING'));
        }
      }
      @IsTest static void options() {
        Database.DMLOptions options = new Database.DMLOptions();
        options.OptAllOrNone = false;
        options.DuplicateRuleHeader.AllowSave = true;
        Database.SaveResult result = Database.insert(new Account(), options);
        Assert.isFalse(result.isSuccess());
      }
      @IsTest static void upsertAndDelete() {
        Account saved = new Account(Name = 'A');
        Assert.isTrue(Database.upsert(saved).isCreated());
        saved.Name = 'B';
        Assert.isFalse(Database.upsert(saved, Account.Id, false).isCreated());
        Assert.isTrue(Database.delete(saved.Id).isSuccess());
        Assert.isTrue(Database.undelete(saved).isSuccess());
        Assert.areEqual('B', [SELECT Name FROM Account].Name);
        List<Database.DeleteResult> results = Database.delete(new List<Account>{ saved, new Account() }, false);
        Assert.isTrue(results[0].isSuccess());
        Assert.areEqual(StatusCode.MISSING_ARGUMENT, results[1].getErrors()[0].getStatusCode());
      }
      @IsTest static void savepoints() {
        Savepoint start = Database.setSavepoint();
        insert new Account(Name = 'A');
        Database.rollback(start);
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);
        Assert.areEqual(3, Limits.getDmlStatements());
      }
    }`,
  ]);
});

test('dynamic queries', () => {
  passesInOrg([
    `@IsTest class DynamicTest {
      private static final String WANTED = 'B';
      @TestSetup static void make() { insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') }; }
      @IsTest static void variables() {
        Set<String> names = new Set<String>{ 'A' };
        Assert.areEqual('A', ((Account) Database.query('SELECT Name FROM Account WHERE Name IN :names')[0]).Name);
        Assert.areEqual(1, Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :WANTED'));
        List<Account> all = Database.query('SELECT Id FROM Account');
        Assert.areEqual(2, all.size());
      }
      @IsTest static void maps() {
        Map<String, Object> binds = new Map<String, Object>{ 'wanted' => 'B' };
        List<Account> found = Database.queryWithBinds('SELECT Name FROM Account WHERE Name = :WANTED', binds, AccessLevel.SYSTEM_MODE);
        Assert.areEqual(1, found.size());
        try {
          Database.queryWithBinds('SELECT Id FROM Account WHERE Name = :missing', binds, AccessLevel.USER_MODE);
          Assert.fail();
        } catch (QueryException e) {
          Assert.areEqual('Key \\'missing\\' does not exist in the bindMap', e.getMessage());
        }
      }
      @IsTest static void mistakes() {
        try {
          Database.query('SELECT Nope__c FROM Account');
          Assert.fail();
        } catch (QueryException e) {
          Assert.isTrue(e.getMessage().contains('No such column \\'Nope__c\\' on entity \\'Account\\''), e.getMessage());
        }
        try {
          Database.query('SELECT Id FROM Account WHERE Name = :unknownName');
          Assert.fail();
        } catch (QueryException e) {
          Assert.areEqual('Variable does not exist: unknownName', e.getMessage());
        }
      }
      @IsTest static void locators() {
        Database.QueryLocator locator = Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name');
        Assert.areEqual('SELECT Name FROM Account ORDER BY Name', locator.getQuery());
        Database.QueryLocatorIterator rows = locator.iterator();
        Assert.isTrue(rows.hasNext());
        Assert.areEqual('A', ((Account) rows.next()).Name);
      }
      @IsTest static void searches() {
        Id wanted = [SELECT Id FROM Account WHERE Name = 'A'].Id;
        Assert.areEqual(0, Search.query('FIND \\'AA\\' RETURNING Account')[0].size());
        Test.setFixedSearchResults(new List<Id>{ wanted });
        Assert.areEqual(wanted, Search.query('FIND \\'x1\\' RETURNING Account')[0][0].Id);
      }
    }`,
  ]);
});

test('cursors, which travel with queueables', () => {
  passesInOrg([
    `public class Walker implements Queueable {
      public static List<String> seen = new List<String>();
      private Database.Cursor cursor = Database.getCursor('SELECT Name FROM Account ORDER BY Name');
      public void execute(QueueableContext context) {
        for (Account row : (List<Account>) cursor.fetch(1, 2)) { seen.add(row.Name); }
      }
    }`,
    `@IsTest class CursorTest {
      @TestSetup static void make() {
        insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };
      }
      @IsTest static void queued() {
        Test.startTest();
        System.enqueueJob(new Walker());
        Test.stopTest();
        Assert.areEqual(new List<String>{ 'B', 'C' }, Walker.seen);
      }
      @IsTest static void pages() {
        Database.PaginationCursor cursor = Database.getPaginationCursorWithBinds('SELECT Name FROM Account WHERE Name != :no ORDER BY Name', new Map<String, Object>{ 'no' => 'A' }, AccessLevel.USER_MODE);
        Assert.areEqual(2, cursor.getNumRecords());
        Assert.areEqual(0, Limits.getQueries());
        Database.CursorFetchResult page = cursor.fetchPage(0, 1);
        Assert.areEqual(1, page.getNextIndex());
        Assert.isFalse(page.isDone());
        Assert.areEqual('B', ((Account) page.getRecords()[0]).Name);
        Assert.areEqual(1, Limits.getQueries());
        Assert.isTrue(cursor.fetchPage(1, 5).isDone());
      }
    }`,
  ]);
});
