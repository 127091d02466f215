/** Reports (Reports and Dashboards REST API Developer Guide, "Reports API"). */
import { offeredReportTypes } from '../../analytics/offered-report-types.ts';
import type { ReportDefinition } from '../../analytics/definition.ts';
import { Subscriptions } from '../../analytics/subscriptions.ts';
import type { ReportEntry } from '../../analytics/report-library.ts';
import { type Call, param, transact } from '../call.ts';
import { type Answer, created, noContent, ok } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { isObject, type JsonObject, readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { markViewed, recentlyViewed } from '../ui-api/recent-records.ts';
import { changedReport, emptyReport, typeName } from './read-report.ts';
import { Analytics } from './run.ts';

/** As many as the list of recent reports has at most. */
const RECENT = 200;

export const reportRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'analytics', resource: resourceList },
  { method: 'GET', pattern: 'analytics/reports', resource: (call) => work(call, recentReports) },
  { method: 'POST', pattern: 'analytics/reports', resource: (call) => work(call, createReport) },
  { method: 'POST', pattern: 'analytics/reports/query', resource: (call) => work(call, runUnsaved) },
  { method: 'GET', pattern: 'analytics/reports/:id', resource: (call) => work(call, runSaved) },
  { method: 'POST', pattern: 'analytics/reports/:id', resource: (call) => work(call, runSaved) },
  { method: 'PATCH', pattern: 'analytics/reports/:id', resource: (call) => work(call, saveReport) },
  { method: 'DELETE', pattern: 'analytics/reports/:id', resource: (call) => work(call, deleteReport) },
  { method: 'GET', pattern: 'analytics/reports/:id/describe', resource: (call) => work(call, describeReport) },
  { method: 'GET', pattern: 'analytics/reportTypes', resource: (call) => work(call, listTypes) },
  { method: 'GET', pattern: 'analytics/reportTypes/:type', resource: (call) => work(call, describeType) },
];

/** Runs `fn` in one transaction as the user of the call. */
export function work<T>(call: Call, fn: (analytics: Analytics, call: Call) => T): T {
  return transact(call, (tx) => fn(new Analytics(call.org, tx, call.user), call));
}

function resourceList({ basePath }: Call): Answer {
  const path = (name: string) => `${basePath}/analytics/${name}`;
  return ok({
    dashboards: path('dashboards'),
    notifications: path('notifications'),
    reportTypes: path('reportTypes'),
    reports: path('reports'),
  });
}

function recentReports({ org, tx, user, library }: Analytics, call: Call): Answer {
  const viewed = recentlyViewed({ org, tx, user }, org.schema.require('Report'));
  const place = (id: string) => (viewed.includes(id) ? viewed.indexOf(id) : viewed.length);
  const reports = library.list(tx, user).sort((left, right) => place(left.id) - place(right.id));
  return ok(
    reports.slice(0, RECENT).map((entry) => {
      const url = reportUrl(call, entry);
      return {
        describeUrl: `${url}/describe`,
        fieldsUrl: `${url}/fields`,
        id: entry.id,
        instancesUrl: `${url}/instances`,
        name: entry.name,
        url,
      };
    }),
  );
}

function runSaved(analytics: Analytics, call: Call): Answer {
  const entry = analytics.report(param(call, 'id'));
  const answer = runEntry(analytics, call, entry, requestedMetadata(call));
  markViewed(analytics, entry.id);
  return ok(answer);
}

/** Runs the report with the changes of the request. */
export function runEntry(analytics: Analytics, call: Call, entry: ReportEntry, changes: JsonObject) {
  const definition = changedReport(analytics.library.definition(entry), changes);
  const details = detailsOf(call, definition);
  const result = analytics.run(definition, entry, details);
  analytics.library.ran(entry);
  return { attributes: { ...attributes(call, entry), type: 'Report' }, ...result };
}

function runUnsaved(analytics: Analytics, call: Call): Answer {
  const definition = newDefinition(requestedMetadata(call));
  return ok({
    attributes: { describeUrl: null, instancesUrl: null, reportId: null, reportName: definition.name, type: 'Report' },
    ...analytics.run(definition, undefined, detailsOf(call, definition)),
  });
}

function describeReport(analytics: Analytics, call: Call): Answer {
  const entry = analytics.report(param(call, 'id'));
  return ok({
    attributes: { ...attributes(call, entry), type: 'Report' },
    ...analytics.describe(analytics.library.definition(entry), entry),
  });
}

/** A new report, or with `cloneId` a copy of one, in the user's private folder. */
function createReport(analytics: Analytics, call: Call): Answer {
  const cloneId = call.request.query.get('cloneId');
  const metadata = requestedMetadata(call);
  const definition =
    cloneId === null
      ? newDefinition(metadata)
      : changedReport(analytics.library.definition(analytics.report(cloneId)), metadata);
  assertNamed(definition);
  const description = (entry?: ReportEntry) => analytics.describe(definition, entry);
  description();
  const id = analytics.library.add(analytics.user, definition);
  const entry = analytics.report(id);
  markViewed(analytics, id);
  return created({ attributes: { ...attributes(call, entry), type: 'Report' }, ...description(entry) });
}

function saveReport(analytics: Analytics, call: Call): Answer {
  const entry = editable(analytics, param(call, 'id'));
  const definition = changedReport(analytics.library.definition(entry), requestedMetadata(call));
  assertNamed(definition);
  const description = analytics.describe(definition, entry);
  analytics.library.change(analytics.user, entry, definition);
  return ok({ attributes: { ...attributes(call, entry), type: 'Report' }, ...description });
}

function deleteReport(analytics: Analytics, call: Call): Answer {
  const entry = editable(analytics, param(call, 'id'));
  analytics.library.delete(entry);
  new Subscriptions(analytics.org.store).removeOf(entry.id);
  return noContent;
}

function listTypes({ org, user }: Analytics, call: Call): Answer {
  const categories = Map.groupBy(offeredReportTypes(org, user), ({ category }) => category);
  return ok(
    [...categories].map(([label, members]) => ({
      label,
      reportTypes: members.map((type) => ({
        describeUrl: `${call.basePath}/analytics/reportTypes/${type.name}`,
        description: type.description,
        isEnabled: true,
        isHidden: false,
        label: type.label,
        type: type.name,
      })),
    })),
  );
}

function describeType(analytics: Analytics, call: Call): Answer {
  const type = analytics.type(param(call, 'type'));
  return ok({ attributes: { type: 'ReportType' }, reportTypeMetadata: analytics.describeType(type) });
}

export function attributes(call: Call, entry: ReportEntry) {
  const url = reportUrl(call, entry);
  return {
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`,
    reportId: entry.id,
    reportName: entry.name,
  };
}

function reportUrl({ basePath }: Call, { id }: ReportEntry): string {
  return `${basePath}/analytics/reports/${id}`;
}

/** `reportMetadata` of the body; nothing when there is no body. */
export function requestedMetadata(call: Call): JsonObject {
  if (call.request.body.length === 0) return {};
  const { reportMetadata } = readObject(call.request);
  return isObject(reportMetadata) ? reportMetadata : {};
}

function newDefinition(metadata: JsonObject): ReportDefinition {
  if (metadata.reportType === undefined)
    throw new ApiError(400, 'BAD_REQUEST', 'reportMetadata.reportType is required');
  return changedReport(emptyReport(typeName(metadata.reportType)), metadata);
}

function detailsOf(call: Call, definition: ReportDefinition): boolean {
  const asked = call.request.query.get('includeDetails');
  return asked === null ? definition.showDetails : asked.toLowerCase() === 'true';
}

/** Reports of the project change with a deploy; of others' reports one saves a copy. */
function editable(analytics: Analytics, id: string): ReportEntry {
  const entry = analytics.report(id);
  if (entry.editable) return entry;
  throw new ApiError(
    403,
    'INSUFFICIENT_ACCESS',
    `The report ${entry.name} lies in the folder ${entry.folderName} and cannot be changed. Save a copy of it instead.`,
  );
}

function assertNamed({ name }: ReportDefinition): void {
  if (name.trim() === '') throw new ApiError(400, 'BAD_REQUEST', 'Give the report a name.');
  if (name.length > 40) throw new ApiError(400, 'BAD_REQUEST', 'The name of a report has at most 40 characters.');
}
