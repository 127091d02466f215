/** How a table's width is shared out between its columns ("Automatic table layout", CSS 2.1, 17.5.2.2). */
import type { Extent } from './measure.ts';

export interface CellWidth {
  readonly column: number;
  readonly colSpan: number;
  readonly extent: Extent;
  /** What the cell's own style says. */
  readonly given: number | undefined;
}

export interface TableWidth {
  readonly available: number;
  /** What the table's style says. */
  readonly wanted: number | undefined;
}

export function columnWidths(
  cells: readonly CellWidth[],
  given: readonly (number | undefined)[],
  { available, wanted }: TableWidth,
): number[] {
  const fixed = given.map((width) => width);
  const least = given.map(() => 0);
  const most = given.map(() => 0);
  for (const { column, colSpan, extent, given: own } of cells) {
    if (colSpan > 1) continue;
    if (own !== undefined) fixed[column] = Math.max(fixed[column] ?? 0, own);
    least[column] = Math.max(least[column], extent.min);
    most[column] = Math.max(most[column], extent.max);
  }
  for (const cell of cells) if (cell.colSpan > 1) widen(cell, fixed, least, most);
  const natural = most.map((width, column) => fixed[column] ?? width);
  const total = wanted ?? Math.min(available, sum(natural));
  return fit(natural, fixed, least, total);
}

/** A cell over several columns makes the last free one of them larger when it does not fit. */
function widen(
  { column, colSpan, extent }: CellWidth,
  fixed: (number | undefined)[],
  least: number[],
  most: number[],
): void {
  const columns = Array.from({ length: colSpan }, (_, index) => column + index);
  const target = columns.findLast((each) => fixed[each] === undefined);
  if (target === undefined) return;
  const others = (widths: readonly number[]) =>
    sum(columns.filter((each) => each !== target).map((each) => fixed[each] ?? widths[each]));
  least[target] = Math.max(least[target], extent.min - others(least));
  most[target] = Math.max(most[target], extent.max - others(most));
}

function fit(
  natural: readonly number[],
  fixed: readonly (number | undefined)[],
  least: readonly number[],
  total: number,
): number[] {
  const free = natural.map((_, column) => column).filter((column) => fixed[column] === undefined);
  const set = sum(fixed.map((width) => width ?? 0));
  // Widths that do not add up to the table's are taken as shares of it.
  if (free.length === 0) return natural.map((width) => (set === 0 ? total / natural.length : (width * total) / set));
  const room = Math.max(0, total - set);
  const wanted = sum(free.map((column) => natural[column]));
  const needed = sum(free.map((column) => least[column]));
  return natural.map((width, column) => {
    if (fixed[column] !== undefined) return width;
    if (wanted === 0) return room / free.length;
    if (wanted <= room) return (width * room) / wanted;
    if (needed >= room || wanted === needed) return needed === 0 ? room / free.length : (least[column] * room) / needed;
    return least[column] + ((room - needed) * (width - least[column])) / (wanted - needed);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
