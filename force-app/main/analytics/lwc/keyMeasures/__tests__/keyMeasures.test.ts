import { createElement } from 'lwc';
import load from '@salesforce/apex/MeasuresController.load';
import loadChoices from '@salesforce/apex/MeasuresController.loadChoices';
import KeyMeasures from 'c/keyMeasures';

jest.mock('@salesforce/apex/MeasuresController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MeasuresController.loadChoices', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = load as unknown as jest.Mock;
const choicesMock = loadChoices as unknown as jest.Mock;

const margin = {
  key: 'ProjectMargin',
  label: 'Project margin',
  unit: 'percent',
  formula: 'Margin ÷ revenue',
  value: 40,
  isLowerBetter: false,
  trend: [{ month: '2026-01-01', value: 40 }],
};
const board = { currencyCode: 'USD', measures: [margin], gaps: [], seesAmounts: true };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-key-measures', { is: KeyMeasures });
  document.body.appendChild(element);
  await settle();
  return element;
}

function choose(element: HTMLElement, label: string, value: string): Promise<void> {
  const pickers = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-combobox')];
  pickers.find((picker) => picker.label === label)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  return settle();
}

describe('c-key-measures', () => {
  const scrolled = jest.fn();

  beforeEach(() => {
    Element.prototype.scrollIntoView = scrolled;
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows the firm with its gaps, tiles and profitability, and opens the rows of a tile', async () => {
    loadMock.mockResolvedValue(board);
    const element = await show();
    expect(loadMock).toHaveBeenCalledWith(expect.objectContaining({ kind: 'Firm', recordId: null }));
    const tile = element.shadowRoot!.querySelector('c-measure-tile')!;
    expect(tile).toMatchObject({ measure: margin });
    expect(element.shadowRoot!.querySelector('c-data-quality-banner')).toMatchObject({ gaps: [] });
    expect(element.shadowRoot!.querySelector('c-profitability-table')).not.toBeNull();
    tile.dispatchEvent(new CustomEvent('open', { detail: { key: 'ProjectMargin' } }));
    await settle();
    const drill = element.shadowRoot!.querySelector('c-measure-drill')!;
    expect(drill).toMatchObject({ measureKey: 'ProjectMargin' });
    expect(scrolled).toHaveBeenCalled();
    drill.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(element.shadowRoot!.querySelector('c-measure-drill')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('offers a rebuild to who may, and shows its numbers', async () => {
    loadMock.mockResolvedValue(board);
    expect((await show()).shadowRoot!.querySelector('c-measure-rebuild')).toBeNull();
    loadMock.mockResolvedValue({ ...board, mayRebuild: true });
    const element = await show();
    loadMock.mockClear();
    element.shadowRoot!.querySelector('c-measure-rebuild')!.dispatchEvent(new CustomEvent('done'));
    await settle();
    expect(loadMock).toHaveBeenCalledTimes(1);
  });

  it('waits for the choice of a practice', async () => {
    loadMock.mockResolvedValue(board);
    choicesMock.mockResolvedValue([{ value: 'p1', label: 'Cloud' }]);
    const element = await show();
    await choose(element, 'Scope', 'Practice');
    expect(choicesMock).toHaveBeenCalledWith({ kind: 'Practice' });
    expect(element.shadowRoot!.textContent).toContain('Choose which one to look at.');
    await choose(element, 'Practice', 'p1');
    expect(loadMock).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'Practice', recordId: 'p1' }));
    await choose(element, 'Months', 'lastMonth');
    const { fromDay, toDay } = loadMock.mock.lastCall![0] as { fromDay: string; toDay: string };
    expect(fromDay).toBe(toDay);
    await choose(element, 'Scope', 'Firm');
    expect(loadMock).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'Firm', recordId: null }));
  });

  it('keeps amounts from those who may not see them', async () => {
    loadMock.mockResolvedValue({ ...board, seesAmounts: false });
    const element = await show();
    expect(element.shadowRoot!.querySelector('c-profitability-table')).toBeNull();
  });

  it('does not call hidden rows unmeasured, and says how much of the gaps may be seen', async () => {
    const hidden = { ...margin, value: undefined, trend: [], sight: 'none' };
    loadMock.mockResolvedValue({ ...board, measures: [hidden], gapSight: 'none' });
    const element = await show();
    expect(element.shadowRoot!.querySelector('c-measure-tile')).toMatchObject({ measure: hidden });
    expect(element.shadowRoot!.querySelector('c-data-quality-banner')).toMatchObject({ sight: 'none' });
    expect(element.shadowRoot!.textContent).not.toContain('no measured months');
  });

  it('says when nothing is measured, and tries again after an error', async () => {
    loadMock.mockResolvedValue({ ...board, measures: [{ ...margin, value: undefined, trend: [] }] });
    const empty = await show();
    expect(empty.shadowRoot!.textContent).toContain('no measured months');
    loadMock.mockRejectedValue(new Error('no'));
    const failed = await show();
    loadMock.mockResolvedValue(board);
    failed.shadowRoot!.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(failed.shadowRoot!.querySelector('c-measure-tile')).not.toBeNull();
  });
});
