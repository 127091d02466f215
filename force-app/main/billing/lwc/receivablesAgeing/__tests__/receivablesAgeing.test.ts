import { createElement } from 'lwc';
import loadAgeing from '@salesforce/apex/ReceivablesController.loadAgeing';
import ReceivablesAgeing from 'c/receivablesAgeing';

jest.mock('@salesforce/apex/ReceivablesController.loadAgeing', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = loadAgeing as unknown as jest.Mock;

function bucket(accountName: string, currencyCode: string, amount: number): object {
  const ages = { notDue: amount, days0to30: 0.1, days31to60: 0.2, days61to90: 0, over90: amount };
  return { accountId: `a-${accountName}`, accountName, currencyCode, ...ages, total: amount * 2 + 0.3 };
}

async function show(view: object, properties: object = {}): Promise<HTMLElement> {
  loadMock.mockResolvedValue(view);
  const element = createElement('c-receivables-ageing', { is: ReceivablesAgeing });
  Object.assign(element, properties);
  document.body.appendChild(element);
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  return element;
}

function values(element: HTMLElement, selector: string): number[] {
  const cells = element.shadowRoot!.querySelectorAll<HTMLElement & { value: number }>(selector);
  return [...cells].map((cell) => cell.value);
}

describe('c-receivables-ageing', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows all accounts with totals of each currency, and is accessible', async () => {
    const buckets = [bucket('Acme', 'EUR', 5), bucket('Acme', 'USD', 10), bucket('Beta', 'USD', 20)];
    const element = await show({ buckets, isByInvoiceDate: false });
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(element.shadowRoot!.querySelectorAll('tfoot tr')).toHaveLength(2);
    expect(values(element, 'tfoot tr:last-child lightning-formatted-number')).toEqual([30, 0.2, 0.4, 0, 30, 60.6]);
    expect(element.shadowRoot!.querySelectorAll('tbody .late')).toHaveLength(3);
    expect(element.shadowRoot!.querySelector('c-statement-sender')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows one account without repeating its name, and links its statement', async () => {
    const view = {
      buckets: [bucket('Acme', 'USD', 10)],
      isByInvoiceDate: true,
      canSend: true,
      statementUrl: '/apex/AccountStatement',
    };
    const element = await show(view, { recordId: 'a-Acme' });
    expect(loadMock).toHaveBeenCalledWith({ accountId: 'a-Acme' });
    expect(element.shadowRoot!.textContent).toMatch(/Days since the invoice date/);
    expect(element.shadowRoot!.querySelectorAll('thead th')).toHaveLength(6);
    expect(element.shadowRoot!.querySelectorAll('tfoot tr')).toHaveLength(0);
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    expect(element.shadowRoot!.querySelector('c-statement-sender')).toMatchObject({ accountId: 'a-Acme' });
  });

  it('says when nothing is owed, and when loading fails', async () => {
    expect((await show({ buckets: [], isByInvoiceDate: false })).shadowRoot!.textContent).toMatch(/Nothing is owed/);
    loadMock.mockReset();
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    const element = createElement('c-receivables-ageing', { is: ReceivablesAgeing });
    document.body.appendChild(element);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
