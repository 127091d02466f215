import {
  formatDate,
  formatDuration,
  type PasteProblem,
  type Position,
  type SheetGrid,
  type WeekSession,
} from 'c/timesheetModel';

export interface NoticeLine {
  key: string;
  text: string;
}

/** What was refused or is no duration, by cell. */
export function unsavedLines(grid: SheetGrid, drafts: WeekSession['decided']['drafts'], locale: string): NoticeLine[] {
  const unsaved = drafts.filter(({ state }) => state === 'refused' || state === 'invalid');
  return unsaved.map((draft) => {
    const typed = draft.text === undefined ? '' : `“${draft.text}”: `;
    return { key: draft.id, text: `${nameOf(grid, draft, locale)}: ${typed}${grid.cell(draft).problem ?? ''}` };
  });
}

/** What of a paste found no place; what stands in its cell as a draft says itself what is wrong. */
export function problemLines(grid: SheetGrid, problems: readonly PasteProblem[], locale: string): NoticeLine[] {
  const lost = problems.filter(({ text, at }) => at === undefined || grid.cell(at).draft?.text !== text);
  return lost.map(({ text, message, at }, index) => {
    const place = at === undefined ? '' : `${nameOf(grid, at, locale)}, `;
    return { key: String(index), text: `${place}“${text}”: ${message}` };
  });
}

export function rejectionText(grid: SheetGrid, reason: string): string {
  const isMarked = grid.rows.some(({ key }) =>
    grid.days.some((_, day) => grid.cell({ rowKey: key, day }).stored?.rejection !== undefined),
  );
  const hint = isMarked ? 'Cells with a red corner say why. ' : '';
  return `${reason} ${hint}Correct it and submit it again.`.trim();
}

/** What a person would want to be asked about before the week goes to the approver. */
export function unusual(grid: SheetGrid, locale: string): string | undefined {
  const missing = grid.days.filter((day, index) => day.capacityMinutes > 0 && grid.dayMinutes(index) === 0);
  if (missing.length > 0) {
    const names = missing.map(({ date }) => formatDate(date, locale, { weekday: 'long' }));
    return `There is no time on ${new Intl.ListFormat(locale).format(names)}. Submit the week nevertheless?`;
  }
  const over = grid.totalMinutes - grid.capacityMinutes;
  const capacity = formatDuration(grid.capacityMinutes);
  if (over > 0) return `The week is ${formatDuration(over)} over your ${capacity}. Submit it?`;
  return over < 0 ? `${formatDuration(-over)} of your ${capacity} are missing. Submit it?` : undefined;
}

/** `Build, Mon`. */
function nameOf(grid: SheetGrid, { rowKey, day }: Position, locale: string): string {
  const date = grid.days[day]?.date ?? '';
  return `${grid.row(rowKey)?.title ?? ''}, ${formatDate(date, locale, { weekday: 'short' })}`;
}
