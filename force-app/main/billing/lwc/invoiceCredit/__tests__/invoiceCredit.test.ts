import { createElement } from 'lwc';
import credit from '@salesforce/apex/InvoiceActionsController.credit';
import loadCreditable from '@salesforce/apex/InvoiceActionsController.loadCreditable';
import InvoiceCredit from 'c/invoiceCredit';

jest.mock('@salesforce/apex/InvoiceActionsController.credit', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.loadCreditable', () => ({ default: jest.fn() }), {
  virtual: true,
});

const creditMock = credit as unknown as jest.Mock;
const loadMock = loadCreditable as unknown as jest.Mock;

const lines = [
  { Id: 'l1', Description__c: 'Work', Amount__c: 100 },
  { Id: 'l2', Description__c: 'Deposit applied', Amount__c: -20 },
];

type Field = HTMLElement & { value: string; label: string; disabled: boolean };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-invoice-credit', { is: InvoiceCredit });
  Object.assign(element, { invoiceId: 'i1', currencyCode: 'USD' });
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

async function enter(field: Field, detail: object): Promise<void> {
  field.dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

describe('c-invoice-credit', () => {
  beforeEach(() => loadMock.mockResolvedValue(lines));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('proposes to credit everything, asks for the reason, and is accessible', async () => {
    const element = await show();
    expect(table(element).saveLabel).toBe('Credit 80.00 USD and tax');
    expect(table(element).hint).toMatch(/Say why/);
    await expect(element).toBeAccessible();
  });

  it('credits by line and releases the work by choice', async () => {
    creditMock.mockResolvedValue('n1');
    const element = await show();
    const done = jest.fn();
    element.addEventListener('done', done);
    await enter(find(element, '[data-field="reason"]'), { value: ' Agreed ' });
    await tell(element, 'amount', { key: 'l1', text: '40.5' });
    await tell(element, 'amount', { key: 'l2', text: '' });
    await enter(find(element, '[data-field="release"]'), { checked: true });
    await tell(element, 'save');
    expect(creditMock).toHaveBeenCalledWith({
      request: { invoiceId: 'i1', reason: 'Agreed', isReleased: true, parts: [{ lineId: 'l1', amount: 40.5 }] },
    });
    expect((done.mock.calls[0] as [CustomEvent<string>])[0].detail).toBe('n1');
  });

  it('credits no more than is left', async () => {
    const element = await show();
    await enter(find(element, '[data-field="reason"]'), { value: 'Agreed' });
    for (const text of ['100.01', '-1', 'all']) {
      await tell(element, 'amount', { key: 'l1', text });
      expect(table(element).hint).toBe('Correct the amounts.');
    }
    await tell(element, 'amount', { key: 'l1', text: '0' });
    expect(table(element).hint).toBe('Enter what is credited.');
  });

  it('says when it is refused', async () => {
    creditMock.mockRejectedValue({ body: { message: 'Only 10.00 can be credited.' } });
    const element = await show();
    await enter(find(element, '[data-field="reason"]'), { value: 'Agreed' });
    await tell(element, 'save');
    expect(table(element).errors).toEqual(['Only 10.00 can be credited.']);
  });

  it('says when nothing is left, and when loading fails', async () => {
    loadMock.mockResolvedValue([]);
    const element = await show();
    expect(element.shadowRoot!.textContent).toMatch(/credited already/);
    const cancel = jest.fn();
    element.addEventListener('cancel', cancel);
    find(element, '.footer lightning-button').click();
    expect(cancel).toHaveBeenCalledTimes(1);
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    expect(find(await show(), 'c-error-panel')).not.toBeNull();
  });
});
