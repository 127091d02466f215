import { createElement } from 'lwc';
import findRates from '@salesforce/apex/InvoiceEditController.findRates';
import hold from '@salesforce/apex/InvoiceEditController.hold';
import releaseHold from '@salesforce/apex/InvoiceEditController.releaseHold';
import writeOff from '@salesforce/apex/InvoiceEditController.writeOff';
import UnbilledWork from 'c/unbilledWork';

jest.mock('@salesforce/apex/InvoiceEditController.findRates', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.hold', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.releaseHold', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InvoiceEditController.writeOff', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ApproveInvoices', () => ({ default: true }), { virtual: true });

const findRatesMock = findRates as unknown as jest.Mock;
const holdMock = hold as unknown as jest.Mock;
const releaseMock = releaseHold as unknown as jest.Mock;
const writeOffMock = writeOff as unknown as jest.Mock;

function work(recordId: string, fields: object): object {
  return { recordId, projectId: 'p1', projectName: 'Rollout', currencyCode: 'USD', kind: 'Time', ...fields };
}

const works = [
  work('e1', { reason: 'Not approved', label: 'Ann Lee', workDate: '2026-01-05', minutes: 90, amount: 150 }),
  work('e2', { reason: 'On hold', label: 'Ann Lee', workDate: '2026-01-06', minutes: 60, amount: 100 }),
  work('e3', { reason: 'Missing rate', label: 'Bo Ek', minutes: 30, detail: 'Add a rate' }),
  work('b1', { reason: 'Not ready', kind: 'Arrangement', label: 'Design', amount: 500 }),
];

type Field = HTMLElement & { disabled: boolean; checked: boolean };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(list: object[] = works): Promise<HTMLElement> {
  const element = createElement('c-unbilled-work', { is: UnbilledWork });
  Object.assign(element, { works: list });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): Field {
  return element.shadowRoot!.querySelector<Field>(selector)!;
}

async function open(element: HTMLElement, reason: string): Promise<void> {
  find(element, `button[data-reason="${reason}"]`).click();
  await settle();
}

async function pick(element: HTMLElement, selector: string): Promise<void> {
  const box = find(element, selector);
  box.checked = true;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
}

describe('c-unbilled-work', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says why work is not billed, how much it is and what to do, and is accessible', async () => {
    const element = await show();
    const heads = [...element.shadowRoot!.querySelectorAll('button.reason-head')].map((head) => head.textContent);
    expect(heads[0]).toContain('Not approved1 record150.00 USD');
    expect(heads[2]).toContain('1 of unknown worth');
    await open(element, 'Missing rate');
    expect(find(element, 'table').textContent).toContain('Add a rate');
    expect(find(element, 'table').textContent).toContain('Unknown');
    expect(find(element, 'th a').getAttribute('href')).toBe('/e3');
    await expect(element).toBeAccessible();
  });

  it('holds and writes off with a reason', async () => {
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('workchange', (event) => changed((event as CustomEvent).detail));
    await open(element, 'Not approved');
    await pick(element, 'input[data-reason="Not approved"]');
    expect(find(element, '[data-action="release"]').disabled).toBe(true);
    find(element, '[data-action="hold"]').click();
    await settle();
    expect(find(element, '[data-action="confirm"]').disabled).toBe(true);
    find(element, '[data-field="reason"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: ' Disputed ' } }),
    );
    await settle();
    find(element, '[data-action="confirm"]').click();
    await settle();
    expect(holdMock).toHaveBeenCalledWith({ workIds: ['e1'], reason: 'Disputed' });
    expect(changed).toHaveBeenCalledWith('1 record was held.');

    await pick(element, 'input[data-id="e1"]');
    find(element, '[data-action="writeOff"]').click();
    await settle();
    find(element, '[data-field="reason"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'Goodwill' } }));
    await settle();
    find(element, '[data-action="confirm"]').click();
    await settle();
    expect(writeOffMock).toHaveBeenCalledWith({ workIds: ['e1'], reason: 'Goodwill' });
  });

  it('releases what is on hold, and keeps the choice when that is refused', async () => {
    releaseMock.mockRejectedValue({ body: { message: 'Refresh and try again.' } });
    const element = await show();
    await open(element, 'On hold');
    await pick(element, 'input[data-id="e2"]');
    expect(find(element, '[data-action="hold"]').disabled).toBe(true);
    find(element, '[data-action="release"]').click();
    await settle();
    expect(releaseMock).toHaveBeenCalledWith({ workIds: ['e2'] });
    expect((find(element, 'c-error-panel') as Field & { errors: string[] }).errors).toEqual(['Refresh and try again.']);
    expect(element.shadowRoot!.textContent).toContain('1 chosen');
    Object.assign(element, { works: [] });
    await settle();
    expect(element.shadowRoot!.textContent).toContain('Nothing is left out.');
    expect(element.shadowRoot!.textContent).not.toContain('chosen');
  });

  it('looks again for rates that were missing', async () => {
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('workchange', (event) => changed((event as CustomEvent).detail));
    await open(element, 'On hold');
    await pick(element, 'input[data-id="e2"]');
    expect(find(element, '[data-action="findRates"]')).toBeNull();
    const held = find(element, 'input[data-id="e2"]');
    held.checked = false;
    held.dispatchEvent(new CustomEvent('change'));
    await open(element, 'Missing rate');
    await pick(element, 'input[data-id="e3"]');
    findRatesMock.mockResolvedValueOnce(['e3']);
    find(element, '[data-action="findRates"]').click();
    await settle();
    expect(findRates).toHaveBeenCalledWith({ workIds: ['e3'] });
    expect(changed).toHaveBeenLastCalledWith(
      '0 of 1 rate found. Still without one: Bo Ek, Rollout. ' +
        'Add the role or the person to a rate card in USD that is valid on the day, then find rates again.',
    );
    findRatesMock.mockResolvedValueOnce([]);
    await pick(element, 'input[data-id="e3"]');
    find(element, '[data-action="findRates"]').click();
    await settle();
    expect(changed).toHaveBeenLastCalledWith('1 of 1 rate found.');
  });

  it('offers nothing for fees, and draws long lists in parts', async () => {
    const many = Array.from({ length: 60 }, (_, index) => work(`x${index}`, { reason: 'On hold', amount: 1 }));
    const element = await show([...many, works[3]!]);
    await open(element, 'On hold');
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(50);
    find(element, 'lightning-button[data-reason="On hold"]').click();
    await settle();
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(60);
    await open(element, 'On hold');
    await open(element, 'Not ready');
    expect(find(element, 'table input')).toBeNull();
  });
});
