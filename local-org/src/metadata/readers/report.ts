/** Report. */
import type {
  ChartSummary,
  Report,
  ReportAggregate,
  ReportAggregateFilter,
  ReportAggregateReference,
  ReportBlockInfo,
  ReportBucketField,
  ReportBucketFieldSourceValue,
  ReportBucketFieldValue,
  ReportChart,
  ReportColorRange,
  ReportColumn,
  ReportCrossFilter,
  ReportCustomDetailFormula,
  ReportDataCategoryFilter,
  ReportFilter,
  ReportFilterItem,
  ReportFormattingRule,
  ReportFormattingRuleValue,
  ReportGrouping,
  ReportHierarchyScopeBinding,
  ReportHistoricalSelector,
  ReportParam,
  ReportTimeFrameFilter,
} from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, type ElementReader, type ValueOf } from '../shape.ts';
import { SourceError } from '../xml.ts';

/** Midnight in UTC of the day. */
const date: ElementReader<Date> = (element, context) => {
  const day = new Date(element.text.trim());
  if (!Number.isNaN(day.getTime())) return day;
  throw new SourceError(context.file, element.line, `<${element.name}> is no date: ${element.text}`);
};

const reportAggregateFilter = shape<ReportAggregateFilter>()({
  aggregate: required(text),
  operator: required(text),
  value: required(text),
});

const reportAggregate = shape<ReportAggregate>()({
  acrossGroupingContext: text,
  calculatedFormula: required(text),
  datatype: required(text),
  description: text,
  developerName: required(text),
  downGroupingContext: text,
  isActive: required(flag),
  isCrossBlock: flag,
  masterLabel: required(text),
  reportType: text,
  scale: number,
});

const reportAggregateReference = shape<ReportAggregateReference>()({
  aggregate: required(text),
});

const reportBlockInfo = shape<ReportBlockInfo>()({
  aggregateReferences: list(reportAggregateReference),
  // Of the joined report itself it is nil.
  blockId: text,
  joinTable: required(text),
});

const reportBucketFieldSourceValue = shape<ReportBucketFieldSourceValue>()({
  from: text,
  sourceValue: text,
  to: text,
});

const reportBucketFieldValue = shape<ReportBucketFieldValue>()({
  sourceValues: list(reportBucketFieldSourceValue),
  value: required(text),
});

const reportBucketField = shape<ReportBucketField>()({
  bucketType: required(text),
  developerName: required(text),
  masterLabel: required(text),
  nullTreatment: text,
  otherBucketLabel: text,
  sourceColumnName: required(text),
  useOther: flag,
  values: list(reportBucketFieldValue),
});

const chartSummary = shape<ChartSummary>()({
  aggregate: text,
  axisBinding: text,
  column: required(text),
});

const reportChart = shape<ReportChart>()({
  backgroundColor1: text,
  backgroundColor2: text,
  backgroundFadeDir: text,
  chartSummaries: list(chartSummary),
  chartType: required(text),
  enableHoverLabels: flag,
  expandOthers: flag,
  groupingColumn: text,
  legendPosition: text,
  location: text,
  secondaryGroupingColumn: text,
  showAxisLabels: flag,
  showPercentage: flag,
  showTotal: flag,
  showValues: flag,
  size: text,
  summaryAxisManualRangeEnd: number,
  summaryAxisManualRangeStart: number,
  summaryAxisRange: text,
  textColor: text,
  textSize: number,
  title: text,
  titleColor: text,
  titleSize: number,
});

const reportColorRange = shape<ReportColorRange>()({
  aggregate: text,
  columnName: required(text),
  highBreakpoint: number,
  highColor: required(text),
  lowBreakpoint: number,
  lowColor: required(text),
  midColor: required(text),
});

const reportColumn = shape<ReportColumn>()({
  aggregateTypes: list(text),
  field: required(text),
  isExtendedColumn: flag,
  reverseColors: flag,
  showChanges: flag,
});

const reportFilterItem = shape<ReportFilterItem>()({
  column: required(text),
  columnToColumn: flag,
  isUnlocked: flag,
  operator: required(text),
  snapshot: text,
  value: text,
});

const reportCrossFilter = shape<ReportCrossFilter>()({
  criteriaItems: list(reportFilterItem),
  operation: required(text),
  primaryTableColumn: required(text),
  relatedTable: required(text),
  relatedTableJoinColumn: required(text),
});

const reportCustomDetailFormula = shape<ReportCustomDetailFormula>()({
  calculatedFormula: required(text),
  dataType: required(text),
  description: text,
  developerName: required(text),
  label: required(text),
  scale: required(number),
});

const reportDataCategoryFilter = shape<ReportDataCategoryFilter>()({
  dataCategory: required(text),
  dataCategoryGroup: required(text),
  operator: required(text),
});

const reportFilter = shape<ReportFilter>()({
  booleanFilter: text,
  criteriaItems: list(reportFilterItem),
  language: text,
});

const reportFormattingRuleValue = shape<ReportFormattingRuleValue>()({
  backgroundColor: text,
  rangeUpperBound: number,
});

const reportFormattingRule = shape<ReportFormattingRule>()({
  aggregate: text,
  columnName: required(text),
  values: list(reportFormattingRuleValue),
});

const reportGrouping = shape<ReportGrouping>()({
  aggregateType: text,
  dateGranularity: text,
  field: required(text),
  hierarchyApiName: text,
  sortByName: text,
  sortOrder: required(text),
  sortType: text,
});

const reportHierarchyScopeBinding = shape<ReportHierarchyScopeBinding>()({
  hierarchyApiName: required(text),
  hierarchyNodeApiName: text,
  scopeType: required(text),
});

const reportHistoricalSelector = shape<ReportHistoricalSelector>()({
  snapshot: list(text),
});

const reportParam = shape<ReportParam>()({
  name: required(text),
  value: required(text),
});

const reportTimeFrameFilter = shape<ReportTimeFrameFilter>()({
  dateColumn: required(text),
  endDate: date,
  interval: required(text),
  startDate: date,
});

const parts = {
  aggregateFilters: list(reportAggregateFilter),
  aggregates: list(reportAggregate),
  blockInfo: reportBlockInfo,
  buckets: list(reportBucketField),
  chart: reportChart,
  colorRanges: list(reportColorRange),
  columns: list(reportColumn),
  crossFilters: list(reportCrossFilter),
  currency: text,
  customDetailFormulas: list(reportCustomDetailFormula),
  dataCategoryFilters: list(reportDataCategoryFilter),
  description: text,
  division: text,
  filter: reportFilter,
  folderName: text,
  format: required(text),
  formattingRules: list(reportFormattingRule),
  fullName: text,
  groupingsAcross: list(reportGrouping),
  groupingsDown: list(reportGrouping),
  hierarchyScopeBindings: list(reportHierarchyScopeBinding),
  historicalSelector: reportHistoricalSelector,
  isSmartTotalDisabled: flag,
  name: required(text),
  numSubscriptions: number,
  params: list(reportParam),
  reportType: required(text),
  reportTypeApiName: text,
  roleHierarchyFilter: text,
  rowLimit: number,
  scope: text,
  showCommonRowsOnly: flag,
  showCurrentDate: flag,
  showDetails: flag,
  showGrandTotal: flag,
  showSubTotals: flag,
  sortColumn: text,
  sortOrder: text,
  territoryHierarchyFilter: text,
  timeFrameFilter: reportTimeFrameFilter,
  userFilter: text,
} as const;

/** A block of a joined report: a report that has no blocks of its own. */
const reportBlock = shape<Omit<Report, 'block'>>()(parts);

export const report = shape<Report>()({ ...parts, block: list(reportBlock) });

export type ReportBlockSource = ValueOf<typeof reportBlock>;
export type ReportSource = ValueOf<typeof report>;
