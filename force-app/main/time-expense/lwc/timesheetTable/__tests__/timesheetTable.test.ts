import { createElement } from 'lwc';
import { SheetGrid, sheetOf, type CellEdit, type Week } from 'c/timesheetModel';
import TimesheetTable from 'c/timesheetTable';
import { weekCell, weekOf } from '../../timesheetModel/__tests__/support/weeks';

type Table = HTMLElement & { grid: SheetGrid; runningKey?: string };

const BUILD = 'p1|Build||0';
const TEST = 'p1|Test||0';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
}

/** A table whose edits are carried out, as the timesheet around it does. */
async function show(week: Week = weekOf()): Promise<Table> {
  const element = createElement('c-timesheet-table', { is: TimesheetTable }) as Table;
  Object.assign(element, {
    grid: SheetGrid.of(sheetOf(week)),
    isEditable: true,
    showsAmounts: true,
    today: '2026-11-18',
  });
  let committed = element.grid;
  const apply = (next: SheetGrid): void => {
    committed = next;
    element.grid = next;
  };
  element.addEventListener('weekedit', (event) => {
    apply(committed.edit((event as CustomEvent<{ edits: CellEdit[] }>).detail.edits));
  });
  element.addEventListener('weektype', (event) => {
    element.grid = committed.edit([(event as CustomEvent<{ edit: CellEdit }>).detail.edit]);
  });
  element.addEventListener('weekcancel', () => apply(committed));
  element.addEventListener('weekundo', () => apply(committed.undo()));
  element.addEventListener('weekredo', () => apply(committed.redo()));
  document.body.appendChild(element);
  await settle();
  return element;
}

function row(element: Table, index: number): HTMLElement {
  return element.shadowRoot!.querySelectorAll<HTMLElement>('c-timesheet-row')[index]!;
}

function cell(element: Table, index: number, day: number): HTMLElement {
  return row(element, index).shadowRoot!.querySelector<HTMLElement>(`[data-day="${day}"]`)!;
}

function field(element: Table): HTMLInputElement | null {
  const fields = [...element.shadowRoot!.querySelectorAll('c-timesheet-row')].map((each) =>
    each.shadowRoot!.querySelector('input'),
  );
  return fields.find((each) => each !== null) ?? null;
}

/** The element within the row that has the focus. */
function focused(element: Table): Element | null {
  return element.shadowRoot!.activeElement?.shadowRoot?.activeElement ?? null;
}

async function press(element: Table, key: string, changes: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...changes });
  element.shadowRoot!.querySelector('[role="grid"]')!.dispatchEvent(event);
  await settle();
  return event.defaultPrevented;
}

async function write(element: Table, text: string): Promise<void> {
  const input = field(element)!;
  input.value = text;
  input.dispatchEvent(new CustomEvent('input', { bubbles: true }));
  await settle();
}

async function point(element: Table, index: number, day: number, changes: MouseEventInit = {}): Promise<void> {
  cell(element, index, day).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0, ...changes }));
  await settle();
}

function clipboard(element: Table, type: 'copy' | 'cut' | 'paste', text = ''): { data: string } {
  const held = { data: text };
  const event = new CustomEvent(type, { bubbles: true, cancelable: true });
  Object.assign(event, {
    clipboardData: {
      getData: () => held.data,
      setData: (_: string, value: string) => {
        held.data = value;
      },
    },
  });
  element.shadowRoot!.querySelector('[role="grid"]')!.dispatchEvent(event);
  return held;
}

const texts = (element: Table, index: number): string[] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => cell(element, index, day).textContent ?? '');

describe('c-timesheet-table', () => {
  afterEach(() => document.body.replaceChildren());

  it('is a grid with one tab stop, and accessible', async () => {
    const element = await show(weekOf({ cells: [weekCell('Build', 0, 480, { notes: 'Workshop' })] }));
    const stops = [...element.shadowRoot!.querySelectorAll('c-timesheet-row')].flatMap((each) => [
      ...each.shadowRoot!.querySelectorAll('[tabindex="0"]'),
    ]);
    expect(stops).toEqual([cell(element, 0, 0)]);
    expect(cell(element, 0, 0).getAttribute('aria-label')).toBe('Monday, Nov 16, Build: 8:00. Note: Workshop');
    await expect(element).toBeAccessible();
  });

  it('moves by arrow, and keeps to the grid', async () => {
    const element = await show();
    await press(element, 'ArrowDown');
    await press(element, 'ArrowRight');
    expect(focused(element)).toBe(cell(element, 1, 1));
    for (let count = 0; count < 9; count++) await press(element, 'ArrowRight');
    expect(focused(element)).toBe(cell(element, 1, 6));
    await press(element, 'Home', { ctrlKey: true });
    expect(focused(element)).toBe(cell(element, 0, 0));
    await press(element, 'ArrowLeft');
    await press(element, 'ArrowLeft');
    expect(focused(element)?.getAttribute('aria-label')).toBe('Start the clock for Build');
    await press(element, 'End', { ctrlKey: true });
    expect(focused(element)).toBe(cell(element, 2, 6));
  });

  it('goes on by arrow from a cell that is typed over, and within the text of one that was opened', async () => {
    const element = await show();
    await press(element, '1');
    await press(element, 'ArrowRight');
    expect(focused(element)).toBe(cell(element, 0, 1));
    await press(element, '1');
    await press(element, 'ArrowLeft');
    expect(texts(element, 0).slice(0, 2)).toEqual(['1:00', '1:00']);
    expect(focused(element)).toBe(cell(element, 0, 0));
    await press(element, 'F2');
    expect(await press(element, 'ArrowRight')).toBe(false);
    expect(field(element)?.value).toBe('1:00');
  });

  it('types over a cell, commits with Enter and goes down', async () => {
    const element = await show(weekOf({ cells: [weekCell('Build', 0, 480)] }));
    await press(element, '9');
    expect(field(element)?.value).toBe('9');
    await write(element, '90m');
    await press(element, 'Enter');
    expect(texts(element, 0)[0]).toBe('1:30');
    expect(focused(element)).toBe(cell(element, 1, 0));
    expect(field(element)).toBeNull();
  });

  it('adds up while one types', async () => {
    const element = await show(weekOf({ cells: [weekCell('Test', 0, 240)] }));
    await press(element, '1');
    await write(element, '1:15');
    const foot = element.shadowRoot!.querySelectorAll('.feet .foot-total');
    expect([...foot].map((each) => each.textContent)).toEqual([
      '5:15',
      '0:00',
      '0:00',
      '0:00',
      '0:00',
      '0:00',
      '0:00',
      '5:15',
    ]);
    expect(row(element, 0).shadowRoot!.querySelector('.minutes')?.textContent).toBe('1:15');
    expect(row(element, 0).shadowRoot!.querySelector('.worth')?.textContent).toBe('$250.00');
  });

  it('gives up with Escape, and opens with F2 and a double click', async () => {
    const element = await show(weekOf({ cells: [weekCell('Build', 0, 480)] }));
    await press(element, 'F2');
    await write(element, '1');
    await press(element, 'Escape');
    expect(texts(element, 0)[0]).toBe('8:00');
    cell(element, 1, 2).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
    cell(element, 1, 2).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await settle();
    expect(field(element)?.getAttribute('aria-label')).toMatch(/^Wednesday, Nov 18, Test/);
  });

  it('says at the cell what is no duration', async () => {
    const element = await show();
    await press(element, '2');
    await write(element, '25');
    await press(element, 'Enter');
    expect(cell(element, 0, 0).getAttribute('aria-invalid')).toBe('true');
    expect(cell(element, 0, 0).title).toMatch(/24 hours/);
    await expect(element).toBeAccessible();
  });

  it('goes on with Tab, and lets go at the end and after Escape', async () => {
    const element = await show();
    await press(element, '8');
    await press(element, 'Tab');
    expect(texts(element, 0)[0]).toBe('8:00');
    expect(focused(element)).toBe(cell(element, 0, 1));
    await press(element, 'End');
    await press(element, 'Tab');
    expect(focused(element)).toBe(cell(element, 1, 0));
    await press(element, 'Tab', { shiftKey: true });
    expect(focused(element)).toBe(cell(element, 0, 6));
    await press(element, 'Escape');
    expect(await press(element, 'Tab')).toBe(false);
    await press(element, 'End', { ctrlKey: true });
    expect(await press(element, 'Tab')).toBe(false);
  });

  it('selects with Shift, clears the selection, and takes it back', async () => {
    const cells = [0, 1, 2].map((day) => weekCell('Build', day, 480, { notes: 'n' }));
    const element = await show(weekOf({ cells }));
    await press(element, 'ArrowRight', { shiftKey: true });
    await press(element, 'ArrowDown', { shiftKey: true });
    const selected = [0, 1].map(
      (index) => row(element, index).shadowRoot!.querySelectorAll('[aria-selected="true"]').length,
    );
    expect(selected).toEqual([2, 2]);
    await press(element, 'Delete');
    expect(texts(element, 0).slice(0, 3)).toEqual(['', '', '8:00']);
    await press(element, 'z', { ctrlKey: true });
    expect(texts(element, 0).slice(0, 3)).toEqual(['8:00', '8:00', '8:00']);
    await press(element, 'y', { ctrlKey: true });
    expect(texts(element, 0)[0]).toBe('');
  });

  it('selects with the mouse', async () => {
    const element = await show();
    await point(element, 0, 1);
    cell(element, 1, 3).dispatchEvent(new MouseEvent('mouseover', { bubbles: true, buttons: 1 }));
    await settle();
    expect(clipboard(element, 'copy').data).toBe('\t\t\n\t\t');
    await point(element, 0, 0);
    await point(element, 2, 0, { shiftKey: true });
    expect(clipboard(element, 'copy').data).toBe('\n\n');
  });

  it('copies, cuts and pastes blocks', async () => {
    const cells = [weekCell('Build', 0, 480), weekCell('Build', 1, 90)];
    const element = await show(weekOf({ cells }));
    await press(element, 'ArrowRight', { shiftKey: true });
    const copied = clipboard(element, 'cut').data;
    expect(copied).toBe('8:00\t1:30');
    await settle();
    expect(texts(element, 0).slice(0, 2)).toEqual(['', '']);
    await point(element, 1, 2);
    clipboard(element, 'paste', copied);
    await settle();
    expect(texts(element, 1)).toEqual(['', '', '8:00', '1:30', '', '', '']);
  });

  it('tells what could not be pasted', async () => {
    const element = await show();
    const problems = jest.fn();
    element.addEventListener('weekproblems', (event) => problems((event as CustomEvent).detail.problems));
    clipboard(element, 'paste', '8\tx\n');
    expect(problems).toHaveBeenCalledWith([
      { text: 'x', message: expect.stringMatching(/1:30, 1.5 or 90m/), at: { rowKey: BUILD, day: 1 } },
    ]);
  });

  it('fills to the right, to the last working day', async () => {
    const element = await show(weekOf({ cells: [weekCell('Build', 0, 450)] }));
    expect(await press(element, 'r', { ctrlKey: true })).toBe(true);
    expect(texts(element, 0)).toEqual(['7:30', '7:30', '7:30', '7:30', '7:30', '', '']);
  });

  it('commits when the field is left', async () => {
    const element = await show();
    await press(element, '4');
    field(element)!.dispatchEvent(new CustomEvent('focusout', { bubbles: true }));
    await settle();
    expect(texts(element, 0)[0]).toBe('4:00');
  });

  it('does not edit what is locked, and shows its details instead', async () => {
    const element = await show(weekOf({ isEditable: false, status: 'Submitted', cells: [weekCell('Build', 0, 480)] }));
    const details = jest.fn();
    element.addEventListener('celldetails', (event) => details((event as CustomEvent).detail.position));
    await press(element, '7');
    expect(field(element)).toBeNull();
    expect(details).toHaveBeenCalledWith({ rowKey: BUILD, day: 0 });
    expect(cell(element, 0, 0).getAttribute('aria-readonly')).toBe('true');
    expect(cell(element, 0, 0).title).toMatch(/Recall it/);
  });

  it('asks for details with Shift and Enter, and the right button', async () => {
    const element = await show();
    const details = jest.fn();
    element.addEventListener('celldetails', (event) => details((event as CustomEvent).detail.position));
    await press(element, 'Enter', { shiftKey: true });
    cell(element, 1, 4).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    expect(details.mock.calls).toEqual([[{ rowKey: BUILD, day: 0 }], [{ rowKey: TEST, day: 4 }]]);
  });

  it('passes on what the buttons of a row ask for', async () => {
    const element = await show();
    const actions = jest.fn();
    element.addEventListener('rowaction', (event) => actions((event as CustomEvent).detail));
    for (const button of row(element, 1).shadowRoot!.querySelectorAll('button')) button.click();
    expect(actions.mock.calls).toEqual([[{ rowKey: TEST, action: 'timer' }], [{ rowKey: TEST, action: 'billing' }]]);
  });

  it('warns of a day that holds more than a day', async () => {
    const element = await show(weekOf({ cells: [weekCell('Build', 0, 1200), weekCell('Test', 0, 300)] }));
    expect(element.shadowRoot!.querySelector('.foot-problem')?.textContent).toMatch(/24 hours/);
  });
});
