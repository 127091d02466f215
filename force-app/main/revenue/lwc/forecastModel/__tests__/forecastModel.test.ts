import {
  csvOf,
  monthLabel,
  rowsBy,
  shifted,
  TOTAL,
  unconverted,
  UNDATED,
  withSubjectsOf,
  type Cell,
  type PartKey,
  type Subject,
} from 'c/forecastModel';

const ALL = new Set<PartKey>(['recognized', 'scheduled', 'tentative', 'unscheduled', 'pipeline']);

function cell(month: string | undefined, scheduled: number, more: Partial<Cell> = {}): Cell {
  return {
    rowId: `row ${month}`,
    month,
    recognized: 0,
    scheduled,
    tentative: 0,
    unscheduled: 0,
    pipeline: 0,
    mayOverride: true,
    exchangeRate: 1,
    ...more,
  };
}

function subject(name: string, cells: Cell[], more: Partial<Subject> = {}): Subject {
  return { recordId: name, isOpportunity: false, name, currencyCode: 'USD', cells, ...more };
}

describe('forecast model', () => {
  it('adds up to the cent, by group and over all, the largest first', () => {
    const subjects = [
      subject('Small', [cell('2026-03-01', 0.1), cell('2026-04-01', 0.2)], { client: 'Acme' }),
      subject('Large', [cell('2026-03-01', 100)], { client: 'Acme' }),
      subject('Loose', [cell(undefined, 7)]),
    ];
    const total = rowsBy('client', subjects, ALL);
    expect(total.children.map((row) => row.name)).toEqual(['Acme', 'Without a client']);
    expect(total.children[0]!.children.map((row) => row.name)).toEqual(['Large', 'Small']);
    expect(total.children[0]!.tallies.get('2026-03-01')!.value).toBe(10010);
    expect(total.tallies.get(UNDATED)!.value).toBe(700);
    expect(total.tallies.get(TOTAL)!.value).toBe(10730);
    const byProject = rowsBy('project', subjects, ALL);
    expect(byProject.tallies.get(TOTAL)).toEqual(total.tallies.get(TOTAL));
  });

  it('counts an override instead of the parts, but only while all of them are shown', () => {
    const subjects = [subject('One', [cell('2026-03-01', 10, { pipeline: 5, expected: 0 })])];
    expect(rowsBy('project', subjects, ALL).tallies.get(TOTAL)).toMatchObject({ value: 0, isOverridden: true });
    const shown = rowsBy('project', subjects, new Set<PartKey>(['pipeline'])).tallies.get(TOTAL);
    expect(shown).toMatchObject({ value: 500, isOverridden: false });
  });

  it('converts half-up and leaves out what has no exchange rate', () => {
    const subjects = [
      subject('Euro', [cell('2026-03-01', 10.05, { exchangeRate: 1.1 })], { currencyCode: 'EUR' }),
      subject('Franc', [cell('2026-03-01', 99, { exchangeRate: undefined })], { currencyCode: 'CHF' }),
    ];
    expect(rowsBy('project', subjects, ALL).tallies.get(TOTAL)!.value).toBe(1106);
    expect(unconverted(subjects)).toEqual(['CHF']);
  });

  it('adds up what the ledger stored of recognized revenue and converts the rest only', () => {
    const euro = cell('2026-03-01', 10, { recognized: 100, firmRecognized: 107.31, exchangeRate: 1.1 });
    const total = rowsBy('project', [subject('Euro', [euro], { currencyCode: 'EUR' })], ALL).tallies.get(TOTAL)!;
    expect(total.parts.recognized).toBe(10731);
    expect(total.parts.scheduled).toBe(1100);
    expect(total.value).toBe(11831);
    const older = cell('2026-03-01', 0, { recognized: 100, exchangeRate: 1.1 });
    expect(rowsBy('project', [subject('Euro', [older])], ALL).tallies.get(TOTAL)!.value).toBe(11000);
  });

  it('keeps what only the other version has', () => {
    const both = withSubjectsOf([subject('One', [])], [subject('One', []), subject('Gone', [cell('2026-03-01', 1)])]);
    expect(both.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['One', 0],
      ['Gone', 0],
    ]);
  });

  it('exports amounts as numbers and text that no spreadsheet runs', () => {
    const cells = [cell('2026-03-01', -5, { expected: 2, reason: '=1+1', recognized: 1.5 })];
    const csv = csvOf([subject('Say "hi", all', cells, { client: '-Acme' })]);
    const [head, line] = csv.split('\r\n');
    expect(head).toMatch(/^Client,Practice,Region,Name,Kind,Month,Currency,Recognized,Scheduled/);
    expect(line).toBe(`'-Acme,,,"Say ""hi"", all",Project,2026-03-01,USD,1.50,-5.00,0.00,0.00,0.00,2.00,'=1+1,2.00,1`);
  });

  it('names and moves months without a time zone', () => {
    expect(monthLabel('2026-03-01')).toBe('Mar 2026');
    expect(shifted('2026-11-01', 3)).toBe('2027-02-01');
    expect(shifted('2026-01-01', -3)).toBe('2025-10-01');
  });
});
