import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnWidths } from './column-widths.ts';

const cell = (column: number, min: number, max: number, given?: number, colSpan = 1) => ({
  column,
  colSpan,
  extent: { min, max },
  given,
});
const none = [undefined, undefined];

describe('widths of columns', () => {
  it('are those of the content where there is room', () => {
    assert.deepEqual(
      columnWidths([cell(0, 10, 40), cell(1, 10, 60)], none, { available: 500, wanted: undefined }),
      [40, 60],
    );
  });

  it('share a wider table by their content', () => {
    assert.deepEqual(
      columnWidths([cell(0, 10, 25), cell(1, 10, 75)], none, { available: 500, wanted: 200 }),
      [50, 150],
    );
  });

  it('give way down to their longest words', () => {
    const [left, right] = columnWidths([cell(0, 30, 30), cell(1, 40, 400)], none, {
      available: 100,
      wanted: undefined,
    });
    assert.equal(left, 30);
    assert.equal(Math.round(right), 70);
  });

  it('keep to what they are given', () => {
    assert.deepEqual(
      columnWidths([cell(0, 10, 90, 30), cell(1, 10, 20)], none, { available: 100, wanted: 100 }),
      [30, 70],
    );
    assert.deepEqual(
      columnWidths([cell(0, 1, 1, 50), cell(1, 1, 1, 150)], none, { available: 100, wanted: 100 }),
      [25, 75],
    );
  });

  it('grow for a cell over several columns', () => {
    const widths = columnWidths([cell(0, 10, 20), cell(1, 10, 20), cell(0, 50, 100, undefined, 2)], none, {
      available: 500,
      wanted: undefined,
    });
    assert.deepEqual(widths, [20, 80]);
  });
});
