import { createElement } from 'lwc';
import AmountTable from 'c/amountTable';

const rows = [
  { key: 'i1', name: 'INV-1', due: '2026-05-15', left: 100, text: '40', label: 'Amount for INV-1' },
  { key: 'i2', name: 'INV-2', left: 50.5, text: 'x', label: 'Amount for INV-2', problem: 'Enter an amount.' },
];

type Field = HTMLElement & { value: string; disabled: boolean; errors: unknown };

async function show(options: object = {}): Promise<HTMLElement> {
  const element = createElement('c-amount-table', { is: AmountTable });
  Object.assign(element, {
    caption: 'How the payment is split',
    nameTitle: 'Invoice',
    leftTitle: 'Open',
    amountTitle: 'Amount',
    showsDue: true,
    rows,
    saveLabel: 'Record',
    ...options,
  });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): Field {
  return element.shadowRoot!.querySelector<Field>(selector)!;
}

describe('c-amount-table', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what is open on each row and what is wrong with its amount, and is accessible', async () => {
    const element = await show();
    expect(find(element, '[data-id="i1"]').value).toBe('40');
    expect(find(element, '[role="alert"]').textContent).toBe('Enter an amount.');
    expect(element.shadowRoot!.querySelectorAll('lightning-formatted-date-time')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('tells each keystroke', async () => {
    const element = await show();
    const typed = jest.fn();
    element.addEventListener('amount', (event) => typed((event as CustomEvent).detail));
    const field = find(element, '[data-id="i2"]');
    field.value = '12.5';
    field.dispatchEvent(new CustomEvent('input'));
    expect(typed).toHaveBeenCalledWith({ key: 'i2', text: '12.5' });
  });

  it('saves when nothing is in the way, and can be left', async () => {
    const element = await show();
    const saved = jest.fn();
    const left = jest.fn();
    element.addEventListener('save', saved);
    element.addEventListener('cancel', left);
    find(element, '[data-action="save"]').click();
    find(element, '[data-action="cancel"]').click();
    expect([saved, left].map((told) => told.mock.calls.length)).toEqual([1, 1]);
  });

  it.each([{ hint: 'Say why.' }, { isSaving: true }])('does not save while %p', async (options) => {
    expect(find(await show(options), '[data-action="save"]').disabled).toBe(true);
  });

  it('says what was refused', async () => {
    const element = await show({ refusal: 'Nothing was recorded.', errors: ['It is recorded already.'] });
    expect(find(element, 'c-error-panel').errors).toEqual(['It is recorded already.']);
  });
});
