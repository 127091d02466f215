import { createElement } from 'lwc';
import drill from '@salesforce/apex/MeasuresController.drill';
import drillEntries from '@salesforce/apex/MeasuresController.drillEntries';
import MeasureDrill from 'c/measureDrill';

jest.mock('@salesforce/apex/MeasuresController.drill', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MeasuresController.drillEntries', () => ({ default: jest.fn() }), { virtual: true });

const drillMock = drill as unknown as jest.Mock;
const entriesMock = drillEntries as unknown as jest.Mock;

const scope = { kind: 'Firm', recordId: null, fromDay: '2026-01-01', toDay: '2026-03-01' };
const people = {
  label: 'Billable utilization',
  unit: 'percent',
  isCut: false,
  items: [{ recordId: 'r1', name: 'Ann Lee', value: 62.5, numerator: 100, divisor: 160 }],
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(measureKey = 'BillableUtilization'): Promise<HTMLElement> {
  const element = createElement('c-measure-drill', { is: MeasureDrill });
  Object.assign(element, { label: 'Billable utilization', measureKey, scope });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-measure-drill', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists the rows with links and what they are divided from', async () => {
    drillMock.mockResolvedValue(people);
    const element = await show();
    expect(drillMock).toHaveBeenLastCalledWith({ ...scope, key: 'BillableUtilization' });
    const cells = [...element.shadowRoot!.querySelectorAll('tbody td')].map((cell) => cell.textContent);
    expect(cells).toEqual(['100', '160', '62.5 %']);
    expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).toBe('/r1');
    await expect(element).toBeAccessible();
  });

  it('opens the time of a person and goes back', async () => {
    drillMock.mockResolvedValue(people);
    const items = [{ recordId: 't1', name: '2026-01-05', detail: 'Ann Lee · Rollout · Approved', value: 8 }];
    entriesMock.mockResolvedValue({ label: 'Hours', unit: 'times', isCut: true, items });
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('tbody lightning-button-icon')!.click();
    await settle();
    expect(entriesMock).toHaveBeenCalledWith({ subjectId: 'r1', fromDay: '2026-01-01', toDay: '2026-03-01' });
    expect(element.shadowRoot!.textContent).toContain('Time of Ann Lee');
    expect(element.shadowRoot!.textContent).toContain('The largest 200 are shown.');
    element.shadowRoot!.querySelector<HTMLElement>('header lightning-button-icon')!.click();
    await settle();
    expect(element.shadowRoot!.textContent).toContain('62.5 %');
  });

  it('says that there are none, and tries again after an error', async () => {
    drillMock.mockResolvedValue({ ...people, items: [] });
    const empty = await show('Unsubmitted');
    expect(empty.shadowRoot!.textContent).toContain('There are no rows');
    drillMock.mockRejectedValue(new Error('no'));
    const failed = await show();
    const panel = failed.shadowRoot!.querySelector('c-error-panel')!;
    drillMock.mockResolvedValue(people);
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(failed.shadowRoot!.textContent).toContain('Ann Lee');
  });

  it('closes', async () => {
    drillMock.mockResolvedValue(people);
    const element = await show();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    element.shadowRoot!.querySelector<HTMLElement>('header lightning-button-icon')!.click();
    expect(closed).toHaveBeenCalled();
  });
});
