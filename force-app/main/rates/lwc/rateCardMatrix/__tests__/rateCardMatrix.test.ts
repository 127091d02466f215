import { createElement } from 'lwc';
import load from '@salesforce/apex/RateCardMatrixController.load';
import save from '@salesforce/apex/RateCardMatrixController.save';
import RateCardMatrix from 'c/rateCardMatrix';

jest.mock('@salesforce/apex/RateCardMatrixController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RateCardMatrixController.save', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = load as unknown as jest.Mock;
const saveMock = save as unknown as jest.Mock;

const matrix = {
  roles: [
    { Id: 'r1', Name: 'Developer' },
    { Id: 'r2', Name: 'Architect' },
  ],
  cards: [
    { Id: 'c1', Name: 'Standard', CurrencyCode__c: 'USD', StartDate__c: '2026-01-01', IsActive__c: true },
    {
      Id: 'c2',
      Name: 'Acme',
      CurrencyCode__c: 'USD',
      StartDate__c: '2026-01-01',
      IsActive__c: true,
      Account__r: { Name: 'Acme Inc' },
    },
  ],
  cells: [{ roleId: 'r1', cardId: 'c1', billRate: 150, version: 'v1' }],
  isEditable: true,
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function show(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-rate-card-matrix', { is: RateCardMatrix });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

function input(element: HTMLElement, role: string, card: string): HTMLInputElement {
  return element.shadowRoot!.querySelector<HTMLInputElement>(`input[data-role="${role}"][data-card="${card}"]`)!;
}

function button(element: HTMLElement, label: string): HTMLElement & { disabled: boolean } {
  const buttons = [...element.shadowRoot!.querySelectorAll('lightning-button')] as (HTMLElement & {
    label: string;
    disabled: boolean;
  })[];
  return buttons.find((candidate) => candidate.label === label)!;
}

async function type(element: HTMLElement, role: string, card: string, text: string): Promise<void> {
  const target = input(element, role, card);
  target.value = text;
  target.dispatchEvent(new CustomEvent('change'));
  await settle();
}

describe('c-rate-card-matrix', () => {
  beforeEach(() => loadMock.mockResolvedValue(matrix));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows every role on every card, and is accessible', async () => {
    const element = await show();
    expect(element.shadowRoot!.querySelectorAll('tbody input')).toHaveLength(4);
    expect(input(element, 'r1', 'c1').value).toBe('150');
    expect(input(element, 'r2', 'c2').value).toBe('');
    await expect(element).toBeAccessible();
  });

  it('shows only the card whose page it is on', async () => {
    const element = await show({ recordId: 'c2' });
    expect(element.shadowRoot!.querySelectorAll('tbody input')).toHaveLength(2);
  });

  it('saves changed cells with the version that was read', async () => {
    const element = await show();
    saveMock.mockResolvedValue([{ roleId: 'r1', cardId: 'c1', billRate: 160, version: 'v2' }]);
    expect(button(element, 'Save').disabled).toBe(true);
    await type(element, 'r1', 'c1', '160');
    expect(button(element, 'Save').disabled).toBe(false);
    button(element, 'Save').click();
    await settle();
    expect(saveMock).toHaveBeenCalledWith({
      rateType: 'Standard',
      changes: [{ roleId: 'r1', cardId: 'c1', billRate: 160, version: 'v1' }],
    });
    expect(button(element, 'Save').disabled).toBe(true);
  });

  it('keeps the changes and says why when a save is refused', async () => {
    const element = await show();
    saveMock.mockRejectedValue({ body: { message: 'Developer on "Standard" is now 155, by Ada.' } });
    await type(element, 'r1', 'c1', '160');
    button(element, 'Save').click();
    await settle();
    expect(input(element, 'r1', 'c1').value).toBe('160');
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Developer on "Standard" is now 155, by Ada.']);
  });

  it('does not save what is not a rate', async () => {
    const element = await show();
    await type(element, 'r1', 'c1', 'much');
    expect(element.shadowRoot!.querySelector('.problem')?.textContent).toMatch(/two decimals/);
    expect(button(element, 'Save').disabled).toBe(true);
  });

  it('pastes a block from a spreadsheet and takes it back in one step', async () => {
    const element = await show();
    const paste = new CustomEvent('paste', { cancelable: true });
    Object.assign(paste, { clipboardData: { getData: () => '111\t222\r\n333\t444\r\n' } });
    input(element, 'r1', 'c1').dispatchEvent(paste);
    await settle();
    expect(['111', '222', '333', '444']).toEqual(
      [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('tbody input')].map((cell) => cell.value),
    );
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    await settle();
    expect(input(element, 'r1', 'c1').value).toBe('150');
    expect(input(element, 'r2', 'c2').value).toBe('');
  });

  it('moves down with Enter', async () => {
    const element = await show();
    input(element, 'r1', 'c1').focus();
    input(element, 'r1', 'c1').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(element.shadowRoot!.activeElement).toBe(input(element, 'r2', 'c1'));
  });

  it('lets nobody type who may not edit', async () => {
    loadMock.mockResolvedValue({ ...matrix, isEditable: false });
    const element = await show();
    expect(input(element, 'r1', 'c1').readOnly).toBe(true);
  });

  it('says what to do when there is no card, and when loading fails', async () => {
    loadMock.mockResolvedValue({ ...matrix, cards: [], cells: [] });
    expect((await show()).shadowRoot!.textContent).toMatch(/default card first/);
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    const failed = await show();
    const panel = failed.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { canRetry: boolean };
    expect(panel.canRetry).toBe(true);
  });
});
