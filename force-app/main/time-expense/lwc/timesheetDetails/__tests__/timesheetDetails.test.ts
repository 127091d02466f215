import { createElement } from 'lwc';
import { SheetGrid, sheetOf, type WeekCell } from 'c/timesheetModel';
import TimesheetDetails from 'c/timesheetDetails';
import { weekCell, weekOf } from '../../timesheetModel/__tests__/support/weeks';

const BUILD = 'p1|Build||0';
const position = { rowKey: BUILD, day: 0 };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
}

async function show(cells: WeekCell[], properties: object = {}, week: object = {}): Promise<HTMLElement> {
  const element = createElement('c-timesheet-details', { is: TimesheetDetails });
  const grid = SheetGrid.of(sheetOf(weekOf({ cells, ...week })));
  Object.assign(element, { grid, position, showsAmounts: true, ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <T extends Element>(element: HTMLElement, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;

function heard(element: HTMLElement, name: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  return listener;
}

async function change(element: HTMLElement, selector: string, changes: object): Promise<void> {
  const field = find<HTMLInputElement>(element, selector);
  Object.assign(field, changes);
  field.dispatchEvent(new CustomEvent('change'));
  await settle();
}

async function press(element: HTMLElement, label: string): Promise<void> {
  const buttons = element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-button');
  [...buttons].find((button) => button.label === label)!.click();
  await settle();
}

describe('c-timesheet-details', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows a cell in full, and is accessible', async () => {
    const element = await show([weekCell('Build', 0, 450, { notes: 'Call', rejectionReason: 'Too long' })]);
    expect(find(element, '.heading').textContent).toBe('Build');
    expect(find(element, '.weak').textContent).toBe('Monday, November 16 · 7:30');
    expect(find(element, '.worth').textContent).toBe('7:30 × $200.00 = $1,500.00');
    expect(find(element, '.said_rejection').textContent).toMatch(/Too long/);
    await expect(element).toBeAccessible();
  });

  it('keeps a note as it is typed, and as a step when it is left', async () => {
    const element = await show([weekCell('Build', 0, 450)]);
    const [typed, edited, closed] = ['weektype', 'weekedit', 'close'].map((name) => heard(element, name));
    const field = find(element, 'lightning-textarea');
    field.dispatchEvent(new CustomEvent('change', { detail: { value: 'Work' } }));
    field.dispatchEvent(new CustomEvent('change', { detail: { value: 'Workshop' } }));
    expect(typed).toHaveBeenLastCalledWith({ edit: { ...position, notes: 'Workshop' } });
    find(element, '.panel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(edited?.mock.calls).toEqual([[{ edits: [{ ...position, notes: 'Workshop' }] }]]);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('decides what is billed', async () => {
    const element = await show([weekCell('Build', 0, 450)]);
    const edited = heard(element, 'weekedit');
    await change(element, '#billable, input[type="checkbox"]', { checked: false });
    expect(edited).toHaveBeenLastCalledWith({ edits: [{ ...position, isBillable: false }] });
    await change(element, '.billed', { value: '6' });
    expect(edited).toHaveBeenLastCalledWith({ edits: [{ ...position, billableMinutes: 360 }] });
    await change(element, '.billed', { value: '' });
    expect(edited).toHaveBeenLastCalledWith({ edits: [{ ...position, billableMinutes: null }] });
    await change(element, '.billed', { value: '-1' });
    expect(edited).toHaveBeenCalledTimes(3);
    expect(find(element, '.said_problem').textContent).toMatch(/negative/);
  });

  it('keeps what is billed when Escape is pressed in the field, and shows once what cannot be read', async () => {
    const element = await show([weekCell('Build', 0, 450)]);
    const [edited, closed] = ['weekedit', 'close'].map((name) => heard(element, name));
    const escape = async (typed: string): Promise<void> => {
      const field = find<HTMLInputElement>(element, '.billed');
      field.value = typed;
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await settle();
    };
    await escape('1:00');
    expect(edited?.mock.calls).toEqual([[{ edits: [{ ...position, billableMinutes: 60 }] }]]);
    expect(closed).toHaveBeenCalledTimes(1);
    await escape('an hour');
    expect(find(element, '.said_problem')).not.toBeNull();
    expect(closed).toHaveBeenCalledTimes(1);
    await escape('an hour');
    expect(closed).toHaveBeenCalledTimes(2);
  });

  it('leaves it to the server whether a correction changes anything: there may be earlier ones', async () => {
    const approved = { isEditable: false, status: 'Approved' };
    const element = await show([weekCell('Build', 0, 450)], { canAdjust: true }, approved);
    const adjusted = heard(element, 'adjust');
    await press(element, 'Correct this time');
    find<HTMLInputElement>(element, '[data-adjust="minutes"]').value = '7:30';
    find<HTMLInputElement>(element, '[data-adjust="reason"]').value = 'The correction was wrong';
    await press(element, 'Save the correction');
    expect(adjusted).toHaveBeenCalledWith(expect.objectContaining({ minutes: 450 }));
  });

  it('tells that there is no rate, and hides amounts from who may not see them', async () => {
    const unrated = await show([weekCell('Build', 0, 60)], {}, { rows: [{ ...weekOf().rows[0]!, billRates: null }] });
    expect(find(unrated, '.worth').textContent).toMatch(/no rate/);
    const hidden = await show([weekCell('Build', 0, 60)], { showsAmounts: false });
    expect(find(hidden, '.worth')).toBeNull();
  });

  it('lets a closed week only be read', async () => {
    const closed = { isEditable: false, status: 'Submitted' };
    const element = await show([weekCell('Build', 0, 450, { notes: 'Call' })], {}, closed);
    expect(find(element, 'lightning-textarea')).toBeNull();
    expect(find(element, '.read').textContent).toBe('Call');
    expect(find<HTMLInputElement>(element, 'input[type="checkbox"]').disabled).toBe(true);
    expect(find(element, '.said').textContent).toMatch(/submitted/);
  });

  it('asks for the reason of a correction', async () => {
    const approved = { isEditable: false, status: 'Approved' };
    const element = await show([weekCell('Build', 0, 450)], { canAdjust: true }, approved);
    const adjusted = heard(element, 'adjust');
    await press(element, 'Correct this time');
    const [minutes, reason] = ['minutes', 'reason'].map((name) =>
      find<HTMLInputElement>(element, `[data-adjust="${name}"]`),
    );
    minutes!.value = '7';
    await press(element, 'Save the correction');
    expect(find(element, '.said_problem').textContent).toMatch(/Say why/);
    reason!.value = 'Lunch was counted';
    await press(element, 'Save the correction');
    expect(adjusted.mock.calls).toEqual([[{ entryId: 'entry-Build-0', minutes: 420, reason: 'Lunch was counted' }]]);
    await expect(element).toBeAccessible();
  });
});
