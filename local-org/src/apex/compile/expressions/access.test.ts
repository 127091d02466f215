import { body, expressions } from '../../test-support/cases.ts';

const season = 'public enum Season { WINTER, SUMMER }';

expressions(
  'enums',
  {
    'Season.values()': '(WINTER, SUMMER)',
    "Season.valueOf('winter').ordinal()": '0',
    'Season.WINTER.name() + Season.SUMMER': 'WINTERSUMMER',
    'Season.WINTER == Season.SUMMER': 'false',
    'LoggingLevel.WARN.name()': 'WARN',
  },
  season,
);

body(
  '?. gives null for null',
  `String s; Account a; return s?.length() + ' ' + a?.Name + ' ' + (s?.toUpperCase() ?? 'none');`,
  'null null none',
);
body(
  'a null receiver fails',
  'try { String s; return s.length(); } catch (NullPointerException e) { return e.getTypeName(); }',
  'System.NullPointerException',
);
body(
  'list positions are checked',
  'try { return new List<Integer>{1}[1]; } catch (ListException e) { return e.getMessage(); }',
  'List index out of bounds: 1',
);
body(
  'array elements can be assigned and counted up',
  'Integer[] a = new Integer[3]; a[0] = 5; a[0] += 2; a[1] = a[0]++; return a;',
  '(8, 7, null)',
);
body(
  'lists nest',
  'List<List<Integer>> m = new List<List<Integer>>{ new List<Integer>{1}, new List<Integer>{2, 3} }; m[1][0] = 9; return m;',
  '((1), (9, 3))',
);
body(
  'maps from literals and records',
  "insert new Account(Name = 'A'); Map<Id, Account> m = new Map<Id, Account>([SELECT Name FROM Account]); Map<String, Integer> n = new Map<String, Integer>{ 'x' => 1 }; return m.values()[0].Name + n;",
  'A{x=1}',
);
body('several lines of text', "String s = '''\nhello\n  world'''; return s;", 'hello\n  world');

const overloads = `public class O {
  public static String f(Integer i) { return 'Integer'; }
  public static String f(Long i) { return 'Long'; }
  public static String f(Decimal i) { return 'Decimal'; }
  public static String f(String i) { return 'String'; }
  public static String f(Object i) { return 'Object'; }
  public static String g(Long i) { return 'Long'; }
  public static String g(Object i) { return 'Object'; }
  public static String h(SObject s) { return 'SObject'; }
  public static String h(Account s) { return 'Account'; }
  public static String h(List<SObject> s) { return 'List'; }
}`;

expressions(
  'the nearest overload is called',
  {
    'O.f(1)': 'Integer',
    'O.f(1L)': 'Long',
    'O.f(1.5)': 'Decimal',
    "O.f('s')": 'String',
    'O.f(Date.today())': 'Object',
    'O.g(1)': 'Long',
    'O.h(new Account())': 'Account',
    'O.h(new Contact())': 'SObject',
    'O.h(new List<Account>())': 'List',
  },
  overloads,
);

expressions('schema tokens', {
  'Account.SObjectType': 'Account',
  'Account.Name': 'Name',
  'Contact.Account.Name.getDescribe().getName()': 'Name',
  'Schema.SObjectType.Account.getName()': 'Account',
  'Schema.SObjectType.Account.fields.Industry.getName()': 'Industry',
  'Account.SObjectType.fields.Name': 'Name',
  'Account.getSObjectType() == Account.SObjectType': 'true',
});
