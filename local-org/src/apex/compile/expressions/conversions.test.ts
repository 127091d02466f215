import { body, expressions } from '../../test-support/cases.ts';

expressions('casts between numbers', {
  '(Integer) 3.9': '3',
  '(Integer) -3.9': '-3',
  '(Long) 5': '5',
  '(Decimal) 5': '5',
  '(Double) 5': '5.0',
  '(Integer) 4294967297L': '1',
});

body(
  'an Object knows what it holds',
  `
  Object i = 1; Object l = 1L; Object d = 1.5d; Object c = 1.5; Object s = 'x';
  return (i instanceof Integer) + ' ' + (l instanceof Integer) + ' ' + (d instanceof Double) + ' ' + (c instanceof Integer) + ' ' + (s instanceof String);`,
  'true false true false true',
);

body(
  'numbers are instances of the wider types',
  `
  Object i = 1; Object c = 1.5;
  return (i instanceof Long) + ' ' + (i instanceof Decimal) + ' ' + (c instanceof Double) + ' ' + (c instanceof Long);`,
  'true true true false',
);

body(
  'casts of Objects widen numbers',
  'Object i = 3; Decimal d = (Decimal) i; Long l = (Long) i; return d + 0.5 + l;',
  '6.5',
);

body(
  'a Double stays a Double where its type is not known',
  `Double d = 5; Object o = d; List<Double> l = new List<Double>{1, 2.5}; return o + ' ' + l;`,
  '5.0 (1.0, 2.5)',
);

body(
  'a wrong cast says both types',
  "try { Object o = 'x'; return (Integer) o; } catch (TypeException e) { return e.getMessage(); }",
  'Invalid conversion from runtime type String to Integer',
);

body(
  'records are instances of SObject',
  `Object o = new Account(); return (o instanceof SObject) + '' + (o instanceof Contact);`,
  'truefalse',
);

body(
  'lists are instances of lists of supertypes',
  `
  Object o = new List<Account>(); Object s = new List<String>();
  return (o instanceof List<SObject>) + ' ' + (s instanceof List<Object>) + ' ' + (s instanceof List<Id>) + ' ' + (s instanceof Set<String>);`,
  'true true false false',
);

body('ids are checked and made 18 characters long', "Id i = '001000000000001'; return i;", '001000000000001AAA');
body(
  'what is no id fails',
  "try { Id i = 'x'; return i; } catch (StringException e) { return e.getMessage(); }",
  'Invalid id: x',
);
body('ids of both lengths are equal', "Id i = '001000000000001'; return i == '001000000000001';", 'true');

body(
  'lists of ids can be taken for lists of texts',
  "Object ids = new List<Id>{'001000000000001AAA'}; Object texts = new Set<String>{'a'}; return (List<String>) ids + ' ' + (Set<Id>) texts;",
  '(001000000000001AAA) {a}',
);

body('a sign before a text means nothing', "return 'a' + + 'b';", 'ab');
