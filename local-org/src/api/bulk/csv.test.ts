import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as check, property, array, string } from 'fast-check';
import { parseCsv, writeCsv } from './csv.ts';

test('reads quoted cells, doubled quotes and line ends inside cells', () => {
  const text = 'Name,Notes\r\n"A, B","say ""hi""\nthere"\r\nC,\r\n';
  assert.deepEqual(parseCsv(text, ','), [
    ['Name', 'Notes'],
    ['A, B', 'say "hi"\nthere'],
    ['C', ''],
  ]);
});

test('reads other delimiters and a last line without its end', () => {
  assert.deepEqual(parseCsv('a;b\n1;"2;3"', ';'), [
    ['a', 'b'],
    ['1', '2;3'],
  ]);
});

test('skips blank lines', () => assert.deepEqual(parseCsv('a\n\nb\n', ','), [['a'], ['b']]));

test('reads back what it wrote', () => {
  const cells = array(
    string().filter((cell) => !cell.includes('\r')),
    { minLength: 2, maxLength: 4 },
  );
  check(
    property(array(cells, { minLength: 1 }), (rows) => {
      assert.deepEqual(parseCsv(writeCsv(rows, { delimiter: ',', lineEnding: '\n' }), ','), rows);
    }),
  );
});
