import { createElement } from 'lwc';
import loadOpen from '@salesforce/apex/InvoiceActionsController.loadOpen';
import pay from '@salesforce/apex/InvoiceActionsController.pay';
import InvoicePayment from 'c/invoicePayment';

jest.mock('@salesforce/apex/InvoiceActionsController.loadOpen', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.pay', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = loadOpen as unknown as jest.Mock;
const payMock = pay as unknown as jest.Mock;

const open = [
  { Id: 'i1', Name: 'INV-1', Number__c: 'INV-2026-0001', DueDate__c: '2026-05-15', Balance__c: 100 },
  { Id: 'i2', Name: 'INV-2', Number__c: 'INV-2026-0002', DueDate__c: '2026-05-20', Balance__c: 50.5 },
];

type Field = HTMLElement & { value: string; label: string; disabled: boolean };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-invoice-payment', { is: InvoicePayment });
  Object.assign(element, { accountId: 'a1', currencyCode: 'USD', invoiceId: 'i2' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): Field {
  return element.shadowRoot!.querySelector<Field>(selector)!;
}

interface Table extends HTMLElement {
  hint: string;
  saveLabel: string;
  errors: unknown;
  rows: { key: string; text: string; problem?: string }[];
}

function table(element: HTMLElement): Table {
  return element.shadowRoot!.querySelector<Table>('c-amount-table')!;
}

async function tell(element: HTMLElement, type: string, detail?: object): Promise<void> {
  table(element).dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

function shareOf(element: HTMLElement, key: string): string | undefined {
  return table(element).rows.find((row) => row.key === key)?.text;
}

async function enter(field: Field, value: string): Promise<void> {
  field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-invoice-payment', () => {
  beforeEach(() => loadMock.mockResolvedValue(open));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('proposes to pay the invoice it was opened on, and is accessible', async () => {
    const element = await show();
    expect(find(element, '[data-field="amount"]').value).toBe('50.50');
    expect(shareOf(element, 'i2')).toBe('50.50');
    expect(shareOf(element, 'i1')).toBe('');
    expect(table(element).saveLabel).toBe('Record 50.50 USD on 1 invoice');
    await expect(element).toBeAccessible();
  });

  it('splits a larger sum over the other invoices and records it', async () => {
    payMock.mockResolvedValue(2);
    const element = await show();
    const done = jest.fn();
    element.addEventListener('done', done);
    await enter(find(element, '[data-field="amount"]'), '120');
    expect(shareOf(element, 'i1')).toBe('69.50');
    await enter(find(element, '[data-field="day"]'), '2026-05-16');
    await enter(find(element, '[data-field="method"]'), 'Check');
    await enter(find(element, '[data-field="reference"]'), ' WIRE 1 ');
    await tell(element, 'save');
    expect(payMock).toHaveBeenCalledWith({
      receipt: {
        amount: 120,
        day: '2026-05-16',
        method: 'Check',
        reference: 'WIRE 1',
        shares: [
          { invoiceId: 'i2', amount: 50.5 },
          { invoiceId: 'i1', amount: 69.5 },
        ],
      },
    });
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('records nothing while a cent is left over, too much or unreadable, and says why', async () => {
    const element = await show();
    await enter(find(element, '[data-field="amount"]'), '200');
    expect(table(element).hint).toMatch(/49\.50 USD are on no invoice/);
    await enter(find(element, '[data-field="amount"]'), '10');
    await tell(element, 'amount', { key: 'i1', text: '5' });
    expect(table(element).hint).toMatch(/get 5\.00 USD more than was received/);
    await tell(element, 'amount', { key: 'i1', text: '100.01' });
    expect(table(element).rows[1]!.problem).toBe('Only 100.00 is open.');
    await tell(element, 'amount', { key: 'i1', text: 'some' });
    expect(table(element).rows[1]!.problem).toMatch(/at most two decimals/);
    await tell(element, 'amount', { key: 'i1', text: '' });
    await enter(find(element, '[data-field="day"]'), '');
    expect(table(element).hint).toMatch(/Enter the day/);
    await enter(find(element, '[data-field="amount"]'), '');
    expect(table(element).hint).toMatch(/Enter the amount/);
  });

  it('keeps what was typed when the payment is refused', async () => {
    payMock.mockRejectedValue({ body: { message: 'This payment is recorded already.' } });
    const element = await show();
    await tell(element, 'save');
    expect(table(element).errors).toEqual(['This payment is recorded already.']);
    expect(find(element, '[data-field="amount"]').value).toBe('50.50');
  });

  it('offers to try again when loading fails, and can be cancelled', async () => {
    loadMock.mockRejectedValueOnce({ body: { message: 'No access' } });
    const element = await show();
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    const cancel = jest.fn();
    element.addEventListener('cancel', cancel);
    await tell(element, 'cancel');
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
