import { createElement } from 'lwc';
import close from '@salesforce/apex/PeriodCloseController.close';
import getChecks from '@salesforce/apex/PeriodCloseController.getChecks';
import getPeriod from '@salesforce/apex/PeriodCloseController.getPeriod';
import getRows from '@salesforce/apex/PeriodCloseController.getRows';
import recognize from '@salesforce/apex/PeriodCloseController.recognize';
import reopen from '@salesforce/apex/PeriodCloseController.reopen';
import resume from '@salesforce/apex/PeriodCloseController.resume';
import PeriodClose from 'c/periodClose';

jest.mock('@salesforce/apex/PeriodCloseController.close', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getChecks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getPeriod', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.recognize', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.reopen', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.resume', () => ({ default: jest.fn() }), { virtual: true });

const mocks = { close, getChecks, getPeriod, getRows, recognize, reopen, resume } as unknown as Record<
  string,
  jest.Mock
>;

const open = {
  period: { Id: 'p1', Name: '2026-01', StartDate__c: '2026-01-01', EndDate__c: '2026-01-31', Status__c: 'Open' },
  currencyCode: 'USD',
  canResume: false,
  mayClose: true,
  isLatestClosed: false,
};
const run = {
  Id: 'r1',
  Name: 'REVRUN-1',
  Kind__c: 'Close',
  Status__c: 'Running',
  ProjectsTotal__c: 4,
  ProjectsDone__c: 1,
  RowsAdded__c: 1,
};
const closed = {
  ...open,
  period: {
    ...open.period,
    Status__c: 'Closed',
    RecognizedRevenue__c: 1000,
    ClosedAt__c: '2026-02-03T09:00:00.000Z',
    ClosedBy__r: { Name: 'Fay' },
  },
  run: { ...run, Status__c: 'Completed', ProjectsDone__c: 4 },
  isLatestClosed: true,
};
const checks = [
  { code: 'Weeks', label: 'Weeks not approved', advice: 'Approve them.', severity: 'Warning', count: 2, isMore: false },
  {
    code: 'Rates',
    label: 'Hours without a rate',
    advice: 'Find them.',
    severity: 'Warning',
    count: 2000,
    isMore: true,
  },
  { code: 'Fine', label: 'Fine', advice: '', severity: 'OK', count: 0, isMore: false },
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-period-close', { is: PeriodClose });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find<T extends HTMLElement>(element: HTMLElement, selector: string): T {
  return element.shadowRoot!.querySelector<T>(selector)!;
}

function button(element: HTMLElement, action: string): HTMLButtonElement {
  return find<HTMLButtonElement>(element, `[data-action="${action}"]`);
}

function tick(element: HTMLElement, code: string): void {
  const box = find<HTMLInputElement>(element, `input[data-code="${code}"]`);
  box.checked = !box.checked;
  box.dispatchEvent(new CustomEvent('change'));
}

function textOf(element: HTMLElement): string {
  return element.shadowRoot!.textContent!.replace(/\s+/g, ' ');
}

describe('c-period-close', () => {
  beforeEach(() => {
    mocks.getPeriod!.mockResolvedValue(open);
    mocks.getChecks!.mockResolvedValue(checks);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('lets a period be closed only when every warning is acknowledged, after asking once more', async () => {
    mocks.close!.mockResolvedValue(closed);
    const element = await show();
    expect(textOf(element)).toContain('1 of 3 checks have found nothing.');
    expect(textOf(element)).toContain('2000+');
    expect(button(element, 'close').disabled).toBe(true);
    await expect(element).toBeAccessible();
    tick(element, 'Weeks');
    await settle();
    expect(button(element, 'close').disabled).toBe(true);
    tick(element, 'Rates');
    await settle();
    expect(button(element, 'close').disabled).toBe(false);
    button(element, 'close').click();
    await settle();
    expect(textOf(element)).toContain('lets nothing in it change any more');
    await expect(element).toBeAccessible();
    button(element, 'cancel').click();
    await settle();
    expect(mocks.close).not.toHaveBeenCalled();
    button(element, 'close').click();
    await settle();
    button(element, 'confirm-close').click();
    await settle();
    expect(mocks.close).toHaveBeenCalledWith({ periodId: 'p1', acknowledged: ['Weeks', 'Rates'] });
    expect(textOf(element)).toContain('Closed on Feb 3, 2026 by Fay');
    const list = element.shadowRoot!.querySelector<HTMLElement>('c-figure-list')!;
    expect(textOf(list)).toContain('1,000.00 USD');
    await expect(element).toBeAccessible();
  });

  it('opens the rows that a check has counted', async () => {
    mocks.getRows!.mockResolvedValue([{ recordId: 't1', name: 'Ann Lee', detail: '2026-01-05' }]);
    const element = await show();
    find(element, 'button[data-code="Weeks"]').click();
    await settle();
    expect(mocks.getRows).toHaveBeenCalledWith({ periodId: 'p1', code: 'Weeks' });
    expect(find<HTMLAnchorElement>(element, '.rows a').getAttribute('href')).toBe('/t1');
    find(element, 'button[data-code="Weeks"]').click();
    await settle();
    expect(find(element, '.rows')).toBeNull();
  });

  it('lets nothing be closed that is blocked', async () => {
    mocks.getChecks!.mockResolvedValue([{ ...checks[0], severity: 'Blocker' }]);
    const element = await show();
    expect(textOf(element)).toContain('Blocks');
    expect(button(element, 'close').disabled).toBe(true);
    expect(find(element, 'input[type="checkbox"]')).toBeNull();
  });

  it('follows a run until it is through, and tells that the period is closed', async () => {
    jest.useFakeTimers();
    mocks.getPeriod!.mockResolvedValueOnce({ ...open, run }).mockResolvedValue(closed);
    const element = await show();
    const told = jest.fn();
    element.addEventListener('statuschange', told);
    expect(textOf(element)).toContain('1 of 4 projects, 1 row added');
    expect(find(element, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('25');
    expect(button(element, 'close')).toBeNull();
    jest.advanceTimersByTime(1000);
    await settle();
    expect(textOf(element)).toContain('Close: completed');
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('resumes what was interrupted, and shows what has failed', async () => {
    mocks.resume!.mockResolvedValue(closed);
    mocks.getPeriod!.mockResolvedValue({
      ...open,
      canResume: true,
      run: { ...run, Status__c: 'Failed', Problems__c: 'Rollout: no account\n' },
    });
    const element = await show();
    expect(textOf(element)).toContain('Close: some projects failed');
    expect(textOf(element)).toContain('Rollout: no account');
    button(element, 'resume').click();
    await settle();
    expect(mocks.resume).toHaveBeenCalledWith({ periodId: 'p1', runId: 'r1' });
  });

  it('reopens the latest closed period with a reason', async () => {
    mocks.getPeriod!.mockResolvedValue(closed);
    mocks.reopen!.mockResolvedValue({
      ...open,
      period: { ...open.period, ReopenedAt__c: '2026-02-04T09:00:00.000Z', ReopenReason__c: 'Late invoice' },
    });
    const element = await show();
    expect(button(element, 'reopen').disabled).toBe(true);
    find(element, 'lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: 'Late invoice' } }));
    await settle();
    button(element, 'reopen').click();
    await settle();
    expect(mocks.reopen).toHaveBeenCalledWith({ periodId: 'p1', reason: 'Late invoice' });
  });

  it('recognizes up to today, and says why it could not', async () => {
    mocks.recognize!.mockRejectedValue({ body: { message: 'Another run is at work.' } });
    const element = await show();
    button(element, 'recognize').click();
    await settle();
    expect(find(element, 'c-error-panel').shadowRoot!.textContent).toContain('Another run is at work.');
    mocks.recognize!.mockResolvedValue({ ...open, run: { ...run, Kind__c: 'Recognition', Status__c: 'Completed' } });
    mocks.getPeriod!.mockResolvedValue({ ...open, run: { ...run, Kind__c: 'Recognition', Status__c: 'Completed' } });
    button(element, 'recognize').click();
    await settle();
    expect(textOf(element)).toContain('Recognition: completed');
  });

  it('shows those who may not close what there is, and nothing to do', async () => {
    mocks.getPeriod!.mockResolvedValue({ ...closed, mayClose: false });
    const element = await show();
    expect(button(element, 'reopen')).toBeNull();
    expect(mocks.getChecks).not.toHaveBeenCalled();
  });

  it('says what has failed and tries again', async () => {
    mocks.getPeriod!.mockRejectedValueOnce({ body: { message: 'Out of order' } });
    const element = await show();
    expect(find(element, 'c-error-panel').shadowRoot!.textContent).toContain('Out of order');
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(textOf(element)).toContain('Fiscal period 2026-01');
  });
});
