import { createElement } from 'lwc';
import explain from '@salesforce/apex/ForecastController.explain';
import saveOverride from '@salesforce/apex/ForecastController.saveOverride';
import ForecastDetail from 'c/forecastDetail';

jest.mock('@salesforce/apex/ForecastController.explain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ForecastController.saveOverride', () => ({ default: jest.fn() }), { virtual: true });

const explainMock = explain as unknown as jest.Mock;
const saveMock = saveOverride as unknown as jest.Mock;

const CELL = {
  rowId: 'r1',
  month: '2026-03-01',
  recognized: 0,
  scheduled: 4000,
  tentative: 0,
  unscheduled: 0,
  pipeline: 0,
  mayOverride: true,
  exchangeRate: 1.1,
  unratedHours: 8,
  remark: 'Booked beyond the end of the project.',
};
const SUBJECT = { recordId: 'p1', isOpportunity: false, name: 'Portal', currencyCode: 'EUR', cells: [CELL] };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

async function show(cell: object = CELL): Promise<HTMLElement> {
  const element = createElement('c-forecast-detail', { is: ForecastDetail });
  Object.assign(element, { subject: SUBJECT, cell });
  document.body.appendChild(element);
  await settle();
  return element;
}

function type(element: HTMLElement, field: string, value: string): void {
  const input = element.shadowRoot!.querySelector(`[data-field="${field}"]`)!;
  input.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

function press(element: HTMLElement, key: string): void {
  const input = element.shadowRoot!.querySelector('[data-field="reason"]')!;
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

describe('c-forecast-detail', () => {
  beforeEach(() => {
    explainMock.mockResolvedValue([
      {
        kind: 'Booking',
        part: 'Scheduled__c',
        recordId: 'b1',
        label: 'Ann',
        hours: 40,
        rate: 100,
        amount: 4000,
        note: null,
      },
    ]);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists what the number is made of, accessibly', async () => {
    const element = await show();
    const text = element.shadowRoot!.textContent!.replace(/\s+/g, ' ');
    expect(text).toMatch(/4,000.00 EUR/);
    expect(text).toMatch(/40.00 h × 100.00/);
    expect(text).toMatch(/8.00 hours have no bill rate/);
    expect(text).toMatch(/exchange rate 1.1/);
    expect(element.shadowRoot!.querySelector('li a')!.getAttribute('href')).toBe('/b1');
    await expect(element).toBeAccessible();
  });

  it('saves an override by keyboard, with a reason', async () => {
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('override', changed);
    press(element, 'Enter');
    await settle();
    expect(element.shadowRoot!.querySelector('.problem')!.textContent).toMatch(/Enter an amount/);
    type(element, 'amount', '3,500');
    press(element, 'Enter');
    await settle();
    expect(element.shadowRoot!.querySelector('.problem')!.textContent).toMatch(/Say why/);
    type(element, 'reason', ' Ann is ill ');
    saveMock.mockResolvedValue({ ...CELL, expected: 3500 });
    press(element, 'Enter');
    await settle();
    expect(saveMock).toHaveBeenCalledWith({ rowId: 'r1', amount: 3500, reason: 'Ann is ill' });
    expect((changed.mock.calls[0] as [CustomEvent])[0].detail).toMatchObject({ expected: 3500 });
  });

  it('clears an override and says why it cannot', async () => {
    const element = await show({ ...CELL, expected: 10, reason: 'Ill', expectedBy: 'Pat', expectedAt: '2026-03-02' });
    expect(element.shadowRoot!.textContent).toMatch(/Overridden by Pat/);
    saveMock.mockRejectedValue({ body: { message: 'Frozen' } });
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await settle();
    expect(saveMock).toHaveBeenCalledWith({ rowId: 'r1', amount: null, reason: null });
    expect(element.shadowRoot!.querySelector('.problem')!.textContent).toBe('Frozen');
  });

  it('closes by Escape, and offers nothing to who may not override', async () => {
    const element = await show();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    press(element, 'Escape');
    expect(closed).toHaveBeenCalled();
    const other = await show({ ...CELL, mayOverride: false, exchangeRate: undefined });
    expect(other.shadowRoot!.querySelector('.override')).toBeNull();
    expect(other.shadowRoot!.textContent).toMatch(/in no total/);
  });

  it('says when nothing is there or cannot be loaded', async () => {
    explainMock.mockResolvedValue([]);
    const empty = await show({ ...CELL, scheduled: 0 });
    expect(empty.shadowRoot!.textContent).toMatch(/Nothing is recognized/);
    explainMock.mockRejectedValue({ body: { message: 'No' } });
    expect((await show()).shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
