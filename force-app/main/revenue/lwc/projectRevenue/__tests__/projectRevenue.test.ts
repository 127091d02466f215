import { createElement } from 'lwc';
import getEntries from '@salesforce/apex/ProjectRevenueController.getEntries';
import getRevenue from '@salesforce/apex/ProjectRevenueController.getRevenue';
import ProjectRevenue from 'c/projectRevenue';

jest.mock('@salesforce/apex/ProjectRevenueController.getRevenue', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectRevenueController.getEntries', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = getRevenue as unknown as jest.Mock;
const entriesMock = getEntries as unknown as jest.Mock;

const view = {
  project: {
    CurrencyCode__c: 'USD',
    ContractRevenue__c: 1500,
    RecognizedRevenue__c: 400.3,
    RemainingRevenue__c: 1099.7,
    LossProvision__c: 50,
  },
  arrangements: [
    {
      Id: 'a1',
      Name: 'Delivery',
      Type__c: 'Fixed Fee',
      RevenueMethod__c: 'Percent by Hours',
      RevenueProgress__c: 25,
      ContractRevenue__c: 1000,
      RecognizedRevenue__c: 250,
      RemainingRevenue__c: 750,
    },
    { Id: 'a2', Name: 'Training', Type__c: 'Fixed Fee', RevenueProblem__c: 'The price is not known.' },
  ],
  months: [
    { arrangementId: 'a1', stream: 'Services', periodId: 'p1', periodName: '2026-01', isClosed: true, amount: 100.1 },
    { arrangementId: 'a1', stream: 'Expenses', periodId: 'p1', periodName: '2026-01', isClosed: true, amount: 0.2 },
    { stream: 'Loss Provision', periodId: 'p1', periodName: '2026-01', isClosed: true, amount: 50 },
    { arrangementId: 'a1', stream: 'Services', periodId: 'p2', periodName: '2026-02', isClosed: false, amount: 300 },
  ],
};

const entries = [
  {
    Id: 'e1',
    Name: 'REV-1',
    Arrangement__r: { Name: 'Delivery' },
    EarnedPeriod__r: { Name: '2025-12' },
    Stream__c: 'Services',
    Method__c: 'Percent by Hours',
    Type__c: 'Catch-up',
    Amount__c: 100.1,
    Basis__c: '10.00 h of 40.00 h',
  },
  {
    Id: 'e2',
    Name: 'REV-2',
    Stream__c: 'Loss Provision',
    Method__c: 'Loss Provision',
    Type__c: 'Loss Provision',
    Amount__c: 50,
  },
  { Id: 'e3', Name: 'REV-3', Stream__c: 'Services', Method__c: 'As Incurred', Type__c: 'Recognition', Amount__c: 5 },
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-project-revenue', { is: ProjectRevenue });
  Object.assign(element, { recordId: 'x' });
  document.body.appendChild(element);
  await settle();
  return element;
}

/** The component that shows the figures. */
function figureList(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.querySelector<HTMLElement>('c-figure-list')!;
}

function texts(element: HTMLElement, selector: string): string[] {
  return [...element.shadowRoot!.querySelectorAll(selector)].map((node) =>
    node.textContent!.replace(/\s+/g, ' ').trim(),
  );
}

describe('c-project-revenue', () => {
  beforeEach(() => loadMock.mockResolvedValue(view));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows balances, arrangements with what is missing, and months without provisions among revenue', async () => {
    const element = await show();
    expect(texts(figureList(element), '.figure')).toContain('Recognized400.30 USDearned so far');
    expect(texts(figureList(element), '.figure')).toContain('Loss provision50.00 USDloss to come, booked');
    const rows = texts(element, 'tbody tr');
    expect(rows[0]).toContain('Percent by Hours, 25 %');
    expect(rows[0]).toContain('750.00');
    expect(rows[1]).toContain('The price is not known.');
    const months = texts(element, '.opener');
    expect(months[0]).toMatch(/2026-02 *Open *300.00 USD/);
    expect(months[1]).toMatch(/2026-01 *Closed *100.30 USD *provision 50.00 USD/);
    await expect(element).toBeAccessible();
  });

  it('opens a month down to the rows and their reasons, and closes it again', async () => {
    entriesMock.mockResolvedValue(entries);
    const element = await show();
    const month = element.shadowRoot!.querySelectorAll<HTMLElement>('.opener')[1]!;
    month.click();
    await settle();
    expect(entriesMock).toHaveBeenCalledWith({ projectId: 'x', periodId: 'p1' });
    expect(texts(element, '.entry')[0]).toBe(
      'REV-1Delivery · Services · Catch-up · earned in 2025-12100.10 USD10.00 h of 40.00 h',
    );
    expect(texts(element, '.entry')[1]).toContain('Project · Loss Provision');
    expect(texts(element, '.entry')[2]).toContain('No arrangement · Services');
    await expect(element).toBeAccessible();
    month.click();
    await settle();
    expect(texts(element, '.entry')).toEqual([]);
  });

  it('says that there is nothing yet', async () => {
    loadMock.mockResolvedValue({ project: { CurrencyCode__c: 'USD' }, arrangements: [], months: [] });
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('Nothing brings revenue yet');
    expect(element.shadowRoot!.textContent).toContain('Nothing is recognized yet');
    expect(texts(figureList(element), '.figure')).toHaveLength(6);
  });

  it('says what has failed and tries again', async () => {
    loadMock.mockRejectedValueOnce({ body: { message: 'Out of order' } });
    const element = await show();
    const panel = element.shadowRoot!.querySelector('c-error-panel')!;
    expect(panel.shadowRoot!.textContent).toContain('Out of order');
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(texts(figureList(element), '.figure')).toHaveLength(7);
    entriesMock.mockRejectedValue({ body: { message: 'No rows' } });
    element.shadowRoot!.querySelector<HTMLElement>('.opener')!.click();
    await settle();
    expect(element.shadowRoot!.querySelector('c-error-panel')!.shadowRoot!.textContent).toContain('No rows');
  });
});
