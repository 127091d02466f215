/** The cells of a table in their places. */
import type { StyledElement } from '../styled.ts';

export interface Cell {
  readonly element: StyledElement;
  readonly rowElement: StyledElement;
  /** The head, body or foot it lies in. */
  readonly groupElement: StyledElement | undefined;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface Grid {
  readonly rows: readonly { readonly cells: readonly Cell[] }[];
  /** Rows at the top that are the table's head. */
  readonly headerRows: number;
  /** The `col` element of each column. */
  readonly columns: readonly (StyledElement | undefined)[];
  readonly captions: readonly StyledElement[];
}

interface RowSource {
  readonly row: StyledElement;
  readonly group: StyledElement | undefined;
}

export function gridOf(table: StyledElement): Grid {
  const children = table.children.filter((child) => child.kind === 'element');
  const display = (element: StyledElement) => element.style.get('display') ?? 'inline';
  const group = (kind: string) => children.filter((child) => display(child) === kind).flatMap(rowsOf);
  const head = group('table-header-group');
  const middle = children.flatMap((child) => {
    if (display(child) === 'table-row') return [{ row: child, group: undefined }];
    return display(child) === 'table-row-group' ? rowsOf(child) : [];
  });
  const rows = [...head, ...middle, ...group('table-footer-group')];
  const taken: boolean[][] = rows.map(() => []);
  const placed = rows.map((source, row) => ({ cells: place(source, row, taken) }));
  const count = Math.max(0, ...placed.flatMap(({ cells }) => cells.map(({ column, colSpan }) => column + colSpan)));
  const cols = children.flatMap(colsOf);
  return {
    rows: placed,
    headerRows: head.length,
    columns: Array.from({ length: count }, (_, index) => cols[index]),
    captions: children.filter((child) => display(child) === 'table-caption'),
  };
}

function rowsOf(group: StyledElement): RowSource[] {
  return group.children
    .filter((child) => child.kind === 'element')
    .filter((child) => child.style.get('display') === 'table-row')
    .map((row) => ({ row, group }));
}

function colsOf(element: StyledElement): StyledElement[] {
  if (element.tag === 'colgroup') return element.children.filter((child) => child.kind === 'element').flatMap(colsOf);
  if (element.tag !== 'col') return [];
  return Array.from({ length: Number(element.attributes.get('span') ?? '1') }, () => element);
}

function place({ row, group }: RowSource, index: number, taken: boolean[][]): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const element of row.children) {
    if (element.kind !== 'element' || element.style.get('display') !== 'table-cell') continue;
    while (taken[index][column]) column++;
    const colSpan = Math.max(1, Number(element.attributes.get('colspan') ?? '1') || 1);
    const wanted = Math.max(1, Number(element.attributes.get('rowspan') ?? '1') || 1);
    const rowSpan = Math.min(wanted, taken.length - index);
    for (let r = index; r < index + rowSpan; r++) for (let c = column; c < column + colSpan; c++) taken[r][c] = true;
    cells.push({ element, rowElement: row, groupElement: group, row: index, column, rowSpan, colSpan });
    column += colSpan;
  }
  return cells;
}
