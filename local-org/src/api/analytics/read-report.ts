/** Reads `reportMetadata` of a request: what it names replaces that part of the report, the rest stays. */
import type {
  BucketDefinition,
  ChartDefinition,
  CrossFilterDefinition,
  DateFilterDefinition,
  DateGranularity,
  FilterDefinition,
  FormulaLevel,
  GroupingDefinition,
  ReportDefinition,
  ReportFormat,
  SummaryDefinition,
  SummaryOperation,
} from '../../analytics/definition.ts';
import { DateValue } from '../../schema/values/index.ts';
import { intervalOf } from '../../analytics/date-intervals.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, type JsonObject, optionalText, requiredText } from '../json/read-body.ts';
import { CHART_TYPES, REPORT_FORMATS, summaryOfAggregate } from './names.ts';

/** A report that asks for nothing yet. */
export function emptyReport(reportType: string): ReportDefinition {
  return {
    name: 'New Report',
    description: null,
    format: 'Tabular',
    reportType,
    columns: [],
    groupingsDown: [],
    groupingsAcross: [],
    summaries: [],
    formulas: [],
    rowFormulas: [],
    filters: [],
    filterLogic: null,
    dateFilter: null,
    crossFilters: [],
    buckets: [],
    mineOnly: false,
    sort: null,
    rowLimit: null,
    showDetails: true,
    showSubtotals: true,
    showGrandTotal: true,
    highlights: [],
    chart: null,
    blocks: [],
  };
}

type Reader = (value: unknown, base: ReportDefinition) => Partial<ReportDefinition>;

/** By the property that is read; properties that only describe the report are not read. */
const READERS: Readonly<Record<string, Reader>> = {
  name: (value) => ({ name: text(value, 'name') }),
  description: (value) => ({ description: value === null ? null : text(value, 'description') }),
  aggregates: (value, base) => readAggregates(list(value, 'aggregates').map(String), base),
  detailColumns: (value) => ({ columns: list(value, 'detailColumns').map(String) }),
  groupingsDown: (value) => ({ groupingsDown: list(value, 'groupingsDown').map(grouping) }),
  groupingsAcross: (value) => ({ groupingsAcross: list(value, 'groupingsAcross').map(grouping) }),
  reportFilters: (value) => ({ filters: list(value, 'reportFilters').map(filter) }),
  reportBooleanFilter: (value) => ({
    filterLogic: value === null || value === '' ? null : text(value, 'reportBooleanFilter'),
  }),
  reportFormat: (value) => ({ format: format(String(value)) }),
  scope: (value) => ({ mineOnly: value === 'user' || value === 'mine' }),
  hasDetailRows: (value) => ({ showDetails: value !== false }),
  showGrandTotal: (value) => ({ showGrandTotal: value !== false }),
  showSubtotals: (value) => ({ showSubtotals: value !== false }),
  sortBy: (value) => ({ sort: sortOf(list(value, 'sortBy')) }),
  standardDateFilter: (value) => ({ dateFilter: value === null ? null : dateFilter(value) }),
  topRows: (value) => ({ rowLimit: value === null ? null : Number(asObject(value, 'topRows').rowLimit) }),
  crossFilters: (value) => ({ crossFilters: list(value, 'crossFilters').map(crossFilter) }),
  buckets: (value) => ({ buckets: list(value, 'buckets').map(bucket) }),
  chart: (value) => ({ chart: value === null ? null : chart(value) }),
  customSummaryFormula: (value) => ({
    formulas: entries(value, 'customSummaryFormula').map(([name, one]) => ({
      name,
      label: optionalText(one, 'label') ?? name,
      type: optionalText(one, 'formulaType') ?? 'number',
      scale: Number(one.decimalPlaces ?? 2),
      formula: requiredText(one, 'formula'),
      down: level(one, 'down'),
      across: level(one, 'across'),
    })),
  }),
  customDetailFormula: (value) => ({
    rowFormulas: entries(value, 'customDetailFormula').map(([name, one]) => ({
      name,
      label: optionalText(one, 'label') ?? name,
      type: optionalText(one, 'formulaType') ?? 'number',
      scale: Number(one.decimalPlaces ?? 2),
      formula: requiredText(one, 'formula'),
    })),
  }),
};

/**
 * What of a joined report a request may change, beside its name: "only some properties can be edited" ("Describe", Reports and
 * Dashboards REST API Developer Guide). A change of its format answers success and does nothing, as the guide says.
 */
const OF_JOINED: ReadonlySet<string> = new Set([
  'name',
  'description',
  'hasDetailRows',
  'hasRecordCount',
  'showSubtotals',
  'showGrandTotal',
  'reportFormat',
]);

export function changedReport(base: ReportDefinition, metadata: JsonObject): ReportDefinition {
  const isJoined = base.format === 'Joined';
  let definition = base;
  // Which formulas are shown is said by the aggregates, wherever they stand.
  const { aggregates, ...others } = metadata;
  for (const [name, value] of Object.entries({ ...others, aggregates })) {
    if (isJoined && !OF_JOINED.has(name)) assertUnchanged(base, name, value);
    else if (isJoined && name === 'reportFormat') continue;
    else if (name === 'reportType') assertSameType(base, value);
    // What is left out, also as null where a list is asked for, stays as it is.
    else if (value !== undefined) definition = { ...definition, ...(READERS[name]?.(value, definition) ?? {}) };
  }
  return {
    ...definition,
    format: metadata.reportFormat === undefined && !isJoined ? formatOf(definition) : definition.format,
  };
}

/** The name of the report type, which a request for a new report names as an object or as a text. */
export function typeName(value: unknown): string {
  return typeof value === 'string' ? value : requiredText(asObject(value, 'reportType'), 'type');
}

function assertSameType(base: ReportDefinition, value: unknown): void {
  if (value !== null && typeName(value) !== base.reportType) {
    throw new ApiError(400, 'BAD_REQUEST', `The report type of a report cannot be changed from ${base.reportType}.`);
  }
}

/** Clients send back all that they were told; only what differs is refused. */
function assertUnchanged(base: ReportDefinition, name: string, value: unknown): void {
  if (value === undefined || value === null || name === 'reportType') return;
  const read = READERS[name]?.(value, base) ?? {};
  const was = Object.fromEntries(Object.keys(read).map((key) => [key, base[key as keyof ReportDefinition]]));
  if (JSON.stringify(read) === JSON.stringify(was)) return;
  throw new ApiError(400, 'BAD_REQUEST', `${name} of the joined report ${base.name} cannot be changed.`);
}

function formatOf({ groupingsDown, groupingsAcross }: ReportDefinition): ReportFormat {
  if (groupingsAcross.length > 0) return 'Matrix';
  return groupingsDown.length > 0 ? 'Summary' : 'Tabular';
}

function format(name: string): ReportFormat {
  const found = Object.entries(REPORT_FORMATS).find(([, json]) => json === name)?.[0] as ReportFormat | undefined;
  if (found === 'Joined') {
    // "You can’t change reportFormat to MULTI_BLOCK" (same guide).
    throw new ApiError(400, 'BAD_REQUEST', 'A report cannot be made a joined report by the API.');
  }
  if (found === undefined) throw new ApiError(400, 'BAD_REQUEST', `There is no report format ${name}.`);
  return found;
}

function readAggregates(names: readonly string[], base: ReportDefinition): Partial<ReportDefinition> {
  const summaries = names.flatMap((name): SummaryDefinition[] => {
    const [operation, column] = summaryOfAggregate(name).split(/:(.*)/s);
    return column === undefined ? [] : [{ operation: operation as SummaryOperation, column }];
  });
  return { summaries, formulas: base.formulas.filter(({ name }) => names.includes(name)) };
}

function grouping(value: unknown): GroupingDefinition {
  const json = asObject(value, 'a grouping');
  const sortAggregate = optionalText(json, 'sortAggregate');
  return {
    column: requiredText(json, 'name'),
    granularity: (optionalText(json, 'dateGranularity') ?? 'None') as DateGranularity,
    descending: optionalText(json, 'sortOrder')?.toLowerCase() === 'desc',
    ...(sortAggregate === undefined ? {} : { sortBySummary: summaryOfAggregate(sortAggregate) }),
  };
}

function filter(value: unknown): FilterDefinition {
  const json = asObject(value, 'a filter');
  return {
    column: requiredText(json, 'column'),
    operator: requiredText(json, 'operator'),
    value: optionalText(json, 'value') ?? '',
    columnToColumn: json.filterType === 'fieldToField',
  };
}

function crossFilter(value: unknown): CrossFilterDefinition {
  const json = asObject(value, 'a cross filter');
  return {
    operation: json.includesObject === false ? 'without' : 'with',
    primaryColumn: requiredText(json, 'primaryEntityField'),
    relatedObject: requiredText(json, 'relatedEntity'),
    relatedField: requiredText(json, 'relatedEntityJoinField'),
    filters: list(json.criteria ?? [], 'criteria').map(filter),
  };
}

function bucket(value: unknown): BucketDefinition {
  const json = asObject(value, 'a bucket');
  return {
    name: requiredText(json, 'developerName'),
    label: optionalText(json, 'label') ?? '',
    type: requiredText(json, 'bucketType') as BucketDefinition['type'],
    column: requiredText(json, 'sourceColumnName'),
    values: list(json.values ?? [], 'values').map((one) => {
      const bounds = asObject(one, 'a bucket value');
      return {
        label: requiredText(bounds, 'label'),
        sourceValues: list(bounds.sourceDimensionValues ?? [], 'sourceDimensionValues').map(String),
        from: optionalText(bounds, 'rangeLowerBound') ?? null,
        to: optionalText(bounds, 'rangeUpperBound') ?? null,
      };
    }),
    otherLabel: optionalText(json, 'otherBucketLabel') ?? null,
    blankIsZero: json.nullTreatedAsZero === true,
  };
}

function chart(value: unknown): ChartDefinition {
  const json = asObject(value, 'the chart');
  const type = requiredText(json, 'chartType');
  return {
    type: Object.entries(CHART_TYPES).find(([, name]) => name === type)?.[0] ?? type,
    title: optionalText(json, 'title') ?? null,
    summaries: list(json.summaries ?? [], 'summaries').map((one) => summaryOfAggregate(String(one))),
    groupings: list(json.groupings ?? [], 'groupings').map(String),
    legend: json.hasLegend !== false,
    showValues: json.showChartValues === true,
  };
}

function dateFilter(value: unknown): DateFilterDefinition | null {
  const json = asObject(value, 'standardDateFilter');
  const column = optionalText(json, 'column');
  if (column === undefined) return null;
  const day = (name: string) => {
    const text = optionalText(json, name);
    return text === undefined || text === '' ? null : DateValue.parse(text.slice(0, 10));
  };
  const duration = optionalText(json, 'durationValue') ?? 'CUSTOM';
  return { column, interval: intervalOf(duration), start: day('startDate'), end: day('endDate') };
}

function sortOf(values: readonly unknown[]): ReportDefinition['sort'] {
  if (values.length === 0) return null;
  const json = asObject(values[0], 'sortBy');
  return {
    column: requiredText(json, 'sortColumn'),
    descending: optionalText(json, 'sortOrder')?.toLowerCase() === 'desc',
  };
}

function level(json: JsonObject, side: 'down' | 'across'): FormulaLevel {
  switch (optionalText(json, `${side}GroupType`)?.toLowerCase()) {
    case 'grand_total':
      return { level: 'grand' };
    case 'custom':
      return { level: 'group', column: requiredText(json, `${side}Group`) };
    default:
      return { level: 'all' };
  }
}

function text(value: unknown, what: string): string {
  return requiredText({ [what]: value }, what);
}

function list(value: unknown, what: string): readonly unknown[] {
  return value === null ? [] : asArray(value, what);
}

function entries(value: unknown, what: string): (readonly [string, JsonObject])[] {
  const json = value === null ? {} : asObject(value, what);
  return Object.entries(json).map(([name, one]) => [name, asObject(one, name)] as const);
}
