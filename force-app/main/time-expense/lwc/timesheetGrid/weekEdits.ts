import type { CellEdit, SheetGrid, WorkRow } from 'c/timesheetModel';

/** Switches billing of all time of a row together: when some of it is billed, none of it is. Empty without any time. */
export function billingEdits(grid: SheetGrid, { key: rowKey }: WorkRow): (CellEdit & { isBillable: boolean })[] {
  const days = [...grid.days.keys()].filter((day) => grid.cell({ rowKey, day }).value.minutes !== 0);
  const isOn = days.some((day) => grid.cell({ rowKey, day }).value.isBillable);
  return days.map((day) => ({ rowKey, day, isBillable: !isOn }));
}
