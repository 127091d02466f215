/** Rows and cells of which tables of reports are made. */
import { NUMBERS, type Aggregate, type ColumnInfo, type DataCell, type Group, type Highlight } from './types.ts';

export interface TableCell {
  readonly key: string;
  readonly text: string;
  readonly url: string | undefined;
  readonly className: string;
  readonly style: string;
}

export interface TableRow {
  readonly key: string;
  readonly kind: 'group' | 'detail' | 'total';
  /** The row's head: the group it stands for. Undefined for tables without groups. */
  readonly head: string | undefined;
  readonly headStyle: string;
  readonly isGroup: boolean;
  readonly isOpen: boolean;
  readonly toggleLabel: string;
  readonly icon: string;
  readonly className: string;
  readonly cells: readonly TableCell[];
}

export interface HeadCell {
  readonly key: string;
  readonly label: string;
  readonly span: number;
  readonly className: string;
}

export interface TableModel {
  /** Empty for a table without groups. */
  readonly corner: string;
  readonly hasCorner: boolean;
  readonly cornerRows: number;
  readonly heads: readonly { readonly key: string; readonly cells: readonly HeadCell[]; readonly isFirst: boolean }[];
  readonly rows: readonly TableRow[];
}

export function row(
  key: string,
  kind: TableRow['kind'],
  head: string | undefined,
  level: number,
  cells: readonly TableCell[],
): TableRow {
  return {
    key,
    kind,
    head,
    headStyle: `padding-left:${0.75 + level * 1.25}rem`,
    isGroup: false,
    isOpen: false,
    toggleLabel: '',
    icon: '',
    className: `${kind} level${Math.min(level, 2)}`,
    cells,
  };
}

export function toggle({ label }: Group, isOpen: boolean): Pick<TableRow, 'toggleLabel' | 'icon'> {
  return {
    toggleLabel: `${isOpen ? 'Collapse' : 'Expand'} ${label}`,
    icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
  };
}

export function plainCell(key: string, text: string, className = ''): TableCell {
  return { key, text, url: undefined, className, style: '' };
}

/** A cell of a row; names lead to their records. */
export function detailCell(key: string, { label, recordId }: DataCell, info: ColumnInfo | undefined): TableCell {
  const url = recordId === undefined ? undefined : `/lightning/r/${recordId}/view`;
  return { ...plainCell(key, label, info !== undefined && NUMBERS.has(info.dataType) ? 'number' : ''), url };
}

export function sumCell(key: string, value: Aggregate | undefined, style: string): TableCell {
  return { ...plainCell(key, value?.label ?? '-', 'number'), style };
}

/** The style of a sum that is coloured by its size. */
export function colorOf(aggregate: string, value: Aggregate | undefined, highlights: readonly Highlight[]): string {
  const steps = highlights.find((one) => one.aggregate === aggregate)?.steps;
  if (steps === undefined || typeof value?.value !== 'number') return '';
  const amount = value.value;
  const color = steps.find(({ below }) => below === null || amount < below)?.color;
  return color === undefined || color === null ? '' : `background-color:${color};color:${inkOn(color)}`;
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = (/^#(..)(..)(..)$/.exec(color) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#181818' : '#ffffff';
}
