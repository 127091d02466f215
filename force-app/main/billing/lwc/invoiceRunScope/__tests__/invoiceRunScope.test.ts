import { createElement } from 'lwc';
import getWorkInProgress from '@salesforce/apex/InvoiceRunController.getWorkInProgress';
import InvoiceRunScope from 'c/invoiceRunScope';

jest.mock('@salesforce/apex/InvoiceRunController.getWorkInProgress', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = getWorkInProgress as unknown as jest.Mock;

const rows = [
  {
    projectId: 'p1',
    projectName: 'Rollout',
    accountId: 'a1',
    accountName: 'Hill Farm',
    currencyCode: 'USD',
    amountsByAge: [100, 20, 0, 0.5],
    total: 120.5,
    onHold: 20,
    notApproved: 0,
    minutesWithoutRate: 90,
  },
  {
    projectId: 'p2',
    projectName: 'Support',
    currencyCode: 'USD',
    amountsByAge: [10, 0, 0, 0],
    total: 10,
    onHold: 0,
    notApproved: 10,
    minutesWithoutRate: 0,
  },
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-invoice-run-scope', { is: InvoiceRunScope });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find<Found extends HTMLElement>(element: HTMLElement, selector: string): Found {
  return element.shadowRoot!.querySelector<Found>(selector)!;
}

/** Values of a row of the table, as numbers. */
function valuesOf(element: HTMLElement, row: string): number[] {
  const cells = element.shadowRoot!.querySelectorAll(`${row} lightning-formatted-number`);
  return [...cells].map((cell) => (cell as HTMLElement & { value: number }).value);
}

async function tick(box: HTMLInputElement, checked: boolean): Promise<void> {
  box.checked = checked;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
}

describe('c-invoice-run-scope', () => {
  beforeEach(() => loadMock.mockResolvedValue({ rows }));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('reads what comes in parts, and shows it as one', async () => {
    loadMock
      .mockResolvedValueOnce({ rows: rows.slice(1), lastId: 'p2' })
      .mockResolvedValueOnce({ rows: rows.slice(0, 1) });
    const element = await show();
    expect(loadMock.mock.calls).toEqual([
      [{ afterId: undefined, age: undefined }],
      [{ afterId: 'p2', age: undefined }],
    ]);
    expect(valuesOf(element, 'tbody tr')).toEqual([100, 20, 0, 0.5, 120.5, 10, 0, 0, 0, 10]);
  });

  it('adds up a project that comes age by age', async () => {
    loadMock
      .mockResolvedValueOnce({ rows: [{ ...rows[1], amountsByAge: [10, 0, 0, 0] }], nextAge: 1 })
      .mockResolvedValueOnce({ rows: [{ ...rows[1], amountsByAge: [0, 5, 0, 0], total: 5, onHold: 5 }] });
    const element = await show();
    expect(loadMock.mock.calls[1]).toEqual([{ afterId: undefined, age: 1 }]);
    expect(valuesOf(element, 'tbody tr')).toEqual([10, 5, 0, 0, 15]);
    expect(element.shadowRoot!.querySelector('tbody')!.textContent).toContain('5.00 on hold');
  });

  it('shows work by age with what stands in its way, and is accessible', async () => {
    const element = await show();
    expect(valuesOf(element, 'tbody tr')).toEqual([100, 20, 0, 0.5, 120.5, 10, 0, 0, 0, 10]);
    expect(valuesOf(element, 'tfoot tr')).toEqual([110, 20, 0, 0.5, 130.5]);
    const text = element.shadowRoot!.textContent;
    expect(text).toContain('20.00 on hold, 1:30 without a rate');
    expect(text).toContain('10.00 not approved');
    expect(text).toContain('All projects with a billing arrangement are billed.');
    await expect(element).toBeAccessible();
  });

  it('bills only what is chosen, from the table or by search', async () => {
    const element = await show();
    const preview = jest.fn();
    element.addEventListener('preview', (event) => preview((event as CustomEvent).detail));
    await tick(find(element, 'input[data-id="p2"]'), true);
    expect(valuesOf(element, 'tfoot tr')).toEqual([10, 0, 0, 0, 10]);
    const picker = find<HTMLElement & { clearSelection(): void }>(element, '[data-object="Account"]');
    picker.clearSelection = jest.fn();
    picker.dispatchEvent(new CustomEvent('change', { detail: { recordId: 'a9' } }));
    picker.dispatchEvent(new CustomEvent('change', { detail: { recordId: null } }));
    await settle();
    expect(picker.clearSelection).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot!.textContent).toContain('Only 1 account and 1 project are billed.');
    find(element, '[data-field="cutOff"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: '2026-01-31' } }),
    );
    find(element, '[data-field="invoiceDate"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: '2026-02-02' } }),
    );
    find(element, '[data-field="per"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'Account' } }));
    await settle();
    find(element, '[data-action="preview"]').click();
    expect(preview).toHaveBeenCalledWith({
      cutOffDate: '2026-01-31',
      invoiceDate: '2026-02-02',
      accountIds: ['a9'],
      projectIds: ['p2'],
      invoicePer: 'Account',
    });
    find(element, 'c-record-pill[data-id="a9"]').dispatchEvent(new CustomEvent('drop'));
    await tick(find(element, 'input[data-id="p2"]'), false);
    expect(element.shadowRoot!.textContent).toContain('All projects');
  });

  it('asks for a cut-off, says when nothing waits, and offers to try again', async () => {
    loadMock.mockRejectedValueOnce({ body: { message: 'No access' } }).mockResolvedValueOnce({ rows: [] });
    const element = await show();
    find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(element.shadowRoot!.textContent).toContain('No billable time or expense is waiting.');
    find(element, '[data-field="cutOff"]').dispatchEvent(new CustomEvent('change', { detail: { value: null } }));
    await settle();
    expect(find<HTMLButtonElement>(element, '[data-action="preview"]').disabled).toBe(true);
  });
});
