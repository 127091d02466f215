import { createElement } from 'lwc';
import freeze from '@salesforce/apex/ForecastController.freeze';
import getGrid from '@salesforce/apex/ForecastController.getGrid';
import getVersions from '@salesforce/apex/ForecastController.getVersions';
import recompute from '@salesforce/apex/ForecastController.recompute';
import ForecastGrid from 'c/forecastGrid';

jest.mock('@salesforce/apex/ForecastController.freeze', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.getGrid', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.getVersions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.recompute', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.resume', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.explain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.saveOverride', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.getAccuracy', () => ({ default: jest.fn() }), { virtual: true });

const versionsMock = getVersions as unknown as jest.Mock;
const gridMock = getGrid as unknown as jest.Mock;
const freezeMock = freeze as unknown as jest.Mock;
const recomputeMock = recompute as unknown as jest.Mock;

const WORKING = {
  versionId: 'v1',
  name: 'Working version',
  isWorking: true,
  openFrom: '2026-03-01',
  runStatus: 'Completed',
  total: 2,
  done: 2,
  canResume: false,
};
const FROZEN = { ...WORKING, versionId: 'v0', name: 'After 2026-02', isWorking: false, takenOn: '2026-03-01' };

function cell(rowId: string, month: string, scheduled: number, more: object = {}): object {
  const parts = { recognized: 0, scheduled, tentative: 0, unscheduled: 0, pipeline: 0 };
  return { rowId, month, ...parts, mayOverride: true, exchangeRate: 1, expected: null, ...more };
}

function grid(amount: number, more: object = {}): object {
  return {
    months: [
      { startDate: '2026-02-01', isOpen: false },
      { startDate: '2026-03-01', isOpen: true },
    ],
    subjects: [
      {
        recordId: 'p1',
        isOpportunity: false,
        name: 'Portal',
        client: 'Acme',
        currencyCode: 'USD',
        cells: [cell('r1', '2026-03-01', amount), cell('r2', '2026-02-01', 50)],
      },
    ],
    currencyCode: 'USD',
    mayManage: true,
    isCut: false,
    ...more,
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** The parts of the grid are components of their own. */
function all<E extends Element = HTMLElement>(root: ShadowRoot, selector: string): E[] {
  const components = [...root.querySelectorAll('*')].filter(({ tagName }) => tagName.startsWith('C-'));
  const inside = components.flatMap(({ shadowRoot }) => all<E>(shadowRoot!, selector));
  return [...root.querySelectorAll<E>(selector), ...inside];
}

async function show(properties: object = {}): Promise<ShadowRoot> {
  const element = createElement('c-forecast-grid', { is: ForecastGrid });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

function texts(root: ShadowRoot, selector: string): string[] {
  return all(root, selector).map((found) => found.textContent!.trim());
}

function choose(root: ShadowRoot, label: string, value: string): void {
  const boxes = [...root.querySelectorAll<HTMLElement & { label: string }>('lightning-combobox')];
  boxes.find((box) => box.label === label)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

function button(root: ShadowRoot, label: string): HTMLElement | undefined {
  const buttons = all<HTMLElement & { label: string }>(root, 'lightning-button');
  return buttons.find((found) => found.label === label);
}

describe('c-forecast-grid', () => {
  beforeEach(() => {
    versionsMock.mockResolvedValue([WORKING, FROZEN]);
    gridMock.mockResolvedValue(grid(1200));
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows clients by month with totals, and their projects on demand, accessibly', async () => {
    const root = await show();
    expect(texts(root, '.rows .amount')).toEqual(['1,250', '50', '1,200']);
    expect(texts(root, '.totals .amount')).toEqual(['1,250', '50', '1,200']);
    all(root, 'button.toggle')[0]!.click();
    await settle();
    expect(all(root, 'tr.child a')[0]!.getAttribute('href')).toBe('/p1');
    expect(all(root, 'button.toggle')[0]!.getAttribute('aria-expanded')).toBe('true');
    await expect(root.host as HTMLElement).toBeAccessible();
  });

  it('leaves out parts that are switched off', async () => {
    const root = await show();
    all(root, 'button[data-part="scheduled"]')[0]!.click();
    await settle();
    expect(texts(root, '.totals .amount')).toEqual(['0', '0', '0']);
    expect(all(root, 'button[data-part="scheduled"]')[0]!.getAttribute('aria-pressed')).toBe('false');
  });

  it('compares with another version', async () => {
    const root = await show();
    gridMock.mockImplementation(({ versionId }: { versionId: string }) =>
      Promise.resolve(grid(versionId === 'v0' ? 1000 : 1200)),
    );
    choose(root, 'Compare with', 'v0');
    await settle();
    expect(texts(root, '.totals .delta')).toEqual(['+200', '+200']);
  });

  it('opens a number, and a sum by its projects', async () => {
    const root = await show();
    all(root, '.totals button.value')[2]!.click();
    await settle();
    expect(texts(root, '.drawer h3')).toEqual(['Total · Mar 2026']);
    all(root, '.drawer button.item')[0]!.click();
    await settle();
    expect(root.querySelector('c-forecast-detail')).toMatchObject({ cell: { rowId: 'r1' } });
    const saved = cell('r1', '2026-03-01', 1200, { expected: 900, reason: 'Late' });
    root.querySelector('c-forecast-detail')!.dispatchEvent(new CustomEvent('override', { detail: saved }));
    await settle();
    expect(root.querySelector('c-forecast-detail')).toBeNull();
    expect(texts(root, '.totals .amount')).toEqual(['950', '50', '900']);
  });

  it('moves between numbers by the arrow keys', async () => {
    const root = await show();
    const table = root.querySelector('c-forecast-table')!.shadowRoot!;
    const cells = all(root, 'button.value');
    cells[0]!.focus();
    cells[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
    expect(table.activeElement).toBe(cells[1]);
    cells[1]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    expect(table.activeElement).toBe(cells[4]);
  });

  it('freezes under a name and says why it cannot', async () => {
    const root = await show();
    button(root, 'Freeze…')!.click();
    await settle();
    freezeMock.mockRejectedValueOnce({ body: { message: 'Not computed' } });
    button(root, 'Freeze')!.click();
    await settle();
    expect(texts(root, '.problem')).toEqual(['Not computed']);
    button(root, 'Freeze')!.click();
    await settle();
    expect(freezeMock).toHaveBeenCalledTimes(2);
    expect(all(root, '.freeze')).toEqual([]);
  });

  it('follows a computation', async () => {
    versionsMock.mockResolvedValue([{ ...WORKING, runStatus: 'Running', done: 1 }]);
    recomputeMock.mockResolvedValue(undefined);
    const root = await show();
    expect(texts(root, '.progress p')[0]).toMatch(/1 of 2 projects and opportunities computed/);
    expect(button(root, 'Freeze…')).toBeUndefined();
    button(root, 'Recompute')!.click();
    await settle();
    expect(recomputeMock).toHaveBeenCalled();
  });

  it('says what is missing', async () => {
    const subject = {
      recordId: 'p2',
      name: 'Francs',
      currencyCode: 'CHF',
      cells: [cell('r3', '2026-03-01', 5, { exchangeRate: null })],
    };
    const subjects = [{ ...(grid(1) as { subjects: object[] }).subjects[0] }, subject];
    (subjects[0] as { cells: object[] }).cells = [cell('r1', '2026-03-01', 1, { unratedHours: 8 })];
    gridMock.mockResolvedValue(grid(1, { subjects }));
    const root = await show();
    expect(texts(root, '.warnings span')).toEqual([
      '8 hours have no bill rate and are in no amount.',
      'Amounts in CHF are in no total: no exchange rate is known.',
    ]);
  });

  it('shows one project on its page, without what concerns all', async () => {
    const root = await show({ recordId: 'p1' });
    expect(gridMock).toHaveBeenCalledWith({ versionId: 'v1', projectId: 'p1', firstMonth: null, monthCount: 12 });
    expect(button(root, 'Recompute')).toBeUndefined();
    expect(root.querySelectorAll('lightning-combobox')).toHaveLength(2);
  });

  it('says when there is no forecast, nothing in it, or no way to load it', async () => {
    versionsMock.mockResolvedValue([]);
    expect((await show()).textContent).toMatch(/No forecast was computed yet/);
    versionsMock.mockResolvedValue([WORKING]);
    gridMock.mockResolvedValue(grid(1, { subjects: [] }));
    expect((await show()).textContent).toMatch(/Nothing is recognized/);
    versionsMock.mockRejectedValue({ body: { message: 'No access' } });
    expect((await show()).querySelector('c-error-panel')).not.toBeNull();
  });
});
