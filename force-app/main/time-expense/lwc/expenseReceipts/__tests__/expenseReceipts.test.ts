import { createElement } from 'lwc';
import { deleteRecord } from 'lightning/uiRecordApi';
import ExpenseReceipts from 'c/expenseReceipts';

const deleteMock = deleteRecord as unknown as jest.Mock;

const receipts = [
  { documentId: 'd1', versionId: 'v1', title: 'Taxi', extension: 'png' },
  { documentId: 'd2', versionId: 'v2', title: 'Hotel', extension: 'pdf' },
];

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(properties: object): Promise<HTMLElement> {
  const element = createElement('c-expense-receipts', { is: ExpenseReceipts });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-expense-receipts', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists receipts, previews images, and is accessible', async () => {
    const element = await show({ expenseId: 'e1', receipts, canEdit: true });
    const links = [...element.shadowRoot!.querySelectorAll('a')].map((link) => [
      link.textContent,
      link.getAttribute('href'),
    ]);
    expect(links).toEqual([
      ['Taxi.png', '/sfc/servlet.shepherd/version/download/v1'],
      ['Hotel.pdf', '/sfc/servlet.shepherd/version/download/v2'],
    ]);
    expect(element.shadowRoot!.querySelectorAll('lightning-button-icon')).toHaveLength(3);
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    await settle();
    expect(element.shadowRoot!.querySelector('img')?.alt).toBe('Taxi.png');
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    await settle();
    expect(element.shadowRoot!.querySelector('img')).toBeNull();
  });

  it('tells when files were attached or removed', async () => {
    const element = await show({ expenseId: 'e1', receipts, canEdit: true });
    const changed = jest.fn();
    element.addEventListener('receiptschange', changed);
    element.shadowRoot!.querySelector('lightning-file-upload')!.dispatchEvent(new CustomEvent('uploadfinished'));
    expect(changed).toHaveBeenCalledTimes(1);
    deleteMock.mockResolvedValue(undefined);
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('lightning-button-icon')].at(-1)!.click();
    await settle();
    expect(deleteMock).toHaveBeenCalledWith('d2');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('says why a receipt was not removed', async () => {
    const element = await show({ expenseId: 'e1', receipts, canEdit: true });
    deleteMock.mockRejectedValue({ body: { message: 'Not yours.' } });
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('lightning-button-icon')].at(-1)!.click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Not yours.']);
  });

  it('waits for the line to be saved, and offers nothing to those who only read', async () => {
    const waiting = await show({ receipts: [], canEdit: true });
    expect(waiting.shadowRoot!.textContent).toContain('as soon as the line is saved');
    const reading = await show({ expenseId: 'e1', receipts: [], canEdit: false });
    expect(reading.shadowRoot!.textContent).toContain('No receipt is attached.');
    expect(reading.shadowRoot!.querySelector('lightning-file-upload')).toBeNull();
  });
});
