import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateBody } from '../../test-support/program.ts';
import { checkApex } from '../test-support/apex-table.ts';

test('patterns and matchers', () => {
  checkApex({
    "Pattern.matches('[a-c]+', 'abca')": 'true',
    "Pattern.matches('[a-c]+', 'abcd')": 'false',
    "Pattern.compile('(?i)ABC').matcher('xabcx').matches()": 'false',
    "Pattern.compile('(?i)ABC').matcher('abcx').lookingAt()": 'true',
    "Pattern.compile(',').split('a,b,,')": '(a, b)',
    "Pattern.compile('a').matcher('b').group()": 'System.StringException: No match found',
    "Pattern.compile('[').pattern()":
      'System.StringException: Invalid regex: Unclosed character class near index 0\n[\n^',
    "Pattern.compile(Pattern.quote('a.b\\\\E')).matcher('a.b\\\\E').matches()": 'true',
    "Pattern.compile('(a)(b)?').matcher('').groupCount()": '2',
    "'x'.replaceAll('x', Matcher.quoteReplacement('$1\\\\'))": '$1\\',
  });
  const body = `Matcher m = Pattern.compile('(\\\\w)(\\\\d+)?').matcher('a12 b');
    String seen = '';
    while (m.find()) { seen += m.group(1) + m.group(2) + m.start() + m.end() + m.start(2) + ';'; }
    return seen;`;
  assert.equal(evaluateBody(body), 'a12031;bnull45-1;');
  const region = `Matcher m = Pattern.compile('^b+$').matcher('abbba').region(1, 4); return m.matches() + ' ' + m.start();`;
  assert.equal(evaluateBody(region), 'true 1');
});

test('a matcher that has replaced everything finds nothing until it is reset', () => {
  const body = `Matcher m = Pattern.compile('a').matcher('abca'); String seen = '';
    while (m.find()) { seen += m.start() + m.replaceAll('x'); }
    m.reset(); m.replaceFirst('x'); m.find();
    return seen + m.start();`;
  assert.equal(evaluateBody(body), '0xbcx3');
});

test('code cannot catch a match that is too complicated', () => {
  const body = `try { return String.valueOf(Pattern.matches('(a+)+b', 'a'.repeat(60))); } catch (Exception e) { return 'caught'; }`;
  assert.throws(() => evaluateBody(body), /Regex too complicated/);
});
