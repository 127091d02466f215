/** Weeks as the server gives them, for tests of components. */
import { weekDates } from '../../days';
import type { Week, WeekCell, WeekRow } from '../../week';

export const WEEK = '2026-11-16';

export function weekRow(task: string, changes: Partial<WeekRow> = {}): WeekRow {
  return {
    rowKey: `p1|${task}||0`,
    projectId: 'p1',
    projectName: 'CRM Quick Start',
    accountName: 'Acme',
    taskId: task,
    taskName: task,
    isInternal: false,
    isBillable: true,
    canBeBillable: true,
    bookedMinutes: [240, 240, 240, 240, 240, 0, 0],
    billRates: [200, 200, 200, 200, 200, 200, 200],
    currencyCode: 'USD',
    ...changes,
  };
}

export function weekCell(task: string, day: number, minutes: number, changes: Partial<WeekCell> = {}): WeekCell {
  return {
    clientKey: `key-${task}-${day}`,
    entryId: `entry-${task}-${day}`,
    version: 'v1',
    rowKey: `p1|${task}||0`,
    projectId: 'p1',
    taskId: task,
    day: weekDates(WEEK)[day] ?? WEEK,
    minutes,
    isBillable: true,
    ...changes,
  };
}

export function weekOf(changes: Partial<Week> = {}): Week {
  return {
    resourceId: 'r1',
    resourceName: 'Carlos Moreno',
    isOwn: true,
    weekStart: WEEK,
    status: 'Draft',
    isEditable: true,
    isRecallable: false,
    areAmountsVisible: true,
    days: weekDates(WEEK).map((day, index) => ({ day, capacityMinutes: index < 5 ? 480 : 0 })),
    rows: [
      weekRow('Build'),
      weekRow('Test'),
      weekRow('Admin', { isInternal: true, isBillable: false, canBeBillable: false }),
    ],
    cells: [],
    ...changes,
  };
}
