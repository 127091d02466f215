import { createElement } from 'lwc';
import applyCredit from '@salesforce/apex/InvoiceActionsController.applyCredit';
import approve from '@salesforce/apex/InvoiceActionsController.approve';
import load from '@salesforce/apex/InvoiceActionsController.load';
import loadOpen from '@salesforce/apex/InvoiceActionsController.loadOpen';
import reversePayment from '@salesforce/apex/InvoiceActionsController.reversePayment';
import send from '@salesforce/apex/InvoiceActionsController.send';
import voidInvoice from '@salesforce/apex/InvoiceActionsController.voidInvoice';
import InvoiceActions from 'c/invoiceActions';

jest.mock('@salesforce/apex/InvoiceActionsController.applyCredit', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.loadOpen', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.reversePayment', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/InvoiceActionsController.send', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.voidInvoice', () => ({ default: jest.fn() }), { virtual: true });

const mocks = { applyCredit, approve, load, loadOpen, reversePayment, send, voidInvoice } as unknown as Record<
  string,
  jest.Mock
>;

const nothing = {
  canApprove: false,
  canSend: false,
  canVoid: false,
  canCredit: false,
  canPay: false,
  canApply: false,
  payments: [],
  pdfUrl: '/apex/InvoicePdf?id=i1',
};

const draft = {
  Id: 'i1',
  Name: 'INV-000001',
  Type__c: 'Invoice',
  Status__c: 'Draft',
  Account__c: 'a1',
  CurrencyCode__c: 'USD',
  Total__c: 119,
  Balance__c: 119,
};

const sent = { ...draft, Number__c: 'INV-2026-0001', Status__c: 'Sent', DeliveryStatus__c: 'Delivered' };

const payment = { Id: 'p1', Name: 'PAY-1', Date__c: '2026-05-01', Amount__c: 19, Method__c: 'Check' };

type Field = HTMLElement & { label: string; disabled: boolean; options: { label: string; value: string }[] };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(view: object): Promise<HTMLElement> {
  mocks.load!.mockResolvedValue(view);
  const element = createElement('c-invoice-actions', { is: InvoiceActions });
  Object.assign(element, { recordId: 'i1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): Field {
  return element.shadowRoot!.querySelector<Field>(selector)!;
}

async function click(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector).click();
  await settle();
}

async function enter(element: HTMLElement, selector: string, value: string): Promise<void> {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

function labels(element: HTMLElement): string[] {
  return [...element.shadowRoot!.querySelectorAll<Field>('.head lightning-button')].map((button) => button.label);
}

describe('c-invoice-actions', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('offers only what is possible, and is accessible', async () => {
    const element = await show({ ...nothing, invoice: draft, canApprove: true });
    expect(labels(element)).toEqual(['Preview PDF', 'Approve']);
    await expect(element).toBeAccessible();
    const all = { ...nothing, canSend: true, canPay: true, canCredit: true, canVoid: true, payments: [payment] };
    const other = await show({ ...all, invoice: sent });
    expect(labels(other)).toEqual(['Preview PDF', 'Send', 'Record payment', 'Reverse payment', 'Credit', 'Void']);
    expect(other.shadowRoot!.textContent).toMatch(/Sent, 119\.00 USD open/);
    const none = await show({ ...nothing, invoice: { ...sent, Status__c: 'Void', Balance__c: 0 } });
    expect(none.shadowRoot!.textContent).toMatch(/nothing you can do/);
  });

  it('approves after a confirmation that says what it means', async () => {
    const element = await show({ ...nothing, invoice: draft, canApprove: true });
    mocks.approve!.mockResolvedValue({ ...nothing, invoice: sent, canSend: true });
    await click(element, '[data-panel="approve"]');
    expect(element.shadowRoot!.textContent).toMatch(/119\.00 USD are booked/);
    await click(element, '[data-action="confirm"]');
    expect(mocks.approve).toHaveBeenCalledWith({ invoiceId: 'i1' });
    expect(find(element, 'h2').textContent).toBe('INV-2026-0001');
  });

  it('changes nothing when cancelled, and says why when refused', async () => {
    const element = await show({ ...nothing, invoice: draft, canApprove: true });
    await click(element, '[data-panel="approve"]');
    await click(element, '[data-action="cancel"]');
    expect(mocks.approve).not.toHaveBeenCalled();
    mocks.approve!.mockRejectedValue({ body: { message: 'The period is closed.' } });
    await click(element, '[data-panel="approve"]');
    await click(element, '[data-action="confirm"]');
    expect((find(element, 'c-error-panel') as Field & { errors: string[] }).errors).toEqual(['The period is closed.']);
    expect(find(element, '[data-action="confirm"]')).not.toBeNull();
  });

  it('sends at once, and shows what did not arrive', async () => {
    const element = await show({ ...nothing, invoice: sent, canSend: true });
    mocks.send!.mockResolvedValue({
      ...nothing,
      canSend: true,
      invoice: { ...sent, DeliveryStatus__c: 'Bounced', DeliveryMessage__c: 'Mailbox full', SentTo__c: 'a@b.example' },
    });
    await click(element, '[data-action="send"]');
    expect(find(element, '.notice').textContent).toMatch(/Not delivered\.\s*Mailbox full/);
    expect(find(element, '[data-action="send"]').label).toBe('Send again');
    mocks.send!.mockResolvedValue({ ...nothing, canSend: true, invoice: sent });
    await click(element, '[data-action="send"]');
    expect(find(element, '.notice')).toBeNull();
  });

  it('voids only with a reason', async () => {
    const element = await show({ ...nothing, invoice: sent, canVoid: true });
    mocks.voidInvoice!.mockResolvedValue({ ...nothing, invoice: { ...sent, Status__c: 'Void', Balance__c: 0 } });
    await click(element, '[data-panel="void"]');
    expect(find(element, '[data-action="confirm"]').disabled).toBe(true);
    await enter(element, 'lightning-input', ' Mistake ');
    await click(element, '[data-action="confirm"]');
    expect(mocks.voidInvoice).toHaveBeenCalledWith({ invoiceId: 'i1', reason: 'Mistake' });
  });

  it('reverses a chosen payment with a reason', async () => {
    const element = await show({ ...nothing, invoice: sent, payments: [payment] });
    mocks.reversePayment!.mockResolvedValue({ ...nothing, invoice: sent });
    await click(element, '[data-action="reverse"]');
    expect(find(element, 'lightning-combobox').options[0]!.label).toBe('PAY-1, May 1, 2026, 19.00 USD Check');
    await enter(element, 'lightning-combobox', 'p1');
    await enter(element, 'lightning-input', 'Returned');
    await click(element, '[data-action="confirm"]');
    expect(mocks.reversePayment).toHaveBeenCalledWith({ invoiceId: 'i1', paymentId: 'p1', reason: 'Returned' });
  });

  it('applies a credit note to a chosen invoice', async () => {
    const note = { ...sent, Type__c: 'Credit Note', Balance__c: -50 };
    const element = await show({ ...nothing, invoice: note, canApply: true });
    mocks.loadOpen!.mockResolvedValue([{ ...sent, Id: 'i2', DueDate__c: '2026-05-15' }]);
    mocks.applyCredit!.mockResolvedValue({ ...nothing, invoice: { ...note, Balance__c: 0 } });
    await click(element, '[data-action="apply"]');
    await enter(element, 'lightning-combobox', 'i2');
    await click(element, '[data-action="confirm"]');
    expect(mocks.applyCredit).toHaveBeenCalledWith({ noteId: 'i1', invoiceId: 'i2', amount: null });
  });

  it('opens the panels for payments and credits, and loads again when they are done', async () => {
    const element = await show({ ...nothing, invoice: sent, canPay: true, canCredit: true });
    await click(element, '[data-panel="pay"]');
    find(element, 'c-invoice-payment').dispatchEvent(new CustomEvent('done', { detail: '119.00 USD were recorded.' }));
    await settle();
    expect(find(element, 'c-invoice-payment')).toBeNull();
    await click(element, '[data-panel="credit"]');
    find(element, 'c-invoice-credit').dispatchEvent(new CustomEvent('done', { detail: 'n1' }));
    await settle();
    expect(find(element, 'c-invoice-credit')).toBeNull();
    expect(mocks.load).toHaveBeenCalledTimes(3);
    await click(element, '[data-action="preview"]');
  });

  it('offers to try again when loading fails', async () => {
    mocks.load!.mockRejectedValueOnce({ body: { message: 'No access' } });
    const element = createElement('c-invoice-actions', { is: InvoiceActions });
    document.body.appendChild(element);
    await settle();
    mocks.load!.mockResolvedValue({ ...nothing, invoice: sent });
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, 'h2').textContent).toBe('INV-2026-0001');
  });
});
