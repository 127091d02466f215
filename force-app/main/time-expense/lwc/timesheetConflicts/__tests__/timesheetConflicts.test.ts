import { createElement } from 'lwc';
import { SheetGrid, sheetOf } from 'c/timesheetModel';
import TimesheetConflicts from 'c/timesheetConflicts';
import { weekCell, weekOf } from '../../timesheetModel/__tests__/support/weeks';

const BUILD = 'p1|Build||0';

/** Monday of Build: typed as two hours, and changed or removed by another session meanwhile. */
async function show(theirs: number | undefined): Promise<HTMLElement> {
  const typed = SheetGrid.of(sheetOf(weekOf({ cells: [weekCell('Build', 0, 60)] }))).edit([
    { rowKey: BUILD, day: 0, text: '2', notes: 'Mine' },
  ]);
  const changed = weekCell('Build', 0, theirs ?? 0, { version: 'v2', notes: 'Their note' });
  const cells = theirs === undefined ? [] : [changed];
  const grid = typed.reload(sheetOf(weekOf({ cells })));
  const element = createElement('c-timesheet-conflicts', { is: TimesheetConflicts });
  Object.assign(element, { grid });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const textsOf = (element: HTMLElement): (string | null)[] =>
  [...element.shadowRoot!.querySelectorAll('.side strong, .side .notes')].map((each) => each.textContent);

describe('c-timesheet-conflicts', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows both sides beside each other, and is accessible', async () => {
    const element = await show(240);
    expect(element.shadowRoot!.querySelector('.title')?.textContent).toBe('Build, Mon, Nov 16');
    expect(textsOf(element)).toEqual(['2:00', 'Mine', '4:00', 'Their note']);
    await expect(element).toBeAccessible();
  });

  it('says when the other session removed the entry', async () => {
    expect(textsOf(await show(undefined))).toEqual(['2:00', 'Mine', 'removed', '']);
  });

  it('passes on what the person decides', async () => {
    const element = await show(240);
    const resolve = jest.fn();
    element.addEventListener('resolve', (event) => resolve((event as CustomEvent).detail));
    for (const button of element.shadowRoot!.querySelectorAll('button')) button.click();
    const position = { rowKey: BUILD, day: 0 };
    expect(resolve.mock.calls).toEqual([[{ position, choice: 'mine' }], [{ position, choice: 'theirs' }]]);
  });
});
