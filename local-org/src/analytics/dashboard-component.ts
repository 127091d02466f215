/** What a component of a dashboard asks of its report: its own groupings, sums and order, and the filters of the dashboard. */
import type { ComponentSource } from '../metadata/dashboard-components.ts';
import type { DashboardSource } from '../metadata/readers/dashboard.ts';
import type {
  FilterDefinition,
  GroupingDefinition,
  ReportDefinition,
  SummaryDefinition,
  SummaryOperation,
} from './definition.ts';

/** Positions of the options chosen, by position of the filter; undefined for none. */
export type ChosenOptions = readonly (number | undefined)[];

/** Names of the sums that the component shows; those of the report's chart, or the report's own, when it names none. */
export function summariesOf(component: ComponentSource, report: ReportDefinition): string[] {
  const named = component.chartSummary.map(({ aggregate, column }) =>
    aggregate === undefined || column === 'RowCount' ? column : `${aggregate}:${column}`,
  );
  if (named.length > 0) return named;
  const ofChart = report.chart?.summaries ?? [];
  if (ofChart.length > 0) return [...ofChart];
  const [first] = [
    ...report.summaries.map(({ operation, column }) => `${operation}:${column}`),
    ...report.formulas.map(({ name }) => name),
  ];
  return [first ?? 'RowCount'];
}

export function definitionOfComponent(
  component: ComponentSource,
  report: ReportDefinition,
  dashboard: DashboardSource,
  chosen: ChosenOptions,
): ReportDefinition {
  const summaries = summariesOf(component, report);
  const own = grouped(component, report);
  return {
    ...report,
    ...own,
    ...ordered(component, own?.groupingsDown ?? report.groupingsDown, summaries),
    ...filtered(component, report, dashboard, chosen),
    summaries: withSummaries(report.summaries, summaries),
  };
}

/** Components are grouped by what they name, in that order; charts else as the chart of the report. */
function grouped(
  component: ComponentSource,
  report: ReportDefinition,
): Pick<ReportDefinition, 'groupingsDown' | 'groupingsAcross'> | undefined {
  const ofChart = isTable(component) ? [] : (report.chart?.groupings ?? []);
  const names = component.groupingColumn.length > 0 ? component.groupingColumn : ofChart;
  if (names.length === 0) return undefined;
  const known = [...report.groupingsDown, ...report.groupingsAcross];
  const groupingsDown = names.map(
    (column): GroupingDefinition =>
      known.find((one) => one.column === column) ?? { column, granularity: 'None', descending: false },
  );
  return { groupingsDown, groupingsAcross: [] };
}

export function isTable({ componentType }: ComponentSource): boolean {
  return componentType === 'Table' || componentType === 'FlexTable';
}

function ordered(
  component: ComponentSource,
  groupings: readonly GroupingDefinition[],
  summaries: readonly string[],
): Partial<ReportDefinition> {
  const { sortBy } = component;
  const [first, ...rest] = groupings;
  if (sortBy === undefined || first === undefined) return {};
  const { sortBySummary: _, ...plain } = first;
  const descending = sortBy.endsWith('Descending');
  const byValue = sortBy.startsWith('RowValue');
  // Dates without an order of their own stay in the order of the report.
  if (!byValue && first.granularity !== 'None' && !descending) return {};
  const sorted = { ...plain, descending, ...(byValue ? { sortBySummary: summaries[0] } : {}) };
  return { groupingsDown: [sorted, ...rest] };
}

function filtered(
  component: ComponentSource,
  report: ReportDefinition,
  dashboard: DashboardSource,
  chosen: ChosenOptions,
): Partial<ReportDefinition> {
  const added = dashboard.dashboardFilters.flatMap(({ dashboardFilterOptions: options }, index): FilterDefinition[] => {
    const option = options[chosen[index] ?? -1];
    const column = component.dashboardFilterColumns[index]?.column;
    if (option === undefined || column === undefined || column === '') return [];
    if (option.operator === 'between') {
      const [from = '', to = ''] = option.values;
      return [
        { column, operator: 'greaterOrEqual', value: from, columnToColumn: false },
        { column, operator: 'lessThan', value: to, columnToColumn: false },
      ].filter(({ value }) => value !== '');
    }
    return [{ column, operator: option.operator, value: option.values.join(','), columnToColumn: false }];
  });
  if (added.length === 0) return {};
  const { filters, filterLogic } = report;
  const numbers = added.map((_, index) => filters.length + index + 1);
  return {
    filters: [...filters, ...added],
    filterLogic: filterLogic === null ? null : `(${filterLogic}) AND ${numbers.join(' AND ')}`,
  };
}

function withSummaries(known: readonly SummaryDefinition[], names: readonly string[]): SummaryDefinition[] {
  const missing = names.flatMap((name): SummaryDefinition[] => {
    const [operation, column] = name.split(/:(.*)/s);
    if (column === undefined) return [];
    const isKnown = known.some((one) => one.operation === operation && one.column === column);
    return isKnown ? [] : [{ operation: operation as SummaryOperation, column }];
  });
  return [...known, ...missing];
}
