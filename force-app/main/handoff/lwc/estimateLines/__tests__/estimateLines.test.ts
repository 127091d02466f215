import { createElement } from 'lwc';
import EstimateLines, { type PricedLine } from 'c/estimateLines';

const lines: PricedLine[] = [
  {
    lineId: 'l1',
    roleName: 'Consultant',
    hours: 80,
    billRate: 165,
    price: 13200,
    startOffsetDays: 0,
    durationDays: 15,
    isRateMissing: false,
    why: 'Standard rates, Consultant',
    marginPercent: 61.2,
  },
  { lineId: 'l2', roleName: 'Alchemist', hours: 10, isRateMissing: true },
];

function show(properties: object = {}): HTMLElement {
  const element = createElement('c-estimate-lines', { is: EstimateLines });
  Object.assign(element, { lines, roles: [{ Id: 'r1', Name: 'Consultant' }], canEdit: true, ...properties });
  document.body.appendChild(element);
  return element;
}

function listen(element: HTMLElement, name: string): jest.Mock {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

function change(element: HTMLElement, id: string, field: string, value: string): HTMLInputElement {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>(`input[data-id="${id}"][data-field="${field}"]`)!;
  input.value = value;
  input.dispatchEvent(new CustomEvent('change'));
  return input;
}

describe('c-estimate-lines', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows a missing rate as missing, not as zero', async () => {
    const element = show();
    expect(element.shadowRoot!.textContent).toContain('No rate');
    expect(element.shadowRoot!.querySelector('lightning-helptext')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('hides margins from who may not see them', () => {
    const heads = (element: HTMLElement): number => element.shadowRoot!.querySelectorAll('thead th').length;
    expect(heads(show({ canSeeMargin: true })) - heads(show({ canSeeMargin: false }))).toBe(1);
  });

  it('saves a changed field, and empties one', () => {
    const element = show();
    const saved = listen(element, 'linesave');
    change(element, 'l1', 'hours', '100');
    change(element, 'l1', 'durationDays', '');
    expect(saved.mock.calls).toEqual([
      [{ lineId: 'l1', fields: { Hours__c: 100 } }],
      [{ lineId: 'l1', fields: { DurationDays__c: null } }],
    ]);
  });

  it('saves nothing without a change, and puts back emptied hours', () => {
    const element = show();
    const saved = listen(element, 'linesave');
    change(element, 'l1', 'hours', '80');
    expect(change(element, 'l1', 'hours', '').value).toBe('80');
    expect(saved).not.toHaveBeenCalled();
  });

  it('removes a line', () => {
    const element = show();
    const removed = listen(element, 'lineremove');
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    expect(removed).toHaveBeenCalledWith({ lineId: 'l1' });
  });

  it('is read-only for who may not edit, and says what to do when it is empty', () => {
    expect(show({ canEdit: false }).shadowRoot!.querySelector<HTMLInputElement>('input')!.readOnly).toBe(true);
    expect(show({ lines: [] }).shadowRoot!.textContent).toContain('Nothing is estimated yet');
  });
});
