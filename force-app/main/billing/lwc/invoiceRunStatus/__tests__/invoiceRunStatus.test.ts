import { createElement } from 'lwc';
import getProgress from '@salesforce/apex/InvoiceRunController.getProgress';
import resume from '@salesforce/apex/InvoiceRunController.resume';
import InvoiceRunStatus from 'c/invoiceRunStatus';

jest.mock('@salesforce/apex/InvoiceRunController.getProgress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceRunController.resume', () => ({ default: jest.fn() }), { virtual: true });

const progressMock = getProgress as unknown as jest.Mock;
const resumeMock = resume as unknown as jest.Mock;

const run = { runId: 'r1', name: 'RUN-1', status: 'Running', projectsTotal: 4, projectsDone: 1, canResume: false };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(settled: jest.Mock = jest.fn()): Promise<HTMLElement> {
  const element = createElement('c-invoice-run-status', { is: InvoiceRunStatus });
  Object.assign(element, { runId: 'r1' });
  element.addEventListener('settle', (event) => settled((event as CustomEvent).detail.status));
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-invoice-run-status', () => {
  beforeEach(() => jest.useFakeTimers());

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('asks again until the run is through, and then no more', async () => {
    const settled = jest.fn();
    progressMock
      .mockResolvedValueOnce(run)
      .mockResolvedValueOnce(run)
      .mockResolvedValue({ ...run, status: 'Completed', projectsDone: 4, invoicesDrafted: 1, entriesBilled: 9 });
    const element = await show(settled);
    expect(element.shadowRoot!.textContent).toContain('1 of 4 projects');
    expect(element.shadowRoot!.querySelector('[role="progressbar"]')!.getAttribute('aria-valuenow')).toBe('25');
    jest.advanceTimersByTime(1000);
    await settle();
    jest.advanceTimersByTime(1999);
    expect(progressMock).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(1);
    await settle();
    expect(element.shadowRoot!.textContent).toContain('RUN-1 is through');
    expect(element.shadowRoot!.textContent).toContain('9 entries billed, 1 invoice drafted');
    expect(settled).toHaveBeenCalledWith('Completed');
    jest.advanceTimersByTime(60_000);
    expect(progressMock).toHaveBeenCalledTimes(3);
  });

  it('lists problems and goes on with an interrupted run', async () => {
    progressMock.mockResolvedValue({ ...run, canResume: true, problems: 'Rollout: no account\nSupport: locked' });
    resumeMock.mockResolvedValue({ ...run, status: 'Completed', projectsDone: 4 });
    const element = await show();
    expect(element.shadowRoot!.querySelectorAll('.problems li')).toHaveLength(2);
    expect(element.shadowRoot!.textContent).toContain('RUN-1 was interrupted');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement>('[data-action="resume"]')!.click();
    await settle();
    expect(resumeMock).toHaveBeenCalledWith({ runId: 'r1' });
    expect(element.shadowRoot!.textContent).toContain('Nothing was left to bill.');
  });

  it('says what is wrong, can be asked again and stops when it leaves the page', async () => {
    progressMock.mockRejectedValueOnce({ body: { message: 'Offline' } }).mockResolvedValue(run);
    const element = await show();
    element.shadowRoot!.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(element.shadowRoot!.textContent).toContain('RUN-1 is running');
    element.remove();
    jest.advanceTimersByTime(60_000);
    expect(progressMock).toHaveBeenCalledTimes(2);
  });
});
