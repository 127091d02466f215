/**
 * What a report asks, whoever wrote it: a file of the project ("Report" in the Metadata API Developer Guide), a client of
 * the Reports and Dashboards REST API, or a user in the browser.
 */
import type { DateValue } from '../schema/values/index.ts';

export type ReportFormat = 'Tabular' | 'Summary' | 'Matrix' | 'Joined';

export type DateGranularity =
  | 'None'
  | 'Day'
  | 'Week'
  | 'Month'
  | 'Quarter'
  | 'Year'
  | 'FiscalQuarter'
  | 'FiscalYear'
  | 'MonthInYear'
  | 'DayInMonth';

export type SummaryOperation = 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'Unique';

/** A column is named `Order__c$Total__c`, `Order__c.Items__r$Price__c`, by a bucket's or row formula's name, or by a code of the platform. */
export type ColumnName = string;

export interface GroupingDefinition {
  readonly column: ColumnName;
  readonly granularity: DateGranularity;
  readonly descending: boolean;
  /** Sort by this summary instead of by the group's value. */
  readonly sortBySummary?: string;
}

export interface SummaryDefinition {
  readonly column: ColumnName;
  readonly operation: SummaryOperation;
}

/** Where a summary formula is shown: at every level, at the grand total only, or at the groups of one column. */
export type FormulaLevel =
  { readonly level: 'all' } | { readonly level: 'grand' } | { readonly level: 'group'; readonly column: ColumnName };

export interface SummaryFormulaDefinition {
  readonly name: string;
  readonly label: string;
  /** `currency`, `percent` or `number`. */
  readonly type: string;
  readonly scale: number;
  readonly formula: string;
  readonly down: FormulaLevel;
  readonly across: FormulaLevel;
}

export interface RowFormulaDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly scale: number;
  readonly formula: string;
}

export interface FilterDefinition {
  readonly column: ColumnName;
  /** As metadata names it: `equals`, `notEqual`, `lessThan`, `contains`, `includes`, … */
  readonly operator: string;
  readonly value: string;
  /** The value names another column. */
  readonly columnToColumn: boolean;
}

export interface DateFilterDefinition {
  readonly column: ColumnName;
  /** `INTERVAL_CUSTOM` with dates, else as `INTERVAL_CURFY`. */
  readonly interval: string;
  readonly start: DateValue | null;
  readonly end: DateValue | null;
}

export interface CrossFilterDefinition {
  /** `with` or `without`. */
  readonly operation: string;
  readonly primaryColumn: ColumnName;
  readonly relatedObject: string;
  readonly relatedField: string;
  readonly filters: readonly FilterDefinition[];
}

export interface BucketValue {
  readonly label: string;
  /** Texts and picklist values that fall into it. */
  readonly sourceValues: readonly string[];
  /** For numbers: more than `from`, at most `to`. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface BucketDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'picklist';
  readonly column: ColumnName;
  readonly values: readonly BucketValue[];
  /** Where all other values go; each is its own group without it. */
  readonly otherLabel: string | null;
  readonly blankIsZero: boolean;
}

/** Colours of a summary by its size: each up to, and without, `below`; the last has none. */
export interface HighlightDefinition {
  readonly summary: string;
  readonly steps: readonly { readonly below: number | null; readonly color: string | null }[];
}

export interface ChartDefinition {
  /** As metadata names it: `HorizontalBar`, `VerticalColumnStacked`, `Donut`, … */
  readonly type: string;
  readonly title: string | null;
  readonly summaries: readonly string[];
  readonly groupings: readonly ColumnName[];
  readonly legend: boolean;
  readonly showValues: boolean;
}

export interface ReportDefinition {
  readonly name: string;
  readonly description: string | null;
  readonly format: ReportFormat;
  readonly reportType: string;
  readonly columns: readonly ColumnName[];
  readonly groupingsDown: readonly GroupingDefinition[];
  readonly groupingsAcross: readonly GroupingDefinition[];
  readonly summaries: readonly SummaryDefinition[];
  readonly formulas: readonly SummaryFormulaDefinition[];
  readonly rowFormulas: readonly RowFormulaDefinition[];
  readonly filters: readonly FilterDefinition[];
  /** `1 AND (2 OR 3)`; all of them when null. */
  readonly filterLogic: string | null;
  readonly dateFilter: DateFilterDefinition | null;
  readonly crossFilters: readonly CrossFilterDefinition[];
  readonly buckets: readonly BucketDefinition[];
  /** Only records that the user owns. */
  readonly mineOnly: boolean;
  readonly sort: { readonly column: ColumnName; readonly descending: boolean } | null;
  readonly rowLimit: number | null;
  readonly showDetails: boolean;
  readonly showSubtotals: boolean;
  readonly showGrandTotal: boolean;
  readonly highlights: readonly HighlightDefinition[];
  readonly chart: ChartDefinition | null;
  /** Of a joined report, which itself has only common groups and formulas across its blocks. */
  readonly blocks: readonly { readonly id: string; readonly definition: ReportDefinition }[];
}

/** Throws when what a report asks cannot be, with what to do about it. */
export class ReportError extends Error {}
