/** Lays a report out as a table: groups over their rows, or a matrix. */
import { joinedTable } from './joinedTable.ts';
import {
  colorOf,
  detailCell,
  plainCell,
  row,
  sumCell,
  type TableCell,
  type TableModel,
  type TableRow,
  toggle,
} from './tableCells.ts';
import { NUMBERS, type Group, type Highlight, type ReportRun } from './types.ts';

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
  if (run.blocks !== undefined && options.aggregates.length === 0) return joinedTable(run, run.blocks, options);
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
      return sumCell(cellKey, value, colorOf(column.aggregate, value, this.options.highlights));
    });
    return row(key, kind, head, level, [...empty, ...sums]);
  }

  private details(key: string, level: number): TableRow[] {
    if (this.detailNames.length === 0) return [];
    const rows = this.run.factMap[`${key}!T`]?.rows ?? [];
    const isGrouped = this.run.reportMetadata.groupingsDown.length > 0;
    return rows.map(({ dataCells }, index) => {
      const id = `${key}#${index}`;
      const info = this.run.reportExtendedMetadata.detailColumnInfo;
      const cells = dataCells.map((cell, position) =>
        detailCell(`${id}.${position}`, cell, info[this.detailNames[position]!]),
      );
      const empty = this.columns.map((column) => plainCell(`${id}.${column.aggregate}`, ''));
      return row(id, 'detail', isGrouped ? '' : undefined, level, [...cells, ...empty]);
    });
  }
}
