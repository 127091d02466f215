/** Report types join what is related, reports name columns of their type, dashboards name reports and their columns. */
import { ReportError } from '../analytics/definition.ts';
import { formulaColumns } from '../analytics/formula-columns.ts';
import { RowFormulaContext } from '../analytics/formula-context.ts';
import { definitionOf } from '../analytics/from-metadata.ts';
import { ReportFields } from '../analytics/report-fields.ts';
import { ReportType } from '../analytics/report-type.ts';
import { SummaryFormula } from '../analytics/summary-formula.ts';
import { componentsOf } from '../metadata/dashboard-components.ts';
import type { Component } from '../metadata/metadata.ts';
import type { AnalyticsFolderSource } from '../metadata/readers/analytics-folder.ts';
import type { DashboardSource } from '../metadata/readers/dashboard.ts';
import type { ReportTypeSource } from '../metadata/readers/report-type.ts';
import type { ReportBlockSource, ReportSource } from '../metadata/readers/report.ts';
import { NotSupported } from '../schema/errors.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import type { Catalogue, Place } from './catalogue.ts';

type Report = ReportSource | ReportBlockSource;

/** A formula is compiled, never calculated: any moment will do. */
const SOME_TIME = new DatetimeValue(0);
const CONTEXT = new RowFormulaContext(SOME_TIME, SOME_TIME.date('UTC'), 'UTC');

export function checkAnalytics(catalogue: Catalogue): void {
  const { metadata } = catalogue;
  for (const type of metadata.reportTypes.values()) checkReportType(catalogue, type);
  for (const report of metadata.reports.values()) {
    for (const one of [report, ...report.block]) checkReport(catalogue, report, one);
  }
  for (const dashboard of metadata.dashboards.values()) checkDashboard(catalogue, dashboard);
  for (const folder of [...metadata.reportFolders.values(), ...metadata.dashboardFolders.values()]) {
    checkFolder(catalogue, folder);
  }
}

function checkReportType(catalogue: Catalogue, source: Component<ReportTypeSource>): void {
  if (catalogue.object(source, source.baseObject) === undefined) return;
  const type = typeNamed(catalogue, source, `${source.fullName}__c`);
  if (type === undefined) return;
  for (const column of source.sections.flatMap(({ columns }) => columns)) {
    attempt(catalogue, column, () => type.column(`${column.table}$${column.field}`));
  }
}

function checkReport(catalogue: Catalogue, report: Component<ReportSource>, source: Report): void {
  // A joined report has its columns in its blocks.
  if (source.format === 'MultiBlock') return;
  const fields = fieldsOf(catalogue, report, source);
  if (fields === undefined) return;
  const check = columnCheck(catalogue, report, fields);
  for (const column of source.columns) check(column, column.field);
  for (const grouping of [...source.groupingsDown, ...source.groupingsAcross]) check(grouping, grouping.field);
  for (const item of source.filter?.criteriaItems ?? []) check(item, item.column);
  for (const bucket of source.buckets) check(bucket, bucket.sourceColumnName);
  for (const formula of source.customDetailFormulas) check(formula, formula.developerName);
  for (const range of [...source.colorRanges, ...source.formattingRules]) check(range, range.columnName);
  for (const cross of source.crossFilters) {
    check(cross, cross.primaryTableColumn);
    const related = catalogue.object(cross, cross.relatedTable);
    if (related !== undefined) catalogue.field(cross, related, cross.relatedTableJoinColumn);
  }
  if (source.timeFrameFilter !== undefined) check(source.timeFrameFilter, source.timeFrameFilter.dateColumn);
  if (source.sortColumn !== undefined) check(source, source.sortColumn);
  if (source.chart !== undefined) {
    const { chart } = source;
    for (const name of [chart.groupingColumn, chart.secondaryGroupingColumn]) {
      if (name !== undefined) check(chart, name);
    }
    for (const summary of chart.chartSummaries) check(summary, summary.column);
  }
}

/** Of a report that can be run here; notes what its formulas name that is not there. */
function fieldsOf(catalogue: Catalogue, place: Place, source: Report): ReportFields | undefined {
  const type = typeNamed(catalogue, place, source.reportType);
  if (type === undefined) return undefined;
  return attempt(catalogue, place, () => {
    const definition = definitionOf(source);
    const fields = new ReportFields(definition, type, CONTEXT);
    for (const [index, formula] of definition.formulas.entries()) {
      const columns = formulaColumns(definition, fields);
      attempt(catalogue, source.aggregates[index] ?? place, () => new SummaryFormula(formula, CONTEXT, columns));
    }
    return fields;
  });
}

/** Summaries are named as columns are: the number of records, and formulas by the names the report gives them. */
function columnCheck(
  catalogue: Catalogue,
  report: ReportSource,
  fields: ReportFields,
): (place: Place, name: string) => void {
  const summaries = new Set(['RowCount', ...report.aggregates.map(({ developerName }) => developerName)]);
  return (place, name) => {
    if (!summaries.has(name)) attempt(catalogue, place, () => fields.get(name));
  };
}

function checkDashboard(catalogue: Catalogue, dashboard: DashboardSource): void {
  for (const { component } of componentsOf(dashboard)) {
    if (component.report === undefined) continue;
    const report = catalogue.metadata.reports.get(component.report);
    if (report === undefined) {
      catalogue.missing(component, `Report ${component.report}`);
      continue;
    }
    const type = reportTypeOf(catalogue, report.reportType);
    if (type instanceof ReportType && report.format !== 'MultiBlock') {
      const definition = attempt(catalogue, component, () => definitionOf(report));
      if (definition === undefined) continue;
      const check = columnCheck(catalogue, report, new ReportFields(definition, type, CONTEXT));
      for (const name of component.groupingColumn) check(component, name);
      for (const part of [
        ...component.chartSummary,
        ...component.dashboardFilterColumns,
        ...component.dashboardTableColumn,
      ]) {
        check(part, part.column);
      }
    }
  }
}

/** Who a folder is shared with, where the project defines them: groups and roles. */
function checkFolder(catalogue: Catalogue, folder: AnalyticsFolderSource): void {
  const { metadata } = catalogue;
  for (const share of folder.folderShares) {
    if (share.sharedToType === 'Group') catalogue.component(share, 'Group', metadata.groups, share.sharedTo);
    if (share.sharedToType.startsWith('Role')) catalogue.component(share, 'Role', metadata.roles, share.sharedTo);
  }
}

/** Undefined, and noted, for a type that does not exist or joins what is not related. */
function typeNamed(catalogue: Catalogue, place: Place, name: string): ReportType | undefined {
  const type = reportTypeOf(catalogue, name);
  if (typeof type === 'string') catalogue.wrong(place, type);
  return type instanceof ReportType ? type : undefined;
}

/** What is wrong with the type, as text; undefined for a type of the platform that is not built. */
function reportTypeOf({ metadata, schema }: Catalogue, name: string): ReportType | string | undefined {
  try {
    return ReportType.of(name, metadata, schema);
  } catch (error) {
    if (error instanceof ReportError) return error.message;
    if (!(error instanceof NotSupported)) throw error;
    return /^\w+__c$/.test(name) ? `Report type ${name} does not exist.` : undefined;
  }
}

/** Notes what a report could not be run for. What is not built is told when it is run. */
function attempt<T>(catalogue: Catalogue, place: Place, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReportError) catalogue.wrong(place, error.message);
    else if (!(error instanceof NotSupported)) throw error;
    return undefined;
  }
}
