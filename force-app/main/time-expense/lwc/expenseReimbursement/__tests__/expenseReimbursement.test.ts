import { createElement } from 'lwc';
import download from '@salesforce/apex/ReimbursementController.download';
import load from '@salesforce/apex/ReimbursementController.load';
import run from '@salesforce/apex/ReimbursementController.run';
import ExpenseReimbursement from 'c/expenseReimbursement';

jest.mock('@salesforce/apex/ReimbursementController.download', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReimbursementController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReimbursementController.run', () => ({ default: jest.fn() }), { virtual: true });

const downloadMock = download as unknown as jest.Mock;
const loadMock = load as unknown as jest.Mock;
const runMock = run as unknown as jest.Mock;

const done = {
  Id: 'x1',
  Name: 'RX-00001',
  ExportedAt__c: '2026-01-20T10:00:00.000Z',
  LineCount__c: 1,
  TotalAmount__c: 20,
  CurrencyCode__c: 'USD',
  CreatedBy: { Name: 'Fiona Finance' },
};

const page = {
  due: [
    { person: 'Ann Lee', lines: 2, amount: 1020.5, currencyCode: 'USD' },
    { person: 'Bo Ray', lines: 1, amount: 7, currencyCode: 'USD' },
  ],
  exports: [done],
  canExport: true,
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(loaded: object = page): Promise<HTMLElement> {
  loadMock.mockResolvedValue(loaded);
  const element = createElement('c-expense-reimbursement', { is: ExpenseReimbursement });
  document.body.appendChild(element);
  await settle();
  return element;
}

function exportButton(element: HTMLElement): HTMLElement & { disabled: boolean } {
  return element.shadowRoot!.querySelector('lightning-button')!;
}

describe('c-expense-reimbursement', () => {
  let saved: { name: string; href: string }[];

  beforeEach(() => {
    saved = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, href: this.href });
    });
    downloadMock.mockResolvedValue({ name: 'RX-00001.csv', content: 'a,b\r\n' });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.restoreAllMocks();
    jest.resetAllMocks();
  });

  it('shows what is due by person and what was handed over, and is accessible', async () => {
    const element = await show();
    expect(element.shadowRoot!.querySelector('.total')?.textContent).toBe('1,027.50 USD');
    expect(element.shadowRoot!.querySelector('.export')?.textContent).toContain('RX-00001');
    await expect(element).toBeAccessible();
  });

  it('hands over and saves the file', async () => {
    const element = await show();
    runMock.mockResolvedValue(done);
    loadMock.mockResolvedValue({ ...page, due: [] });
    exportButton(element).click();
    await settle();
    expect(saved).toEqual([{ name: 'RX-00001.csv', href: 'data:text/csv;charset=utf-8,%EF%BB%BFa%2Cb%0D%0A' }]);
    expect(element.shadowRoot!.textContent).toContain('Nothing is due.');
    expect(exportButton(element).disabled).toBe(true);
  });

  it('says when somebody else was faster', async () => {
    const element = await show();
    const told = jest.fn();
    element.addEventListener('lightning__showtoast', told);
    runMock.mockResolvedValue(null);
    exportButton(element).click();
    await settle();
    expect(saved).toEqual([]);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('offers a file again', async () => {
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    await settle();
    expect(downloadMock).toHaveBeenCalledWith({ exportId: 'x1' });
    expect(saved).toHaveLength(1);
  });

  it('keeps those who may only look from exporting', async () => {
    const element = await show({ ...page, canExport: false });
    expect(exportButton(element).disabled).toBe(true);
  });

  it('says what went wrong', async () => {
    const element = await show();
    runMock.mockRejectedValue({ body: { message: 'Only finance.' } });
    exportButton(element).click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Only finance.']);
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    const failed = createElement('c-expense-reimbursement', { is: ExpenseReimbursement });
    document.body.appendChild(failed);
    await settle();
    expect(failed.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
