import { SheetGrid } from '../grid';
import { amountOf, formatMoney, formatWorth, worthOf } from '../money';
import { RowViews, type RowContext, type RowView } from '../rowViews';
import type { WorkRow } from '../sheet';
import { cellOf, rowOf, sheetOf } from './support/sheets';

const CONTEXT: RowContext = { locale: 'en-US', today: '2026-11-18', showsAmounts: true, isEditable: true };
const RATES = [200, 200, 200, 200, 200, 200, 200];

function view(grid: SheetGrid, context: Partial<RowContext> = {}): RowView {
  return new RowViews().of(grid, { ...CONTEXT, ...context })[0]!;
}

describe('rows as they are drawn', () => {
  it('stay the same objects where nothing changed', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build'), rowOf('test')]));
    const views = new RowViews();
    const [build, test] = views.of(grid, CONTEXT);
    const next = views.of(grid.edit([{ rowKey: 'build', day: 0, text: '1' }]), CONTEXT);
    expect(next[0]).not.toBe(build);
    expect(next[1]).toBe(test);
    expect(views.of(grid, { ...CONTEXT, runningKey: 'test' })[1]?.isRunning).toBe(true);
    expect(views.of(grid, { ...CONTEXT, isEditable: false })[1]?.canSwitchBilling).toBe(false);
  });

  it('say what is booked, what a limit leaves, and why a row is closed', () => {
    const hintOf = (changes: Partial<WorkRow>): string | undefined =>
      view(SheetGrid.of(sheetOf([rowOf('build', changes)], { 'build#0': cellOf(480) }))).hint;
    expect(hintOf({ bookedMinutes: [240, 240, 0, 0, 0, 0, 0] })).toBe('8:00 booked');
    expect(hintOf({ minutesLeft: 120 })).toBe('2:00 left of your limit');
    expect(hintOf({ minutesLeft: -30 })).toBe('0:30 over your limit');
    expect(view(SheetGrid.of(sheetOf([rowOf('build', { lock: 'Closed.' })])))).toMatchObject({
      lock: 'Closed.',
      canTime: false,
      canSwitchBilling: false,
    });
  });

  it('count what is typed on any row of a project against its limit', () => {
    const rows = [rowOf('build', { minutesLeft: 120 }), rowOf('test', { minutesLeft: 120 })];
    const grid = SheetGrid.of(sheetOf(rows, { 'build#0': cellOf(480) }));
    const views = new RowViews();
    views.of(grid, CONTEXT);
    const typed = views.of(grid.edit([{ rowKey: 'test', day: 0, text: '3' }]), CONTEXT);
    expect(typed.map((row) => row.hint)).toEqual(['1:00 over your limit', '1:00 over your limit']);
  });

  it('name a cell with all there is to say about it', () => {
    const rejected = { ...cellOf(90), rejection: 'Wrong task', notes: 'Call', isBillable: false };
    const cell = view(SheetGrid.of(sheetOf([rowOf('build')], { 'build#2': rejected }))).cells[2];
    expect(cell?.label).toBe('Wednesday, Nov 18, build: 1:30, not billable. Sent back: Wrong task. Note: Call');
    expect(cell?.cssClass.split(' ')).toEqual(['cell', 'cell_today', 'cell_nonbillable', 'cell_rejected']);
  });
});

describe('what time is worth', () => {
  it.each([
    [480, 185, 'USD', 1480],
    [1, 100, 'USD', 1.67],
    [5, 0.3, 'USD', 0.03],
    [7, 185.5, '', 21.64],
    [-60, 200, 'USD', -200],
    [20, 100.01, 'USD', 33.34],
    [20, 10000, 'JPY', 3333],
    [-3, 10010, 'JPY', -501],
    [20, 100, 'KWD', 33.33],
  ])('%p minutes at %p %s are %p', (minutes, rate, currency, amount) => {
    expect(amountOf(minutes, rate, currency)).toBe(amount);
  });

  it.each([
    [1234.5, 'USD', '$1,234.50'],
    [3333, 'JPY', '¥3,333'],
    [33.33, 'KWD', 'KWD\u00a033.33'],
    [1234.5, '', '1,234.50'],
  ])('%p %s are shown with the decimals of their currency', (amount, currency, text) => {
    expect(formatMoney(amount, currency, 'en-US')).toBe(text);
  });

  it('is summed by currency, and time without a rate is named instead of counted as nothing', () => {
    const rows = [
      rowOf('build', { rates: RATES, currency: 'USD' }),
      rowOf('test', { rates: [100], currency: 'EUR' }),
      rowOf('talk', { canBeBillable: false, isBillable: false }),
    ];
    const cells = {
      'build#0': { ...cellOf(480), amount: 1500 },
      'test#0': cellOf(60),
      'test#1': cellOf(30),
      'talk#0': { ...cellOf(60), isBillable: false },
    };
    const grid = SheetGrid.of(sheetOf(rows, cells)).edit([{ rowKey: 'build', day: 1, text: '1' }]);
    const worth = worthOf(grid);
    expect(formatWorth(worth, 'en-US')).toBe('$1,700.00 + €100.00');
    expect(worth.minutesWithoutRate).toBe(30);
    const [, test] = new RowViews().of(grid, CONTEXT);
    expect(test).toMatchObject({ worth: '€100.00 + no rate', worthTitle: '0:30 billable without a rate' });
  });

  it('is not shown to those who may not see it', () => {
    const grid = SheetGrid.of(sheetOf([rowOf('build', { rates: RATES })], { 'build#0': cellOf(480) }));
    expect(view(grid, { showsAmounts: false }).worth).toBe('');
  });
});
