/** What a report found as plain tables of an email: its rows, or its groups with their sums. */
export interface RunTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly depth: number; readonly isTotal: boolean }[];
  /** Rows that are left out. */
  readonly more: number;
}

/** A result of the Analytics API, as far as it is read here. */
export interface RunJson {
  readonly factMap: Readonly<Record<string, FactJson>>;
  readonly groupingsDown: { readonly groupings: readonly GroupJson[] };
  readonly groupingsAcross: { readonly groupings: readonly GroupJson[] };
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, { readonly label: string }>>;
    readonly detailColumnInfo: Readonly<Record<string, { readonly label: string }>>;
    readonly groupingColumnInfo: Readonly<Record<string, { readonly label: string }>>;
  };
}

interface FactJson {
  readonly aggregates: readonly { readonly label: string; readonly value: unknown }[];
  readonly rows?: readonly { readonly dataCells: readonly { readonly label: string }[] }[];
}

interface GroupJson {
  readonly key: string;
  readonly label: string;
  readonly groupings: readonly GroupJson[];
}

/** `wanted` names the sums that are shown; all without it. */
export function runTable(run: RunJson, most: number, wanted: readonly string[] = []): RunTable {
  const { aggregateColumnInfo, detailColumnInfo, groupingColumnInfo } = run.reportExtendedMetadata;
  const down = run.groupingsDown.groupings;
  const isGrouped = Object.keys(groupingColumnInfo).length > 0;
  if (!isGrouped && Object.keys(detailColumnInfo).length > 0) {
    const rows = run.factMap['T!T']?.rows ?? [];
    return {
      heads: labels(detailColumnInfo),
      rows: rows.slice(0, most).map(({ dataCells }) => plainRow(dataCells.map(({ label }) => label))),
      more: Math.max(0, rows.length - most),
    };
  }
  const names = Object.keys(aggregateColumnInfo);
  const shown = names.filter((name) => wanted.length === 0 || wanted.includes(name));
  const columns = [...leaves(run.groupingsAcross.groupings), { key: 'T', label: '' }].flatMap((group) =>
    shown.map((name) => ({
      key: group.key,
      position: names.indexOf(name),
      label: [group.label, aggregateColumnInfo[name]?.label ?? name].filter((part) => part !== '').join(': '),
    })),
  );
  const sums = (key: string) =>
    columns.map(({ key: across, position }) => run.factMap[`${key}!${across}`]?.aggregates[position]?.label ?? '');
  const groups = below(down, 0);
  return {
    heads: [labels(groupingColumnInfo).join(' / '), ...columns.map(({ label }) => label)],
    rows: [
      ...groups
        .slice(0, most)
        .map(({ group, depth }) => ({ cells: [group.label, ...sums(group.key)], depth, isTotal: false })),
      { cells: ['Total', ...sums('T')], depth: 0, isTotal: true },
    ],
    more: Math.max(0, groups.length - most),
  };
}

function plainRow(cells: readonly string[]): RunTable['rows'][number] {
  return { cells, depth: 0, isTotal: false };
}

function labels(info: Readonly<Record<string, { readonly label: string }>>): string[] {
  return Object.values(info).map(({ label }) => label);
}

function leaves(groups: readonly GroupJson[]): GroupJson[] {
  return groups.flatMap((group) => (group.groupings.length === 0 ? [group] : leaves(group.groupings)));
}

function below(groups: readonly GroupJson[], depth: number): { group: GroupJson; depth: number }[] {
  return groups.flatMap((group) => [{ group, depth }, ...below(group.groupings, depth + 1)]);
}
