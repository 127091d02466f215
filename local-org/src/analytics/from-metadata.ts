/** Reads a report's definition from its file. */
import { NotSupported } from '../schema/errors.ts';
import { DateValue } from '../schema/values/index.ts';
import type { ReportBlockSource, ReportSource } from '../metadata/readers/report.ts';
import type {
  BucketDefinition,
  ChartDefinition,
  DateGranularity,
  FilterDefinition,
  FormulaLevel,
  GroupingDefinition,
  HighlightDefinition,
  ReportDefinition,
  ReportFormat,
  SummaryDefinition,
  SummaryOperation,
} from './definition.ts';

type Source = ReportSource | ReportBlockSource;

/** Throws `NotSupported` for a kind of report that is not built. */
export function definitionOf(source: Source, formulas = ownFormulas(source)): ReportDefinition {
  refuseUnbuilt(source);
  return {
    name: source.name,
    description: source.description ?? null,
    format: source.format === 'MultiBlock' ? 'Joined' : (source.format as ReportFormat),
    reportType: source.reportType,
    columns: source.columns.map(({ field }) => field),
    groupingsDown: source.groupingsDown.map(grouping),
    groupingsAcross: source.groupingsAcross.map(grouping),
    summaries: source.columns.flatMap(summariesOf),
    formulas: formulas.map(formula),
    rowFormulas: source.customDetailFormulas.map((formula) => ({
      name: formula.developerName,
      label: formula.label,
      type: formula.dataType,
      scale: formula.scale,
      formula: formula.calculatedFormula,
    })),
    filters: source.filter?.criteriaItems.map(filter) ?? [],
    filterLogic: source.filter?.booleanFilter ?? null,
    dateFilter:
      source.timeFrameFilter === undefined
        ? null
        : {
            column: source.timeFrameFilter.dateColumn,
            interval: source.timeFrameFilter.interval,
            start: dayOf(source.timeFrameFilter.startDate),
            end: dayOf(source.timeFrameFilter.endDate),
          },
    crossFilters: source.crossFilters.map((cross) => ({
      operation: cross.operation,
      primaryColumn: cross.primaryTableColumn,
      relatedObject: cross.relatedTable,
      relatedField: cross.relatedTableJoinColumn,
      filters: cross.criteriaItems.map(filter),
    })),
    buckets: source.buckets.map(bucket),
    mineOnly: source.scope === 'mine' || source.scope === 'user',
    sort:
      source.sortColumn === undefined ? null : { column: source.sortColumn, descending: source.sortOrder === 'Desc' },
    rowLimit: source.rowLimit ?? null,
    showDetails: source.showDetails ?? true,
    showSubtotals: source.showSubTotals ?? true,
    showGrandTotal: source.showGrandTotal ?? true,
    highlights: [...source.colorRanges.map(rangeHighlight), ...source.formattingRules.map(ruleHighlight)],
    chart: source.chart === undefined ? null : chart(source.chart),
    blocks: 'block' in source ? source.block.map((one, index) => block(one, index, source.aggregates)) : [],
  };
}

type FormulaSource = Source['aggregates'][number];

/** Of a joined report only those across its blocks: the others belong to the blocks that refer to them. */
function ownFormulas(source: Source): readonly FormulaSource[] {
  const active = source.aggregates.filter(({ isActive }) => isActive);
  return source.format === 'MultiBlock' ? active.filter(({ isCrossBlock }) => isCrossBlock === true) : active;
}

function formula(source: FormulaSource): ReportDefinition['formulas'][number] {
  return {
    name: source.developerName,
    label: source.masterLabel,
    type: source.datatype,
    scale: source.scale ?? 2,
    formula: source.calculatedFormula,
    down: level(source.downGroupingContext),
    across: level(source.acrossGroupingContext),
  };
}

function block(
  source: ReportBlockSource,
  index: number,
  formulas: readonly FormulaSource[],
): ReportDefinition['blocks'][number] {
  const named = new Set(source.blockInfo?.aggregateReferences.map(({ aggregate }) => aggregate));
  const shared = formulas.filter((one) => one.isActive && one.isCrossBlock !== true && named.has(one.developerName));
  return {
    id: source.blockInfo?.blockId ?? `B${index + 1}`,
    definition: definitionOf(source, [...ownFormulas(source), ...shared]),
  };
}

/** Throws for what reports can be asked and the local org cannot run. */
function refuseUnbuilt(source: Source): void {
  const place = `the report ${source.name}`;
  if (source.aggregateFilters.length > 0) throw new NotSupported('filters of summaries', place);
  if (source.historicalSelector !== undefined) throw new NotSupported('historical trending', place);
}

function chart(source: NonNullable<Source['chart']>): ChartDefinition {
  return {
    type: source.chartType,
    title: source.title ?? null,
    summaries: source.chartSummaries.map(({ column, aggregate }) => summaryName(column, aggregate)),
    groupings: [source.groupingColumn, source.secondaryGroupingColumn].filter((one) => one !== undefined),
    legend: source.legendPosition !== 'None',
    showValues: source.showValues ?? false,
  };
}

function rangeHighlight(range: Source['colorRanges'][number]): HighlightDefinition {
  return {
    summary: summaryName(range.columnName, range.aggregate),
    steps: [
      { below: range.lowBreakpoint ?? null, color: range.lowColor },
      { below: range.highBreakpoint ?? null, color: range.midColor },
      { below: null, color: range.highColor },
    ].filter(({ below }, index) => below !== null || index === 2),
  };
}

function ruleHighlight(rule: Source['formattingRules'][number]): HighlightDefinition {
  return {
    summary: summaryName(rule.columnName, rule.aggregate),
    steps: rule.values.map(({ rangeUpperBound, backgroundColor }) => ({
      below: rangeUpperBound ?? null,
      color: backgroundColor ?? null,
    })),
  };
}

function grouping(source: Source['groupingsDown'][number]): GroupingDefinition {
  return {
    column: source.field,
    granularity: (source.dateGranularity ?? 'None') as DateGranularity,
    descending: source.sortOrder === 'Desc',
    ...(source.sortType !== undefined && source.sortType !== 'Column' && source.sortByName !== undefined
      ? { sortBySummary: summaryName(source.sortByName, source.aggregateType) }
      : {}),
  };
}

/** The name that results know a summary by. */
function summaryName(column: string, operation: string | undefined): string {
  return operation === undefined || column === 'RowCount' ? column : `${operation}:${column}`;
}

function summariesOf(column: Source['columns'][number]): SummaryDefinition[] {
  return column.aggregateTypes.map((operation) => ({ column: column.field, operation: operation as SummaryOperation }));
}

function level(context: string | undefined): FormulaLevel {
  if (context === undefined || context === 'ALL_SUMMARIES_SUMMARY_LEVEL') return { level: 'all' };
  if (context.startsWith('GRAND_SUMMARY') || context.endsWith('_GRAND_SUMMARY')) return { level: 'grand' };
  return { level: 'group', column: context };
}

function filter(source: {
  readonly column: string;
  readonly operator: string;
  readonly value: string | undefined;
  readonly columnToColumn: boolean | undefined;
}): FilterDefinition {
  return {
    column: source.column,
    operator: source.operator,
    value: source.value ?? '',
    columnToColumn: source.columnToColumn ?? false,
  };
}

function bucket(source: Source['buckets'][number]): BucketDefinition {
  return {
    name: source.developerName,
    label: source.masterLabel,
    type: source.bucketType as BucketDefinition['type'],
    column: source.sourceColumnName,
    values: source.values.map(({ value, sourceValues }) => ({
      label: value,
      sourceValues: sourceValues.flatMap(({ sourceValue }) => sourceValue ?? []),
      from: sourceValues[0]?.from ?? null,
      to: sourceValues[0]?.to ?? null,
    })),
    otherLabel: source.useOther === true ? (source.otherBucketLabel ?? 'Other') : null,
    blankIsZero: source.nullTreatment === 'z',
  };
}

function dayOf(midnight: Date | undefined): DateValue | null {
  return midnight === undefined ? null : DateValue.parse(midnight.toISOString().slice(0, 10));
}
