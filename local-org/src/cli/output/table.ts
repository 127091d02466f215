/** Rows of text as a table, CSV or JSON. */

export interface Grid {
  readonly columns: readonly string[];
  /** Cells by position of their column; null where a record has no value. */
  readonly rows: readonly (readonly (string | null)[])[];
}

const WIDEST_COLUMN = 60;

/** Columns side by side, as wide as their longest cell; longer cells than 60 characters are cut. */
export function toTable(grid: Grid): string {
  const widths = grid.columns.map((column, index) =>
    Math.min(WIDEST_COLUMN, Math.max(column.length, ...grid.rows.map((row) => shown(row[index]).length))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => fit(cell, widths[index]))
      .join('  ')
      .trimEnd();
  return [
    line(grid.columns),
    line(widths.map((width) => '─'.repeat(width))),
    ...grid.rows.map((row) => line(row.map((cell) => shown(cell)))),
  ].join('\n');
}

/** RFC 4180, with every line ended by a line feed. */
export function toCsv(grid: Grid): string {
  return [grid.columns, ...grid.rows].map((row) => row.map((cell) => quoted(cell ?? '')).join(',') + '\n').join('');
}

function shown(cell: string | null): string {
  return (cell ?? '').replaceAll(/\s*\n\s*/g, ' ');
}

function fit(cell: string, width: number): string {
  return cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
