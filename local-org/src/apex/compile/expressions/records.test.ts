import { body } from '../../test-support/cases.ts';

body(
  'fields are set and read',
  "Account a = new Account(Name = 'A', AnnualRevenue = 1.50); a.NumberOfEmployees = 3; a.NumberOfEmployees += 1; return a.Name + a.AnnualRevenue + a.NumberOfEmployees;",
  'A1.504',
);
body('a checkbox that is not set is false', 'Account a = new Account(); return a.Active__c;', 'false');
body('a missing parent gives null instead of an error', 'Contact c = new Contact(); return c.Account.Name;', 'null');
body(
  'but not through a variable',
  `try { Contact c = new Contact(); Account a = c.Account; return a.Name; } catch (NullPointerException e) { return 'failed'; }`,
  'failed',
);
body(
  'parents can be set',
  "Contact c = new Contact(Account = new Account(Name = 'A')); c.Account.Name += 'B'; return c.Account.Name;",
  'AB',
);
body(
  'saved and queried',
  "Account a = new Account(Name = 'A'); insert a; a.Name = 'B'; update a; return [SELECT Name FROM Account WHERE Id = :a.Id].Name;",
  'B',
);
body(
  'parents and children of queried rows',
  `
  Account a = new Account(Name = 'A');
  insert a;
  insert new Contact(LastName = 'L', AccountId = a.Id);
  Contact c = [SELECT Account.Name FROM Contact];
  Account b = [SELECT (SELECT LastName FROM Contacts) FROM Account];
  return c.Account.Name + b.Contacts[0].LastName + b.Contacts.size();`,
  'AL1',
);
body(
  'a query beside another record is its row, or nothing',
  `
  Account other = new Account(Name = 'other');
  Account a = [SELECT Name FROM Account] ?? other;
  Account none = [SELECT Name FROM Account LIMIT 1] ?? null;
  insert new Account(Name = 'A');
  Account b = [SELECT Name FROM Account] ?? other;
  return a.Name + none?.Name + b.Name;`,
  'othernullA',
);
body(
  'so it is as a branch of a choice',
  `
  insert new Account(Name = 'A');
  Account other = new Account(Name = 'other');
  Account a = other.Name == 'A' ? other : [SELECT Name FROM Account];
  return a.Name;`,
  'A',
);
body(
  'fields that were not queried cannot be read',
  "insert new Account(Name = 'A'); try { return [SELECT Id FROM Account].Name; } catch (SObjectException e) { return e.getMessage(); }",
  'SObject row was retrieved via SOQL without querying the requested field: Account.Name',
);
body(
  'a query without rows is no record',
  'try { Account a = [SELECT Id FROM Account]; return a; } catch (QueryException e) { return e.getMessage(); }',
  'List has no rows for assignment to SObject',
);
body(
  'a query with two rows is no record',
  "insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') }; try { Account a = [SELECT Id FROM Account]; return a; } catch (QueryException e) { return e.getMessage(); }",
  'List has more than 1 row for assignment to SObject',
);
body(
  'counts are Integers',
  "insert new Account(Name = 'A'); Integer n = [SELECT COUNT() FROM Account]; return n + 1;",
  '2',
);
body(
  'aggregates',
  "insert new List<Account>{ new Account(Name = 'A', AnnualRevenue = 1), new Account(Name = 'B', AnnualRevenue = 2) }; AggregateResult r = [SELECT SUM(AnnualRevenue) total FROM Account]; return r.get('total');",
  '3.00',
);
body(
  'binds are expressions',
  "insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') }; List<String> names = new List<String>{ 'B' }; Integer n = 1; return [SELECT Name FROM Account WHERE Name IN :names LIMIT :n - 0][0].Name;",
  'B',
);
body(
  'dynamic queries see the variables in scope',
  "insert new Account(Name = 'A'); String wanted = 'A'; return Database.query('SELECT Name FROM Account WHERE Name = :wanted').size();",
  '1',
);
