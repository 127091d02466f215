import { cleanRate, RateGrid } from 'c/rateGrid';

function grid(): RateGrid {
  return RateGrid.of([
    { roleId: 'dev', cardId: 'std', billRate: 150, version: 'v1' },
    { roleId: 'pm', cardId: 'std', billRate: 210.5, version: 'v2' },
  ]);
}

describe('cleanRate', () => {
  it.each([
    ['$1,250.50', '1250.50'],
    [' 185 ', '185'],
    ['185,5', '185.5'],
    ['1,250', '1250'],
    ['abc', 'abc'],
  ])('reads %s as %s', (text, cleaned) => expect(cleanRate(text)).toBe(cleaned));
});

describe('RateGrid', () => {
  it('shows stored rates and blanks', () => {
    expect(grid().text('pm', 'std')).toBe('210.5');
    expect(grid().text('pm', 'other')).toBe('');
  });

  it('gives changed cells with the version that was read', () => {
    let cells = grid();
    cells = cells.type([
      { roleId: 'dev', cardId: 'std', text: '160' },
      { roleId: 'dev', cardId: 'other', text: '170.25' },
    ]);
    expect(cells.changes()).toEqual([
      { roleId: 'dev', cardId: 'std', billRate: 160, version: 'v1' },
      { roleId: 'dev', cardId: 'other', billRate: 170.25, version: null },
    ]);
  });

  it('removes a rate when its cell is emptied', () => {
    let cells = grid();
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '' }]);
    expect(cells.changes()).toEqual([{ roleId: 'dev', cardId: 'std', billRate: null, version: 'v1' }]);
  });

  it('does not count typing the stored rate again', () => {
    let cells = grid();
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '160' }]);
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '150.00' }]);
    expect(cells.changeCount).toBe(0);
  });

  it('says what is wrong and keeps what was typed', () => {
    let cells = grid();
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '-5' }]);
    expect(cells.problem('dev', 'std')).toBe('A rate cannot be negative.');
    expect(cells.text('dev', 'std')).toBe('-5');
    expect(cells.hasProblems).toBe(true);
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '1.234' }]);
    expect(cells.problem('dev', 'std')).toMatch(/two decimals/);
  });

  it('takes back a paste as one step', () => {
    let cells = grid();
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '155' }]);
    cells = cells.type([
      { roleId: 'dev', cardId: 'std', text: '1' },
      { roleId: 'pm', cardId: 'std', text: '2' },
    ]);
    cells = cells.undo();
    expect(cells.text('dev', 'std')).toBe('155');
    expect(cells.text('pm', 'std')).toBe('210.5');
    cells = cells.undo();
    expect(cells.changeCount).toBe(0);
    expect(cells.canUndo).toBe(false);
  });

  it('takes over what was saved', () => {
    let cells = grid();
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '160' }]);
    cells = cells.take([{ roleId: 'dev', cardId: 'std', billRate: 160, version: 'v9' }]);
    expect(cells.changeCount).toBe(0);
    cells = cells.type([{ roleId: 'dev', cardId: 'std', text: '165' }]);
    expect(cells.changes()[0]?.version).toBe('v9');
  });
});
