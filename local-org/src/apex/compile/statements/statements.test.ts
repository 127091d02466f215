import { body } from '../../test-support/cases.ts';

body('for', "String r = ''; for (Integer i = 0, j = 10; i < j; i++, j--) r += i; return r;", '01234');
body('for without parts', 'Integer n = 0; for (;;) { if (++n == 4) break; } return n;', '4');
body(
  'while, break and continue',
  "String r = ''; Integer n = 0; while (true) { n++; if (n > 5) break; if (n == 2) continue; r += n; } return r;",
  '1345',
);
body(
  'what follows a loop whose condition is true',
  'for (Integer i = 0; true; i++) { if (i == 3) return i; } return 0;',
  '3',
);
body('do while', 'Integer n = 0; do { n++; } while (n < 3); return n;', '3');
body(
  'for over a list, a set and the keys of a map',
  "Integer s = 0; for (Integer i : new List<Integer>{1, 2}) s += i; for (Integer i : new Set<Integer>{4, 4}) s += i; for (String k : new Map<String, Integer>{'a' => 1}.keySet()) s += k.length(); return s;",
  '8',
);
body(
  'a list cannot change while it is walked over',
  'List<Integer> l = new List<Integer>{1, 2}; try { for (Integer i : l) l.add(i); return null; } catch (FinalException e) { return e.getMessage(); }',
  'Cannot modify a collection while it is being iterated.',
);
body(
  'a list can change in the turn in which its loop is left',
  'List<Integer> l = new List<Integer>{1, 2}; for (Integer i : l) { l.add(0, 3); break; } return l;',
  '(3, 1, 2)',
);
body(
  'values of a map can be replaced while its keys are walked over',
  "Map<String, Integer> m = new Map<String, Integer>{'a' => 1, 'b' => 2}; for (String k : m.keySet()) m.put(k, 9); return m;",
  '{a=9, b=9}',
);
body(
  'a list can change after its loop was left',
  'List<Integer> l = new List<Integer>{1, 2}; for (Integer i : l) break; l.add(3); return l.size();',
  '3',
);
body(
  'for over an Iterable of the project',
  'Integer s = 0; for (Integer i : new Its()) s += i; return s;',
  '3',
  'public class It implements Iterator<Integer> { Integer n = 0; public Boolean hasNext() { return n < 2; } public Integer next() { return ++n; } }',
  'public class Its implements Iterable<Integer> { public Iterator<Integer> iterator() { return new It(); } }',
);
body(
  'for over a query, by row and by batch',
  "List<Account> all = new List<Account>(); for (Integer i = 0; i < 250; i++) all.add(new Account(Name = 'A' + i)); insert all; Integer rows = 0; String sizes = ''; for (Account a : [SELECT Id FROM Account]) rows++; for (List<Account> batch : [SELECT Id FROM Account]) sizes += batch.size() + ' '; return rows + ': ' + sizes;",
  '250: 200 50 ',
);

body(
  'switch on texts',
  "switch on 'b' { when 'a' { return 'A'; } when 'b', 'c' { return 'BC'; } when else { return 'E'; } }",
  'BC',
);
body(
  'switch on numbers',
  "Integer i = -5; switch on i { when 1 { return 'one'; } when -5 { return 'minus'; } } return 'none';",
  'minus',
);
body(
  'switch on enums',
  "Season s = Season.SUMMER; switch on s { when WINTER { return 'w'; } when SUMMER { return 's'; } } return null;",
  's',
  'public enum Season { WINTER, SUMMER }',
);
body(
  'switch on types',
  "Object o = new Contact(LastName = 'L'); switch on o { when Account a { return a.Name; } when Contact c { return c.LastName; } when else { return 'else'; } }",
  'L',
);
body(
  'switch on null',
  "String s; switch on s { when 'a' { return 'a'; } when null { return 'null'; } when else { return 'else'; } }",
  'null',
);

body(
  'finally runs whatever happens',
  "String r = ''; for (Integer i = 0; i < 2; i++) { try { if (i == 0) continue; r += 'b'; } finally { r += 'f'; } } return r;",
  'fbf',
);
body(
  'the first clause that fits catches',
  "try { throw new IllegalArgumentException('x'); } catch (DmlException e) { return 'dml'; } catch (IllegalArgumentException e) { return 'argument ' + e.getMessage(); } catch (Exception e) { return 'any'; }",
  'argument x',
);
body(
  'exceptions go through clauses that do not fit',
  "try { try { throw new MyException('a'); } catch (DmlException e) { return 'wrong'; } } catch (Exception e) { return e.getTypeName(); }",
  'MyException',
  'public class MyException extends Exception {}',
);
