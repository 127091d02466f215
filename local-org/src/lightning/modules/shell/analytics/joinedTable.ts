/** Lays a joined report out as a table: its blocks side by side under their common groups, each with its rows. */
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
import type { TableOptions } from './tableModel.ts';
import { NUMBERS, type ColumnInfo, type Fact, type Group, type JoinedBlock, type ReportRun } from './types.ts';

/** A column of a block's rows, or one of sums: of a block, or across them. */
interface Column {
  readonly key: string;
  readonly info: ColumnInfo;
  /** Undefined for formulas across blocks. */
  readonly block: JoinedBlock | undefined;
  readonly kind: 'detail' | 'sum';
  /** Among the cells of a row, or the sums of a fact. */
  readonly position: number;
}

export function joinedTable(run: ReportRun, blocks: readonly JoinedBlock[], options: TableOptions): TableModel {
  const { aggregateColumnInfo, groupingColumnInfo } = run.reportExtendedMetadata;
  const own = blocks.map((block) => columnsOf(block, options.details));
  const across = Object.entries(aggregateColumnInfo).flatMap(([name, info], position): Column[] =>
    name.includes('#') ? [] : [{ key: name, info, block: undefined, kind: 'sum', position }],
  );
  const columns = [...own.flat(), ...across];
  const names = blocks.map(({ blockId, name }, index) => ({
    key: blockId,
    label: name,
    span: own[index]!.length,
    className: 'across',
  }));
  const beyond = { key: 'across', label: 'Across', span: across.length, className: 'across' };
  return {
    corner: run.reportMetadata.groupingsDown.map(({ name }) => groupingColumnInfo[name]?.label ?? name).join(' / '),
    hasCorner: true,
    cornerRows: 2,
    heads: [
      { key: 'blocks', cells: across.length === 0 ? names : [...names, beyond], isFirst: true },
      {
        key: 'columns',
        cells: columns.map(({ key, info, kind }) => ({
          key,
          label: info.label,
          span: 1,
          className: kind === 'sum' || NUMBERS.has(info.dataType) ? 'number' : '',
        })),
        isFirst: false,
      },
    ],
    rows: rows(run, blocks, columns, options),
  };
}

function columnsOf(block: JoinedBlock, withDetails: boolean): readonly Column[] {
  const { blockId, detailColumns, detailColumnInfo, aggregateColumnInfo } = block;
  const details = (withDetails ? detailColumns : []).map((name, position): Column => {
    const info = detailColumnInfo[name] ?? { label: name, dataType: 'string' };
    return { key: `${blockId}.${name}`, info, block, kind: 'detail', position };
  });
  const sums = Object.entries(aggregateColumnInfo).map(([name, info], position): Column => ({
    key: `${blockId}#${name}`,
    info,
    block,
    kind: 'sum',
    position,
  }));
  return [...details, ...sums];
}

function rows(
  run: ReportRun,
  blocks: readonly JoinedBlock[],
  columns: readonly Column[],
  options: TableOptions,
): TableRow[] {
  const { closed, details, grandTotal, highlights, maxGroups, subtotals } = options;
  const fact = (block: JoinedBlock | undefined, key: string): Fact | undefined => (block ?? run).factMap[`${key}!T`];
  const sums = (key: string, hidden: boolean): TableCell[] =>
    columns.map(({ key: name, block, kind, position }) => {
      const cellKey = `${key}.${name}`;
      if (kind === 'detail' || hidden) return plainCell(cellKey, '');
      const value = fact(block, key)?.aggregates[position];
      return sumCell(cellKey, value, colorOf(name, value, highlights));
    });
  /** The first rows of all blocks beside each other, then the second ones, … */
  const detailRows = (key: string, level: number): TableRow[] => {
    if (!details) return [];
    const ofBlocks = new Map(blocks.map((block) => [block, fact(block, key)?.rows ?? []]));
    const most = Math.max(0, ...[...ofBlocks.values()].map(({ length }) => length));
    return Array.from({ length: most }, (_, index) => {
      const id = `${key}#${index}`;
      const cells = columns.map(({ key: name, info, block, kind, position }) => {
        const cell = kind === 'sum' ? undefined : ofBlocks.get(block!)?.[index]?.dataCells[position];
        return cell === undefined ? plainCell(`${id}.${name}`, '') : detailCell(`${id}.${name}`, cell, info);
      });
      return row(id, 'detail', '', level, cells);
    });
  };
  const group = (one: Group, level: number): TableRow[] => {
    const isOpen = !closed.has(one.key);
    const below = isOpen
      ? [...one.groupings.flatMap((child) => group(child, level + 1)), ...detailRows(one.key, level + 1)]
      : [];
    const head = row(one.key, 'group', one.label, level, sums(one.key, !subtotals && details));
    const isGroup = one.groupings.length > 0 || details;
    return [{ ...head, isGroup, isOpen, ...toggle(one, isOpen) }, ...below];
  };
  const { groupings } = run.groupingsDown;
  const shown = groupings.slice(0, maxGroups ?? groupings.length).flatMap((one) => group(one, 0));
  const ungrouped = groupings.length === 0 ? detailRows('T', 0) : [];
  return [...shown, ...ungrouped, ...(grandTotal ? [row('T', 'total', 'Total', 0, sums('T', false))] : [])];
}
