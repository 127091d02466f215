import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv, toTable } from './table.ts';

const grid = {
  columns: ['Name', 'Note'],
  rows: [
    ['Bo', 'one\ntwo'],
    ['A, "B"', null],
    ['Long', 'x'.repeat(80)],
  ],
};

test('a table aligns its columns and cuts what is too long', () => {
  assert.deepEqual(toTable(grid).split('\n'), [
    'Name    Note',
    `──────  ${'─'.repeat(60)}`,
    'Bo      one two',
    'A, "B"',
    `Long    ${'x'.repeat(59)}…`,
  ]);
});

test('CSV quotes what needs it', () => {
  assert.equal(toCsv({ ...grid, rows: grid.rows.slice(0, 2) }), 'Name,Note\nBo,"one\ntwo"\n"A, ""B""",\n');
});
