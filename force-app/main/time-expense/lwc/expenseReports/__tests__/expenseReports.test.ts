import { createElement } from 'lwc';
import create from '@salesforce/apex/ExpenseReportController.create';
import myReports from '@salesforce/apex/ExpenseReportController.myReports';
import ExpenseReports from 'c/expenseReports';

jest.mock('@salesforce/apex/ExpenseReportController.create', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ExpenseReportController.myReports', () => ({ default: jest.fn() }), { virtual: true });

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

const createMock = create as unknown as jest.Mock;
const myReportsMock = myReports as unknown as jest.Mock;

const report = {
  Id: 'r1',
  Name: 'ER-00001',
  Purpose__c: 'Trip',
  Status__c: 'Draft',
  TotalAmount__c: 1234.5,
  CurrencyCode__c: 'USD',
  LineCount__c: 1,
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

async function show(mine: object): Promise<HTMLElement> {
  myReportsMock.mockResolvedValue({ resourceId: 'x1', reports: [], toDecide: [], ...mine });
  const element = createElement('c-expense-reports', { is: ExpenseReports });
  document.body.appendChild(element);
  await settle();
  return element;
}

function recordPage(recordId: string) {
  return {
    type: 'standard__recordPage',
    attributes: { recordId, objectApiName: 'ExpenseReport__c', actionName: 'view' },
  };
}

describe('c-expense-reports', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists own reports and those to decide, opens them, and is accessible', async () => {
    const other = { ...report, Id: 'r2', Purpose__c: 'Fair', Resource__r: { Name: 'Ann Lee' }, LineCount__c: 3 };
    const element = await show({ reports: [report], toDecide: [other] });
    const texts = [...element.shadowRoot!.querySelectorAll('.report')].map((item) => item.textContent);
    expect(texts[0]).toContain('Ann Lee · ER-00001 · 3 expenses');
    expect(texts[1]).toContain('1,234.50 USD');
    expect(texts[1]).toContain('Draft');
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement>('a')!.click();
    expect(mockNavigate).toHaveBeenCalledWith(recordPage('r2'));
  });

  it('makes a report from its purpose and opens it', async () => {
    const element = await show({});
    expect(element.shadowRoot!.textContent).toContain('You have no expense reports yet');
    const input = element.shadowRoot!.querySelector('lightning-input')!;
    input.dispatchEvent(new CustomEvent('change', { detail: { value: ' Workshop ' } }));
    await settle();
    createMock.mockResolvedValue('r9');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();
    expect(createMock).toHaveBeenCalledWith({ purpose: 'Workshop' });
    expect(mockNavigate).toHaveBeenCalledWith(recordPage('r9'));
  });

  it('says why a report was not made', async () => {
    const element = await show({});
    element
      .shadowRoot!.querySelector('lightning-input')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: 'Workshop' } }));
    await settle();
    createMock.mockRejectedValue({ body: { message: 'Not now.' } });
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Not now.']);
  });

  it('tells who is no resource, and when loading fails', async () => {
    const stranger = await show({ resourceId: null });
    expect(stranger.shadowRoot!.textContent).toContain('You are not set up as a resource');
    expect(stranger.shadowRoot!.querySelector('lightning-button')).toBeNull();
    myReportsMock.mockRejectedValue({ body: { message: 'No access' } });
    const failed = createElement('c-expense-reports', { is: ExpenseReports });
    document.body.appendChild(failed);
    await settle();
    expect(failed.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
