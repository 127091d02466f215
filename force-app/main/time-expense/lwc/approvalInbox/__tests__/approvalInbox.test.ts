import { createElement } from 'lwc';
import approve from '@salesforce/apex/TimesheetController.approve';
import getInbox from '@salesforce/apex/TimesheetController.getInbox';
import reject from '@salesforce/apex/TimesheetController.reject';
import ApprovalInbox from 'c/approvalInbox';
import type { InboxItem } from 'c/approvalModel';
import { entryOf, itemOf } from '../../approvalModel/__tests__/support/inboxes';

jest.mock('@salesforce/apex/TimesheetController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.getInbox', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.reject', () => ({ default: jest.fn() }), { virtual: true });

const mocks = { approve, getInbox, reject };
const apex = mocks as unknown as Record<keyof typeof mocks, jest.Mock>;

const FIFTY = Array.from({ length: 50 }, (_, index) => itemOf(`t${index}`));
const UNUSUAL = itemOf('u', { warnings: [{ kind: 'Over Capacity', message: '45:00 of 40:00 hours.' }] });

async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}

async function show(items: InboxItem[], changes: object = {}): Promise<HTMLElement> {
  apex.getInbox.mockResolvedValue({ items, isCut: false, areAmountsVisible: true, ...changes });
  const element = createElement('c-approval-inbox', { is: ApprovalInbox });
  document.body.appendChild(element);
  await settle();
  return element;
}

const all = <T extends Element>(element: HTMLElement, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const textOf = (element: HTMLElement, selector: string): string => all(element, selector)[0]?.textContent ?? '';

function button(element: HTMLElement): HTMLElement & { label: string; disabled: boolean } {
  return all<HTMLElement & { label: string; disabled: boolean }>(element, 'lightning-button')[0]!;
}

async function check(box: HTMLInputElement, checked = true): Promise<void> {
  box.checked = checked;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
}

const allBox = (element: HTMLElement): HTMLInputElement => all<HTMLInputElement>(element, '[data-all]')[0]!;
const boxes = (element: HTMLElement): HTMLInputElement[] => all<HTMLInputElement>(element, 'input[data-id]');

async function approveAll(element: HTMLElement): Promise<void> {
  await check(allBox(element));
  button(element).click();
  await settle();
}

describe('c-approval-inbox', () => {
  beforeEach(() => {
    apex.approve.mockImplementation(async ({ timesheetIds }: { timesheetIds: string[] }) =>
      timesheetIds.map((timesheetId) => ({ timesheetId, isDone: true })),
    );
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows what waits, flags what is unusual, and is accessible', async () => {
    const element = await show([UNUSUAL, itemOf('b', { onBehalfOf: 'Priya Anand' })]);
    expect(textOf(element, '.weak')).toBe('2 timesheets wait for you, 1 with something unusual.');
    const flag = all<HTMLElement>(element, '.flag')[0];
    expect([flag?.textContent, flag?.title]).toEqual(['Over Capacity', '45:00 of 40:00 hours.']);
    expect(all(element, '.who')[1]?.textContent).toBe('Person bfor Priya Anand');
    await expect(element).toBeAccessible();
  });

  it('approves fifty in one go, ten at a time, with progress', async () => {
    const element = await show(FIFTY);
    await check(allBox(element));
    expect(button(element).label).toBe('Approve 50');
    let go: () => void = () => undefined;
    apex.approve.mockImplementationOnce(
      ({ timesheetIds }: { timesheetIds: string[] }) =>
        new Promise((resolve) => {
          go = () => resolve(timesheetIds.map((timesheetId) => ({ timesheetId, isDone: true })));
        }),
    );
    button(element).click();
    await settle();
    expect(textOf(element, '.progress p')).toBe('Approving: 0 of 50');
    expect(button(element).disabled).toBe(true);
    go();
    await settle();
    expect(apex.approve).toHaveBeenCalledTimes(5);
    expect(textOf(element, '.said')).toBe('50 timesheets were approved.');
    expect(textOf(element, '.empty-title')).toBe('Nothing waits for you');
    await expect(element).toBeAccessible();
  });

  it('keeps what was refused, with its reason', async () => {
    apex.approve.mockImplementation(async ({ timesheetIds }: { timesheetIds: string[] }) =>
      timesheetIds.map((timesheetId) => ({
        timesheetId,
        isDone: timesheetId !== 't3',
        message: timesheetId === 't3' ? 'Nobody approves their own timesheet.' : null,
      })),
    );
    const element = await show(FIFTY.slice(0, 5));
    await approveAll(element);
    expect(boxes(element).map((box) => box.dataset.id)).toEqual(['t3']);
    expect(textOf(element, '.refusal')).toBe('Nobody approves their own timesheet.');
    expect(textOf(element, '.said')).toBe('4 timesheets were approved. 1 was not.');
  });

  it('keeps what was not reached when the connection is lost half-way', async () => {
    const element = await show(FIFTY);
    apex.approve
      .mockImplementationOnce(async ({ timesheetIds }: { timesheetIds: string[] }) =>
        timesheetIds.map((timesheetId) => ({ timesheetId, isDone: true })),
      )
      .mockRejectedValueOnce({ body: { message: 'Disconnected' } });
    await approveAll(element);
    expect(boxes(element)).toHaveLength(40);
    expect(button(element).label).toBe('Approve 40');
    const [panel] = all<HTMLElement & { errors: string[] }>(element, 'c-error-panel');
    expect(panel?.errors).toEqual(['Disconnected']);
    expect(textOf(element, '.said')).toBe('10 timesheets were approved. 40 were not.');
  });

  it('approves only what is selected', async () => {
    const element = await show(FIFTY.slice(0, 3));
    await check(boxes(element)[1]!);
    expect(allBox(element).indeterminate).toBe(true);
    button(element).click();
    await settle();
    expect(apex.approve.mock.calls).toEqual([[{ timesheetIds: ['t1'], comment: null }]]);
    await check(boxes(element)[0]!);
    await check(boxes(element)[0]!, false);
    expect(button(element).disabled).toBe(true);
  });

  it('selects only what the filter shows', async () => {
    const element = await show([UNUSUAL, ...FIFTY.slice(0, 3)]);
    const filter = all(element, 'lightning-combobox')[0]!;
    filter.dispatchEvent(new CustomEvent('change', { detail: { value: 'usual' } }));
    await settle();
    await approveAll(element);
    expect(apex.approve.mock.calls[0]?.[0].timesheetIds).toEqual(['t0', 't1', 't2']);
    expect(textOf(element, 'p.empty')).toBe('Nothing matches this filter.');
  });

  it('opens a timesheet, approves it alone, or sends it back with reasons', async () => {
    const element = await show(FIFTY.slice(0, 2));
    const open = async (index: number): Promise<Element> => {
      all<HTMLElement>(element, '.toggle')[index]!.click();
      await settle();
      return all(element, 'c-approval-sheet')[0]!;
    };
    (await open(0)).dispatchEvent(new CustomEvent('approve', { detail: { timesheetId: 't0' } }));
    await settle();
    expect(apex.approve.mock.calls).toEqual([[{ timesheetIds: ['t0'], comment: null }]]);
    expect(all(element, 'c-approval-sheet')).toHaveLength(0);
    apex.reject.mockResolvedValue({ timesheetId: 't1', isDone: true });
    const detail = { timesheetId: 't1', comment: 'See Tuesday.', reasons: [{ entryId: 'e', reason: 'Too long' }] };
    (await open(0)).dispatchEvent(new CustomEvent('sendback', { detail }));
    await settle();
    expect(apex.reject).toHaveBeenCalledWith(detail);
    expect(textOf(element, '.said')).toBe('The timesheet was sent back.');
    expect(all(element, '.toggle')).toHaveLength(0);
  });

  it('hides amounts from who may not see them', async () => {
    const element = await show([itemOf('a')], { areAmountsVisible: false });
    expect(element.shadowRoot!.textContent).not.toMatch(/Amount/);
  });

  it('adds amounts up in each currency, and shows none where there is nothing to bill', async () => {
    const entries = [
      entryOf('1', { billAmount: 1600.5 }),
      entryOf('2', { billAmount: 0.1 }),
      entryOf('3', { billAmount: 80, currencyCode: 'EUR' }),
      entryOf('4', { billAmount: null, currencyCode: null }),
    ];
    const element = await show([itemOf('a', { entries }), itemOf('b', { entries: entries.slice(3) })]);
    const amounts = all(element, 'tbody .number').map((cell) => cell.textContent);
    expect(amounts).toContain('$1,600.60 + €80.00');
    expect(amounts.at(-1)).toBe('');
  });

  it('says that nothing waits, and what went wrong', async () => {
    const empty = await show([]);
    expect(textOf(empty, '.empty')).toMatch(/Nothing waits for you/);
    expect(all(empty, 'lightning-button, lightning-combobox')).toHaveLength(0);
    apex.getInbox.mockRejectedValueOnce({ body: { message: 'No access' } });
    const element = createElement('c-approval-inbox', { is: ApprovalInbox });
    document.body.appendChild(element);
    await settle();
    all(element, 'c-error-panel')[0]!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(textOf(element, '.empty')).toMatch(/Nothing waits for you/);
  });
});
