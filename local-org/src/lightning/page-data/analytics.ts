/** Lists of reports and dashboards, and what the page of a report shows beyond the Analytics API. */
import { aggregateName } from '../../api/analytics/names.ts';
import { reportMetadata } from '../../api/analytics/report-metadata.ts';
import { asApiError } from '../../api/analytics/run.ts';
import { ApiError } from '../../api/http/errors.ts';
import type { UiApiContext } from '../../api/ui-api/context.ts';
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { ReportLibrary } from '../../analytics/report-library.ts';
import { ReportType } from '../../analytics/report-type.ts';

export function reportList({ org, tx, user }: UiApiContext) {
  const types = [...org.metadata.reportTypes.values()].filter(({ deployed, baseObject }) => {
    const object = org.schema.object(baseObject);
    return deployed && object !== undefined && org.security.object(user.id, object).read;
  });
  return {
    items: new ReportLibrary(org).list(tx, user),
    types: types
      .map(({ fullName, label }) => ({ label, value: `${fullName}__c` }))
      .sort((left, right) => left.label.localeCompare(right.label)),
  };
}

export function dashboardList({ org, tx }: UiApiContext) {
  return { items: new DashboardLibrary(org).list(tx), types: [] };
}

/** What the report asks, whether the user may change it, and the colours of its sums. */
export function reportPage({ org, tx, user }: UiApiContext, id: string) {
  const library = new ReportLibrary(org);
  return asApiError(() => describedReport(library, { org, tx, user }, id));
}

function describedReport(library: ReportLibrary, { org, tx, user }: UiApiContext, id: string) {
  const entry = library.find(tx, user, id);
  if (entry === undefined) throw new ApiError(404, 'NOT_FOUND', 'There is no such report');
  const definition = library.definition(entry);
  const type = ReportType.of(definition.reportType, org.metadata, org.schema);
  return {
    entry,
    metadata: reportMetadata(definition, entry, type.label),
    highlights: definition.highlights.map(({ summary, steps }) => ({
      aggregate: aggregateName(summary),
      steps,
    })),
  };
}
