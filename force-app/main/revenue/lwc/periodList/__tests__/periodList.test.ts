import { createElement } from 'lwc';
import getChecks from '@salesforce/apex/PeriodCloseController.getChecks';
import getPeriod from '@salesforce/apex/PeriodCloseController.getPeriod';
import getPeriods from '@salesforce/apex/PeriodCloseController.getPeriods';
import PeriodList from 'c/periodList';

jest.mock('@salesforce/apex/PeriodCloseController.close', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getChecks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getPeriod', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getPeriods', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.getRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.recognize', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.reopen', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PeriodCloseController.resume', () => ({ default: jest.fn() }), { virtual: true });

const listMock = getPeriods as unknown as jest.Mock;
const periodMock = getPeriod as unknown as jest.Mock;
const checksMock = getChecks as unknown as jest.Mock;

const periods = [
  { Id: 'p9', Name: '2099-01', StartDate__c: '2099-01-01', Status__c: 'Open' },
  { Id: 'p3', Name: '2026-03', StartDate__c: '2026-03-01', Status__c: 'Open' },
  { Id: 'p2', Name: '2026-02', StartDate__c: '2026-02-01', Status__c: 'Open' },
  { Id: 'p1', Name: '2026-01', StartDate__c: '2026-01-01', Status__c: 'Closed', RecognizedRevenue__c: 1234.5 },
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-period-list', { is: PeriodList });
  document.body.appendChild(element);
  await settle();
  return element;
}

function chosen(element: HTMLElement): unknown {
  return (element.shadowRoot!.querySelector('c-period-close') as unknown as { recordId: string }).recordId;
}

describe('c-period-list', () => {
  beforeEach(() => {
    listMock.mockResolvedValue(periods);
    checksMock.mockResolvedValue([]);
    periodMock.mockResolvedValue({
      period: { Id: 'p2', Name: '2026-02', StartDate__c: '2026-02-01', EndDate__c: '2026-02-28', Status__c: 'Open' },
      currencyCode: 'USD',
      canResume: false,
      mayClose: true,
      isLatestClosed: false,
    });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists the periods that have begun and shows the first open one', async () => {
    const element = await show();
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => row.textContent!.trim());
    expect(rows).toHaveLength(3);
    expect(rows[2]).toContain('1,234.50');
    expect(chosen(element)).toBe('p2');
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement>('[data-id="p1"]')!.click();
    await settle();
    expect(chosen(element)).toBe('p1');
  });

  it('reads the list again when a period was closed', async () => {
    const element = await show();
    element.shadowRoot!.querySelector('c-period-close')!.dispatchEvent(new CustomEvent('statuschange'));
    await settle();
    expect(listMock).toHaveBeenCalledTimes(2);
    expect(chosen(element)).toBe('p2');
  });

  it('says when there are none, and what has failed', async () => {
    listMock.mockResolvedValueOnce([]);
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('There are no fiscal periods yet.');
    document.body.replaceChildren();
    listMock.mockRejectedValueOnce({ body: { message: 'Out of order' } });
    const failed = await show();
    expect(failed.shadowRoot!.querySelector('c-error-panel')!.shadowRoot!.textContent).toContain('Out of order');
  });
});
