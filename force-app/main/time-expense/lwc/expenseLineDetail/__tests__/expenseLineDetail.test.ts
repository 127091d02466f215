import { createElement } from 'lwc';
import ExpenseLineDetail from 'c/expenseLineDetail';

const line = {
  expenseId: 'e1',
  day: '2026-01-14',
  category: 'Meals',
  description: 'Lunch',
  isBillable: true,
  markupPercent: 5,
  billAmount: 21,
  billCurrencyCode: 'EUR',
  isReimbursable: true,
  isRefund: false,
};

type Field = HTMLElement & { value: unknown; disabled: boolean };

async function show(properties: object): Promise<{ element: HTMLElement; changes: unknown[] }> {
  const element = createElement('c-expense-line-detail', { is: ExpenseLineDetail });
  Object.assign(element, { line, ...properties });
  const changes: unknown[] = [];
  element.addEventListener('linechange', (event) => changes.push((event as CustomEvent<unknown>).detail));
  document.body.appendChild(element);
  await Promise.resolve();
  return { element, changes };
}

function field(element: HTMLElement, name: string): Field | undefined {
  const fields = [...element.shadowRoot!.querySelectorAll('lightning-input')] as unknown as (Field & {
    name: string;
  })[];
  return fields.find((candidate) => candidate.name === name);
}

describe('c-expense-line-detail', () => {
  afterEach(() => document.body.replaceChildren());

  it('announces what is typed once the field is left, and is accessible', async () => {
    const { element, changes } = await show({ canEdit: true });
    const description = field(element, 'description')!;
    description.value = '  Dinner ';
    description.dispatchEvent(new CustomEvent('commit'));
    description.value = ' ';
    description.dispatchEvent(new CustomEvent('commit'));
    field(element, 'isReimbursable')!.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
    expect(changes).toEqual([{ description: 'Dinner' }, { description: undefined }, { isReimbursable: false }]);
    await expect(element).toBeAccessible();
  });

  it('shows the markup to those who may see it, and takes it from those who may set it', async () => {
    const hidden = await show({ canEdit: true });
    expect(field(hidden.element, 'markupPercent')).toBeUndefined();
    const shown = await show({ canEdit: true, seesBilling: true });
    expect(field(shown.element, 'markupPercent')!.disabled).toBe(true);
    expect(shown.element.shadowRoot!.textContent).toContain('21.00 EUR');
    const { element, changes } = await show({ canEdit: true, seesBilling: true, canSetMarkup: true });
    const markup = field(element, 'markupPercent')!;
    markup.value = '7,5';
    markup.dispatchEvent(new CustomEvent('commit'));
    expect(changes).toEqual([{ markupPercent: 7.5 }]);
  });

  it('says when what the client is charged is not known', async () => {
    const { element } = await show({ seesBilling: true, line: { ...line, billAmount: undefined } });
    expect(element.shadowRoot!.textContent).toContain('Not known yet');
    expect(field(element, 'description')!.disabled).toBe(true);
  });

  it('passes on that receipts have changed', async () => {
    const { element } = await show({ canEdit: true });
    const changed = jest.fn();
    element.addEventListener('receiptschange', changed);
    element.shadowRoot!.querySelector('c-expense-receipts')!.dispatchEvent(new CustomEvent('receiptschange'));
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
