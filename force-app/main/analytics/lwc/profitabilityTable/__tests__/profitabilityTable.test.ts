import { createElement } from 'lwc';
import loadProfit from '@salesforce/apex/MeasuresController.loadProfit';
import ProfitabilityTable from 'c/profitabilityTable';

jest.mock('@salesforce/apex/MeasuresController.loadProfit', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = loadProfit as unknown as jest.Mock;
const scope = { kind: 'Firm', recordId: null, fromDay: '2026-01-01', toDay: '2026-03-01' };
const rows = [
  {
    recordId: 'a',
    name: 'Alpha',
    hours: 10,
    revenue: 1000,
    cost: 600,
    margin: 400,
    marginPercent: 40,
    uncostedHours: 2,
  },
  {
    recordId: 'b',
    name: 'Beta',
    hours: 20,
    revenue: 500,
    cost: 700,
    margin: -200,
    marginPercent: -40,
    uncostedHours: 0,
  },
  { hours: 5, revenue: 0, cost: 100, margin: -100, uncostedHours: 0 },
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-profitability-table', { is: ProfitabilityTable });
  Object.assign(element, { scope });
  document.body.appendChild(element);
  await settle();
  return element;
}

function names(element: HTMLElement): (string | null | undefined)[] {
  return [...element.shadowRoot!.querySelectorAll('tbody th')].map((cell) => cell.firstElementChild?.textContent);
}

describe('c-profitability-table', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows margins with their total, the largest revenue first', async () => {
    loadMock.mockResolvedValue(rows);
    const element = await show();
    expect(loadMock).toHaveBeenCalledWith({ ...scope, groupBy: 'Project' });
    expect(names(element)).toEqual(['Alpha', 'Beta', 'None']);
    const totals = [...element.shadowRoot!.querySelectorAll('tfoot td')].map((cell) => cell.textContent);
    expect(totals).toEqual(['35', '$1,500', '$1,400', '$100', '6.7 %']);
    expect(element.shadowRoot!.textContent).toContain('2 h without cost');
    expect(element.shadowRoot!.querySelectorAll('.loss')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('sorts by any column, both ways', async () => {
    loadMock.mockResolvedValue(rows);
    const element = await show();
    const sorter = (key: string): HTMLElement => element.shadowRoot!.querySelector(`[data-key="${key}"]`)!;
    sorter('hours').click();
    await settle();
    expect(names(element)).toEqual(['Beta', 'Alpha', 'None']);
    expect(element.shadowRoot!.querySelector('th[aria-sort="descending"]')!.textContent).toContain('Hours');
    sorter('hours').click();
    await settle();
    expect(names(element)).toEqual(['None', 'Alpha', 'Beta']);
  });

  it('groups by client', async () => {
    loadMock.mockResolvedValue([]);
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('No revenue and no cost');
    element.shadowRoot!.querySelector<HTMLElement>('[data-value="Client"]')!.click();
    await settle();
    expect(loadMock).toHaveBeenLastCalledWith({ ...scope, groupBy: 'Client' });
  });

  it('shows an error', async () => {
    loadMock.mockRejectedValue(new Error('no'));
    const element = await show();
    expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
