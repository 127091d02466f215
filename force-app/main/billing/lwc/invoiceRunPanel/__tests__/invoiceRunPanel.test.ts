import { createElement } from 'lwc';
import getLatestRuns from '@salesforce/apex/InvoiceRunController.getLatestRuns';
import preview from '@salesforce/apex/InvoiceRunController.preview';
import start from '@salesforce/apex/InvoiceRunController.start';
import InvoiceRunPanel from 'c/invoiceRunPanel';

jest.mock('@salesforce/apex/InvoiceRunController.getLatestRuns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceRunController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceRunController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/InvoiceRunController.getWorkInProgress',
  () => ({ default: jest.fn(async () => ({ rows: [] })) }),
  {
    virtual: true,
  },
);
jest.mock('@salesforce/apex/InvoiceRunController.getInvoices', () => ({ default: jest.fn(async () => []) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/InvoiceRunController.getProgress', () => ({ default: jest.fn(async () => ({})) }), {
  virtual: true,
});

const runsMock = getLatestRuns as unknown as jest.Mock;
const previewMock = preview as unknown as jest.Mock;
const startMock = start as unknown as jest.Mock;

const request = {
  cutOffDate: '2026-01-31',
  invoiceDate: null,
  accountIds: [],
  projectIds: [],
  invoicePer: 'Project',
};

const found = {
  projects: [
    {
      projectId: 'p1',
      projectName: 'Rollout',
      accountName: 'Hill Farm',
      currencyCode: 'USD',
      amount: 150,
      lineCount: 1,
    },
  ],
  unbilled: [
    {
      recordId: 'e1',
      projectId: 'p1',
      projectName: 'Rollout',
      currencyCode: 'USD',
      kind: 'Time',
      amount: 80,
      reason: 'X',
    },
  ],
  isCut: false,
  leftProjectIds: [],
};

const run = { runId: 'r1', name: 'RUN-1', status: 'Running', cutOffDate: '2026-01-31', canResume: false };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(recordId?: string): Promise<HTMLElement> {
  const element = createElement('c-invoice-run-panel', { is: InvoiceRunPanel });
  if (recordId !== undefined) Object.assign(element, { recordId });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement {
  return element.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

function stepOf(element: HTMLElement): string {
  return find(element, '[aria-current="step"]').textContent!.trim();
}

async function askPreview(element: HTMLElement): Promise<void> {
  find(element, 'c-invoice-run-scope').dispatchEvent(new CustomEvent('preview', { detail: request }));
  await settle();
}

describe('c-invoice-run-panel', () => {
  beforeEach(() => {
    runsMock.mockResolvedValue([]);
    previewMock.mockResolvedValue(found);
    startMock.mockResolvedValue(run);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('reads a preview part by part until nothing is left', async () => {
    const second = { ...found.projects[0], projectId: 'p2', projectName: 'Audit', amount: 50 };
    previewMock.mockResolvedValueOnce({ ...found, leftProjectIds: ['p2'] }).mockResolvedValueOnce({
      projects: [second],
      unbilled: [{ ...found.unbilled[0], recordId: 'e2', amount: null }],
      isCut: true,
      leftProjectIds: [],
    });
    const element = await show();
    await askPreview(element);
    expect(previewMock.mock.calls).toEqual([
      [{ request, leftProjectIds: null }],
      [{ request, leftProjectIds: ['p2'] }],
    ]);
    const text = element.shadowRoot!.textContent!;
    expect(text).toContain('200.00 USD');
    expect(text.indexOf('Audit')).toBeLessThan(text.indexOf('Rollout'));
    expect(text).toContain('more open work than fits a preview');
    const { works } = find(element, 'c-unbilled-work') as unknown as { works: { recordId: string; amount?: number }[] };
    expect(works.map(({ recordId, amount }) => [recordId, amount])).toEqual([
      ['e1', 80],
      ['e2', undefined],
    ]);
  });

  it('shows what will be drafted and what will not, and is accessible', async () => {
    const element = await show();
    expect(stepOf(element)).toBe('1. Choose');
    await askPreview(element);
    expect(stepOf(element)).toBe('2. Preview');
    const text = element.shadowRoot!.textContent;
    expect(text).toContain('150.00 USD');
    expect(text).toContain('Will not be billed, and why80.00 USD');
    await expect(element).toBeAccessible();
  });

  it('starts one run however often it is pressed, and shows its drafts once it is through', async () => {
    const element = await show();
    await askPreview(element);
    const button = find(element, '[data-action="start"]');
    button.click();
    button.click();
    await settle();
    const keys = startMock.mock.calls.map(([call]) => call.request.runKey);
    expect(new Set(keys).size).toBe(1);
    expect(startMock.mock.calls[0]![0].request).toMatchObject(request);
    expect(stepOf(element)).toBe('3. Run');
    find(element, 'c-invoice-run-status').dispatchEvent(
      new CustomEvent('settle', { detail: { ...run, status: 'Completed', invoicesDrafted: 2 } }),
    );
    await settle();
    expect(stepOf(element)).toBe('4. Drafts');
  });

  it('stays with a run that has problems', async () => {
    const element = await show('r1');
    expect(stepOf(element)).toBe('1. Run');
    find(element, 'c-invoice-run-status').dispatchEvent(
      new CustomEvent('settle', {
        detail: { ...run, status: 'Completed', invoicesDrafted: 2, problems: 'Rollout: …' },
      }),
    );
    await settle();
    expect(stepOf(element)).toBe('1. Run');
    expect(runsMock).not.toHaveBeenCalled();
  });

  it('takes up a run that is at work after a reload, and any other from the list', async () => {
    runsMock.mockResolvedValue([{ ...run, runId: 'r2', name: 'RUN-2', status: 'Completed' }, run]);
    const element = await show();
    expect(stepOf(element)).toBe('3. Run');
    expect((find(element, 'c-invoice-run-status') as HTMLElement & { runId: string }).runId).toBe('r1');
    find(element, '[data-id="r2"]').click();
    await settle();
    expect((find(element, 'c-invoice-run-status') as HTMLElement & { runId: string }).runId).toBe('r2');
  });

  it('previews again after something was held, and says so', async () => {
    const element = await show();
    await askPreview(element);
    find(element, 'c-unbilled-work').dispatchEvent(new CustomEvent('workchange', { detail: '1 record was held.' }));
    await settle();
    expect(previewMock).toHaveBeenCalledTimes(2);
    expect(element.shadowRoot!.textContent).toContain('1 record was held.');
  });

  it('keeps the choice when the preview fails, and does not start with nothing to bill', async () => {
    previewMock.mockRejectedValueOnce({ body: { message: 'Choose a cut-off date.' } });
    const element = await show();
    await askPreview(element);
    expect(stepOf(element)).toBe('1. Choose');
    expect(find(element, 'c-error-panel')).not.toBeNull();
    previewMock.mockResolvedValue({ projects: [], unbilled: [], isCut: true, leftProjectIds: [] });
    await askPreview(element);
    expect(element.shadowRoot!.textContent).toContain('Nothing can be billed.');
    expect(element.shadowRoot!.textContent).toContain('its figures are too low');
    expect((find(element, '[data-action="start"]') as HTMLButtonElement).disabled).toBe(true);
  });
});
