import { createElement } from 'lwc';
import exportJournal from '@salesforce/apex/ReceivablesController.exportJournal';
import loadExports from '@salesforce/apex/ReceivablesController.loadExports';
import retryExport from '@salesforce/apex/ReceivablesController.retryExport';
import JournalExports from 'c/journalExports';

jest.mock('@salesforce/apex/ReceivablesController.exportJournal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReceivablesController.loadExports', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReceivablesController.retryExport', () => ({ default: jest.fn() }), { virtual: true });

const exportMock = exportJournal as unknown as jest.Mock;
const loadMock = loadExports as unknown as jest.Mock;
const retryMock = retryExport as unknown as jest.Mock;

const delivered = {
  Id: 'e1',
  Name: 'EXP-0001',
  Status__c: 'Delivered',
  EntryCount__c: 2,
  ControlSums__c: 'EUR 1190.5\nUSD 138.00',
  CreatedDate: '2026-05-01T10:00:00.000Z',
  CreatedBy: { Name: 'Fin Ance' },
};
const failed = { ...delivered, Id: 'e2', Name: 'EXP-0002', Status__c: 'Failed', CreatedBy: undefined };

type Button = HTMLElement & { disabled: boolean };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-journal-exports', { is: JournalExports });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): Button {
  return element.shadowRoot!.querySelector<Button>(selector)!;
}

describe('c-journal-exports', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('exports what waits and gives the file, and is accessible', async () => {
    loadMock.mockResolvedValue({ isReadable: true, waiting: 2, canExport: true, exports: [], fileIds: {} });
    const element = await show();
    expect(element.shadowRoot!.textContent).toMatch(/2 entries wait/);
    exportMock.mockResolvedValue({
      isReadable: true,
      waiting: 0,
      canExport: true,
      exports: [delivered],
      fileIds: { e1: 'v1' },
    });
    find(element, '[data-action="export"]').click();
    await settle();
    expect(find(element, '[data-action="export"]').disabled).toBe(true);
    expect(find(element, 'a[download]').getAttribute('href')).toBe('/sfc/servlet.shepherd/version/download/v1');
    const sums = [...element.shadowRoot!.querySelectorAll('.sum')].map(({ textContent }) => textContent);
    expect(sums).toEqual(['1,190.50 EUR', '138.00 USD']);
    await expect(element).toBeAccessible();
  });

  it('delivers a failed export again', async () => {
    loadMock.mockResolvedValue({
      isReadable: true,
      waiting: 1,
      canExport: true,
      exports: [failed, delivered],
      fileIds: {},
    });
    const element = await show();
    expect(element.shadowRoot!.textContent).toMatch(/1 entry waits/);
    retryMock.mockRejectedValueOnce({ body: { message: 'Account 1200 is unknown.' } });
    find(element, '[data-id="e2"]').click();
    await settle();
    expect((find(element, 'c-error-panel') as Button & { errors: string[] }).errors).toEqual([
      'Account 1200 is unknown.',
    ]);
    retryMock.mockResolvedValue({ isReadable: true, waiting: 1, canExport: true, exports: [delivered], fileIds: {} });
    find(element, '[data-id="e2"]').click();
    await settle();
    expect(retryMock).toHaveBeenCalledWith({ exportId: 'e2' });
    expect(find(element, '[data-id="e2"]')).toBeNull();
  });

  it('shows nothing of the journal to those who may not see it', async () => {
    loadMock.mockResolvedValue({ isReadable: false });
    const element = await show();
    expect(element.shadowRoot!.textContent).toMatch(/Only finance/);
    expect(find(element, 'table')).toBeNull();
  });

  it('lets nobody export who may not, and offers to load again', async () => {
    loadMock.mockResolvedValue({ isReadable: true, waiting: 0, canExport: false, exports: [], fileIds: {} });
    expect(find(await show(), '[data-action="export"]')).toBeNull();
    loadMock.mockRejectedValueOnce({ body: { message: 'No access' } });
    const element = await show();
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(element.shadowRoot!.textContent).toMatch(/All entries are handed over/);
  });
});
