import { createElement } from 'lwc';
import MeasureTile from 'c/measureTile';

const utilization = {
  key: 'BillableUtilization',
  label: 'Billable utilization',
  unit: 'percent',
  formula: 'Approved billable hours ÷ capacity hours of the same days',
  value: 62.5,
  numerator: 100,
  divisor: 160,
  target: 75,
  benchmark: 68.9,
  benchmarkTo: 75,
  source: '2024 average of services firms',
  isLowerBetter: false,
  status: 'alarm',
  trend: [{ month: '2026-01-01', value: 70 }, { month: '2026-02-01' }, { month: '2026-03-01', value: 62.5 }],
};

async function show(measure: object): Promise<HTMLElement> {
  const element = createElement('c-measure-tile', { is: MeasureTile });
  Object.assign(element, { measure, currencyCode: 'USD' });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

describe('c-measure-tile', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows value, parts, target, benchmark with its source, and the trend in words', async () => {
    const element = await show(utilization);
    const text = element.shadowRoot!.textContent;
    expect(text).toContain('62.5 %');
    expect(text).toContain('100 of 160');
    expect(text).toContain('75 %');
    expect(text).toContain('68.9 % – 75 %');
    expect(text).toContain('2024 average of services firms');
    expect(text).toContain('Alarm');
    const trend = element.shadowRoot!.querySelector('svg')!;
    expect(trend.getAttribute('aria-label')).toBe('By month. Jan 2026: 70 %; Mar 2026: 62.5 %');
    expect(trend.querySelector('.line')!.getAttribute('d')).toMatch(/^M4\.0 [\d.]+ L216\.0 [\d.]+$/);
    await expect(element).toBeAccessible();
  });

  it('is blank where there is nothing to divide by', async () => {
    const element = await show({ ...utilization, value: undefined, status: undefined, trend: [] });
    expect(element.shadowRoot!.querySelector('.value')!.textContent).toBe('–');
    expect(element.shadowRoot!.textContent).toContain('Nothing to divide by');
    expect(element.shadowRoot!.querySelector('svg')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tells what may not be seen and what is not there from what cannot be divided', async () => {
    const blank = { ...utilization, value: undefined, status: undefined, trend: [] };
    const hidden = await show({ ...blank, sight: 'none' });
    expect(hidden.shadowRoot!.textContent).toContain('You may not see the rows of this measure.');
    const empty = await show({ ...blank, sight: 'empty' });
    expect(empty.shadowRoot!.textContent).toContain('Nothing is measured in these months.');
    for (const element of [hidden, empty]) expect(element.shadowRoot!.textContent).not.toContain('divide');
    const partial = await show({ ...utilization, sight: 'some' });
    expect(partial.shadowRoot!.textContent).toContain('Of the rows you may see');
    expect((await show(utilization)).shadowRoot!.textContent).not.toContain('Of the rows you may see');
  });

  it('says above target where lower is better', async () => {
    const element = await show({ ...utilization, key: 'Dso', unit: 'days', isLowerBetter: true, status: 'watch' });
    expect(element.shadowRoot!.textContent).toContain('Above target');
  });

  it('asks for its rows', async () => {
    const element = await show(utilization);
    const opened = jest.fn();
    element.addEventListener('open', opened);
    element.shadowRoot!.querySelector<HTMLElement>('.value')!.click();
    expect(opened.mock.calls[0]![0].detail).toEqual({ key: 'BillableUtilization' });
  });
});
