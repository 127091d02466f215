import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';

test('parts of a string', () => {
  checkApex({
    "'hamburger'.substring(4, 8)": 'urge',
    "'hamburger'.substring(4)": 'urger',
    "'abc'.substring(5)": 'System.StringException: Starting position out of bounds: 5',
    "'abc'.substring(1, 9)": 'System.StringException: Ending position out of bounds: 9',
    "'abcdaacd'.left(3) + '|' + 'abc'.left(9) + '|' + 'abc'.left(-1)": 'abc|abc|',
    "'Hello Max'.right(3)": 'Max',
    "'abcde'.mid(2, 3)": 'cde',
    "'Force.com.x'.substringBefore('.') + '|' + 'Force.com.x'.substringBeforeLast('.')": 'Force|Force.com',
    "'Force.com.x'.substringAfter('.') + '|' + 'Force.com.x'.substringAfterLast('.')": 'com.x|x',
    "'tag{a}tag'.substringBetween('{', '}')": 'a',
    "'none'.substringBetween('x')": 'null',
    "'abc'.charAt(1)": '98',
    "'abc'.charAt(3)": 'System.StringException: String index out of range: 3',
    "'Hi'.getChars()": '(72, 105)',
  });
});

test('searching', () => {
  checkApex({
    "'abcde'.contains('bc')": 'true',
    "'abcde'.contains(null)": 'System.NullPointerException: Argument 1 cannot be null',
    "'Hello'.containsIgnoreCase('HELL')": 'true',
    "'hello'.containsAny('hx')": 'true',
    "'abba'.containsOnly('ab') && 'abba'.containsNone('cd')": 'true',
    "'abcdbc'.indexOf('bc', 2)": '4',
    "'abcdbc'.lastIndexOf('bc')": '4',
    "'abcdbc'.lastIndexOf('bc', 3)": '1',
    "'Abab'.indexOfIgnoreCase('AB', 1)": '2',
    "'xxabyy'.indexOfAny('ba')": '2',
    "'xxabyy'.indexOfAnyBut('x')": '2',
    "'Hello Jane and Hello'.countMatches('Hello')": '2',
    "'i am a machine'.indexOfDifference('i am a robot')": '7',
    "'i am a machine'.difference('i am a robot')": 'robot',
    "'flowers'.getLevenshteinDistance('flow')": '3',
    "'abc'.getLevenshteinDistance('xyz', 2)": '-1',
    "String.getCommonPrefix(new List<String>{'SFDCApex', 'SFDCVisualforce'})": 'SFDC',
  });
});

test('splitting and joining', () => {
  checkApex({
    "'a,b,,'.split(',')": '(a, b)',
    "'boo:and:foo'.split('o', -1)": '(b, , :and:f, , )',
    "'boo:and:foo'.split(':', 2)": '(boo, and:foo)',
    "'abc'.split('')": '(a, b, c)',
    "''.split(',').size()": '1',
    "'a1b22c'.split('\\\\d+')": '(a, b, c)',
    "'a|b'.split('|')": '(a, |, b)',
    "'a(b'.split('(')": 'System.StringException: Invalid regex: Unclosed group near index 1\n(\n ^',
    "String.join(new List<Integer>{1, 2, 3}, '-')": '1-2-3',
    "String.join(new Set<String>{'x', 'y'}, ', ')": 'x, y',
    "'Lightning.platform'.splitByCharacterType()": '(L, ightning, ., platform)',
    "'fooBar1'.splitByCharacterTypeCamelCase()": '(foo, Bar, 1)',
  });
});

test('replacing', () => {
  checkApex({
    "'abcab'.replace('ab', '$1')": '$1c$1',
    "'a1b2'.replaceAll('([a-z])(\\\\d)', '$2$1')": '1a2b',
    "'aaa'.replaceFirst('a', 'b')": 'baa',
    "'x'.replaceAll('x', '$2')": 'System.StringException: No group 2',
    "'Salesforce.com'.remove('.com')": 'Salesforce',
    "'abc'.removeStart('a') + 'abc'.removeEnd('c') + 'ABC'.removeStartIgnoreCase('a')": 'bcabBC',
    "'a  b\\tc '.normalizeSpace()": 'a b c',
    "' a b '.deleteWhitespace()": 'ab',
    "'<b>hello</b> world'.stripHtmlTags()": 'hello world',
    "'abcdef'.overlay('zz', 2, 4)": 'abzzef',
    "String.escapeSingleQuotes('It\\'s')": "It\\'s",
  });
});

test('padding and case', () => {
  checkApex({
    "'ab'.leftPad(5) + '|'": '   ab|',
    "'ab'.leftPad(5, 'xy')": 'xyxab',
    "'ab'.rightPad(4, '-')": 'ab--',
    "'hello'.center(9, '-')": '--hello--',
    "'ab'.repeat(2) + 'ab'.repeat(',', 2)": 'ababab,ab',
    "'Hello Maximillian'.abbreviate(8)": 'Hello...',
    "'Hello Maximillian'.abbreviate(9, 6)": '...Max...',
    "'Hello'.abbreviate(3)": 'System.StringException: Minimum abbreviation width is 4',
    "'hello'.capitalize() + 'Hello'.uncapitalize() + 'Hello'.swapCase()": 'HellohellohELLO',
    "'abc'.toUpperCase() + 'ABC'.toLowerCase()": 'ABCabc',
    "'cba'.reverse()": 'abc',
    "'[' + ' \\n a '.trim() + ']'": '[a]',
  });
});

test('kinds of text', () => {
  checkApex({
    "String.isBlank(' \\t') && String.isBlank(null) && !String.isNotBlank('')": 'true',
    "String.isEmpty('') && String.isEmpty(null) && String.isNotEmpty(' ')": 'true',
    "'abc'.isAlpha() && !'ab1'.isAlpha() && !''.isAlpha()": 'true',
    "'ab 1'.isAlphanumericSpace() && '12'.isNumeric() && 'Ab'.isAllLowerCase() == false": 'true',
    "' '.isWhitespace() && 'a b'.containsWhitespace()": 'true',
    "'abc'.compareTo('abd')": '-1',
    "'abc'.compareTo('ab')": '1',
    "'ABC'.equalsIgnoreCase('abc')": 'true',
    "'abc'.equals('ABC')": 'false',
    "'hello'.hashCode()": '99162322',
  });
});

test('escaping', () => {
  checkApex({
    '\'<Ted & "Alice">\'.escapeHtml4()': '&lt;Ted &amp; &quot;Alice&quot;&gt;',
    "'caf\\u00e9 \\u2014'.escapeHtml4()": 'caf&eacute; &mdash;',
    "'&lt;a&gt; &eacute; &#65;&#x42;'.unescapeHtml4()": '<a> é AB',
    "'a\\'b&'.escapeXml()": 'a&apos;b&amp;',
    '\'Max,"Jr"\'.escapeCsv()': '"Max,""Jr"""',
    '\'"a""b,"\'.unescapeCsv()': 'a"b,',
    "'a/\"b\\n'.escapeEcmaScript()": 'a\\/\\"b\\n',
    "'\\u00e9'.escapeUnicode()": '\\u00E9',
  });
});

test('formatting', () => {
  checkApex({
    "String.format('Hello {0}, you are {1}', new List<Object>{'Ada', 36})": 'Hello Ada, you are 36',
    "String.format('It\\'\\'s {0} \\'{0}\\' {1}', new List<String>{'x'})": "It's x {0} {1}",
    "String.format('{x}', new List<String>())": "System.StringException: can't parse argument number: x",
    'String.valueOf(Date.newInstance(2026, 1, 31))': '2026-01-31',
    'String.valueOf(Datetime.newInstanceGmt(2026, 1, 31, 15, 4, 5))': '2026-01-31 10:04:05',
    'String.valueOfGmt(Datetime.newInstanceGmt(2026, 1, 31, 15, 4, 5))': '2026-01-31 15:04:05',
    'String.valueOf(1.50)': '1.50',
    'String.valueOf(2.0d)': '2.0',
    'String.valueOf(5L)': '5',
    'String.fromCharArray(new List<Integer>{72, 105})': 'Hi',
  });
});
