import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import RecordPill from 'c/recordPill';

const record = getRecord as unknown as { emit(value: unknown): void };

describe('c-record-pill', () => {
  afterEach(() => document.body.replaceChildren());

  it('names the record and can be taken out', async () => {
    const element = createElement('c-record-pill', { is: RecordPill });
    Object.assign(element, { recordId: '001', objectApiName: 'Account' });
    document.body.appendChild(element);
    expect(element.shadowRoot!.textContent).toBe('001');
    record.emit({ fields: { Name: { value: 'Hill Farm' } } });
    await Promise.resolve();
    expect(element.shadowRoot!.textContent).toBe('Hill Farm');
    const drop = jest.fn();
    element.addEventListener('drop', drop);
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    expect(drop).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
