import { createElement } from 'lwc';
import TimesheetClock from 'c/timesheetClock';

describe('c-timesheet-clock', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-29T00:59:58Z') }));

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('counts real time, over a change of clocks too, and stops when it leaves', async () => {
    const element = createElement('c-timesheet-clock', { is: TimesheetClock });
    Object.assign(element, { startedAt: '2026-03-28T23:59:57.000Z' });
    document.body.appendChild(element);
    const text = (): string => element.shadowRoot!.textContent ?? '';
    expect(text()).toBe('1:00:01');
    await jest.advanceTimersByTimeAsync(62_000);
    expect(text()).toBe('1:01:03');
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });
});
