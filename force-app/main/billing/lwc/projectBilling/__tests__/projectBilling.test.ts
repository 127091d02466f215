import { createElement } from 'lwc';
import getBilling from '@salesforce/apex/ProjectBillingController.getBilling';
import { updateRecord } from 'lightning/uiRecordApi';
import ProjectBilling from 'c/projectBilling';

jest.mock('@salesforce/apex/ProjectBillingController.getBilling', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = getBilling as unknown as jest.Mock;
const updateMock = updateRecord as unknown as jest.Mock;

const view = {
  currencyCode: 'USD',
  arrangements: [
    {
      record: { Id: 'b1', Name: 'Delivery', Type__c: 'Capped T&M', CapBehavior__c: 'Notify', IsDefault__c: true },
      billed: 380,
      ceiling: 400,
    },
    { record: { Id: 'b2', Name: 'Support', Type__c: 'Time and Materials', IsDefault__c: false }, billed: 90 },
    { record: { Id: 'b3', Name: 'Build', Type__c: 'Fixed Fee', IsDefault__c: false }, billed: 250, ceiling: 1000 },
  ],
  milestones: [
    { Id: 'm1', Name: 'Kick-off', Status__c: 'Ready', Amount__c: 100, DueDate__c: '2026-01-05' },
    { Id: 'm2', Name: 'Design', Status__c: 'Planned', Amount__c: 100 },
    { Id: 'm3', Name: 'Build', Status__c: 'Planned', Task__c: 't1', Task__r: { Name: 'Build it' } },
    { Id: 'm4', Name: 'Done', Status__c: 'Invoiced' },
  ],
  openWork: [{ state: 'On hold', minutes: 95, timeAmount: 100.1, expenseAmount: 0.2 }],
  invoices: [
    { Id: 'i1', Name: 'INV-1', Status__c: 'Draft', Total__c: 119, Balance__c: 119, CurrencyCode__c: 'USD' },
    {
      Id: 'i2',
      Name: 'INV-2',
      Number__c: '2026-7',
      Status__c: 'Sent',
      Total__c: 50,
      Balance__c: 20,
      CurrencyCode__c: 'USD',
    },
  ],
  canEditMilestones: true,
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-project-billing', { is: ProjectBilling });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function textOf(element: HTMLElement, selector: string): string {
  return element.shadowRoot!.querySelector(selector)!.textContent!.replace(/\s+/g, ' ');
}

describe('c-project-billing', () => {
  beforeEach(() => loadMock.mockResolvedValue(view));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows how far arrangements are used, with the marks of a cap, and is accessible', async () => {
    const element = await show();
    const [capped, hourly, fee] = [...element.shadowRoot!.querySelectorAll('.terms')];
    expect(capped!.textContent).toContain('95 % billed');
    expect(capped!.textContent).toContain('20.00 USD remaining');
    expect(capped!.querySelectorAll('.mark')).toHaveLength(3);
    expect(capped!.querySelector('.used_2')).not.toBeNull();
    expect(hourly!.querySelector('.bar')).toBeNull();
    expect(element.shadowRoot!.textContent).toContain('Invoices and drafts count, expenses and tax do not.');
    expect(fee!.querySelectorAll('.mark')).toHaveLength(0);
    expect(textOf(element, '[aria-label="Work on no invoice"] tbody')).toContain('1:35');
    expect(textOf(element, '[aria-label="Work on no invoice"] tbody')).toContain('100.30 USD');
    expect(textOf(element, '[aria-label="Invoices"]')).toMatch(/INV-1 *Draft *119.00 USD *0.00 USD/);
    await expect(element).toBeAccessible();
  });

  it('approves milestones that are ready, and says why one was refused', async () => {
    updateMock.mockResolvedValueOnce({}).mockRejectedValueOnce({ body: { message: 'Not completed yet.' } });
    const element = await show();
    const buttons = element.shadowRoot!.querySelectorAll<HTMLElement>('button[data-id]');
    expect([...buttons].map((button) => button.dataset.next)).toEqual(['Approved', 'Ready']);
    buttons[0]!.click();
    await settle();
    expect(updateMock).toHaveBeenCalledWith({ fields: { Id: 'm1', Status__c: 'Approved' } });
    expect(loadMock).toHaveBeenCalledTimes(2);
    buttons[1]!.click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Not completed yet.']);
  });

  it('says when there is nothing, and offers to try again', async () => {
    loadMock
      .mockRejectedValueOnce({ body: { message: 'No access' } })
      .mockResolvedValue({ ...view, arrangements: [], milestones: [], invoices: [], canEditMilestones: false });
    const element = await show();
    element.shadowRoot!.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(element.shadowRoot!.textContent).toContain('Nothing says how this project is billed.');
    expect(element.shadowRoot!.textContent).toContain('Nothing of this project alone is invoiced.');
  });
});
