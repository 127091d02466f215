import { body, expressions } from '../../test-support/cases.ts';

expressions('Integers are 32 bits wide', {
  '2147483647 + 1': '-2147483648',
  '-2147483648 - 1': '2147483647',
  '100000 * 100000': '1410065408',
  '7 / 2': '3',
  '-7 / 2': '-3',
  '1 << 33': '2',
  '-16 >> 2': '-4',
  '-1 >>> 28': '15',
  '~5': '-6',
  '5 & 3': '1',
  '5 | 3': '7',
  '5 ^ 3': '6',
});

expressions('Longs are 64 bits wide', {
  '9223372036854775807L + 1': '-9223372036854775808',
  '5000000000L * 2': '10000000000',
  '7L / 2': '3',
  '-1L >>> 60': '15',
  '1L << 40': '1099511627776',
});

expressions('the wider type wins', {
  '1 + 1L': '2',
  '1 + 1.5': '2.5',
  '3.0d + 1': '4.0',
  '1L + 0.5d': '1.5',
  '1 / 2.0': '0.5',
});

expressions('Decimals keep their scale', {
  '1.10 * 2': '2.20',
  '1.50 + 0.5': '2.00',
  '-(1.20)': '-1.20',
  '1.5 == 1.50': 'true',
});

expressions('texts are equal without regard to case, unless compared exactly', {
  "'a' == 'A'": 'true',
  "'a' != 'A'": 'false',
  "'a' === 'A'": 'false',
  "'b' > 'A'": 'true',
  "'Hello' < 'hello'": 'false',
  "'Hello' <= 'hello'": 'true',
  "'1a' < '-a'": 'true',
  "'- Default' < 'Banner'": 'false',
  "'/ Default' < 'Banner'": 'true',
  "'a' + 1 + 2": 'a12',
  "1 + 2 + 'a'": '3a',
  "'x' + null": 'xnull',
  "'' + 1.0d": '1.0',
  "'' + Date.newInstance(2026, 1, 31)": '2026-01-31 00:00:00',
});

expressions('numbers of different types compare by value', {
  '1 == 1L': 'true',
  '1 == 1.0': 'true',
  '2L > 1': 'true',
  '1.5 <= 1.5d': 'true',
});

body(
  'comparisons with null are false',
  `Integer x; Decimal d; return (x < 5) + '' + (x >= 5) + (d > 1);`,
  'falsefalsefalse',
);
body('a null text is less than any other', "String x; return (x < 'a') + '' + (x > 'a');", 'truefalse');
body(
  'arithmetic with null fails',
  'try { Integer x; return x + 1; } catch (NullPointerException e) { return e.getMessage(); }',
  'Attempt to de-reference a null object',
);
body(
  'dividing by zero fails',
  'try { return 1 / 0; } catch (MathException e) { return e.getMessage(); }',
  'Divide by 0',
);
body(
  'dividing a Decimal by zero fails',
  'try { return 1.0 / 0; } catch (MathException e) { return e.getMessage(); }',
  'Divide by 0',
);
body(
  '|= and &= do not evaluate what cannot matter',
  `
  Boolean yes = true;
  yes |= Calls.count();
  Boolean no = false;
  no &= Calls.count();
  return Calls.n;`,
  '0',
  'public class Calls { public static Integer n = 0; public static Boolean count() { n++; return true; } }',
);
body(
  '++ and -- give the old or the new value',
  `Integer i = 5; Integer a = i++; Integer b = ++i; Integer c = i--; return a + ',' + b + ',' + c + ',' + i;`,
  '5,7,7,6',
);
body(
  'compound assignments convert to the type of the target',
  "Decimal d = 10; d /= 4; Long l = 5; l += 3; String s = 'a'; s += 1; return d + ' ' + l + ' ' + s;",
  '2.5 8 a1',
);
body(
  'dates move by days',
  'Date d = Date.newInstance(2026, 1, 31); return (d + 1).format() == (d - -1).format();',
  'true',
);
