/** What a chart shows: one series of values for each group of the second level, or each sum. */
import { inUnits } from './displayUnits.ts';
import type { Group, ReportRun } from './types.ts';

export interface ChartSpec {
  /** As metadata or the Analytics API names it: `HorizontalBar`, `Vertical Bar Stacked`, `Donut`, … */
  readonly type: string;
  readonly groupings: readonly string[];
  readonly aggregates: readonly string[];
  readonly maxRows: number | null;
  readonly showValues: boolean;
  /** In which units values are written beside what is drawn: see `inUnits`. */
  readonly units: string | null;
}

export interface Category {
  readonly label: string;
  /** As an axis has room for it: `Nov 2026` for a month. */
  readonly axisLabel: string;
  readonly value: unknown;
  /** Its own, where the picklist says so. */
  readonly color: string | undefined;
}

export interface Series {
  readonly name: string;
  readonly color: string | undefined;
  readonly values: readonly (number | null)[];
  readonly labels: readonly string[];
  /** The labels as the drawing has room for them. */
  readonly marks: readonly string[];
  /** What its values are: `currency`, `percent`, `int`, … */
  readonly dataType: string;
}

export interface ChartData {
  readonly isPeriod: boolean;
  readonly categoryLabel: string;
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
}

export function chartData(run: ReportRun, spec: ChartSpec): ChartData {
  const { groupingsDown, groupingsAcross } = run.reportMetadata;
  const info = run.reportExtendedMetadata;
  const down = groupingsDown.map(({ name }) => name);
  const across = groupingsAcross.map(({ name }) => name);
  const [first] = spec.groupings;
  const isSwapped = first === undefined ? down.length === 0 : !down.includes(first) && across.includes(first);
  const own = (isSwapped ? run.groupingsAcross : run.groupingsDown).groupings;
  const other = (isSwapped ? run.groupingsDown : run.groupingsAcross).groupings;
  const limited = own.slice(0, spec.maxRows ?? own.length);
  const names = Object.keys(info.aggregateColumnInfo);
  const sums = spec.aggregates.filter((name) => names.includes(name));
  const shown = sums.length > 0 ? sums : names.slice(0, 1);
  const read = (aggregate: string, key: string, otherKey: string) => {
    const fact = run.factMap[isSwapped ? `${otherKey}!${key}` : `${key}!${otherKey}`];
    return fact?.aggregates[names.indexOf(aggregate)];
  };
  // A group without a value has nothing to draw; the table beside the chart has it.
  const categories = limited.filter(({ key, groupings }) =>
    shown.some((name) =>
      [key, ...groupings.map((group) => group.key)].some((one) => read(name, one, 'T')?.value != null),
    ),
  );
  const seriesOf = (
    name: string,
    aggregate: string,
    keyOf: (group: Group) => readonly [string, string] | undefined,
    color?: string,
  ): Series => {
    const cells = categories.map((group) => {
      const keys = keyOf(group);
      return keys === undefined ? undefined : read(aggregate, ...keys);
    });
    return {
      name,
      color,
      values: cells.map((cell) => (typeof cell?.value === 'number' ? cell.value : null)),
      labels: cells.map((cell) => cell?.label ?? '-'),
      marks: cells.map((cell) => (cell === undefined ? '-' : inUnits(cell.label, cell.value, spec.units))),
      dataType: info.aggregateColumnInfo[aggregate]?.dataType ?? 'double',
    };
  };
  const colorsOf = (column: string | undefined) => run.picklistColors[column ?? ''] ?? {};
  const secondColors = colorsOf(isSwapped ? down[0] : (across[0] ?? down[1]));
  const wantsSecond = spec.groupings.length > 1 || /Stacked|Grouped/.test(spec.type);
  const [sum = ''] = shown;
  const nested = [...new Set(categories.flatMap(({ groupings }) => groupings.map(({ label }) => label)))];
  const series =
    wantsSecond && other.length > 0
      ? other.map((group) => seriesOf(group.label, sum, ({ key }) => [key, group.key], secondColors[group.label]))
      : wantsSecond && nested.length > 0
        ? nested.map((label) =>
            seriesOf(
              label,
              sum,
              ({ groupings }) => {
                const child = groupings.find((one) => one.label === label);
                return child && [child.key, 'T'];
              },
              secondColors[label],
            ),
          )
        : shown.map((name) => seriesOf(info.aggregateColumnInfo[name]?.label ?? name, name, ({ key }) => [key, 'T']));
  const categoryName = (isSwapped ? across : down)[0] ?? '';
  return {
    categoryLabel: info.groupingColumnInfo[categoryName]?.label ?? '',
    isPeriod: /^date/.test(info.groupingColumnInfo[categoryName]?.dataType ?? ''),
    categories: categories.map(({ label, value }) => ({
      label,
      axisLabel: shortPeriod(label),
      value,
      color: colorsOf(categoryName)[label],
    })),
    series,
  };
}

const MONTH = /^(January|February|March|April|June|July|August|September|October|November|December)(?= \d{4}$)/;

/** `Nov 2026` for `November 2026`, and the first day of a week; other labels as they are. */
export function shortPeriod(label: string): string {
  const week = /^(\d{1,2}\/\d{1,2}\/\d{4}) - /.exec(label);
  if (week !== null) return week[1]!;
  return label.replace(MONTH, (name) => name.slice(0, 3));
}
