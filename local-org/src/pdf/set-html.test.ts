import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makePdf } from './make-pdf.ts';
import { setHtml } from './set-html.ts';
import { readPdf } from './test-support.ts';

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
);

async function set(body: string, style = '', resources = {}) {
  const result = await setHtml(`<html><head><style>${style}</style></head><body>${body}</body></html>`, resources);
  const { pages, lines } = readPdf(result.bytes);
  return {
    pages,
    text: lines.join('').replace(/\s+/g, ' '),
    lines,
    problems: result.problems,
    size: result.bytes.length,
  };
}

describe('HTML as PDF', () => {
  it('sets text with white space collapsed and breaks kept', async () => {
    const { text, pages, problems } = await set(
      '<p>One  <b>two</b>\n three</p><p>four<br/>five &euro; &#8211; &auml;</p>',
      'body { font-family: Arial }',
    );
    assert.equal(text, 'One two threefourfive \u0080 \u0096 \u00e4');
    assert.equal(pages, 1);
    assert.deepEqual(problems, []);
  });

  it('breaks pages, and counts them in margin boxes', async () => {
    const { pages, text } = await set(
      '<div>first</div><div class="next">second</div>',
      `.next { page-break-before: always }
       @page { size: A5 landscape; margin: 10mm 10mm 20mm 10mm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } @top-left { content: 'Head' } }
       @page :first { @top-left { content: 'Cover' } }`,
    );
    assert.equal(pages, 2);
    for (const part of ['Cover', 'Head', 'Page 1 of 2', 'Page 2 of 2'])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it('puts running elements into margin boxes', async () => {
    const { text, problems } = await set(
      '<div class="top">Letterhead <span class="n"></span></div><p>Body</p>',
      '.top { position: running(top) } .n:before { content: counter(page) } @page { @top-center { content: element(top) } }',
    );
    assert.match(text, /Body/);
    assert.match(text, /Letterhead 1/);
    assert.deepEqual(problems, []);
  });

  it('repeats the head of a table that is paginated', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => `<tr><td>Row ${index}</td><td>x</td></tr>`).join('');
    const table = `<table><thead><tr><th>Title</th><th>Value</th></tr></thead><tbody>${rows}</tbody></table>`;
    const repeated = await set(table, 'table { -fs-table-paginate: paginate; width: 100% }');
    assert.ok(repeated.pages > 1);
    assert.equal(repeated.lines.filter((line) => line === 'Title').length, repeated.pages);
    const once = await set(table, '');
    assert.equal(once.lines.filter((line) => line === 'Title').length, 1);
  });

  it('understands spans, lists, floats and inline blocks', async () => {
    const { text, problems } = await set(
      `<table border="1"><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D</td></tr></table>
       <ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul>
       <div style="float:left;width:40%">left</div><div style="float:right">right</div><p>between</p><div style="clear:both">after</div>
       <div><span style="display:inline-block;width:50%">ib1</span> <span style="display:inline-block">ib2</span></div>`,
    );
    for (const part of [
      'A',
      'B',
      'C',
      'D',
      'one',
      'two',
      '3.',
      'three',
      'left',
      'between',
      'right',
      'after',
      'ib1',
      'ib2',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.deepEqual(problems, []);
  });

  it('takes the more specific rule, and inherits', async () => {
    const { text } = await set(
      '<div class="a" id="i"><p>up</p><p class="b">gone</p></div><p>stays</p>',
      'p.b { display: none } .b { display: block } #i p { text-transform: uppercase } div.a { font-weight: bold } @media screen { p { display: none } }',
    );
    assert.equal(text, 'UPstays');
  });

  it('shows pictures it was given', async () => {
    const { problems, size } = await set('<img src="/resource/Logo" width="50"/>', '', {
      '/resource/Logo': { contentType: 'image/svg+xml', bytes: SVG },
    });
    assert.deepEqual(problems, []);
    const missing = await set('<img src="/resource/Nothing" alt="A logo"/>');
    assert.deepEqual(missing.problems, ['The picture /resource/Nothing is not there']);
    assert.match(missing.text, /A logo/);
    assert.ok(size > 0);
  });

  it('says what it cannot do', async () => {
    const { problems, text } = await set(
      '<div style="display:flex;font-family:Papyrus">x</div><div style="position:absolute">y</div>',
      '@font-face { font-family: A }',
    );
    assert.deepEqual(problems, [
      '@font-face is not supported in PDF files',
      'display: flex is set as display: block in PDF files',
      'The font papyrus is not there: PDF files have Arial Unicode MS, Helvetica, Times and Courier',
      'position: absolute is not supported in PDF files',
    ]);
    assert.equal(text, 'xy');
  });

  it('makes a PDF while the caller waits', () => {
    const { bytes } = makePdf('Plain text', {});
    assert.deepEqual(readPdf(bytes).lines.join(''), 'Plain text');
    assert.equal(readPdf(makePdf('<b>Again</b>', {}).bytes).lines.join(''), 'Again');
  });
});
