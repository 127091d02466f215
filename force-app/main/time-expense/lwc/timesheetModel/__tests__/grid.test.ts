import * as fc from 'fast-check';
import { NO_VALUE, type SaveResult } from '../drafts';
import { SheetGrid } from '../grid';
import type { StoredCell } from '../sheet';
import { cellOf, rowOf, sheetOf } from './support/sheets';

const at = (rowKey: string, day: number): { rowKey: string; day: number } => ({ rowKey, day });
const type = (grid: SheetGrid, rowKey: string, day: number, text: string): SheetGrid =>
  grid.edit([{ rowKey, day, text }]);
const textsOf = (grid: SheetGrid, rowKey: string): string[] =>
  grid.days.map((_, day) => grid.cell(at(rowKey, day)).text);

/** What the server would answer when it takes everything. */
function accepted(grid: SheetGrid, version = 'v2'): SaveResult[] {
  return grid.sendable.map(({ id, rowKey, day, value }) => ({
    draftId: id,
    rowKey,
    day,
    outcome: 'saved',
    cell: value.minutes === 0 ? undefined : { ...cellOf(value.minutes, version), ...value },
  }));
}

describe('the grid of a week', () => {
  it('shows what is stored, and what is typed over it', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(480) }));
    expect(grid.cell(at('build', 0)).text).toBe('8:00');
    const typed = type(grid, 'build', 1, '1.5');
    expect(textsOf(typed, 'build').slice(0, 3)).toEqual(['8:00', '1:30', '']);
    expect(typed.drafts).toHaveLength(1);
    expect(textsOf(grid, 'build')[1]).toBe('');
  });

  it('adds up rows, days, the week and its billable part as one types', () => {
    const rows = [rowOf('build'), rowOf('internal', { isBillable: false })];
    let grid = SheetGrid.of(sheetOf(rows, { 'build#0': cellOf(240) }));
    grid = type(type(grid, 'internal', 0, '2'), 'build', 1, '90m');
    expect([grid.rowMinutes('build'), grid.rowMinutes('internal')]).toEqual([330, 120]);
    expect([grid.dayMinutes(0), grid.dayMinutes(1), grid.totalMinutes]).toEqual([360, 90, 450]);
    expect(grid.billableMinutes).toBe(330);
    expect(grid.capacityMinutes).toBe(2400);
  });

  it('keeps text that is no duration, counts it for nothing and does not send it', () => {
    const grid = type(SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(60) })), 'build', 0, '1:75');
    expect(grid.cell(at('build', 0))).toMatchObject({ text: '1:75', problem: expect.stringMatching(/00 to 59/) });
    expect(grid.totalMinutes).toBe(0);
    expect(grid.sendable).toHaveLength(0);
    expect(type(grid, 'build', 0, '1:15').sendable).toHaveLength(1);
  });

  it('has no draft for what is stored anyway', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(60) }));
    expect(type(grid, 'build', 0, '60m')).toBe(grid);
    expect(type(type(grid, 'build', 0, '2'), 'build', 0, '1').drafts).toHaveLength(0);
  });

  it('takes back and does again, several cells as one step', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(60) }));
    const filled = grid.edit([0, 1, 2].map((day) => ({ rowKey: 'build', day, text: '8' })));
    expect(textsOf(filled.undo(), 'build').slice(0, 3)).toEqual(['1:00', '', '']);
    expect(textsOf(filled.undo().redo(), 'build').slice(0, 3)).toEqual(['8:00', '8:00', '8:00']);
    expect(filled.undo().canUndo).toBe(false);
    expect(type(filled.undo(), 'build', 3, '1').canRedo).toBe(false);
  });

  it('takes back what was saved already, by sending the former value', () => {
    const typed = type(SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(60) })), 'build', 0, '2');
    const saved = typed.settle(accepted(typed));
    expect(saved.drafts).toHaveLength(0);
    const [draft] = saved.undo().sendable;
    expect(draft).toMatchObject({ value: { minutes: 60 }, base: { version: 'v2' } });
  });

  it('sends an edit made while an older one was on its way over the new version', () => {
    const first = type(SheetGrid.of(sheetOf([rowOf('build')])), 'build', 0, '2');
    const answers = accepted(first);
    const later = type(first.sending(first.sendable), 'build', 0, '3').settle(answers);
    expect(later.sendable).toMatchObject([{ value: { minutes: 180 }, base: { version: 'v2' } }]);
  });

  it('sends the former value when an edit was taken back while it was on its way', () => {
    const first = type(SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(60) })), 'build', 0, '2');
    const undone = first.sending(first.sendable).undo();
    expect(undone.drafts).toHaveLength(1);
    expect(undone.settle(accepted(first)).sendable).toMatchObject([{ value: { minutes: 60 } }]);
  });

  it('does not send more than a day holds', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build'), rowOf('test')]));
    const full = type(type(grid, 'build', 0, '20'), 'test', 0, '5');
    expect(full.dayProblem(0)).toMatch(/24 hours/);
    expect(full.sendable).toHaveLength(0);
    expect(type(full, 'test', 0, '4').sendable).toHaveLength(2);
  });

  it('keeps the note and what is billed of it when the time changes', () => {
    const partly = { ...cellOf(480), notes: 'Workshop', billableMinutes: 360 };
    const grid = SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': partly }));
    const [draft] = type(grid, 'build', 0, '7').sendable;
    expect(draft?.value).toEqual({ minutes: 420, notes: 'Workshop', isBillable: true, billableMinutes: 360 });
    expect(grid.billableMinutes).toBe(360);
    expect(grid.edit([{ ...at('build', 0), billableMinutes: null }]).billableMinutes).toBe(480);
    expect(grid.edit([{ ...at('build', 0), isBillable: false }]).billableMinutes).toBe(0);
  });

  it('keeps the key of a cell for good, so that it never becomes two entries', () => {
    const first = type(SheetGrid.of(sheetOf([rowOf('build')])), 'build', 0, '2');
    const later = type(first, 'build', 0, '3');
    expect(later.drafts[0]?.clientKey).toBe(first.drafts[0]?.clientKey);
    expect(later.drafts[0]?.id).not.toBe(first.drafts[0]?.id);
  });

  it('does not change what is locked: the week, a day, an adjustment, or new cells of a closed project', () => {
    const locked = (sheet: ReturnType<typeof sheetOf>): boolean => {
      const grid = SheetGrid.of(sheet);
      return type(grid, 'build', 0, '1') === grid;
    };
    const rows = [rowOf('build')];
    expect(locked(sheetOf(rows))).toBe(false);
    expect(locked({ ...sheetOf(rows), lock: 'Submitted.' })).toBe(true);
    const closed = [rowOf('build', { lock: 'Closed.' })];
    expect(locked(sheetOf(closed))).toBe(true);
    expect(locked(sheetOf(closed, { 'build#0': cellOf(480) }))).toBe(false);
    expect(locked(sheetOf(rows, { 'build#0': { ...cellOf(60), adjustment: 'Lunch' } }))).toBe(true);
    const days = sheetOf(rows).days.map((day) => ({ ...day, lock: 'Period closed.' }));
    expect(locked({ ...sheetOf(rows), days })).toBe(true);
  });

  it('counts adjustments of approved time in its totals', () => {
    const cells = { 'build#0': cellOf(480), 'build 2#0': { ...cellOf(-60), adjustment: 'Lunch' } };
    const grid = SheetGrid.of(sheetOf([rowOf('build'), rowOf('build 2')], cells));
    expect(grid.totalMinutes).toBe(420);
    expect(grid.cell(at('build 2', 0)).text).toBe('-1:00');
  });

  it('keeps the cells that did not change', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build'), rowOf('test')]));
    const before = grid.cell(at('test', 3));
    expect(type(grid, 'build', 0, '1').cell(at('test', 3))).toBe(before);
  });

  it('removes only rows without time', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build')])).addRows([rowOf('extra'), rowOf('build')]);
    expect(grid.rows.map((row) => row.key)).toEqual(['build', 'extra']);
    expect(grid.removeRow('extra').rows).toHaveLength(1);
    expect(type(grid, 'extra', 0, '1').removeRow('extra').rows).toHaveLength(2);
  });

  it('gives totals that are the sums of their cells, after any edits, steps back and forward', () => {
    const edit = fc.record({
      row: fc.constantFrom('build', 'test'),
      day: fc.nat(6),
      text: fc.constantFrom('', '1', '2:30', 'x', '45m'),
    });
    const action = fc.oneof(edit, fc.constantFrom('undo' as const, 'redo' as const, 'save' as const));
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        let grid = SheetGrid.of(sheetOf([rowOf('build'), rowOf('test')], { 'build#0': cellOf(480) }));
        for (const each of actions) {
          if (each === 'undo') grid = grid.undo();
          else if (each === 'redo') grid = grid.redo();
          else if (each === 'save') grid = grid.settle(accepted(grid));
          else grid = type(grid, each.row, each.day, each.text);
        }
        const minutes = ['build', 'test'].flatMap((row) =>
          grid.days.map((_, day) => grid.cell(at(row, day)).value.minutes),
        );
        const total = minutes.reduce((sum, each) => sum + each, 0);
        expect(grid.totalMinutes).toBe(total);
        expect(grid.days.reduce((sum, _, day) => sum + grid.dayMinutes(day), 0)).toBe(total);
        // Everything taken back, what was read stands there again.
        while (grid.canUndo) grid = grid.undo();
        expect(grid.totalMinutes).toBe(480);
      }),
    );
  });
});

describe('conflicts', () => {
  const theirs = cellOf(180, 'v9');
  const typed = type(SheetGrid.of(sheetOf([rowOf('build')], { 'build#0': cellOf(60) })), 'build', 0, '2');

  function answered(grid: SheetGrid, cell: StoredCell | undefined): SheetGrid {
    const [draft] = grid.sendable;
    return grid.sending(grid.sendable).settle([{ draftId: draft!.id, ...at('build', 0), outcome: 'conflict', cell }]);
  }

  it('are shown, and what was typed stays', () => {
    const grid = answered(typed, theirs);
    expect(grid.conflicts).toMatchObject([{ value: { minutes: 120 }, theirs: { minutes: 180 } }]);
    expect(grid.cell(at('build', 0)).text).toBe('2:00');
    expect(grid.sendable).toHaveLength(0);
  });

  it('are decided by the person alone, typing on included', () => {
    const grid = type(answered(typed, theirs), 'build', 0, '4');
    expect(grid.conflicts).toHaveLength(1);
    expect(grid.resolve(at('build', 0), 'mine').sendable).toMatchObject([
      { value: { minutes: 240 }, base: { version: 'v9' } },
    ]);
    const taken = grid.resolve(at('build', 0), 'theirs');
    expect(taken.drafts).toHaveLength(0);
    expect(taken.cell(at('build', 0)).text).toBe('3:00');
  });

  it('arise too where the other session deleted the entry', () => {
    const grid = answered(typed, undefined);
    expect(grid.conflicts).toHaveLength(1);
    expect(grid.conflicts[0]?.theirs).toBeUndefined();
    expect(grid.resolve(at('build', 0), 'mine').sendable[0]?.base).toBeUndefined();
    expect(grid.resolve(at('build', 0), 'theirs').cell(at('build', 0)).text).toBe('');
  });

  it('are none when both typed the same', () => {
    expect(answered(typed, cellOf(120, 'v9')).drafts).toHaveLength(0);
  });

  it('are none against an own write whose answer was lost', () => {
    const lost = type(typed.sending(typed.sendable), 'build', 0, '3');
    const again = answered(lost, cellOf(120, 'v5'));
    expect(again.sendable).toMatchObject([{ value: { minutes: 180 }, base: { version: 'v5' } }]);
  });

  it('are found when the week is opened again', () => {
    const kept = { rows: [], drafts: typed.drafts };
    const reopened = (cell: StoredCell | undefined): SheetGrid =>
      SheetGrid.of(sheetOf([rowOf('build')], cell === undefined ? {} : { 'build#0': cell }), kept);
    expect(reopened(theirs).conflicts).toHaveLength(1);
    expect(reopened(undefined).conflicts).toHaveLength(1);
    expect(reopened(cellOf(60)).sendable).toHaveLength(1);
    expect(reopened(cellOf(120, 'v9')).drafts).toHaveLength(0);
  });
});

describe('refusals', () => {
  it('stay with the cell and its reason until it is changed or sent again', () => {
    const grid = type(SheetGrid.of(sheetOf([rowOf('build')])), 'build', 0, '2');
    const [draft] = grid.sendable;
    const refused = grid.settle([
      { draftId: draft!.id, ...at('build', 0), outcome: 'refused', message: 'The project is closed.' },
    ]);
    expect(refused.cell(at('build', 0))).toMatchObject({ text: '2:00', problem: 'The project is closed.' });
    expect(refused.sendable).toHaveLength(0);
    expect(refused.retryRefused().sendable).toHaveLength(1);
    expect(type(refused, 'build', 0, '1').sendable).toHaveLength(1);
    expect(type(refused, 'build', 0, '').drafts).toHaveLength(0);
  });
});

it('takes rows along that only this device knows', () => {
  const kept = { rows: [rowOf('extra'), rowOf('build')], drafts: [] };
  const grid = SheetGrid.of(sheetOf([rowOf('build')]), kept);
  expect(grid.rows.map((row) => row.key)).toEqual(['build', 'extra']);
  expect(NO_VALUE.minutes).toBe(0);
});
