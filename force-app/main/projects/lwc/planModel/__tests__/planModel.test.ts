import {
  addWorkingDays,
  barOf,
  daysBetween,
  linkHead,
  linkPath,
  planSpan,
  SCALES,
  ticks,
  toWorkingDay,
  visibleRows,
  workingDays,
  type Plan,
  type PlanTask,
} from 'c/planModel';

function task(id: string, changes: Partial<PlanTask> = {}): PlanTask {
  return {
    id,
    name: id,
    type: 'Task',
    sequence: 1,
    wbsCode: '',
    status: 'Not Started',
    isConstraintViolated: false,
    isCritical: false,
    ...changes,
  };
}

function plan(changes: Partial<Plan> = {}): Plan {
  return {
    canEdit: true,
    weekdayHours: [8, 8, 8, 8, 8, 0, 0],
    exceptions: {},
    tasks: [],
    links: [],
    ...changes,
  };
}

describe('working days', () => {
  it('counts the published span of 110 working days, and 109 with a holiday', () => {
    expect(workingDays(plan(), '2012-10-01', '2013-03-01')).toBe(110);
    expect(workingDays(plan({ exceptions: { '2012-11-22': 0 } }), '2012-10-01', '2013-03-01')).toBe(109);
  });

  it('moves over weekends in both directions', () => {
    expect(addWorkingDays(plan(), '2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays(plan(), '2026-11-23', -1)).toBe('2026-11-20');
    expect(toWorkingDay(plan(), '2026-11-21', 1)).toBe('2026-11-23');
    expect(toWorkingDay(plan(), '2026-11-21', -1)).toBe('2026-11-20');
  });

  it('ends on a calendar that never works', () => {
    expect(toWorkingDay(plan({ weekdayHours: [0, 0, 0, 0, 0, 0, 0] }), '2026-11-21', 1)).toBe('2026-11-21');
  });

  it('works on a Saturday that the calendar opens', () => {
    expect(workingDays(plan({ exceptions: { '2026-11-21': 4 } }), '2026-11-20', '2026-11-22')).toBe(2);
  });
});

describe('visibleRows', () => {
  const tree = plan({
    tasks: [
      task('b', { sequence: 20 }),
      task('a', { sequence: 10, type: 'Phase' }),
      task('a2', { sequence: 2, parentId: 'a' }),
      task('a1', { sequence: 1, parentId: 'a' }),
      task('lost', { sequence: 30, parentId: 'gone' }),
    ],
  });

  it('lists children under their parents by sequence', () => {
    expect(visibleRows(tree, new Set()).map((row) => [row.task.id, row.level])).toEqual([
      ['a', 1],
      ['a1', 2],
      ['a2', 2],
      ['b', 1],
      ['lost', 1],
    ]);
  });

  it('hides what is below a collapsed phase', () => {
    const rows = visibleRows(tree, new Set(['a']));
    expect(rows.map((row) => row.task.id)).toEqual(['a', 'b', 'lost']);
    expect(rows[0]).toMatchObject({ hasChildren: true, isExpanded: false });
  });
});

describe('time line', () => {
  const week = SCALES[1]!;
  const span = { start: '2026-11-02', end: '2026-12-31' };

  it('draws a bar over whole days, both ends included', () => {
    const bar = barOf(task('t', { startDate: '2026-11-04', endDate: '2026-11-06' }), span, week);
    expect(bar).toEqual({ x: 2 * week.pixelsPerDay, width: 3 * week.pixelsPerDay });
  });

  it('draws no bar without dates and a point for a milestone', () => {
    expect(barOf(task('t'), span, week)).toBeUndefined();
    const point = barOf(task('t', { type: 'Milestone', startDate: '2026-11-04', endDate: '2026-11-04' }), span, week);
    expect(point?.width).toBe(0);
  });

  it('shows all tasks and starts on a Monday', () => {
    const shown = planSpan(
      plan({ tasks: [task('t', { startDate: '2026-11-04', endDate: '2026-11-30' })] }),
      '2026-11-21',
    );
    expect(new Date(`${shown.start}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(daysBetween(shown.start, '2026-11-04')).toBeGreaterThanOrEqual(7);
    expect(shown.end > '2026-11-30').toBe(true);
  });

  it('heads weeks by their Mondays', () => {
    const { coarse, fine } = ticks(span, week, 'en-US');
    expect(fine[0]).toMatchObject({ key: '2026-11-02', x: 0 });
    expect(fine[1]).toMatchObject({ key: '2026-11-09', x: 7 * week.pixelsPerDay });
    expect(coarse.map((tick) => tick.label)).toEqual(['Nov 2026', 'Dec 2026']);
  });

  it('leads an arrow from finish to start, and around when the bars overlap', () => {
    expect(linkPath('FS', { x: 0, width: 50 }, 18, { x: 100, width: 20 }, 54)).toBe('M 50 18 H 58 V 54 H 100');
    expect(linkPath('FS', { x: 0, width: 50 }, 18, { x: 20, width: 20 }, 54)).toBe('M 50 18 H 58 V 40 H 12 V 54 H 20');
    expect(linkHead('FS', { x: 100, width: 20 }, 54)).toBe('M 100 54 l -6 -4 v 8 z');
    expect(linkHead('FF', { x: 100, width: 20 }, 54)).toBe('M 120 54 l 6 -4 v 8 z');
    expect(linkPath('SS', { x: 10, width: 50 }, 18, { x: 30, width: 20 }, 54)).toBe('M 10 18 H 2 V 54 H 30');
  });
});
