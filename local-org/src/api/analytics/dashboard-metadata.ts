/** `dashboardMetadata`: the components of a dashboard, how they are laid out, and its filters. */
import { type ChosenOptions, summariesOf } from '../../analytics/dashboard-component.ts';
import type { DashboardEntry } from '../../analytics/dashboard-library.ts';
import type { ReportDefinition } from '../../analytics/definition.ts';
import type { UserContext } from '../../database/services.ts';
import { type ComponentSource, componentsOf, GRID_COLUMNS } from '../../metadata/dashboard-components.ts';
import type { DashboardSource } from '../../metadata/readers/dashboard.ts';
import { aggregateName } from './names.ts';
import { MOST_FILTERS, MOST_OPTIONS } from './read-dashboard.ts';

export interface DashboardParts {
  readonly basePath: string;
  readonly entry: DashboardEntry;
  readonly source: DashboardSource;
  readonly runningUser: UserContext;
  readonly chosen: ChosenOptions;
  readonly componentId: (index: number) => string;
  readonly reportId: (name: string) => string | undefined;
  /** Undefined for a report that is not there or cannot be read. */
  readonly report: (name: string) => ReportDefinition | undefined;
}

export function dashboardMetadata(parts: DashboardParts) {
  const { entry, source, runningUser, basePath } = parts;
  const placed = componentsOf(source);
  return {
    attributes: {
      dashboardId: entry.id,
      dashboardName: entry.name,
      statusUrl: `${basePath}/analytics/dashboards/${entry.id}/status`,
      type: 'Dashboard',
    },
    canChangeRunningUser: false,
    canUseStickyFilter: false,
    chartTheme: source.dashboardChartTheme ?? null,
    colorPalette: source.dashboardColorPalette ?? null,
    components: placed.map(({ component }, index) => componentJson(parts, component, index)),
    dashboardType: source.dashboardType ?? 'SpecifiedUser',
    description: entry.description,
    developerName: entry.developerName,
    filters: filtersJson(parts),
    folderId: entry.folderId,
    id: entry.id,
    layout: {
      components: placed.map(({ column, row, columns, rows }) => ({ colspan: columns, column, row, rowspan: rows })),
      gridLayout: true,
      numColumns: GRID_COLUMNS,
      rowHeight: source.dashboardGridLayout?.rowHeight ?? 36,
    },
    maxFilterOptions: MOST_OPTIONS,
    maxFilters: MOST_FILTERS,
    name: entry.name,
    runningUser: { displayName: runningUser.name, id: runningUser.id },
  };
}

function componentJson({ componentId, reportId, report }: DashboardParts, component: ComponentSource, index: number) {
  const { report: reportName = '' } = component;
  const definition = report(reportName);
  const aggregates = definition === undefined ? [] : summariesOf(component, definition).map(aggregateName);
  return {
    componentData: index,
    footer: component.footer ?? null,
    header: component.header ?? null,
    id: componentId(index),
    properties: {
      aggregates: aggregates.map((name) => ({ name })),
      autoSelectColumns: component.autoselectColumnsFromReport ?? false,
      decimalPrecision: component.decimalPrecision ?? -1,
      drillUrl: component.drillDownUrl ?? null,
      filterColumns: component.dashboardFilterColumns.map(({ column }) => ({ name: column })),
      groupings: component.groupingColumn.map((name) => ({ name })),
      maxRows: component.maxValuesDisplayed ?? null,
      sort: component.sortBy ?? null,
      useReportChart: component.useReportChart ?? false,
      visualizationProperties: visualization(component, aggregates[0] ?? 'RowCount'),
      visualizationType:
        component.useReportChart === true
          ? (definition?.chart?.type ?? component.componentType)
          : component.componentType,
    },
    reportId: reportId(reportName) ?? null,
    title: component.title ?? null,
    type: 'Report',
  };
}

function visualization(component: ComponentSource, aggregateName: string) {
  const breaks = breaksOf(component);
  return {
    breakPoints: breaks.length === 0 ? [] : [{ aggregateName, breaks }],
    displayUnits: component.displayUnits?.toLowerCase() ?? null,
    gaugeMax: component.gaugeMax ?? null,
    gaugeMin: component.gaugeMin ?? null,
    legendPosition: component.legendPosition ?? null,
    metricLabel: component.metricLabel ?? null,
    showPercentages: component.showPercentage ?? false,
    showTotal: component.showTotal ?? false,
    showValues: component.showValues ?? false,
    tableColumns: (component.flexComponentProperties?.flexTableColumn ?? []).map(({ reportColumn, type }) => ({
      column: reportColumn,
      type,
    })),
  };
}

/** Colours with the bounds between which they are shown. */
function breaksOf(component: ComponentSource) {
  const points = [component.indicatorBreakpoint1, component.indicatorBreakpoint2].filter((one) => one !== undefined);
  const colors = [component.indicatorLowColor, component.indicatorMiddleColor, component.indicatorHighColor];
  const shown = colors.filter((one) => one !== undefined).slice(0, points.length + 1);
  return shown.map((color, index) => ({
    color,
    lowerBound: points[index - 1] ?? null,
    upperBound: points[index] ?? null,
  }));
}

function filtersJson({ source, chosen, entry }: DashboardParts) {
  return source.dashboardFilters.map(({ name, dashboardFilterOptions }, index) => {
    const id = `${entry.id}.${index}`;
    const options = dashboardFilterOptions.map(({ operator, values }, position) => ({
      alias: null,
      endValue: operator === 'between' ? (values[1] ?? null) : null,
      id: String(position),
      operation: operator,
      startValue: operator === 'between' ? (values[0] ?? null) : null,
      value: operator === 'between' ? null : values.join(','),
    }));
    const selected = chosen[index];
    return { errorMessage: null, id, name, options, selectedOption: selected === undefined ? null : String(selected) };
  });
}
