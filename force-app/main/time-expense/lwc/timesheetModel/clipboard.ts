/** Blocks of cells as spreadsheets put them on the clipboard: columns by tab, rows by line, quotes around text that holds either. */
import { parseDuration } from './duration';
import type { CellEdit, Position, SheetGrid } from './grid';

/** A block of cells; both ends are included. */
export interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface PasteProblem {
  readonly text: string;
  readonly message: string;
  /** Where it went; absent when it would be outside the grid. */
  readonly at?: Position;
}

export interface Paste {
  readonly edits: readonly CellEdit[];
  readonly problems: readonly PasteProblem[];
}

export function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quoted && character === '"' && text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"' && (quoted || cell === '')) {
      quoted = !quoted;
    } else if (quoted) {
      cell += character;
    } else if (character === '\t') {
      endCell();
    } else if (character === '\n') {
      endCell();
      rows.push([]);
    } else if (character !== '\r') {
      cell += character;
    }
  }
  endCell();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

export function copyRange(grid: SheetGrid, range: Range): string {
  const rows = grid.rows.slice(range.firstRow, range.lastRow + 1);
  return rows
    .map(({ key }) => daysOf(range).map((day) => grid.cell({ rowKey: key, day }).text))
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/**
 * What pasting does. One value fills the whole range; a block starts at the range's first cell. Text that is no duration is put into
 * its cell and reported, so that nobody has to look for what is missing; what falls on a locked cell or outside the grid is
 * reported only.
 */
export function pasteInto(grid: SheetGrid, range: Range, text: string): Paste {
  const table = readTable(text);
  const single = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  const cells = single === undefined ? blockAt(range, table) : filled(range, single);
  const edits: CellEdit[] = [];
  const problems: PasteProblem[] = [];
  for (const { row, day, content } of cells) {
    const rowKey = grid.rows[row]?.key;
    if (rowKey === undefined || day >= grid.days.length) {
      if (content !== '') problems.push({ text: content, message: 'There is no cell for it.' });
      continue;
    }
    const at = { rowKey, day };
    const lock = grid.lock(at);
    if (lock !== undefined) {
      if (content !== grid.cell(at).text) problems.push({ text: content, message: lock, at });
      continue;
    }
    const parsed = parseDuration(content);
    if ('problem' in parsed) problems.push({ text: content, message: parsed.problem, at });
    edits.push({ ...at, text: content });
  }
  return { edits, problems };
}

/** What fill right does: the first cell of each row of the range, repeated to the range's end. */
export function fillRight(grid: SheetGrid, range: Range): CellEdit[] {
  return grid.rows.slice(range.firstRow, range.lastRow + 1).flatMap(({ key: rowKey }) => {
    const { text, value } = grid.cell({ rowKey, day: range.firstDay });
    return daysOf(range)
      .slice(1)
      .map((day) => ({ rowKey, day, text, isBillable: value.isBillable }));
  });
}

/** A single cell fills to the last working day of the week after it. */
export function fillTarget(grid: SheetGrid, range: Range): Range {
  if (range.lastDay > range.firstDay) return range;
  const working = grid.days.map((day, index) => (day.capacityMinutes > 0 && day.lock === undefined ? index : -1));
  return { ...range, lastDay: Math.max(range.firstDay, ...working) };
}

interface Pasted {
  row: number;
  day: number;
  content: string;
}

function blockAt(range: Range, table: string[][]): Pasted[] {
  return table.flatMap((line, down) =>
    line.map((content, right) => ({
      row: range.firstRow + down,
      day: range.firstDay + right,
      content: content.trim(),
    })),
  );
}

function filled(range: Range, text = ''): Pasted[] {
  const rows = Array.from({ length: range.lastRow - range.firstRow + 1 }, (_, down) => range.firstRow + down);
  return rows.flatMap((row) => daysOf(range).map((day) => ({ row, day, content: text.trim() })));
}

function daysOf(range: Range): number[] {
  return Array.from({ length: range.lastDay - range.firstDay + 1 }, (_, right) => range.firstDay + right);
}
