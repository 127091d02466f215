/** `reportMetadata`: what a report asks, as the Analytics API says it. */
import type {
  BucketDefinition,
  ChartDefinition,
  FilterDefinition,
  FormulaLevel,
  GroupingDefinition,
  ReportDefinition,
} from '../../analytics/definition.ts';
import type { ReportEntry } from '../../analytics/report-library.ts';
import { durationOf } from '../../analytics/date-intervals.ts';
import { aggregateName, CHART_TYPES, REPORT_FORMATS } from './names.ts';

export function reportMetadata(definition: ReportDefinition, entry: ReportEntry | undefined, typeLabel: string) {
  const { dateFilter, sort, rowLimit } = definition;
  return {
    aggregates: [
      ...definition.summaries.map(({ column, operation }) => aggregateName(`${operation}:${column}`)),
      ...definition.formulas.map(({ name }) => name),
      'RowCount',
    ],
    buckets: definition.buckets.map(bucketJson),
    chart: definition.chart === null ? null : chartJson(definition.chart),
    crossFilters: definition.crossFilters.map((cross) => ({
      criteria: cross.filters.map(filterJson),
      includesObject: cross.operation === 'with',
      primaryEntityField: cross.primaryColumn,
      relatedEntity: cross.relatedObject,
      relatedEntityJoinField: cross.relatedField,
    })),
    currency: null,
    dashboardSetting: null,
    customDetailFormula: Object.fromEntries(
      definition.rowFormulas.map(({ name, label, type, scale, formula }) => [
        name,
        { decimalPlaces: scale, description: null, formula, formulaType: type, label },
      ]),
    ),
    customSummaryFormula: Object.fromEntries(
      definition.formulas.map(({ name, label, type, scale, formula, down, across }) => [
        name,
        {
          acrossGroup: groupOf(across),
          acrossGroupType: levelType(across),
          decimalPlaces: scale,
          description: null,
          downGroup: groupOf(down),
          downGroupType: levelType(down),
          formula,
          formulaType: type,
          label,
        },
      ]),
    ),
    description: definition.description,
    detailColumns: definition.columns,
    developerName: entry?.developerName ?? null,
    division: null,
    folderId: entry?.folderId ?? null,
    groupingsAcross: definition.groupingsAcross.map(groupingJson),
    groupingsDown: definition.groupingsDown.map(groupingJson),
    hasDetailRows: definition.showDetails,
    hasRecordCount: true,
    historicalSnapshotDates: [],
    id: entry?.id ?? null,
    name: definition.name,
    presentationOptions: { hasStackedSummaries: true, historicalColumns: {} },
    reportBooleanFilter: definition.filterLogic,
    reportFilters: definition.filters.map(filterJson),
    reportFormat: REPORT_FORMATS[definition.format],
    reportType: { label: typeLabel, type: definition.reportType },
    scope: definition.mineOnly ? 'user' : 'organization',
    showGrandTotal: definition.showGrandTotal,
    showSubtotals: definition.showSubtotals,
    sortBy: sort === null ? [] : [{ sortColumn: sort.column, sortOrder: sort.descending ? 'Desc' : 'Asc' }],
    standardDateFilter:
      dateFilter === null
        ? null
        : {
            column: dateFilter.column,
            durationValue: durationOf(dateFilter.interval),
            endDate: dateFilter.end?.toString() ?? null,
            startDate: dateFilter.start?.toString() ?? null,
          },
    standardFilters: null,
    supportsRoleHierarchy: false,
    topRows: rowLimit === null ? null : { direction: sort?.descending === true ? 'Desc' : 'Asc', rowLimit },
    userOrHierarchyFilterId: null,
  };
}

function filterJson({ column, operator, value, columnToColumn }: FilterDefinition) {
  return {
    column,
    filterType: columnToColumn ? 'fieldToField' : 'fieldValue',
    isRunPageEditable: true,
    operator,
    value,
  };
}

function groupingJson({ column, granularity, descending, sortBySummary }: GroupingDefinition) {
  return {
    dateGranularity: granularity,
    name: column,
    sortAggregate: sortBySummary === undefined ? null : aggregateName(sortBySummary),
    sortOrder: descending ? 'Desc' : 'Asc',
  };
}

function groupOf(level: FormulaLevel): string | null {
  return level.level === 'group' ? level.column : null;
}

function levelType(level: FormulaLevel): string {
  return level.level === 'group' ? 'custom' : level.level === 'grand' ? 'grand_total' : 'all';
}

function bucketJson(bucket: BucketDefinition) {
  return {
    bucketType: bucket.type,
    developerName: bucket.name,
    label: bucket.label,
    nullTreatedAsZero: bucket.blankIsZero,
    otherBucketLabel: bucket.otherLabel,
    sourceColumnName: bucket.column,
    values: bucket.values.map(({ label, sourceValues, from, to }) => ({
      label,
      rangeLowerBound: from,
      rangeUpperBound: to,
      sourceDimensionValues: sourceValues,
    })),
  };
}

function chartJson(chart: ChartDefinition) {
  return {
    chartType: CHART_TYPES[chart.type] ?? chart.type,
    groupings: chart.groupings,
    hasLegend: chart.legend,
    showChartValues: chart.showValues,
    summaries: chart.summaries.map(aggregateName),
    summaryAxisLocations: chart.summaries.map(() => 'Y'),
    title: chart.title,
  };
}
