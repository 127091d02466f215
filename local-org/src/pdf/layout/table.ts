/** Tables: columns as wide as CSS 2.1 (17.5.2) makes them, with collapsed borders. */
import { color } from '../css/values.ts';
import type { StyledElement } from '../styled.ts';
import { flow, leftMargin, lengthOf } from './block.ts';
import { boxOf, type Border, type Box } from './box.ts';
import type { LayoutContext } from './context.ts';
import { columnWidths } from './column-widths.ts';
import { gridOf, type Cell } from './grid.ts';
import { extentOf } from './measure.ts';
import { type PdfNode, tableLayout } from './model.ts';

export function tableNode(element: StyledElement, box: Box, available: number, context: LayoutContext): PdfNode {
  const { rows, headerRows, columns, captions } = gridOf(element);
  const collapse = element.style.get('border-collapse') === 'collapse';
  const spacing = collapse ? 0 : (lengthOf(element, 'border-spacing', 0) ?? 0);
  const room = Math.max(0, available - box.margin.left - box.margin.right);
  const cells = rows.flatMap((row) => row.cells);
  const prepared = new Map(cells.map((cell) => [cell, prepare(cell, box, rows.length, columns.length, spacing)]));
  const vertical = lineWidths(cells, prepared, columns.length, 'left', 'right', ({ column, colSpan }) => [
    column,
    colSpan,
  ]);
  const horizontal = lineWidths(cells, prepared, rows.length, 'top', 'bottom', ({ row, rowSpan }) => [row, rowSpan]);
  const lines = vertical.reduce((sum, width) => sum + width, 0);
  const widths = columnWidths(
    cells.map((cell) => ({
      column: cell.column,
      colSpan: cell.colSpan,
      extent: extentOf(cell.element, context),
      given: givenWidth(cell, box, room),
    })),
    columns.map((column) => (column === undefined ? undefined : lengthOf(column, 'width', room))),
    { available: room - lines, wanted: box.width === undefined ? undefined : Math.min(box.width, room) - lines },
  );
  const body = rows.map((row) => emptyRow(columns.length, row.cells, widths, prepared, context));
  fillSpans(body, cells);
  const noBreak = cells.some(({ element: cell, rowElement }) =>
    [cell, rowElement].some(({ style }) => style.get('page-break-inside') === 'avoid'),
  );
  // "-fs-table-paginate: paginate" repeats the head on every page.
  const repeats = element.style.get('-fs-table-paginate') === 'paginate';
  const full = widths.reduce((sum, width) => sum + width, 0) + lines;
  const table: PdfNode = {
    table: {
      widths,
      body,
      heights: (row) => rowHeight(rows[row].cells, prepared),
      ...(repeats && headerRows > 0 && { headerRows }),
      ...(noBreak && { dontBreakRows: true }),
    },
    layout: tableLayout(horizontal, vertical),
    margin: [leftMargin(box, available, full), 0, 0, 0],
  };
  if (captions.length === 0) return rows.length === 0 ? { text: '' } : table;
  return { stack: [...captions.flatMap((caption) => flow(caption.children, caption, full, context)), table] };
}

interface PreparedCell {
  readonly box: Box;
  readonly background: string | undefined;
}

/** The cell's box with the table's own border where it lies at the edge. */
function prepare(cell: Cell, table: Box, rows: number, columns: number, spacing: number): PreparedCell {
  const own = boxOf(cell.element, 0);
  const half = spacing / 2;
  const outer = (at: boolean, side: keyof Box['border']): Border =>
    at && own.border[side].width === 0 ? table.border[side] : own.border[side];
  const box: Box = {
    ...own,
    padding: {
      top: own.padding.top + half,
      right: own.padding.right + half,
      bottom: own.padding.bottom + half,
      left: own.padding.left + half,
    },
    border: {
      top: outer(cell.row === 0, 'top'),
      bottom: outer(cell.row + cell.rowSpan === rows, 'bottom'),
      left: outer(cell.column === 0, 'left'),
      right: outer(cell.column + cell.colSpan === columns, 'right'),
    },
  };
  const ofRow = [cell.rowElement, cell.groupElement].map((each) =>
    color(each?.style.get('background-color') ?? 'transparent'),
  );
  return { box, background: own.background ?? ofRow.find((found) => typeof found === 'string') ?? table.background };
}

function givenWidth({ element, rowElement }: Cell, table: Box, room: number): number | undefined {
  const text = element.style.get('width');
  if (text === undefined || text === 'auto' || rowElement === element) return undefined;
  const box = boxOf(element, table.width ?? room);
  if (box.width === undefined) return undefined;
  // Percentages are of the table, padding included.
  return text.endsWith('%') ? box.width : box.width + box.padding.left + box.padding.right;
}

/** The widest border at each line between columns or rows. */
function lineWidths(
  cells: readonly Cell[],
  prepared: ReadonlyMap<Cell, PreparedCell>,
  count: number,
  before: keyof Box['border'],
  after: keyof Box['border'],
  place: (cell: Cell) => [number, number],
): number[] {
  const widths = Array.from({ length: count + 1 }, () => 0);
  for (const cell of cells) {
    const [at, span] = place(cell);
    const { border } = prepared.get(cell)!.box;
    widths[at] = Math.max(widths[at], border[before].width);
    widths[at + span] = Math.max(widths[at + span], border[after].width);
  }
  return widths;
}

function emptyRow(
  columns: number,
  cells: readonly Cell[],
  widths: readonly number[],
  prepared: ReadonlyMap<Cell, PreparedCell>,
  context: LayoutContext,
): PdfNode[] {
  const row: PdfNode[] = Array.from({ length: columns }, () => ({ text: '', border: [false, false, false, false] }));
  for (const cell of cells) row[cell.column] = cellNode(cell, widths, prepared.get(cell)!, context);
  return row;
}

/** pdfmake wants something in the places that spans cover. */
function fillSpans(body: PdfNode[][], cells: readonly Cell[]): void {
  for (const { row, column, rowSpan, colSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) if (r !== row || c !== column) body[r][c] = {};
    }
  }
}

function cellNode(
  cell: Cell,
  widths: readonly number[],
  { box, background }: PreparedCell,
  context: LayoutContext,
): PdfNode {
  const { padding, border } = box;
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, each) => sum + each, 0);
  const content = flow(cell.element.children, cell.element, Math.max(0, width - padding.left - padding.right), context);
  const lines = [border.left, border.top, border.right, border.bottom];
  const vertical = cell.element.style.get('vertical-align') ?? cell.rowElement.style.get('vertical-align') ?? 'middle';
  return {
    stack: content,
    margin: [padding.left, padding.top, padding.right, padding.bottom],
    border: lines.map((line) => line.width > 0) as [boolean, boolean, boolean, boolean],
    borderColor: lines.map((line) => line.color) as [string, string, string, string],
    verticalAlignment: ['middle', 'bottom'].includes(vertical) ? vertical : 'top',
    ...(background !== undefined && { fillColor: background }),
    ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
  };
}

function rowHeight(cells: readonly Cell[], prepared: ReadonlyMap<Cell, PreparedCell>): number | 'auto' {
  const heights = cells.map((cell) => {
    const { box } = prepared.get(cell)!;
    return (box.height ?? lengthOf(cell.rowElement, 'height', 0) ?? 0) + 0;
  });
  const most = Math.max(0, ...heights);
  return most === 0 ? 'auto' : most;
}
