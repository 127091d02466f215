import { createElement } from 'lwc';
import adjust from '@salesforce/apex/TimesheetController.adjust';
import copyLastWeek from '@salesforce/apex/TimesheetController.copyLastWeek';
import getWeek from '@salesforce/apex/TimesheetController.getWeek';
import prefillFromBookings from '@salesforce/apex/TimesheetController.prefillFromBookings';
import recall from '@salesforce/apex/TimesheetController.recall';
import saveWeek from '@salesforce/apex/TimesheetController.saveWeek';
import startTimer from '@salesforce/apex/TimesheetController.startTimer';
import stopTimer from '@salesforce/apex/TimesheetController.stopTimer';
import submit from '@salesforce/apex/TimesheetController.submit';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { CellEdit, SheetGrid, WeekCell } from 'c/timesheetModel';
import TimesheetGrid from 'c/timesheetGrid';
import { weekCell, weekOf, weekRow } from '../../timesheetModel/__tests__/support/weeks';

jest.mock('@salesforce/apex/TimesheetController.adjust', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.copyLastWeek', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.getWeek', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.prefillFromBookings', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/TimesheetController.recall', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.saveWeek', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.startTimer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.stopTimer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.submit', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/TimesheetController.searchWork', () => ({ default: jest.fn() }), { virtual: true });

const mocks = { adjust, copyLastWeek, getWeek, prefillFromBookings, recall, saveWeek, startTimer, stopTimer, submit };
const apex = mocks as unknown as Record<keyof typeof mocks, jest.Mock>;

const BUILD = 'p1|Build||0';
const FULL = [0, 1, 2, 3, 4].map((day) => weekCell('Build', day, 480));

type Grid = HTMLElement & { grid: SheetGrid; runningKey?: string };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** What the toasts say. */
let told: string[] = [];

async function show(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-timesheet-grid', { is: TimesheetGrid });
  Object.assign(element, properties);
  told = [];
  element.addEventListener('lightning__showtoast', (event) => told.push((event as CustomEvent).detail.title));
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <T extends Element = HTMLElement>(element: HTMLElement, selector: string): T | null =>
  element.shadowRoot!.querySelector<T>(selector);
const table = (element: HTMLElement): Grid => find<Grid>(element, 'c-timesheet-table')!;
const textOf = (element: HTMLElement, selector: string): string => find(element, selector)?.textContent ?? '';

async function fire(target: Element, name: string, detail: object = {}): Promise<void> {
  target.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

const edit = (element: HTMLElement, ...edits: CellEdit[]): Promise<void> => fire(table(element), 'weekedit', { edits });

async function press(element: HTMLElement, label: string): Promise<void> {
  const buttons = element.shadowRoot!.querySelectorAll<HTMLElement & { label?: string; alternativeText?: string }>(
    'lightning-button, lightning-button-icon',
  );
  [...buttons].find((button) => button.label === label || button.alternativeText === label)!.click();
  await settle();
}

describe('c-timesheet-grid', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
    localStorage.clear();
    apex.getWeek.mockResolvedValue(weekOf());
    apex.saveWeek.mockImplementation(async ({ cells }: { cells: WeekCell[] }) => ({
      cells: cells.map((cell) => ({ outcome: 'Saved', cell: { ...cell, entryId: 'e', version: 'v2' } })),
    }));
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  async function saved(): Promise<void> {
    await jest.advanceTimersByTimeAsync(1000);
    await settle();
  }

  it('opens the week of today, and is accessible', async () => {
    const element = await show();
    expect(apex.getWeek).toHaveBeenCalledWith({ weekStart: null, resourceId: null });
    expect(textOf(element, '.week-name').replace(/\s/g, ' ')).toBe('Nov 16 – 22, 2026');
    expect(table(element).grid.rows).toHaveLength(3);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('tells who is no resource what to do, and speaks of no error', async () => {
    apex.getWeek.mockResolvedValue(null);
    const element = await show();
    expect(textOf(element, '.nobody')).toContain('Ask your resource manager');
    expect(find(element, 'c-error-panel')).toBeNull();
    expect(find(element, 'lightning-spinner')).toBeNull();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('saves by itself, and says so', async () => {
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 0, text: '8' });
    expect(textOf(element, '.save')).toBe('Saving…');
    expect(textOf(element, '.sum-total')).toBe('8:00');
    expect(textOf(element, '.worth')).toBe('8:00 billable · $1,600.00');
    await saved();
    expect(apex.saveWeek).toHaveBeenCalledWith({
      weekStart: '2026-11-16',
      resourceId: 'r1',
      session: expect.stringMatching(/.{30,}/),
      cells: [expect.objectContaining({ rowKey: BUILD, minutes: 480 })],
    });
    expect(textOf(element, '.save')).toBe('Saved');
  });

  it('says when it is offline, and finds everything again later', async () => {
    apex.saveWeek.mockRejectedValue(new TypeError('Failed to fetch'));
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 0, text: '8' });
    await saved();
    expect(textOf(element, '.save')).toBe('Offline – kept on this device');
    element.remove();
    const again = await show();
    expect(table(again).grid.totalMinutes).toBe(480);
  });

  it('keeps what is being typed when the tab is closed', async () => {
    const element = await show();
    await fire(table(element), 'weektype', { edit: { rowKey: BUILD, day: 0, text: '1:4' } });
    await fire(table(element), 'weektype', { edit: { rowKey: BUILD, day: 0, text: '1:45' } });
    element.remove();
    expect(table(await show()).grid.totalMinutes).toBe(105);
    expect(textOf(element, '.notice')).toBe('');
  });

  it('lists what is not saved and why', async () => {
    apex.saveWeek.mockResolvedValue({ cells: [{ outcome: 'Error', message: 'The project is closed.' }] });
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 1, text: '25' }, { rowKey: BUILD, day: 0, text: '8' });
    await saved();
    expect(textOf(element, '.notice ul')).toMatch(/Build, Tue: “25”: A day has 24 hours/);
    expect(textOf(element, '.notice ul')).toMatch(/Build, Mon: The project is closed\./);
    expect(textOf(element, '.save')).toBe('2 cells need you');
    apex.saveWeek.mockResolvedValue({ cells: [{ outcome: 'Saved', cell: weekCell('Build', 0, 480) }] });
    await press(element, 'Try again');
    await saved();
    expect(textOf(element, '.notice ul')).not.toMatch(/closed/);
  });

  it('shows why everything was turned down, and tries again when told to', async () => {
    apex.saveWeek.mockRejectedValue({ status: 500, body: { message: 'This week is submitted.' } });
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 0, text: '8' });
    await saved();
    const panel = find<HTMLElement & { errors: unknown }>(element, 'c-error-panel')!;
    expect(panel.errors).toMatchObject({ body: { message: 'This week is submitted.' } });
    expect(textOf(element, '.save')).toBe('Not saved');
    apex.saveWeek.mockResolvedValue({ cells: [{ outcome: 'Saved', cell: weekCell('Build', 0, 480) }] });
    await fire(panel, 'retry');
    await saved();
    expect(textOf(element, '.save')).toBe('Saved');
  });

  it('shows conflicts and carries out what the person decides', async () => {
    const theirs = weekCell('Build', 0, 240, { version: 'v9' });
    apex.saveWeek.mockResolvedValueOnce({ cells: [{ outcome: 'Conflict', cell: theirs }] });
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 0, text: '8' });
    await saved();
    const panel = find(element, 'c-timesheet-conflicts')!;
    await fire(panel, 'resolve', { position: { rowKey: BUILD, day: 0 }, choice: 'theirs' });
    expect(table(element).grid.totalMinutes).toBe(240);
    expect(find(element, 'c-timesheet-conflicts')).toBeNull();
  });

  it('takes back and does again', async () => {
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 0, text: '8' });
    await press(element, 'Undo');
    expect(table(element).grid.totalMinutes).toBe(0);
    await press(element, 'Redo');
    expect(table(element).grid.totalMinutes).toBe(480);
  });

  it('goes from week to week, and stays where it is when a week cannot be loaded', async () => {
    const element = await show();
    await press(element, 'Week before');
    expect(apex.getWeek).toHaveBeenLastCalledWith({ weekStart: '2026-11-09', resourceId: null });
    apex.getWeek.mockRejectedValue({ status: 500, body: { message: 'No access' } });
    await press(element, 'Week after');
    expect(apex.getWeek).toHaveBeenLastCalledWith({ weekStart: '2026-11-23', resourceId: null });
    expect(find(element, 'c-error-panel')).not.toBeNull();
    expect(table(element).grid.rows).toHaveLength(3);
  });

  it('says why the first week cannot be loaded, and tries again', async () => {
    apex.getWeek.mockRejectedValueOnce({ body: { message: 'You are no resource.' } });
    const element = await show();
    expect(find(element, 'c-timesheet-table')).toBeNull();
    await fire(find(element, 'c-error-panel')!, 'retry');
    expect(find(element, 'c-timesheet-table')).not.toBeNull();
  });

  it('fills from last week and from bookings what is empty', async () => {
    apex.copyLastWeek.mockResolvedValue({ rows: [weekRow('Extra')], cells: [weekCell('Extra', 0, 60)], isCut: false });
    apex.prefillFromBookings.mockResolvedValue({ rows: [], cells: [weekCell('Build', 1, 240)], isCut: false });
    const element = await show();
    await press(element, 'Copy last week');
    expect(told).toEqual(['1 cell was filled from last week.']);
    await press(element, 'Fill from bookings');
    expect(table(element).grid.totalMinutes).toBe(300);
    apex.copyLastWeek.mockRejectedValue({ body: { message: 'Not now.' } });
    await press(element, 'Copy last week');
    expect(textOf(element, '.notice_error')).toMatch(/Not now\./);
  });

  it('submits a week that is as usual at once, after it is saved', async () => {
    apex.getWeek.mockResolvedValue(weekOf({ cells: FULL.slice(0, 4) }));
    apex.submit.mockResolvedValue(
      weekOf({
        cells: FULL,
        status: 'Submitted',
        isEditable: false,
        isRecallable: true,
        waitingFor: 'Waits for Priya.',
      }),
    );
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 4, text: '8' });
    await press(element, 'Submit');
    expect(apex.saveWeek).toHaveBeenCalledTimes(1);
    expect(apex.submit).toHaveBeenCalledWith({ weekStart: '2026-11-16', resourceId: 'r1' });
    expect(textOf(element, '.status')).toBe('Submitted');
    expect(textOf(element, '.notice')).toBe('Waits for Priya.');
    expect(find(element, 'c-timesheet-work-search')).toBeNull();
    apex.recall.mockResolvedValue(weekOf({ cells: FULL }));
    await press(element, 'Recall');
    expect(textOf(element, '.status')).toBe('Draft');
  });

  it.each([
    [FULL.slice(0, 3), /no time on Thursday and Friday/],
    [[...FULL.slice(0, 4), weekCell('Build', 4, 240)], /4:00 of your 40:00 are missing/],
    [[...FULL, weekCell('Test', 0, 60)], /1:00 over your 40:00/],
  ])('asks before it submits an unusual week', async (cells, question) => {
    apex.getWeek.mockResolvedValue(weekOf({ cells }));
    apex.submit.mockResolvedValue(weekOf({ cells, status: 'Submitted', isEditable: false }));
    const element = await show();
    await press(element, 'Submit');
    expect(textOf(element, '.notice_question')).toMatch(question);
    expect(apex.submit).not.toHaveBeenCalled();
    await press(element, 'Not yet');
    expect(find(element, '.notice_question')).toBeNull();
  });

  it('does not submit what is not saved', async () => {
    apex.saveWeek.mockRejectedValue(new TypeError('Failed to fetch'));
    const element = await show();
    await edit(element, { rowKey: BUILD, day: 0, text: '8' });
    await press(element, 'Submit');
    expect(textOf(element, '.notice_error')).toMatch(/You are offline/);
    expect(apex.submit).not.toHaveBeenCalled();
  });

  it('starts and stops the clock of a row, and takes its minutes over', async () => {
    const clock = {
      projectId: 'p1',
      taskId: 'Build',
      projectName: 'CRM',
      taskName: 'Build',
      startedAt: '2026-11-18T15:00:00Z',
      day: '2026-11-18',
    };
    apex.startTimer.mockResolvedValue(weekOf({ clock }));
    apex.stopTimer.mockResolvedValue(weekOf({ cells: [weekCell('Build', 2, 25)] }));
    const element = await show();
    await fire(table(element), 'rowaction', { rowKey: BUILD, action: 'timer' });
    expect(apex.startTimer).toHaveBeenCalledWith({
      work: { rowKey: BUILD, projectId: 'p1', taskId: 'Build', assignmentId: null, day: '2026-11-18' },
    });
    expect(table(element).runningKey).toBe(BUILD);
    expect(textOf(element, '.clock-name')).toBe('Build · CRM');
    await fire(table(element), 'rowaction', { rowKey: BUILD, action: 'timer' });
    expect(table(element).grid.totalMinutes).toBe(25);
    expect(find(element, '.clock')).toBeNull();
  });

  it('stops a clock of another week without leaving the one on the screen', async () => {
    const clock = { projectId: 'p9', startedAt: '2026-11-10T15:00:00Z', day: '2026-11-10' };
    apex.getWeek.mockResolvedValue(weekOf({ clock }));
    apex.stopTimer.mockResolvedValue(weekOf({ weekStart: '2026-11-09' }));
    const element = await show();
    await press(element, 'Stop the clock');
    expect(textOf(element, '.week-name')).toMatch(/16/);
    expect(find(element, '.clock')).toBeNull();
  });

  it('switches the billing of a row', async () => {
    apex.getWeek.mockResolvedValue(weekOf({ cells: FULL }));
    const element = await show();
    await fire(table(element), 'rowaction', { rowKey: BUILD, action: 'billing' });
    expect(table(element).grid.billableMinutes).toBe(0);
    await fire(table(element), 'rowaction', { rowKey: BUILD, action: 'billing' });
    expect(table(element).grid.billableMinutes).toBe(2400);
  });

  it('adds work that was searched, and takes it out again', async () => {
    const element = await show();
    const row = { ...table(element).grid.rows[0]!, key: 'p2|||0', title: 'Discovery' };
    await fire(find(element, 'c-timesheet-work-search')!, 'workpick', { row });
    expect(table(element).grid.rows.at(-1)?.title).toBe('Discovery');
    await fire(table(element), 'rowaction', { rowKey: 'p2|||0', action: 'remove' });
    expect(table(element).grid.rows).toHaveLength(3);
  });

  it('opens the details of a cell and closes them', async () => {
    const element = await show();
    const rect = { right: 400, bottom: 200 };
    await fire(table(element), 'celldetails', { position: { rowKey: BUILD, day: 0 }, rect });
    const details = find(element, 'c-timesheet-details')!;
    await fire(details, 'weekedit', { edits: [{ rowKey: BUILD, day: 0, notes: 'Call', minutes: 30 }] });
    expect(table(element).grid.cell({ rowKey: BUILD, day: 0 }).value.notes).toBe('Call');
    await fire(details, 'close');
    expect(find(element, 'c-timesheet-details')).toBeNull();
  });

  it('shows why a week was sent back', async () => {
    const cells = [weekCell('Build', 0, 480, { rejectionReason: 'Wrong project' })];
    apex.getWeek.mockResolvedValue(weekOf({ status: 'Rejected', rejectionReason: 'See Monday.', cells }));
    const element = await show();
    expect(textOf(element, '.notice_error')).toMatch(/Sent back\. See Monday\. Cells with a red corner say why/);
  });

  it('reports what did not fit into a paste', async () => {
    const element = await show();
    await fire(table(element), 'weekproblems', { problems: [{ text: 'Sum', message: 'There is no cell for it.' }] });
    expect(textOf(element, '.notice_error')).toMatch(/“Sum”: There is no cell for it/);
    await press(element, 'Dismiss');
    expect(find(element, '.notice_error')).toBeNull();
  });

  it('corrects approved time, and says where the correction stands', async () => {
    const approved = weekOf({ status: 'Approved', isEditable: false, cells: FULL });
    apex.getWeek.mockResolvedValue(approved);
    apex.adjust.mockResolvedValue(weekOf({ weekStart: '2026-11-23' }));
    const element = await show();
    await fire(table(element), 'celldetails', { position: { rowKey: BUILD, day: 0 } });
    const details = find<HTMLElement & { canAdjust: boolean }>(element, 'c-timesheet-details')!;
    expect(details.canAdjust).toBe(true);
    const correction = { entryId: 'entry-Build-0', minutes: 420, reason: 'Lunch' };
    await fire(details, 'adjust', correction);
    expect(apex.adjust).toHaveBeenCalledWith(correction);
    expect(told[0]?.replace(/\s/g, ' ')).toBe(
      'The correction was saved in the week of Nov 23 – 29, 2026, to be approved with it.',
    );
    expect(find(element, 'c-timesheet-details')).toBeNull();
    expect(table(element).grid.totalMinutes).toBe(2400);
  });

  it('shows on the page of a timesheet that one, to read', async () => {
    apex.getWeek.mockResolvedValue(weekOf({ isOwn: false, isEditable: false, cells: FULL }));
    const element = await show({ recordId: 'a00' });
    expect(apex.getWeek).not.toHaveBeenCalled();
    const fields: Record<string, string> = { Resource__c: 'r7', WeekStart__c: '2026-11-09' };
    (getFieldValue as unknown as jest.Mock).mockImplementation(
      (_: unknown, { fieldApiName }: { fieldApiName: string }) => fields[fieldApiName],
    );
    (getRecord as unknown as { emit(data: object): void }).emit({});
    await settle();
    expect(apex.getWeek).toHaveBeenCalledWith({ weekStart: '2026-11-09', resourceId: 'r7' });
    expect(textOf(element, '.name')).toBe('Timesheet of Carlos Moreno');
    expect(find(element, 'c-timesheet-work-search')).toBeNull();
  });

  it('says what to do when nothing is booked', async () => {
    apex.getWeek.mockResolvedValue(weekOf({ rows: [] }));
    const element = await show();
    expect(textOf(element, '.empty')).toMatch(/Nothing is booked for you/);
    expect(find(element, 'c-timesheet-work-search')).not.toBeNull();
  });

  it('is a day at a time on a narrow screen', async () => {
    const media = { matches: true, addEventListener: jest.fn(), removeEventListener: jest.fn() };
    Object.defineProperty(window, 'matchMedia', { value: () => media, configurable: true });
    const element = await show();
    expect(find(element, 'c-timesheet-day')).not.toBeNull();
    expect(find(element, 'c-timesheet-table')).toBeNull();
    Reflect.deleteProperty(window, 'matchMedia');
  });

  it('explains the keys', async () => {
    const element = await show();
    await press(element, 'Keyboard shortcuts');
    expect(textOf(element, '.shortcuts')).toMatch(/Fill to the right/);
  });
});
