import { createElement } from 'lwc';
import approve from '@salesforce/apex/InvoiceEditController.approve';
import deleteDrafts from '@salesforce/apex/InvoiceEditController.deleteDrafts';
import getInvoices from '@salesforce/apex/InvoiceRunController.getInvoices';
import InvoiceRunDrafts from 'c/invoiceRunDrafts';

jest.mock('@salesforce/apex/InvoiceEditController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.deleteDrafts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceRunController.getInvoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ApproveInvoices', () => ({ default: true }), { virtual: true });

const approveMock = approve as unknown as jest.Mock;
const deleteMock = deleteDrafts as unknown as jest.Mock;
const loadMock = getInvoices as unknown as jest.Mock;

function invoice(id: string, fields: object = {}): object {
  return {
    Id: id,
    Name: `INV-${id}`,
    Status__c: 'Draft',
    Account__r: { Name: 'Hill Farm' },
    CurrencyCode__c: 'USD',
    Subtotal__c: 100,
    Total__c: 119,
    ...fields,
  };
}

type Field = HTMLElement & { checked: boolean; label: string; disabled: boolean };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-invoice-run-drafts', { is: InvoiceRunDrafts });
  Object.assign(element, { runId: 'r1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): Field {
  return element.shadowRoot!.querySelector<Field>(selector)!;
}

async function tick(element: HTMLElement, selector: string): Promise<void> {
  const box = find(element, selector);
  box.checked = true;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
}

async function press(element: HTMLElement, action: string): Promise<void> {
  find(element, `lightning-button[data-action="${action}"]`).click();
  await settle();
}

describe('c-invoice-run-drafts', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists invoices with totals by currency, void ones apart, and is accessible', async () => {
    loadMock.mockResolvedValue([
      invoice('1'),
      invoice('2', { Status__c: 'Approved', Number__c: '2026-0001', CurrencyCode__c: 'EUR' }),
      invoice('3', { Status__c: 'Void' }),
    ]);
    const element = await show();
    expect(find(element, 'tfoot').textContent).toContain('119.00 EUR · 119.00 USD');
    expect(find(element, '[data-id="2"]')).toBeNull();
    expect(element.shadowRoot!.textContent).toContain('2026-0001');
    await expect(element).toBeAccessible();
  });

  it('approves all drafts in parts that fit a transaction', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(index));
    loadMock.mockResolvedValue(ids.map((id) => invoice(id)));
    const element = await show();
    expect(find(element, 'lightning-button[data-action="approve"]').label).toBe('Approve');
    await tick(element, 'input[data-action="all"]');
    expect(find(element, 'lightning-button[data-action="approve"]').label).toBe('Approve 60 invoices');
    await press(element, 'approve');
    expect(approveMock).not.toHaveBeenCalled();
    await press(element, 'confirm');
    expect(approveMock.mock.calls.map(([call]) => call.invoiceIds.length)).toEqual([50, 10]);
    expect(loadMock).toHaveBeenCalledTimes(2);
  });

  it('deletes what is chosen, and says why something was refused', async () => {
    loadMock.mockResolvedValue([invoice('1'), invoice('2')]);
    deleteMock.mockRejectedValue({ body: { message: 'Only drafts are deleted.' } });
    const element = await show();
    await tick(element, 'input[data-id="2"]');
    await press(element, 'delete');
    expect(element.shadowRoot!.textContent).toContain('1 invoice will be deleted.');
    await press(element, 'cancel');
    await press(element, 'delete');
    await press(element, 'confirm');
    expect(deleteMock).toHaveBeenCalledWith({ invoiceIds: ['2'] });
    expect((find(element, 'c-error-panel') as Field & { errors: string[] }).errors).toEqual([
      'Only drafts are deleted.',
    ]);
  });

  it('says when there are none, and offers to try again', async () => {
    loadMock.mockRejectedValueOnce({ body: { message: 'Offline' } }).mockResolvedValue([]);
    const element = await show();
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(element.shadowRoot!.textContent).toContain('has drafted no invoice');
  });
});
