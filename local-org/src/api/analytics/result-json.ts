/** What a report found, as the Analytics API answers it: groupings, and the fact map that holds sums and rows by their groups. */
import type { GroupNode } from '../../analytics/cells.ts';
import type { Grouping } from '../../analytics/grouping.ts';
import type { ReportResult, ResultRow } from '../../analytics/result.ts';
import { jsonValue } from '../ui-api/field-values.ts';
import { aggregateName, dataType } from './names.ts';
import type { ShownValues } from './shown-values.ts';
import { columnOptions } from './type-json.ts';

interface GroupJson {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly GroupJson[];
}

export function resultJson(result: ReportResult, shown: ShownValues, withDetails: boolean) {
  return {
    allData: !result.rowsCut,
    factMap: factMap(result, shown, withDetails),
    groupingsAcross: { groupings: groups(result.cells.across, result.across, shown) },
    groupingsDown: { groupings: groups(result.cells.down, result.down, shown) },
    hasDetailRows: withDetails,
    hasExceededTogglePageSize: false,
    picklistColors: picklistColors(result),
    reportExtendedMetadata: extendedMetadata(result),
  };
}

/** Options of buckets and row formulas. */
const COMPUTED = { filterValues: [], filterable: true, isLookup: false, uniqueCountable: false };

/** `reportExtendedMetadata`: labels and data types of what the report names. */
export function extendedMetadata({ columns, down, across, summaries }: ReportResult) {
  return {
    aggregateColumnInfo: Object.fromEntries(
      summaries.map(({ name, label, type }) => [
        aggregateName(name),
        { acrossGroupingContext: null, dataType: dataType(type), downGroupingContext: null, label },
      ]),
    ),
    detailColumnInfo: Object.fromEntries(
      columns.map(({ name, label, type, column }) => [
        name,
        {
          ...(column === undefined ? COMPUTED : columnOptions(column.field)),
          dataType: dataType(type),
          entityColumnName: column?.path ?? name,
          fullyQualifiedName: name,
          label,
        },
      ]),
    ),
    groupingColumnInfo: Object.fromEntries(
      [down, across].flatMap((side) =>
        side.map(({ field }, groupingLevel) => [
          field.name,
          { dataType: dataType(field.type), groupingLevel, label: field.label },
        ]),
      ),
    ),
  };
}

function groups(node: GroupNode, groupings: readonly Grouping[], shown: ShownValues): GroupJson[] {
  return node.children.map((child) => {
    const value = child.group?.value ?? null;
    return {
      groupings: groups(child, groupings, shown),
      key: child.path,
      label: child.group?.label ?? shown.group(groupings[child.depth - 1].field, value),
      value: jsonValue(value),
    };
  });
}

function factMap(result: ReportResult, shown: ShownValues, withDetails: boolean) {
  const { cells, summaries } = result;
  const rows = Map.groupBy(result.rows, ({ down, across }) => `${down.path}!${across.path}`);
  const facts: [string, object][] = [];
  for (const down of cells.down.all()) {
    for (const across of cells.across.all()) {
      const key = `${down.path}!${across.path}`;
      const values = result.values(down, across);
      const aggregates = summaries.map((summary, index) => shown.summary(summary, values[index] ?? null));
      if (!withDetails) {
        facts.push([key, { aggregates }]);
        continue;
      }
      facts.push([key, { aggregates, rows: (rows.get(key) ?? []).map((row) => dataRow(result, row, shown)) }]);
    }
  }
  return Object.fromEntries(facts);
}

export function dataRow({ columns }: ReportResult, { values }: ResultRow, shown: ShownValues) {
  return { dataCells: values.map(({ value, id }, index) => shown.detail(columns[index], value, id)) };
}

/** Colours that picklists give their values, by the columns that group by them. */
function picklistColors({ down, across }: ReportResult) {
  const columns = [...down, ...across].flatMap(({ field }) => {
    const values = (field.column?.field.picklistValues ?? []).flatMap(({ label, color }) =>
      color === undefined ? [] : [[label, color] as const],
    );
    return values.length === 0 ? [] : [[field.name, Object.fromEntries(values)] as const];
  });
  return Object.fromEntries(columns);
}
