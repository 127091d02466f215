import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml, SourceError } from './xml.ts';

test('reads elements, attributes, text and lines', () => {
  const root = parseXml(
    '\uFEFF<?xml version="1.0"?>\r\n<!-- a\nnote -->\n<A xmlns="urn:x">\n  <b k=\'1 &lt; 2\'>x &amp; y</b>\n  <c/>\n</A>\n',
    'a.xml',
  );
  assert.equal(root.name, 'A');
  assert.equal(root.line, 4);
  assert.equal(root.attributes.xmlns, 'urn:x');
  const [b, c] = root.children;
  assert.equal(b?.text, 'x & y');
  assert.equal(b.attributes.k, '1 < 2');
  assert.equal(b.line, 5);
  assert.equal(c?.line, 6);
  assert.deepEqual(c.children, []);
});

test('resolves entities once and keeps CDATA as it is', () => {
  const root = parseXml('<a>&amp;lt; &#65;&#x42; &quot;&apos;<![CDATA[<b>&amp;</b>]]></a>', 'a.xml');
  assert.equal(root.text, '&lt; AB "\'<b>&amp;</b>');
});

const illFormed: [string, number, RegExp][] = [
  ['<a>\n<b>\n</a>', 3, /<\/a> closes <b>/],
  ['<a>\n<b>', 2, /<b> is not closed/],
  ['<a>\n one & two</a>', 2, /bare '&'/],
  ['<a></a>\n<b></b>', 2, /second root element <b>/],
  ['  ', 1, /holds no element/],
  ['<a>\n<1></a>', 2, /unexpected '<'/],
  ['</a>', 1, /<\/a> closes nothing/],
];
for (const [source, line, reason] of illFormed) {
  test(`refuses ${JSON.stringify(source)} with its line`, () => {
    assert.throws(
      () => parseXml(source, 'folder/a.xml'),
      (error) =>
        error instanceof SourceError &&
        error.line === line &&
        reason.test(error.message) &&
        error.file === 'folder/a.xml',
    );
  });
}
