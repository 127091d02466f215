/** Weeks for tests. */
import { weekDates } from '../../days';
import type { Sheet, StoredCell, WorkRow } from '../../sheet';

export const WEEK = '2026-11-16';

export function rowOf(key: string, changes: Partial<WorkRow> = {}): WorkRow {
  return {
    key,
    projectId: 'p1',
    title: key,
    subtitle: 'Acme',
    isInternal: false,
    isBillable: true,
    canBeBillable: true,
    bookedMinutes: [0, 0, 0, 0, 0, 0, 0],
    rates: [],
    ...changes,
  };
}

export function cellOf(minutes: number, version = 'v1'): StoredCell {
  return { entryId: 'e1', version, minutes, notes: '', isBillable: true };
}

/** A week of five days of eight hours; cells by `row#day`. */
export function sheetOf(rows: WorkRow[], cells: Record<string, StoredCell> = {}): Sheet {
  return {
    resourceId: 'r1',
    days: weekDates(WEEK).map((date, day) => ({ date, capacityMinutes: day < 5 ? 480 : 0 })),
    rows,
    cells: Object.entries(cells).map(([key, cell]) => {
      const [rowKey = '', day = ''] = key.split('#');
      return { rowKey, day: Number(day), cell };
    }),
  };
}
