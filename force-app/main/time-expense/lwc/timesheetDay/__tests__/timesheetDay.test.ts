import { createElement } from 'lwc';
import { SheetGrid, sheetOf, type Week } from 'c/timesheetModel';
import TimesheetDay from 'c/timesheetDay';
import { weekCell, weekOf } from '../../timesheetModel/__tests__/support/weeks';

const BUILD = 'p1|Build||0';
const WEDNESDAY = '2026-11-18';

async function show(week: Partial<Week> = {}, today = WEDNESDAY): Promise<HTMLElement> {
  const element = createElement('c-timesheet-day', { is: TimesheetDay });
  Object.assign(element, { grid: SheetGrid.of(sheetOf(weekOf(week))), today, isEditable: true });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const all = <T extends Element>(element: HTMLElement, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];

function heard(element: HTMLElement, name: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  return listener;
}

describe('c-timesheet-day', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows today, with the time of every day above, and is accessible', async () => {
    const element = await show({ cells: [weekCell('Build', 2, 480), weekCell('Build', 3, 600)] });
    expect(all(element, '.heading')[0]?.textContent).toBe('Wednesday, November 18');
    expect(all(element, '.sum')[0]?.textContent).toBe('8:00 of 8:00');
    expect(all(element, '.tab-total').map((total) => total.textContent)).toEqual([
      '–',
      '–',
      '8:00',
      '10:00',
      '–',
      '–',
      '–',
    ]);
    expect(all(element, '.tab')[2]?.className).toMatch(/tab_full/);
    expect(all(element, '.tab')[3]?.className).toMatch(/tab_over/);
    await expect(element).toBeAccessible();
  });

  it('starts on the first day of another week, and goes to the day that is chosen', async () => {
    const element = await show({}, '2026-12-01');
    expect(all(element, '.heading')[0]?.textContent).toBe('Monday, November 16');
    all<HTMLElement>(element, '.tab')[4]!.click();
    await Promise.resolve();
    expect(all(element, '.heading')[0]?.textContent).toBe('Friday, November 20');
  });

  it('takes what is typed', async () => {
    const element = await show();
    const [typed, edited] = [heard(element, 'weektype'), heard(element, 'weekedit')];
    const field = all<HTMLInputElement>(element, '.field')[0]!;
    field.value = '1,5';
    field.dispatchEvent(new CustomEvent('input'));
    field.dispatchEvent(new CustomEvent('change'));
    expect(typed).toHaveBeenCalledWith({ edit: { rowKey: BUILD, day: 2, text: '1,5' } });
    expect(edited).toHaveBeenCalledWith({ edits: [{ rowKey: BUILD, day: 2, text: '1,5' }] });
  });

  it('goes up and down by quarters of an hour, to full ones and not below nothing', async () => {
    const element = await show({ cells: [weekCell('Build', 2, 50)] });
    const edited = heard(element, 'weekedit');
    for (const step of all<HTMLElement>(element, '.step').slice(0, 3)) step.click();
    expect(edited.mock.calls.map(([{ edits }]) => edits[0].minutes)).toEqual([45, 60, 0]);
  });

  it('opens details and starts the clock', async () => {
    const element = await show();
    const [details, action] = [heard(element, 'celldetails'), heard(element, 'rowaction')];
    all<HTMLElement>(element, '.icon')[0]!.click();
    all<HTMLElement>(element, '.icon')[1]!.click();
    expect(action).toHaveBeenCalledWith({ rowKey: BUILD, action: 'timer' });
    expect(details).toHaveBeenCalledWith({ position: { rowKey: BUILD, day: 2 } });
  });

  it('says what is wrong at the work, and why a day is closed', async () => {
    const days = weekOf().days.map((day) => ({ ...day, closedBecause: 'The period is closed.' }));
    const closed = await show({ days });
    expect(all(closed, '.said')[0]?.textContent).toBe('The period is closed.');
    expect(all<HTMLInputElement>(closed, '.field')[0]?.readOnly).toBe(true);
    const element = await show();
    const typed = SheetGrid.of(sheetOf(weekOf())).edit([{ rowKey: BUILD, day: 2, text: '25' }]);
    Object.assign(element, { grid: typed });
    await Promise.resolve();
    expect(all(element, '.said_problem')[0]?.textContent).toMatch(/24 hours/);
  });
});
