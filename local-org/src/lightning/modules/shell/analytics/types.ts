/** What the Analytics API answers, as far as the app reads it. */

export interface Aggregate {
  readonly label: string;
  readonly value: number | string | null;
}

export interface DataCell {
  readonly label: string;
  readonly value: unknown;
  readonly recordId?: string;
}

export interface Fact {
  readonly aggregates: readonly Aggregate[];
  readonly rows?: readonly { readonly dataCells: readonly DataCell[] }[];
}

export interface Group {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly Group[];
}

export interface GroupingMetadata {
  readonly name: string;
  readonly dateGranularity: string;
  readonly sortOrder: string;
  readonly sortAggregate?: string | null;
}

export interface FilterMetadata {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
  readonly filterType?: string;
  readonly isRunPageEditable?: boolean;
}

export interface ChartMetadata {
  readonly chartType: string;
  readonly groupings: readonly string[];
  readonly summaries: readonly string[];
  readonly title: string | null;
  readonly hasLegend: boolean;
  readonly showChartValues: boolean;
}

export interface BucketMetadata {
  readonly developerName: string;
  readonly label: string;
  readonly bucketType: string;
  readonly sourceColumnName: string;
  readonly nullTreatedAsZero: boolean;
  readonly otherBucketLabel: string | null;
  readonly values: readonly {
    readonly label: string;
    readonly rangeLowerBound: string | null;
    readonly rangeUpperBound: string | null;
    readonly sourceDimensionValues: readonly string[];
  }[];
}

export interface FormulaMetadata {
  readonly label: string;
  readonly formula: string;
  readonly formulaType: string;
  readonly decimalPlaces: number;
}

export interface ReportMetadata {
  readonly name: string;
  readonly description: string | null;
  readonly aggregates: readonly string[];
  readonly detailColumns: readonly string[];
  readonly groupingsDown: readonly GroupingMetadata[];
  readonly groupingsAcross: readonly GroupingMetadata[];
  readonly reportFilters: readonly FilterMetadata[];
  readonly reportBooleanFilter: string | null;
  readonly standardDateFilter: {
    readonly column: string;
    readonly durationValue: string;
    readonly startDate: string | null;
    readonly endDate: string | null;
  } | null;
  readonly reportFormat: string;
  readonly reportType: { readonly label: string; readonly type: string };
  readonly hasDetailRows: boolean;
  readonly showGrandTotal: boolean;
  readonly showSubtotals: boolean;
  readonly sortBy: readonly { readonly sortColumn: string; readonly sortOrder: string }[];
  readonly chart: ChartMetadata | null;
  readonly scope: string;
  readonly buckets: readonly BucketMetadata[];
  /** Over the columns of a row. */
  readonly customDetailFormula: Readonly<Record<string, FormulaMetadata>>;
  /** Over the sums of a group. */
  readonly customSummaryFormula: Readonly<Record<string, FormulaMetadata>>;
}

export interface ColumnInfo {
  readonly label: string;
  readonly dataType: string;
}

/** A block of a joined report, under the groups of the report. */
export interface JoinedBlock {
  readonly blockId: string;
  readonly name: string;
  readonly detailColumns: readonly string[];
  readonly detailColumnInfo: Readonly<Record<string, ColumnInfo>>;
  readonly aggregateColumnInfo: Readonly<Record<string, ColumnInfo>>;
  readonly factMap: Readonly<Record<string, Fact>>;
}

export interface ReportRun {
  readonly allData: boolean;
  /** Of a joined report only. */
  readonly blocks?: readonly JoinedBlock[];
  /** By column and value. */
  readonly picklistColors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly Group[] };
  readonly groupingsAcross: { readonly groupings: readonly Group[] };
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, ColumnInfo>>;
    readonly detailColumnInfo: Readonly<Record<string, ColumnInfo>>;
    readonly groupingColumnInfo: Readonly<Record<string, ColumnInfo>>;
  };
  readonly reportMetadata: ReportMetadata;
}

export interface TypeColumn extends ColumnInfo {
  readonly filterable: boolean;
  readonly bucketable: boolean;
  readonly filterValues: readonly { readonly label: string; readonly name: string }[];
}

export interface ReportTypeMetadata {
  readonly label: string;
  readonly categories: readonly {
    readonly label: string;
    readonly columns: Readonly<Record<string, TypeColumn>>;
  }[];
  readonly scopeInfo: { readonly values: readonly { readonly label: string; readonly value: string }[] };
  readonly standardDateFilterDurationGroups: readonly {
    readonly standardDateFilterDurations: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly dataTypeFilterOperatorMap: Readonly<
    Record<string, readonly { readonly label: string; readonly name: string }[]>
  >;
}

export interface Highlight {
  readonly aggregate: string;
  readonly steps: readonly { readonly below: number | null; readonly color: string | null }[];
}

export interface ListEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly folderName: string;
  readonly format?: string;
  readonly editable?: boolean;
  readonly subscribed?: boolean;
}

export const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);
