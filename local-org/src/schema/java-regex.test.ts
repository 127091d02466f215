import assert from 'node:assert/strict';
import { test } from 'node:test';
import { javaRegex, PatternSyntaxError } from './java-regex.ts';

/** The first match; undefined when there is none. */
function find(pattern: string, text: string): string | undefined {
  return javaRegex(pattern).compile('g').exec(text)?.[0];
}

function matches(pattern: string, text: string): boolean {
  return javaRegex(pattern).matches(text);
}

test('what Java and JavaScript write differently', () => {
  assert.equal(find('a++b', 'aaab'), 'aaab');
  assert.equal(find('a++ab', 'aaab'), undefined);
  assert.equal(find('(?>a|ab)c', 'abc'), undefined);
  assert.equal(find('[a-z&&[^aeiou]]+', 'aebcd'), 'bcd');
  assert.equal(find('[a-d[m-p]]+', 'xbmz'), 'bm');
  assert.equal(find('\\Qa.b*\\E', 'a.b*'), 'a.b*');
  assert.equal(find('\\p{Upper}\\p{Punct}', 'aB!'), 'B!');
  assert.equal(find('\\p{IsAlphabetic}+', '1é2'), 'é');
  assert.equal(find('\\h+', 'a \t b'), ' \t ');
  assert.equal(find('(?<year>\\d{4})-\\k<year>', '2026-2026'), '2026-2026');
  assert.equal(find('\\x41\\u0042\\0103', 'ABC'), 'ABC');
});

test('flags hold to the end of their group, over alternatives', () => {
  assert.ok(matches('(?i)a|b', 'B'));
  assert.ok(!matches('(?:(?i)a)b', 'AB'));
  assert.ok(matches('a(?i:b)c', 'aBc'));
  assert.ok(matches('(?s)a.b', 'a\nb'));
  assert.ok(!matches('a.b', 'a\nb'));
  assert.ok(matches('(?x) a b  # comment', 'ab'));
  assert.ok(matches('(?m)^b$', 'b'));
  assert.equal(find('(?m)^b$', 'a\nb\nc'), 'b');
});

test('$ matches before a line end that ends the text, \\z does not', () => {
  assert.equal(find('a$', 'a\n'), 'a');
  assert.equal(find('a\\z', 'a\n'), undefined);
  assert.equal(find('a$', 'a\nb'), undefined);
});

test('\\s and \\d are ASCII, \\b knows letters', () => {
  assert.equal(find('\\s', '\u00a0'), undefined);
  assert.equal(find('\\d', '\u0663'), undefined);
  assert.equal(find('\\bé', 'aé'), undefined);
});

test('characters that are special in JavaScript only', () => {
  assert.ok(matches('[a&~^{}()|/-]+', 'a&~^{}()|/-'));
  assert.ok(matches(']}', ']}'));
  assert.ok(matches('a/b', 'a/b'));
});

test('bad patterns are refused in the words of Java', () => {
  const description = (pattern: string): string => {
    try {
      javaRegex(pattern);
    } catch (error) {
      assert.ok(error instanceof PatternSyntaxError);
      return `${error.description} ${error.index}`;
    }
    return 'none';
  };
  assert.equal(description('(a'), 'Unclosed group 2');
  assert.equal(description('a)'), "Unmatched closing ')' 0");
  assert.equal(description('*a'), "Dangling meta character '*' 0");
  assert.equal(description('[z-a]'), 'Illegal character range 2');
  assert.equal(description('\\y'), 'Illegal/unsupported escape sequence 1');
});
