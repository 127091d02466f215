import { createElement } from 'lwc';
import searchWork from '@salesforce/apex/TimesheetController.searchWork';
import TimesheetWorkSearch from 'c/timesheetWorkSearch';
import { weekRow } from '../../timesheetModel/__tests__/support/weeks';

jest.mock('@salesforce/apex/TimesheetController.searchWork', () => ({ default: jest.fn() }), { virtual: true });

const search = searchWork as unknown as jest.Mock;

function show(): HTMLElement {
  const element = createElement('c-timesheet-work-search', { is: TimesheetWorkSearch });
  Object.assign(element, { weekStart: '2026-11-16', resourceId: 'r1' });
  document.body.appendChild(element);
  return element;
}

const field = (element: HTMLElement): HTMLInputElement => element.shadowRoot!.querySelector('input')!;
const options = (element: HTMLElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('li')];
const message = (element: HTMLElement): string => element.shadowRoot!.querySelector('.message')?.textContent ?? '';

async function type(element: HTMLElement, term: string): Promise<void> {
  field(element).value = term;
  field(element).dispatchEvent(new CustomEvent('input'));
  await jest.advanceTimersByTimeAsync(300);
}

async function press(element: HTMLElement, key: string): Promise<void> {
  field(element).dispatchEvent(new KeyboardEvent('keydown', { key }));
  await jest.advanceTimersByTimeAsync(0);
}

function picked(element: HTMLElement): jest.Mock {
  const pick = jest.fn();
  element.addEventListener('workpick', (event) => pick((event as CustomEvent).detail.row.title));
  return pick;
}

describe('c-timesheet-work-search', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    search.mockResolvedValue({ rows: [weekRow('Build'), weekRow('Test')], cells: [], isCut: false });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('asks once, after a pause in typing', async () => {
    const element = show();
    await type(element, 'b');
    expect(search).not.toHaveBeenCalled();
    field(element).value = 'bu';
    field(element).dispatchEvent(new CustomEvent('input'));
    await type(element, 'bui');
    expect(search.mock.calls).toEqual([[{ term: 'bui', weekStart: '2026-11-16', resourceId: 'r1' }]]);
    expect(options(element)).toHaveLength(2);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('is picked from by keyboard', async () => {
    const element = show();
    const pick = picked(element);
    await type(element, 'bui');
    await press(element, 'ArrowDown');
    expect(options(element).map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    expect(field(element).getAttribute('aria-activedescendant')).toBe(options(element)[1]?.id);
    await press(element, 'Enter');
    expect(pick.mock.calls).toEqual([['Test']]);
    expect(field(element).value).toBe('');
    expect(options(element)).toHaveLength(0);
  });

  it('is picked from by pointer', async () => {
    const element = show();
    const pick = picked(element);
    await type(element, 'bui');
    options(element)[0]!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(pick.mock.calls).toEqual([['Build']]);
  });

  it('closes with Escape', async () => {
    const element = show();
    await type(element, 'bui');
    await press(element, 'Escape');
    expect(options(element)).toHaveLength(0);
    expect(field(element).getAttribute('aria-expanded')).toBe('false');
  });

  it('says that nothing matches, that there is more, and what went wrong', async () => {
    const element = show();
    search.mockResolvedValueOnce({ rows: [], cells: [], isCut: false });
    await type(element, 'xyz');
    expect(message(element)).toBe('No open work matches “xyz”.');
    search.mockResolvedValueOnce({ rows: [weekRow('Build')], cells: [], isCut: true });
    await type(element, 'bu');
    expect(message(element)).toMatch(/There is more/);
    search.mockRejectedValueOnce({ body: { message: 'No access' } });
    await type(element, 'bui');
    expect(message(element)).toBe('No access');
  });

  it('ignores an answer that was overtaken by a later question', async () => {
    let answer: (found: object) => void = () => undefined;
    search.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const element = show();
    await type(element, 'old');
    await type(element, 'new');
    answer({ rows: [weekRow('Old')], cells: [], isCut: false });
    await jest.advanceTimersByTimeAsync(0);
    expect(options(element)).toHaveLength(2);
  });
});
