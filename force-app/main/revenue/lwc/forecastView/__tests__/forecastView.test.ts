import { PARTS, type Cell, type Grid, type PartKey } from 'c/forecastModel';
import { ForecastView } from 'c/forecastView';

const EVERY = new Set<PartKey>(PARTS.map(({ key }) => key));

function cell(rowId: string, month: string | undefined, parts: Partial<Cell>): Cell {
  const none = { recognized: 0, scheduled: 0, tentative: 0, unscheduled: 0, pipeline: 0 };
  return { rowId, month, mayOverride: true, exchangeRate: 1, ...none, ...parts };
}

function grid(scheduled: number): Grid {
  const subject = { isOpportunity: false, currencyCode: 'USD', client: 'Acme' };
  return {
    months: [
      { startDate: '2026-02-01', isOpen: false },
      { startDate: '2026-03-01', isOpen: true },
    ],
    subjects: [
      {
        ...subject,
        recordId: 'p1',
        name: 'Portal',
        cells: [cell('r1', '2026-02-01', { recognized: 100 }), cell('r2', '2026-03-01', { scheduled })],
      },
      {
        ...subject,
        recordId: 'o1',
        name: 'Offer',
        isOpportunity: true,
        cells: [cell('r3', undefined, { pipeline: 50 })],
      },
    ],
    currencyCode: 'USD',
    mayManage: true,
    isCut: false,
  };
}

describe('ForecastView', () => {
  it('has a column for every month, and one for what has none', () => {
    const view = new ForecastView(grid(300), undefined, 'client', EVERY);
    expect(view.columns.map(({ label }) => label)).toEqual(['Total', 'Feb 2026', 'Mar 2026', 'No month']);
    expect(view.columns.map((column) => column.class)).toEqual(['column sum', 'column closed', 'column', 'column']);
    expect(view.columns[2]!.bar).toBe('height:100%');
    expect(view.totalRow.cells.map(({ text }) => text)).toEqual(['450', '100', '300', '50']);
  });

  it('does not call a pipeline 0 that the user may not see', () => {
    const partOf = (shown: Grid): { amount: string; hint: string } =>
      new ForecastView(shown, undefined, 'client', EVERY).parts.find(({ key }) => key === 'pipeline')!;
    const [portal] = grid(300).subjects;
    const hidden = partOf({ ...grid(300), subjects: [portal!], hidesPipeline: true });
    expect(hidden.amount).toBe('Not shared');
    expect(hidden.hint).toContain('may not see the opportunities');
    expect(partOf({ ...grid(300), subjects: [portal!], hidesPipeline: false }).amount).toBe('0');
    expect(partOf(grid(300)).amount).toBe('50');
  });

  it('lists groups with what is below them when they are expanded, and counts what is beyond the limit', () => {
    const view = new ForecastView(grid(300), undefined, 'client', EVERY);
    const [acme] = view.rows(new Set(), 50);
    expect(view.rows(new Set(), 50)).toHaveLength(1);
    const rows = view.rows(new Set([acme!.key]), 50);
    expect(rows.map(({ name, kind, url }) => [name, kind, url])).toEqual([
      ['Acme', undefined, undefined],
      ['Portal', undefined, '/p1'],
      ['Offer', 'Opportunity', '/o1'],
    ]);
    expect(view.rows(new Set([acme!.key]), 1)).toHaveLength(2);
    expect(view.leftOut(new Set([acme!.key]), 1)).toBe(1);
  });

  it('draws bars by the largest month, and none where versions are compared', () => {
    const alone = new ForecastView(grid(400), undefined, 'project', EVERY);
    const portal = alone.rows(new Set(), 50).find(({ name }) => name === 'Portal')!;
    expect(portal.cells.map(({ bar }) => bar)).toEqual(['width:0%', 'width:25%', 'width:100%', 'width:0%']);
    const both = new ForecastView(grid(400), grid(300), 'project', EVERY);
    const compared = both.rows(new Set(), 50).find(({ name }) => name === 'Portal')!;
    expect(compared.cells.map(({ delta }) => delta)).toEqual(['+100', '', '+100', '']);
    expect(compared.cells[2]!.label).toBe('Portal, Mar 2026: 400 +100');
    expect(compared.cells[2]!.segments).toEqual([]);
  });

  it('breaks a sum down to its subjects, and a subject to its months', () => {
    const view = new ForecastView(grid(300), undefined, 'project', EVERY);
    const ofMonth = view.breakdown('total', '2026-03-01')!;
    expect(ofMonth.title).toBe('Total · Mar 2026');
    expect(ofMonth.items.map(({ name, amount }) => [name, amount])).toEqual([['Portal', '300']]);
    const ofSubject = view.breakdown('p1', 'total')!;
    expect(ofSubject.items.map(({ name, amount }) => [name, amount])).toEqual([
      ['Feb 2026', '100'],
      ['Mar 2026', '300'],
    ]);
    expect(view.breakdown('nobody', 'total')).toBeUndefined();
  });

  it('keeps the sums of parts that are switched off in the legend', () => {
    const view = new ForecastView(grid(300), undefined, 'client', new Set<PartKey>(['scheduled']));
    expect(view.isWhole).toBe(false);
    expect(view.parts.map(({ key, amount, pressed }) => [key, amount, pressed])).toEqual([
      ['recognized', '100', 'false'],
      ['scheduled', '300', 'true'],
      ['tentative', '0', 'false'],
      ['unscheduled', '0', 'false'],
      ['pipeline', '50', 'false'],
    ]);
    expect(view.totalRow.cells[0]!.text).toBe('300');
  });
});
