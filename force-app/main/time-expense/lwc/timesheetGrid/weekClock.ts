import type { SheetGrid, Week, WorkRow } from 'c/timesheetModel';

type Clock = NonNullable<Week['clock']>;

export function clockName({ taskName, projectName }: Clock): string {
  return [taskName, projectName].filter((name) => name).join(' · ');
}

/** Row that the running clock belongs to; its work may stand in no row of this week. */
export function runningKey(clock: Clock, grid: SheetGrid): string | undefined {
  const isClocks = (row: WorkRow): boolean =>
    row.projectId === (clock.projectId ?? undefined) &&
    row.taskId === (clock.taskId ?? undefined) &&
    row.assignmentId === (clock.assignmentId ?? undefined);
  return grid.rows.find(isClocks)?.key;
}

/** The week once the clock was started or stopped: the answer is the clock's week, which need not be the one shown. */
export function withClock(shown: Week, answer: Week): Week {
  return answer.weekStart === shown.weekStart ? answer : { ...shown, clock: answer.clock };
}
