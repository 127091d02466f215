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
    expect(find(element, '[data-action="save"]').label).toBe('Credit 80.00 USD and tax');
    expect(find(element, '[data-action="save"]').disabled).toBe(true);
    expect(element.shadowRoot!.textContent).toMatch(/Say why/);
    await expect(element).toBeAccessible();
  });

  it('credits by line and releases the work by choice', async () => {
    creditMock.mockResolvedValue('n1');
    const element = await show();
    const done = jest.fn();
    element.addEventListener('done', done);
    await enter(find(element, '[data-field="reason"]'), { value: ' Agreed ' });
    await enter(find(element, '[data-id="l1"]'), { value: '40.5' });
    await enter(find(element, '[data-id="l2"]'), { value: '' });
    await enter(find(element, '[data-field="release"]'), { checked: true });
    find(element, '[data-action="save"]').click();
    await settle();
    expect(creditMock).toHaveBeenCalledWith({
      request: { invoiceId: 'i1', reason: 'Agreed', isReleased: true, parts: [{ lineId: 'l1', amount: 40.5 }] },
    });
    expect((done.mock.calls[0] as [CustomEvent<string>])[0].detail).toBe('n1');
  });

  it('credits no more than is left', async () => {
    const element = await show();
    await enter(find(element, '[data-field="reason"]'), { value: 'Agreed' });
    for (const text of ['100.01', '-1', 'all']) {
      await enter(find(element, '[data-id="l1"]'), { value: text });
      expect(find(element, '[data-action="save"]').disabled).toBe(true);
    }
    await enter(find(element, '[data-id="l1"]'), { value: '0' });
    expect(element.shadowRoot!.textContent).toMatch(/Enter what is credited/);
  });

  it('says when it is refused', async () => {
    creditMock.mockRejectedValue({ body: { message: 'Only 10.00 can be credited.' } });
    const element = await show();
    await enter(find(element, '[data-field="reason"]'), { value: 'Agreed' });
    find(element, '[data-action="save"]').click();
    await settle();
    expect((find(element, 'c-error-panel') as Field & { errors: string[] }).errors).toEqual([
      'Only 10.00 can be credited.',
    ]);
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
