/** Names that the Analytics API has for what definitions name otherwise. */
import type { ReportDefinition, SummaryOperation } from '../../analytics/definition.ts';
import type { FieldType } from '../../schema/model.ts';

const OPERATIONS: readonly (readonly [SummaryOperation, string])[] = [
  ['Sum', 's'],
  ['Average', 'a'],
  ['Maximum', 'mx'],
  ['Minimum', 'm'],
  ['Unique', 'u'],
];

/** `Sum:Order__c$Total__c` → `s!Order__c$Total__c`; formulas and `RowCount` keep their names. */
export function aggregateName(summary: string): string {
  const [operation, column] = summary.split(/:(.*)/s);
  const prefix = OPERATIONS.find(([name]) => name === operation)?.[1];
  return prefix === undefined || column === undefined ? summary : `${prefix}!${column}`;
}

/** The opposite of `aggregateName`. The guide writes `x!` for the largest value, answers of orgs have `mx!`. */
export function summaryOfAggregate(aggregate: string): string {
  const [prefix, column] = aggregate.split(/!(.*)/s);
  const operation = prefix === 'x' ? 'Maximum' : OPERATIONS.find(([, short]) => short === prefix)?.[0];
  return operation === undefined || column === undefined ? aggregate : `${operation}:${column}`;
}

export const REPORT_FORMATS: Readonly<Record<ReportDefinition['format'], string>> = {
  Tabular: 'TABULAR',
  Summary: 'SUMMARY',
  Matrix: 'MATRIX',
  Joined: 'MULTI_BLOCK',
};

/** Data types of columns ("Report Metadata", Reports and Dashboards REST API Developer Guide). */
export function dataType(type: FieldType): string {
  switch (type) {
    case 'reference':
      return 'id';
    case 'encryptedstring':
      return 'string';
    default:
      return type;
  }
}

export const CHART_TYPES: Readonly<Record<string, string>> = {
  HorizontalBar: 'Horizontal Bar',
  HorizontalBarGrouped: 'Horizontal Bar Grouped',
  HorizontalBarStacked: 'Horizontal Bar Stacked',
  HorizontalBarStackedTo100: 'Horizontal Bar Stacked 100',
  VerticalColumn: 'Vertical Bar',
  VerticalColumnGrouped: 'Vertical Bar Grouped',
  VerticalColumnStacked: 'Vertical Bar Stacked',
  VerticalColumnStackedTo100: 'Vertical Bar Stacked 100',
  Line: 'Line',
  LineGrouped: 'Line Grouped',
  LineCumulative: 'Line Cumulative',
  LineCumulativeGrouped: 'Line Cumulative Grouped',
  Pie: 'Pie',
  Donut: 'Donut',
  Funnel: 'Funnel',
  Scatter: 'Scatter Plot',
  VerticalColumnLine: 'Combo',
};
