/** Lists of reports and dashboards, and what the page of a report shows beyond the Analytics API. */
import { notificationJson, PERMISSIONS } from '../../api/analytics/notifications.ts';
import { Subscriptions } from '../../analytics/subscriptions.ts';
import { aggregateName } from '../../api/analytics/names.ts';
import { reportMetadata } from '../../api/analytics/report-metadata.ts';
import { asApiError } from '../../api/analytics/run.ts';
import { ApiError } from '../../api/http/errors.ts';
import type { UiApiContext } from '../../api/ui-api/context.ts';
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { editedFolders } from '../../analytics/edited-folders.ts';
import { ReportLibrary } from '../../analytics/report-library.ts';
import { offeredReportTypes } from '../../analytics/offered-report-types.ts';
import { ReportType } from '../../analytics/report-type.ts';

export function reportList(context: UiApiContext) {
  const { org, tx, user } = context;
  const subscribed = subscribedIds(context);
  return {
    items: new ReportLibrary(org).list(tx, user).map((one) => ({ ...one, subscribed: subscribed.has(one.id) })),
    types: offeredReportTypes(org, user).map(({ name, label }) => ({ label, value: name })),
  };
}

export function dashboardList(context: UiApiContext) {
  const subscribed = subscribedIds(context);
  const items = new DashboardLibrary(context.org).list(context.tx);
  return { items: items.map((one) => ({ ...one, subscribed: subscribed.has(one.id) })), types: [] };
}

/** Whether the user may change the dashboard, and where they may save others. */
export function dashboardPage({ org, tx, user }: UiApiContext, id: string) {
  const entry = new DashboardLibrary(org).find(tx, id);
  if (entry === undefined) throw new ApiError(404, 'NOT_FOUND', 'There is no such dashboard');
  const folders = [{ id: user.id, name: 'Private Dashboards' }, ...editedFolders(org, tx, user, 'Dashboard')];
  return { editable: entry.editable, folders };
}

const SOURCES = { Report: 'lightningReportSubscribe', Dashboard: 'lightningDashboardSubscribe' } as const;

/** The user's subscription of a report or dashboard, and whether they may send it to others. */
export function subscription(context: UiApiContext, objectName: string, recordId: string) {
  const { org, user } = context;
  const source = objectName === 'Dashboard' ? SOURCES.Dashboard : SOURCES.Report;
  const found = new Subscriptions(org.store)
    .ofOwner(user.id)
    .find((one) => one.source === source && one.recordId === recordId);
  return {
    notification: found === undefined ? null : notificationJson(context, found),
    mayAddRecipients: org.security.hasPermission(user.id, PERMISSIONS[source].others),
  };
}

/** Ids of what the user is subscribed to. */
function subscribedIds({ org, user }: UiApiContext): ReadonlySet<string> {
  return new Set(new Subscriptions(org.store).ofOwner(user.id).map(({ recordId }) => recordId));
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
