import { createElement } from 'lwc';
import approve from '@salesforce/apex/ExpenseReportController.approve';
import load from '@salesforce/apex/ExpenseReportController.load';
import quote from '@salesforce/apex/ExpenseReportController.quote';
import recall from '@salesforce/apex/ExpenseReportController.recall';
import reject from '@salesforce/apex/ExpenseReportController.reject';
import removeLine from '@salesforce/apex/ExpenseReportController.removeLine';
import saveLines from '@salesforce/apex/ExpenseReportController.saveLines';
import submit from '@salesforce/apex/ExpenseReportController.submit';
import ExpenseReportEditor from 'c/expenseReportEditor';

jest.mock('@salesforce/apex/ExpenseReportController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.quote', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.recall', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.removeLine', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.saveLines', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.submit', () => ({ default: jest.fn() }), { virtual: true });

const approveMock = approve as unknown as jest.Mock;
const loadMock = load as unknown as jest.Mock;
const quoteMock = quote as unknown as jest.Mock;
const recallMock = recall as unknown as jest.Mock;
const rejectMock = reject as unknown as jest.Mock;
const removeMock = removeLine as unknown as jest.Mock;
const saveMock = saveLines as unknown as jest.Mock;
const submitMock = submit as unknown as jest.Mock;

const meal = {
  expenseId: 'e1',
  day: '2026-01-14',
  category: 'Meals',
  projectId: 'p1',
  projectName: 'Works',
  description: 'Lunch',
  amount: 20,
  currencyCode: 'EUR',
  exchangeRate: 1.1,
  firmAmount: 22,
  isBillable: true,
  billAmount: 21,
  billCurrencyCode: 'EUR',
  isReimbursable: true,
  isRefund: false,
  rateProblem: null,
  receipts: [],
};

const view = {
  report: { Id: 'r1', Name: 'ER-00001', Purpose__c: 'Trip', Status__c: 'Draft', CurrencyCode__c: 'USD' },
  lines: [meal],
  categories: [
    { value: 'Meals', label: 'Meals', kind: 'Amount', receiptAbove: 25, dayLimit: 75, isBillable: true },
    { value: 'Mileage', label: 'Mileage', kind: 'Distance', isBillable: true },
    { value: 'Per Diem', label: 'Per Diem', kind: 'Days', isBillable: true },
  ],
  projects: [
    { projectId: 'p1', name: 'Works' },
    { projectId: 'p2', name: 'Yard' },
  ],
  problems: [],
  waitingFor: [],
  today: '2026-01-20',
  isEditable: true,
  canRecall: false,
  canDecide: false,
  seesBilling: false,
  canSetMarkup: false,
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

async function show(loaded: object = view): Promise<HTMLElement> {
  loadMock.mockResolvedValue(loaded);
  const element = createElement('c-expense-report-editor', { is: ExpenseReportEditor });
  Object.assign(element, { recordId: 'r1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function cell<T extends HTMLElement = HTMLInputElement>(element: HTMLElement, key: string, column: string): T {
  return element.shadowRoot!.querySelector<T>(`[data-key="${key}"][data-column="${column}"]`)!;
}

function button(element: HTMLElement, label: string): HTMLElement & { disabled: boolean } {
  const buttons = [...element.shadowRoot!.querySelectorAll('lightning-button')] as (HTMLElement & {
    label: string;
    disabled: boolean;
  })[];
  return buttons.find((candidate) => candidate.label === label)!;
}

function text(element: HTMLElement, selector: string): string {
  return [...element.shadowRoot!.querySelectorAll(selector)].map((found) => found.textContent).join('|');
}

async function enter(element: HTMLElement, key: string, column: string, value: string): Promise<void> {
  const input = cell(element, key, column);
  input.value = value;
  input.dispatchEvent(new CustomEvent('input'));
  input.dispatchEvent(new CustomEvent('change'));
  await settle();
}

/** As the server does it: 10 % more in dollars. */
function storeEverything(): void {
  saveMock.mockImplementation(({ lines }: { lines: (typeof meal & { clientKey: string })[] }) =>
    Promise.resolve({
      results: lines.map(({ clientKey, expenseId }) => ({ clientKey, expenseId: expenseId ?? 'e9', problem: null })),
      view: {
        ...view,
        lines: [meal.expenseId, 'e9'].flatMap((id) => {
          const sent = lines.find((line) => (line.expenseId ?? 'e9') === id);
          if (sent === undefined) return id === 'e1' ? [meal] : [];
          return [{ ...meal, ...sent, expenseId: id, firmAmount: Math.round(sent.amount * 110) / 100 }];
        }),
      },
    }),
  );
}

describe('c-expense-report-editor', () => {
  beforeEach(() => {
    storeEverything();
    quoteMock.mockResolvedValue({ exchangeRate: 1.1, currencyCode: 'EUR' });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows lines with the rate of the day and totals, and is accessible', async () => {
    const element = await show();
    expect(cell(element, 'e1', 'entered').value).toBe('20.00');
    expect(text(element, '.hint')).toContain('1 EUR = 1.1 USD');
    expect(text(element, '.grand')).toBe('22.00 USD');
    expect(text(element, '.note')).toBe('Lunch');
    expect(text(element, 'dt')).not.toContain('Clients are charged');
    await expect(element).toBeAccessible();
  });

  it('saves a line as soon as a field is left', async () => {
    const element = await show();
    await enter(element, 'e1', 'entered', '30');
    expect(saveMock).toHaveBeenCalledTimes(1);
    expect(saveMock.mock.calls[0][0]).toMatchObject({ reportId: 'r1', lines: [{ expenseId: 'e1', amount: 30 }] });
    expect(text(element, '.grand')).toBe('33.00 USD');
    expect(text(element, '[aria-live="polite"]')).toContain('All lines are saved');
  });

  it('warns while one types, before anything is saved', async () => {
    const element = await show();
    const input = cell(element, 'e1', 'entered');
    input.value = '80';
    input.dispatchEvent(new CustomEvent('input'));
    await settle();
    expect(text(element, '.note_warning')).toContain('over 75.00 USD a day');
    expect(text(element, '.note_warning')).toContain('A receipt is needed above 25.00 USD');
    expect(saveMock).not.toHaveBeenCalled();
    expect(button(element, 'Submit for approval').disabled).toBe(true);
  });

  it('keeps what was refused on the screen with the reason, and sends it again when it is changed', async () => {
    const element = await show();
    saveMock.mockResolvedValueOnce({
      results: [{ clientKey: 'e1', expenseId: 'e1', problem: 'The period January is closed.' }],
      view,
    });
    await enter(element, 'e1', 'day', '2026-01-31');
    expect(cell(element, 'e1', 'day').value).toBe('2026-01-31');
    expect(text(element, '.note_error')).toBe('The period January is closed.');
    expect(cell(element, 'e1', 'day').getAttribute('aria-invalid')).toBe('true');
    await enter(element, 'e1', 'day', '2026-02-01');
    expect(saveMock).toHaveBeenCalledTimes(2);
    expect(text(element, '.note_error')).toBe('');
  });

  it('keeps what was typed when the server cannot be reached, and offers to try again', async () => {
    const element = await show();
    saveMock.mockRejectedValueOnce({ body: { message: 'Offline' } });
    await enter(element, 'e1', 'entered', '30');
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { canRetry: boolean };
    expect(panel.canRetry).toBe(true);
    expect(cell(element, 'e1', 'entered').value).toBe('30');
    expect(text(element, '[aria-live="polite"]')).toContain('1 line is not saved yet');
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(saveMock).toHaveBeenCalledTimes(2);
    expect(element.shadowRoot!.querySelector('c-error-panel')).toBeNull();
  });

  it('adds a line, asks for its rate and saves it once it has an amount', async () => {
    const element = await show();
    button(element, 'Add expense').click();
    await settle();
    expect(element.shadowRoot!.activeElement).toBe(cell(element, 'new-1', 'category'));
    expect(cell(element, 'new-1', 'day').value).toBe('2026-01-14');
    quoteMock.mockResolvedValue({ unitRate: 0.5, currencyCode: 'USD', exchangeRate: 1 });
    await enter(element, 'new-1', 'category', 'Mileage');
    expect(quoteMock).toHaveBeenCalledWith({
      reportId: 'r1',
      entry: { category: 'Mileage', currencyCode: 'EUR', day: '2026-01-14' },
    });
    expect(saveMock).not.toHaveBeenCalled();
    expect(cell(element, 'new-1', 'currency')).toBeNull();
    expect(text(element, '.unit')).toBe('distance');
    expect(text(element, '.hint')).toContain('at 0.5 each');
    await enter(element, 'new-1', 'entered', '12');
    expect(saveMock.mock.calls[0][0].lines).toMatchObject([{ clientKey: 'new-1', category: 'Mileage', quantity: 12 }]);
  });

  it('says which rate is missing before the line can be saved', async () => {
    const element = await show();
    button(element, 'Add expense').click();
    await settle();
    quoteMock.mockResolvedValue({ problem: 'There is no exchange rate from CHF to USD.' });
    await enter(element, 'new-1', 'category', 'Meals');
    expect(text(element, '.note_error')).toBe('There is no exchange rate from CHF to USD.');
  });

  it('moves by keyboard: Enter down, Shift+Enter up, Alt with arrows across, Enter at the end adds', async () => {
    const element = await show({ ...view, lines: [meal, { ...meal, expenseId: 'e2' }] });
    const press = (key: string, column: string, init: KeyboardEventInit) =>
      cell(element, key, column).dispatchEvent(new KeyboardEvent('keydown', init));
    const active = () => element.shadowRoot!.activeElement;
    cell(element, 'e1', 'entered').focus();
    press('e1', 'entered', { key: 'Enter' });
    expect(active()).toBe(cell(element, 'e2', 'entered'));
    press('e2', 'entered', { key: 'Enter', shiftKey: true });
    expect(active()).toBe(cell(element, 'e1', 'entered'));
    press('e1', 'entered', { key: 'ArrowDown' });
    press('e2', 'entered', { key: 'ArrowRight', altKey: true });
    expect(active()).toBe(cell(element, 'e2', 'currency'));
    press('e2', 'currency', { key: 'Enter' });
    await settle();
    expect(active()).toBe(cell(element, 'new-1', 'category'));
  });

  it('fills the list of projects of one line alone', async () => {
    const element = await show({ ...view, lines: [meal, { ...meal, expenseId: 'e2' }] });
    cell(element, 'e1', 'day').dispatchEvent(new CustomEvent('focusin', { bubbles: true }));
    await settle();
    expect(cell<HTMLSelectElement>(element, 'e1', 'project').options).toHaveLength(3);
    expect(cell<HTMLSelectElement>(element, 'e2', 'project').options).toHaveLength(2);
    await enter(element, 'e1', 'project', 'p2');
    expect(saveMock.mock.calls[0][0].lines[0]).toMatchObject({ projectId: 'p2', isBillable: true });
    await enter(element, 'e1', 'project', '');
    expect(saveMock.mock.calls[1][0].lines[0]).toMatchObject({ projectId: undefined, isBillable: false });
  });

  it('removes saved lines on the server and new ones here', async () => {
    const element = await show();
    removeMock.mockResolvedValue(null);
    loadMock.mockResolvedValue({ ...view, lines: [] });
    const bin = [...element.shadowRoot!.querySelectorAll<HTMLElement>('lightning-button-icon')].at(-1)!;
    bin.click();
    await settle();
    expect(removeMock).toHaveBeenCalledWith({ reportId: 'r1', expenseId: 'e1' });
    expect(element.shadowRoot!.querySelector('table')).toBeNull();
    expect(element.shadowRoot!.textContent).toContain('Nothing is entered yet');
  });

  it('shows details of a line, takes their changes, and reads receipts again', async () => {
    const element = await show({ ...view, seesBilling: true });
    expect(text(element, 'dt')).toContain('Clients are charged');
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    await settle();
    const detail = element.shadowRoot!.querySelector('c-expense-line-detail')!;
    detail.dispatchEvent(new CustomEvent('linechange', { detail: { merchant: 'Cafe' } }));
    await settle();
    expect(saveMock.mock.calls[0][0].lines[0]).toMatchObject({ merchant: 'Cafe' });
    detail.dispatchEvent(new CustomEvent('receiptschange'));
    await settle();
    expect(loadMock).toHaveBeenCalledTimes(2);
  });

  it('submits, and says why not', async () => {
    const element = await show();
    submitMock.mockRejectedValueOnce({ body: { message: 'A receipt is needed.' } });
    button(element, 'Submit for approval').click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['A receipt is needed.']);
    submitMock.mockResolvedValue(null);
    loadMock.mockResolvedValue({
      ...view,
      report: { ...view.report, Status__c: 'Submitted' },
      isEditable: false,
      canRecall: true,
      waitingFor: ['Paula Manager'],
    });
    button(element, 'Submit for approval').click();
    await settle();
    expect(text(element, '.status')).toBe('Waiting for Paula Manager');
    expect(cell(element, 'e1', 'entered').readOnly).toBe(true);
    recallMock.mockResolvedValue(null);
    loadMock.mockResolvedValue(view);
    button(element, 'Recall').click();
    await settle();
    expect(cell(element, 'e1', 'entered').readOnly).toBe(false);
  });

  it('names what is left to do', async () => {
    const element = await show({
      ...view,
      problems: [
        { expenseId: 'e1', message: 'A receipt is needed.' },
        { expenseId: 'e1', message: 'Say why.' },
      ],
    });
    expect(element.shadowRoot!.textContent).toContain('One line needs attention before you can submit.');
  });

  it('lets an approver approve, or reject with a reason per line', async () => {
    const waiting = {
      ...view,
      report: { ...view.report, Status__c: 'Submitted' },
      isEditable: false,
      canDecide: true,
      lines: [{ ...meal, justification: 'Late' }],
    };
    const element = await show(waiting);
    expect(text(element, '.note')).toContain('Justification: Late');
    const reason = element.shadowRoot!.querySelector<HTMLInputElement>('.reason')!;
    reason.value = 'Which lunch?';
    reason.dispatchEvent(new CustomEvent('change'));
    element
      .shadowRoot!.querySelector('lightning-textarea')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: 'One question' } }));
    await expect(element).toBeAccessible();
    rejectMock.mockResolvedValue(null);
    loadMock.mockResolvedValue({
      ...waiting,
      report: { ...view.report, Status__c: 'Rejected', RejectionReason__c: 'One question' },
      canDecide: false,
      lines: [{ ...meal, rejectionReason: 'Which lunch?' }],
    });
    button(element, 'Reject').click();
    await settle();
    expect(rejectMock).toHaveBeenCalledWith({
      reportId: 'r1',
      comment: 'One question',
      reasons: { e1: 'Which lunch?' },
    });
    expect(text(element, '.status')).toBe('One question');
    expect(text(element, '.note_error')).toBe('Approver: Which lunch?');
  });

  it('shows an approved report as final', async () => {
    const waiting = { ...view, report: { ...view.report, Status__c: 'Submitted' }, isEditable: false, canDecide: true };
    const element = await show(waiting);
    approveMock.mockResolvedValue(null);
    loadMock.mockResolvedValue({ ...waiting, report: { ...view.report, Status__c: 'Approved' }, canDecide: false });
    button(element, 'Approve').click();
    await settle();
    expect(text(element, '.status')).toContain('Its lines are final');
    expect(button(element, 'Approve')).toBeUndefined();
  });

  it('says when what was done cannot be shown', async () => {
    const element = await show();
    submitMock.mockResolvedValue(null);
    loadMock.mockRejectedValue({ body: { message: 'Offline' } });
    button(element, 'Submit for approval').click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { summary: string };
    expect(panel.summary).toContain('could not be read again');
    expect(cell(element, 'e1', 'entered')).not.toBeNull();
  });

  it('says when loading fails', async () => {
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    const element = createElement('c-expense-report-editor', { is: ExpenseReportEditor });
    document.body.appendChild(element);
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { canRetry: boolean };
    expect(panel.canRetry).toBe(true);
  });

  it('stays light with two hundred lines', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => ({ ...meal, expenseId: `e${index}` }));
    const element = await show({ ...view, lines });
    expect(element.shadowRoot!.querySelectorAll('tr.line')).toHaveLength(200);
    expect(text(element, '.grand')).toBe('4,400.00 USD');
  });
});
