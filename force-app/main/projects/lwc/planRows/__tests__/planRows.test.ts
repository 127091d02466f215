import { createElement } from 'lwc';
import PlanRows from 'c/planRows';
import { visibleRows, type Plan, type PlanTask } from 'c/planModel';

function task(id: string, changes: Partial<PlanTask> = {}): PlanTask {
  return {
    id,
    name: `Task ${id}`,
    type: 'Task',
    sequence: Number(id),
    wbsCode: id,
    startDate: '2026-11-23',
    endDate: '2026-11-27',
    durationDays: 5,
    percentComplete: 0,
    status: 'Not Started',
    isConstraintViolated: false,
    isCritical: false,
    ...changes,
  };
}

const plan: Plan = {
  canEdit: true,
  weekdayHours: [8, 8, 8, 8, 8, 0, 0],
  exceptions: {},
  tasks: [task('1', { type: 'Phase' }), task('2', { parentId: '1' }), task('3', { status: 'Completed' })],
  links: [],
};

function show(changes: Partial<Plan> = {}, selectedId?: string): HTMLElement {
  const element = createElement('c-plan-rows', { is: PlanRows });
  const shown = { ...plan, ...changes };
  Object.assign(element, { plan: shown, rows: visibleRows(shown, new Set()), selectedId });
  document.body.appendChild(element);
  return element;
}

function cell(element: HTMLElement, id: string, column: string): HTMLElement {
  return element.shadowRoot!.querySelector<HTMLElement>(`td[data-id="${id}"][data-column="${column}"]`)!;
}

function press(element: HTMLElement, key: string): void {
  element.shadowRoot!.querySelector('table')!.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
}

async function edit(element: HTMLElement, id: string, column: string, value: string): Promise<void> {
  cell(element, id, column).dispatchEvent(new CustomEvent('dblclick'));
  await Promise.resolve();
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input.edit')!;
  input.value = value;
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await Promise.resolve();
}

describe('c-plan-rows', () => {
  afterEach(() => document.body.replaceChildren());

  it('is an accessible tree grid', async () => {
    const element = show();
    const levels = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => row.getAttribute('aria-level'));
    expect(levels).toEqual(['1', '2', '1']);
    await expect(element).toBeAccessible();
  });

  it('has one tab stop, in the selected row', () => {
    const element = show({}, '2');
    const stops = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[tabindex="0"]')].map(
      (stop) => stop.dataset.id,
    );
    expect(stops).toEqual(['2']);
  });

  it('hands a new value on', async () => {
    const element = show();
    const edited = jest.fn();
    element.addEventListener('taskedit', (event) => edited((event as CustomEvent).detail));
    await edit(element, '2', 'durationDays', '8');
    expect(edited).toHaveBeenCalledWith({ taskId: '2', field: 'durationDays', value: 8 });
  });

  it('says nothing when the value stays or is emptied', async () => {
    const element = show();
    const edited = jest.fn();
    element.addEventListener('taskedit', edited);
    await edit(element, '2', 'durationDays', '5');
    await edit(element, '2', 'name', '  ');
    expect(edited).not.toHaveBeenCalled();
  });

  it('gives up an edit on Escape', async () => {
    const element = show();
    const edited = jest.fn();
    element.addEventListener('taskedit', edited);
    cell(element, '2', 'name').dispatchEvent(new CustomEvent('dblclick'));
    await Promise.resolve();
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('input.edit')!;
    input.value = 'Other';
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector('input.edit')).toBeNull();
    expect(edited).not.toHaveBeenCalled();
  });

  it.each([
    ['2', 'endDate', 'true'],
    ['1', 'durationDays', 'true'],
    ['3', 'startDate', 'true'],
    ['2', 'startDate', 'false'],
    ['1', 'name', 'false'],
  ])('marks %s %s as read-only: %s', (id, column, readOnly) => {
    expect(cell(show(), id, column).getAttribute('aria-readonly')).toBe(readOnly);
  });

  it('lets nobody edit who may not', () => {
    expect(cell(show({ canEdit: false }), '2', 'name').getAttribute('aria-readonly')).toBe('true');
  });

  it('moves the selection with the arrow keys and closes a phase with Left', () => {
    const element = show({}, '1');
    const selected = jest.fn();
    const toggled = jest.fn();
    element.addEventListener('taskselect', (event) => selected((event as CustomEvent).detail.taskId));
    element.addEventListener('tasktoggle', (event) => toggled((event as CustomEvent).detail.taskId));
    press(element, 'ArrowDown');
    press(element, 'End');
    press(element, 'ArrowLeft');
    expect(selected.mock.calls).toEqual([['2'], ['3']]);
    expect(toggled).toHaveBeenCalledWith('1');
  });
});
