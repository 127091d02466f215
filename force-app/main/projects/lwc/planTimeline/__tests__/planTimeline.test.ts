import { createElement } from 'lwc';
import PlanTimeline from 'c/planTimeline';
import { SCALES, visibleRows, type Plan, type PlanTask } from 'c/planModel';

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
    percentComplete: 40,
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
  tasks: [
    task('1'),
    task('2', { startDate: '2026-11-30', endDate: '2026-12-04', isCritical: true }),
    task('3', { type: 'Milestone', startDate: '2026-12-04', endDate: '2026-12-04', durationDays: 0 }),
    task('4', { status: 'Completed' }),
    task('5', { startDate: undefined, endDate: undefined }),
  ],
  links: [
    { id: 'l1', predecessorId: '1', successorId: '2', type: 'FS', lagDays: 0 },
    { id: 'l2', predecessorId: '5', successorId: '2', type: 'FS', lagDays: 0 },
  ],
};

function show(changes: Partial<Plan> = {}): HTMLElement {
  const element = createElement('c-plan-timeline', { is: PlanTimeline });
  const shown = { ...plan, ...changes };
  Object.assign(element, { plan: shown, rows: visibleRows(shown, new Set()), scale: SCALES[1], today: '2026-11-21' });
  document.body.appendChild(element);
  return element;
}

function bar(element: HTMLElement, id: string): SVGElement {
  return element.shadowRoot!.querySelector<SVGElement>(`g[data-id="${id}"]`)!;
}

function listen(element: HTMLElement, name: string): jest.Mock {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

function press(target: SVGElement, key: string, shiftKey = false): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true }));
}

describe('c-plan-timeline', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws a bar for every task with dates, and links between drawn ones', async () => {
    const element = show();
    expect(element.shadowRoot!.querySelectorAll('g[role="button"]')).toHaveLength(4);
    expect(element.shadowRoot!.querySelectorAll('path.link')).toHaveLength(1);
    expect(bar(element, '2').getAttribute('class')).toContain('bar_critical');
    expect(bar(element, '3').querySelector('polygon')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('moves a task by working days with the arrow keys', () => {
    const element = show();
    const moved = listen(element, 'taskmove');
    press(bar(element, '1'), 'ArrowRight');
    press(bar(element, '1'), 'ArrowLeft');
    expect(moved.mock.calls).toEqual([
      [{ taskId: '1', startDate: '2026-11-24' }],
      [{ taskId: '1', startDate: '2026-11-20' }],
    ]);
  });

  it('changes the duration with Shift, never below a day', () => {
    const element = show({ tasks: [task('1', { durationDays: 1 })] });
    const resized = listen(element, 'taskresize');
    press(bar(element, '1'), 'ArrowRight', true);
    press(bar(element, '1'), 'ArrowLeft', true);
    expect(resized.mock.calls).toEqual([[{ taskId: '1', durationDays: 2 }]]);
  });

  it('keeps completed tasks and the plans of others in place', () => {
    const completed = show();
    const moved = listen(completed, 'taskmove');
    press(bar(completed, '4'), 'ArrowRight');
    const readOnly = show({ canEdit: false });
    const movedToo = listen(readOnly, 'taskmove');
    press(bar(readOnly, '1'), 'ArrowRight');
    expect(moved).not.toHaveBeenCalled();
    expect(movedToo).not.toHaveBeenCalled();
  });

  it('drags a bar to a working day', () => {
    const element = show();
    const moved = listen(element, 'taskmove');
    const target = bar(element, '1') as SVGElement & { setPointerCapture: () => void };
    target.setPointerCapture = () => undefined;
    const pointer = (name: string, clientX: number): Event =>
      Object.assign(new CustomEvent(name, { bubbles: true }), { clientX, button: 0, pointerId: 1 });
    target.dispatchEvent(pointer('pointerdown', 100));
    target.dispatchEvent(pointer('pointermove', 100 + 5 * SCALES[1]!.pixelsPerDay));
    target.dispatchEvent(pointer('pointerup', 0));
    // Five days after Monday is a Saturday: the bar goes on to Monday.
    expect(moved).toHaveBeenCalledWith({ taskId: '1', startDate: '2026-11-30' });
  });
});
