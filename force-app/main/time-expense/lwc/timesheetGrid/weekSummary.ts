import { formatDuration, formatWorth, worthOf, type SheetGrid, type WeekSession } from 'c/timesheetModel';

const SAVE_TEXTS = {
  saved: 'Saved',
  waiting: 'Saving…',
  saving: 'Saving…',
  offline: 'Offline – kept on this device',
  failed: 'Not saved',
} as const;

/** `30:00 billable · $4,500.00 · 2:00 without a rate`. */
export function weekFacts(grid: SheetGrid, showsAmounts: boolean, locale: string): string {
  const billable = `${formatDuration(grid.billableMinutes)} billable`;
  const worth = showsAmounts ? worthOf(grid) : undefined;
  const money = worth === undefined ? '' : formatWorth(worth, locale);
  const missing = worth !== undefined && worth.minutesWithoutRate > 0;
  const gap = missing ? `${formatDuration(worth.minutesWithoutRate)} without a rate` : '';
  return [billable, money, gap].filter((part) => part !== '').join(' · ');
}

/** Width of the bar, which is full when the capacity is reached. */
export function progressStyle({ totalMinutes, capacityMinutes }: SheetGrid): string {
  const share = capacityMinutes === 0 ? 0 : Math.min(1, totalMinutes / capacityMinutes);
  return `width:${Math.round(share * 100)}%`;
}

export function progressClass({ totalMinutes, capacityMinutes }: SheetGrid): string {
  if (totalMinutes > capacityMinutes) return 'progress progress_over';
  return totalMinutes === capacityMinutes ? 'progress progress_full' : 'progress';
}

/** Cells that will not be saved before somebody has looked at them. */
export function openCells(grid: SheetGrid): number {
  return grid.drafts.filter(({ state }) => state !== 'queued').length;
}

/** How far what was typed is saved. `isKept`: the device keeps it until it is. */
export function saveText(grid: SheetGrid, saveState: WeekSession['saveState'], isKept: boolean): string {
  if (!isKept) return 'Not saved yet: keep this page open';
  const open = openCells(grid);
  if (saveState !== 'saved' || open === 0) return SAVE_TEXTS[saveState];
  return open === 1 ? '1 cell needs you' : `${open} cells need you`;
}
