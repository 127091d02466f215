import { copyRange, fillRight, fillTarget, pasteInto, readTable } from '../clipboard';
import { SheetGrid } from '../grid';
import { cellOf, rowOf, sheetOf } from './support/sheets';

const block = (firstRow: number, lastRow: number, firstDay: number, lastDay: number) => ({
  firstRow,
  lastRow,
  firstDay,
  lastDay,
});

function gridOf(...keys: string[]): SheetGrid {
  return SheetGrid.of(sheetOf(keys.map((key) => rowOf(key))));
}

function texts(grid: SheetGrid): string[][] {
  return grid.rows.map(({ key }) => grid.days.map((_, day) => grid.cell({ rowKey: key, day }).text));
}

describe('tables on the clipboard', () => {
  it('are read as spreadsheets write them', () => {
    expect(readTable('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readTable('8')).toEqual([['8']]);
    expect(readTable('\t8\n')).toEqual([['', '8']]);
    expect(readTable('"1:30\nlate"\t"say ""hi"""')).toEqual([['1:30\nlate', 'say "hi"']]);
  });

  it('are written so that they paste back', () => {
    const grid = gridOf('build', 'test').edit([
      { rowKey: 'build', day: 0, text: '8' },
      { rowKey: 'test', day: 1, text: '1.5' },
    ]);
    const text = copyRange(grid, block(0, 1, 0, 1));
    expect(text).toBe('8:00\t\n\t1:30');
    const pasted = gridOf('build', 'test');
    expect(texts(pasted.edit(pasteInto(pasted, block(0, 0, 0, 0), text).edits))).toEqual(texts(grid));
  });
});

describe('paste', () => {
  it('puts a block at the first cell, in one step', () => {
    const grid = gridOf('build', 'test');
    const { edits, problems } = pasteInto(grid, block(0, 0, 1, 1), '1:30\t1,5\r\n90m\t\r\n');
    const pasted = grid.edit(edits);
    expect(texts(pasted)).toEqual([
      ['', '1:30', '1:30', '', '', '', ''],
      ['', '1:30', '', '', '', '', ''],
    ]);
    expect(problems).toEqual([]);
    expect(texts(pasted.undo())).toEqual(texts(grid));
  });

  it('fills a selection with one value', () => {
    const grid = gridOf('build', 'test');
    const pasted = grid.edit(pasteInto(grid, block(0, 1, 0, 2), ' 2 \n').edits);
    expect(texts(pasted).map((row) => row.slice(0, 4))).toEqual([
      ['2:00', '2:00', '2:00', ''],
      ['2:00', '2:00', '2:00', ''],
    ]);
  });

  it('says per cell what is wrong, and keeps what was pasted', () => {
    const grid = gridOf('build');
    const { edits, problems } = pasteInto(grid, block(0, 0, 5, 5), '25\t-1\t8\nTotal\t\t');
    expect(problems).toEqual([
      { text: '25', message: expect.stringMatching(/24 hours/), at: { rowKey: 'build', day: 5 } },
      { text: '-1', message: expect.stringMatching(/negative/), at: { rowKey: 'build', day: 6 } },
      { text: '8', message: 'There is no cell for it.' },
      { text: 'Total', message: 'There is no cell for it.' },
    ]);
    const pasted = grid.edit(edits);
    expect(pasted.cell({ rowKey: 'build', day: 5 }).text).toBe('25');
    expect(pasted.sendable).toHaveLength(0);
  });

  it('leaves locked cells alone and says so', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': { ...cellOf(480), adjustment: 'Lunch' } }));
    const { edits, problems } = pasteInto(grid, block(0, 0, 0, 0), '7\t8');
    expect(edits).toEqual([{ rowKey: 'build', day: 1, text: '8' }]);
    expect(problems).toMatchObject([{ text: '7', message: 'Corrects approved time: Lunch' }]);
    expect(pasteInto(grid, block(0, 0, 0, 0), '8:00').problems).toEqual([]);
  });
});

describe('fill right', () => {
  it('repeats the first cell of each row over the selection', () => {
    const grid = gridOf('build', 'test').edit([
      { rowKey: 'build', day: 0, text: '8' },
      { rowKey: 'test', day: 0, text: '1' },
    ]);
    const filled = grid.edit(fillRight(grid, block(0, 1, 0, 2)));
    expect(texts(filled).map((row) => row.slice(0, 4))).toEqual([
      ['8:00', '8:00', '8:00', ''],
      ['1:00', '1:00', '1:00', ''],
    ]);
  });

  it('goes to the last working day from a single cell', () => {
    const grid = gridOf('build');
    expect(fillTarget(grid, block(0, 0, 1, 1))).toEqual(block(0, 0, 1, 4));
    expect(fillTarget(grid, block(0, 0, 1, 2))).toEqual(block(0, 0, 1, 2));
    expect(fillTarget(grid, block(0, 0, 6, 6))).toEqual(block(0, 0, 6, 6));
  });
});
