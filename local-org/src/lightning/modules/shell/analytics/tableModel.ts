/** Lays a report out as a table: groups over their rows, or a matrix. */
import { NUMBERS, type Aggregate, type DataCell, type Group, type Highlight, type ReportRun } from './types.ts';

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

export interface TableOptions {
  readonly details: boolean;
  readonly subtotals: boolean;
  readonly grandTotal: boolean;
  readonly closed: ReadonlySet<string>;
  readonly highlights: readonly Highlight[];
  /** Sums that are shown; all of them when empty. */
  readonly aggregates: readonly string[];
  /** Groups of the first level that are shown at most. */
  readonly maxGroups: number | null;
}

/** Keys of all columns of sums: the groups across, and how many sums each has. */
interface Column {
  readonly acrossKey: string;
  readonly aggregate: string;
  readonly position: number;
  readonly label: string;
  readonly groupLabel: string;
}

export function tableModel(run: ReportRun, options: TableOptions): TableModel {
  const { groupingsDown, groupingsAcross } = run.reportMetadata;
  const info = run.reportExtendedMetadata;
  const isMatrix = groupingsAcross.length > 0;
  const isFlat = groupingsDown.length === 0 && !isMatrix;
  const hasColumns = Object.keys(info.detailColumnInfo).length > 0;
  const details = (options.details || isFlat) && !isMatrix && hasColumns;
  const detailNames = details ? run.reportMetadata.detailColumns.filter((name) => name in info.detailColumnInfo) : [];
  const names = Object.keys(info.aggregateColumnInfo);
  const wanted = names.filter((name) => options.aggregates.includes(name));
  const all = isFlat ? names.filter((name) => name !== 'RowCount') : names;
  const shownNames = wanted.length > 0 ? wanted : all;
  const columns = leaves(run.groupingsAcross.groupings, options.grandTotal || !isMatrix).flatMap(
    ([acrossKey, groupLabel]) =>
      shownNames.map((aggregate): Column => ({
        acrossKey,
        aggregate,
        position: names.indexOf(aggregate),
        label: info.aggregateColumnInfo[aggregate]!.label,
        groupLabel,
      })),
  );
  const maker = new RowMaker(run, { ...options, details }, detailNames, columns);
  const corner = groupingsDown.map(({ name }) => info.groupingColumnInfo[name]?.label ?? name).join(' / ');
  return {
    corner,
    hasCorner: !isFlat,
    cornerRows: isMatrix ? 2 : 1,
    heads: heads(run, detailNames, columns, shownNames.length, isMatrix),
    rows: maker.rows(),
  };
}

function heads(
  run: ReportRun,
  detailNames: readonly string[],
  columns: readonly Column[],
  perGroup: number,
  isMatrix: boolean,
): TableModel['heads'] {
  const info = run.reportExtendedMetadata.detailColumnInfo;
  const own = detailNames.map((name) => ({
    key: name,
    label: info[name]!.label,
    span: 1,
    className: NUMBERS.has(info[name]!.dataType) ? 'number' : '',
  }));
  const sums = columns.map(({ acrossKey, aggregate, label }) => ({
    key: `${acrossKey}!${aggregate}`,
    label,
    span: 1,
    className: 'number',
  }));
  const last = { key: 'sums', cells: [...own, ...sums], isFirst: !isMatrix };
  if (!isMatrix) return [last];
  const groups = columns
    .filter((_, index) => index % perGroup === 0)
    .map(({ acrossKey, groupLabel }) => ({ key: acrossKey, label: groupLabel, span: perGroup, className: 'across' }));
  return [{ key: 'groups', cells: groups, isFirst: true }, last];
}

/** The groups across that have none below them, and at the end the total. */
function leaves(groups: readonly Group[], total: boolean, path: readonly string[] = []): (readonly [string, string])[] {
  const own = groups.flatMap((group): (readonly [string, string])[] => {
    const labels = [...path, group.label];
    return group.groupings.length === 0 ? [[group.key, labels.join(' › ')]] : leaves(group.groupings, false, labels);
  });
  return total ? [...own, ['T', 'Total']] : own;
}

class RowMaker {
  private readonly run: ReportRun;
  private readonly options: TableOptions;
  private readonly detailNames: readonly string[];
  private readonly columns: readonly Column[];

  constructor(run: ReportRun, options: TableOptions, detailNames: readonly string[], columns: readonly Column[]) {
    this.run = run;
    this.options = options;
    this.detailNames = detailNames;
    this.columns = columns;
  }

  rows(): TableRow[] {
    const { groupings } = this.run.groupingsDown;
    const groups = groupings.slice(0, this.options.maxGroups ?? groupings.length);
    const { groupingsDown, groupingsAcross } = this.run.reportMetadata;
    const isFlat = groupingsDown.length === 0 && groupingsAcross.length === 0;
    const body = groupingsDown.length === 0 ? this.details('T', 0) : groups.flatMap((group) => this.group(group, 0));
    const hasTotal = this.options.grandTotal && (!isFlat || this.columns.length > 0);
    return hasTotal ? [...body, this.sumRow('T', isFlat ? undefined : 'Total', 'total', 0)] : body;
  }

  private group(group: Group, level: number): TableRow[] {
    const isOpen = !this.options.closed.has(group.key);
    const hasBelow = group.groupings.length > 0 || this.options.details;
    const below = isOpen
      ? [...group.groupings.flatMap((child) => this.group(child, level + 1)), ...this.details(group.key, level + 1)]
      : [];
    return [
      { ...this.sumRow(group.key, group.label, 'group', level), isGroup: hasBelow, isOpen, ...toggle(group, isOpen) },
      ...below,
    ];
  }

  private sumRow(key: string, head: string | undefined, kind: TableRow['kind'], level: number): TableRow {
    const hidden = kind === 'group' && !this.options.subtotals && this.options.details;
    const empty = this.detailNames.map((name) => plainCell(`${key}.${name}`, ''));
    const sums = this.columns.map((column): TableCell => {
      const value = this.run.factMap[`${key}!${column.acrossKey}`]?.aggregates[column.position];
      const cellKey = `${key}.${column.acrossKey}.${column.aggregate}`;
      if (hidden) return plainCell(cellKey, '', 'number');
      return { ...plainCell(cellKey, value?.label ?? '-', 'number'), style: this.color(column.aggregate, value) };
    });
    return row(key, kind, head, level, [...empty, ...sums]);
  }

  private details(key: string, level: number): TableRow[] {
    if (this.detailNames.length === 0) return [];
    const rows = this.run.factMap[`${key}!T`]?.rows ?? [];
    const isGrouped = this.run.reportMetadata.groupingsDown.length > 0;
    return rows.map(({ dataCells }, index) => {
      const id = `${key}#${index}`;
      const cells = dataCells.map((cell, position) => this.detailCell(`${id}.${position}`, cell, position));
      const empty = this.columns.map((column) => plainCell(`${id}.${column.aggregate}`, ''));
      return row(id, 'detail', isGrouped ? '' : undefined, level, [...cells, ...empty]);
    });
  }

  private detailCell(key: string, { label, recordId }: DataCell, position: number): TableCell {
    const info = this.run.reportExtendedMetadata.detailColumnInfo[this.detailNames[position]!];
    const url = recordId === undefined ? undefined : `/lightning/r/${recordId}/view`;
    return { ...plainCell(key, label, info !== undefined && NUMBERS.has(info.dataType) ? 'number' : ''), url };
  }

  private color(aggregate: string, value: Aggregate | undefined): string {
    const steps = this.options.highlights.find((one) => one.aggregate === aggregate)?.steps;
    if (steps === undefined || typeof value?.value !== 'number') return '';
    const amount = value.value;
    const color = steps.find(({ below }) => below === null || amount < below)?.color;
    return color === undefined || color === null ? '' : `background-color:${color};color:${inkOn(color)}`;
  }
}

function row(
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

function toggle({ label }: Group, isOpen: boolean): Pick<TableRow, 'toggleLabel' | 'icon'> {
  return {
    toggleLabel: `${isOpen ? 'Collapse' : 'Expand'} ${label}`,
    icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
  };
}

function plainCell(key: string, text: string, className = ''): TableCell {
  return { key, text, url: undefined, className, style: '' };
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = (/^#(..)(..)(..)$/.exec(color) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#181818' : '#ffffff';
}
