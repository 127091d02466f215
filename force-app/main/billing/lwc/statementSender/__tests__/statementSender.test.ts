import { createElement } from 'lwc';
import sendOverdueStatements from '@salesforce/apex/ReceivablesController.sendOverdueStatements';
import sendStatement from '@salesforce/apex/ReceivablesController.sendStatement';
import LightningConfirm from 'lightning/confirm';
import StatementSender from 'c/statementSender';

jest.mock('@salesforce/apex/ReceivablesController.sendOverdueStatements', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ReceivablesController.sendStatement', () => ({ default: jest.fn() }), { virtual: true });

const sendAll = sendOverdueStatements as unknown as jest.Mock;
const sendOne = sendStatement as unknown as jest.Mock;

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

async function pressed(properties: object): Promise<ShadowRoot> {
  const element = createElement('c-statement-sender', { is: StatementSender });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await expect(element).toBeAccessible();
  element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
  await settled();
  return element.shadowRoot!;
}

function answer(isConfirmed: boolean): void {
  LightningConfirm.open = jest.fn().mockResolvedValue(isConfirmed);
}

describe('c-statement-sender', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('sends to one client', async () => {
    sendOne.mockResolvedValue(null);
    const shown = await pressed({ accountId: 'a-1' });
    expect(sendOne).toHaveBeenCalledWith({ accountId: 'a-1' });
    expect(shown.textContent).toMatch(/was sent to the billing contact/);
  });

  it('shows what kept it from the client', async () => {
    sendOne.mockResolvedValue('The account has no billing contact.');
    const shown = await pressed({ accountId: 'a-1' });
    expect(shown.querySelector('c-error-panel')).not.toBeNull();
    expect(shown.textContent).not.toMatch(/was sent/);
  });

  it.each([
    [0, /No client has overdue/],
    [1, /to 1 client are/],
    [3, /to 3 clients are/],
  ])('sends to all who are overdue: %i', async (count, text) => {
    answer(true);
    sendAll.mockResolvedValue(count);
    expect((await pressed({})).textContent).toMatch(text);
  });

  it('asks before it writes to everybody', async () => {
    answer(false);
    await pressed({});
    expect(sendAll).not.toHaveBeenCalled();
  });
});
