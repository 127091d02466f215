import { createElement } from 'lwc';
import adjustLine from '@salesforce/apex/InvoiceEditController.adjustLine';
import loadLines from '@salesforce/apex/InvoiceActionsController.loadLines';
import hold from '@salesforce/apex/InvoiceEditController.hold';
import releaseHold from '@salesforce/apex/InvoiceEditController.releaseHold';
import removeLine from '@salesforce/apex/InvoiceEditController.removeLine';
import removeWork from '@salesforce/apex/InvoiceEditController.removeWork';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { getRecord } from 'lightning/uiRecordApi';
import InvoiceDraftEditor from 'c/invoiceDraftEditor';

jest.mock('@salesforce/apex/InvoiceEditController.adjustLine', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceActionsController.loadLines', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.hold', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.releaseHold', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.removeLine', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.removeWork', () => ({ default: jest.fn() }), { virtual: true });

const mockNavigate = jest.fn();
jest.mock(
  'lightning/navigation',
  () => {
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (base: new () => object) =>
      class extends base {
        [Navigate](reference: unknown): void {
          mockNavigate(reference);
        }
      };
    return { NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
  },
  { virtual: true },
);

const adjustMock = adjustLine as unknown as jest.Mock;
const loadMock = loadLines as unknown as jest.Mock;
const record = getRecord as unknown as { emit(value: unknown): void };

const line = {
  Id: 'l1',
  Description__c: 'Ann Lee',
  Quantity__c: 1.5,
  UnitPrice__c: 100,
  Amount__c: 150,
  TaxPercent__c: 20,
  TaxAmount__c: 30,
  ComputedQuantity__c: 1.5,
  ComputedAmount__c: 150,
};

const entry = {
  Id: 'e1',
  InvoiceLine__c: 'l1',
  Date__c: '2026-01-05',
  Minutes__c: 90,
  Notes__c: 'Workshop',
  Timesheet__r: { Resource__r: { Name: 'Ann Lee' } },
};

function view(fields: object = {}, status = 'Draft'): object {
  return {
    invoice: {
      Id: 'i1',
      Name: 'INV-1',
      Type__c: 'Invoice',
      Status__c: status,
      Project__c: 'p1',
      CurrencyCode__c: 'USD',
    },
    lines: [{ ...line, ...fields }],
    entries: [entry],
    canEdit: true,
  };
}

type Field = HTMLInputElement & { errors: string[] };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-invoice-draft-editor', { is: InvoiceDraftEditor });
  Object.assign(element, { recordId: 'i1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): Field {
  return element.shadowRoot!.querySelector<Field>(selector)!;
}

async function type(element: HTMLElement, field: string, value: string): Promise<void> {
  const input = find(element, `[data-field="${field}"]`);
  input.value = value;
  input.dispatchEvent(new CustomEvent('input'));
  await settle();
}

async function key(element: HTMLElement, field: string, name: string): Promise<void> {
  find(element, `[data-field="${field}"]`).dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
  await settle();
}

async function press(element: HTMLElement, action: string): Promise<void> {
  find(element, `[data-action="${action}"]`).click();
  await settle();
}

async function pickEntry(element: HTMLElement): Promise<void> {
  await press(element, 'expand');
  const box = find(element, 'input[data-id="e1"]');
  box.checked = true;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
}

describe('c-invoice-draft-editor', () => {
  beforeEach(() => loadMock.mockResolvedValue(view()));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('adds up what is typed, asks why, saves with Enter and can undo', async () => {
    adjustMock.mockResolvedValue(
      view({ Quantity__c: 1, Amount__c: 100, TaxAmount__c: 20, AdjustmentReason__c: 'Goodwill' }),
    );
    const element = await show();
    await expect(element).toBeAccessible();
    expect(find(element, '[data-total="total"]').textContent).toBe('180.00 USD');
    await type(element, 'quantity', '1');
    expect(find(element, '[data-total="net"]').textContent).toBe('100.00 USD');
    expect(find(element, '[data-total="total"]').textContent).toBe('120.00 USD');
    await key(element, 'quantity', 'Enter');
    expect(adjustMock).not.toHaveBeenCalled();
    expect(element.shadowRoot!.textContent).toContain('Say why the amount is changed.');
    await type(element, 'reason', 'Goodwill');
    await key(element, 'reason', 'Enter');
    expect(adjustMock).toHaveBeenCalledWith({
      adjustment: { lineId: 'l1', quantity: 1, unitPrice: 100, description: 'Ann Lee', reason: 'Goodwill' },
    });
    await press(element, 'undo');
    expect(adjustMock).toHaveBeenLastCalledWith({
      adjustment: { lineId: 'l1', quantity: 1.5, unitPrice: 100, description: 'Ann Lee', reason: null },
    });
  });

  it('takes back what was typed with Escape, and all of it with a button', async () => {
    const element = await show();
    await type(element, 'unitPrice', '90');
    await key(element, 'unitPrice', 'Escape');
    expect(find(element, '[data-total="net"]').textContent).toBe('150.00 USD');
    await type(element, 'description', 'Design');
    expect(element.shadowRoot!.textContent).toContain('1 line is not saved');
    await press(element, 'revert');
    expect(element.shadowRoot!.textContent).not.toContain('not saved');
  });

  it('keeps what was typed when the server refuses it', async () => {
    adjustMock.mockRejectedValue({ body: { message: 'INV-1 is no longer a draft.' } });
    const element = await show();
    await type(element, 'description', 'Design');
    await press(element, 'save');
    expect(find(element, 'c-error-panel').errors).toEqual(['INV-1 is no longer a draft.']);
    expect(find(element, '[data-field="description"]').value).toBe('Design');
  });

  it('goes back to what was computed', async () => {
    loadMock.mockResolvedValue(view({ Quantity__c: 1, Amount__c: 100, AdjustmentReason__c: 'Goodwill' }));
    adjustMock.mockResolvedValue(view());
    const element = await show();
    await press(element, 'back');
    await press(element, 'save');
    expect(adjustMock.mock.calls[0]![0].adjustment).toMatchObject({ quantity: 1.5, unitPrice: 100, reason: null });
  });

  it('shows the time behind a line, holds it with a reason and releases it again', async () => {
    const element = await show();
    await pickEntry(element);
    expect(find(element, '.behind').textContent).toContain('1:30');
    await press(element, 'askHold');
    find(element, '[data-field="holdReason"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Disputed' } }),
    );
    await settle();
    await press(element, 'hold');
    expect(hold).toHaveBeenCalledWith({ workIds: ['e1'], reason: 'Disputed' });
    await press(element, 'undo');
    expect(releaseHold).toHaveBeenCalledWith({ workIds: ['e1'] });
  });

  it('removes entries and lines', async () => {
    const element = await show();
    await pickEntry(element);
    loadMock.mockResolvedValue({ ...view(), entries: [] });
    await press(element, 'removeWork');
    expect(removeWork).toHaveBeenCalledWith({ workIds: ['e1'] });
    loadMock.mockResolvedValue({ ...view(), lines: [], entries: [] });
    await press(element, 'remove');
    expect(removeLine).toHaveBeenCalledWith({ lineId: 'l1' });
    expect(element.shadowRoot!.textContent).toContain('This invoice has no lines.');
  });

  it('adds a line of ones own in the form of the platform', async () => {
    (encodeDefaultFieldValues as jest.Mock).mockReturnValue('its invoice');
    const element = await show();
    await press(element, 'add');
    expect(encodeDefaultFieldValues).toHaveBeenCalledWith({
      Invoice__c: 'i1',
      Project__c: 'p1',
      Type__c: 'Other',
      Quantity__c: '1',
    });
    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'InvoiceLine__c', actionName: 'new' },
      state: { defaultFieldValues: 'its invoice', navigationLocation: 'RELATED_LIST' },
    });
  });

  it('only shows a draft to those who may not change it', async () => {
    loadMock.mockResolvedValue({ ...view(), canEdit: false });
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('It is a draft, which finance changes and approves.');
    expect(find(element, 'input')).toBeNull();
    expect(find(element, '[data-action="add"]')).toBeNull();
  });

  it('names the ways that are left once it is paid', async () => {
    loadMock.mockResolvedValue(view({}, 'Paid'));
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('To change what was billed, credit it.');
  });

  it('is locked once approved, also when that happens elsewhere on the page', async () => {
    const element = await show();
    loadMock.mockResolvedValue(view({ AdjustmentReason__c: 'Goodwill', Amount__c: 100, Quantity__c: 1 }, 'Approved'));
    record.emit({ fields: {} });
    await settle();
    expect(element.shadowRoot!.textContent).toContain('Locked: it is approved.');
    expect(element.shadowRoot!.textContent).toContain('Goodwill');
    expect(find(element, 'input')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('offers to try again when loading fails', async () => {
    loadMock.mockRejectedValueOnce({ body: { message: 'No access' } });
    const element = await show();
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, '[data-field="description"]').value).toBe('Ann Lee');
  });
});
