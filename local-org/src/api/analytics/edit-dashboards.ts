/** Dashboards that users make, copy, change and delete (Reports and Dashboards REST API Developer Guide, "Dashboards API"). */
import { type DashboardEntry, DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { editedFolders, type Folder } from '../../analytics/edited-folders.ts';
import { Subscriptions } from '../../analytics/subscriptions.ts';
import { componentsOf } from '../../metadata/dashboard-components.ts';
import { to18 } from '../../schema/ids.ts';
import { type Call, param } from '../call.ts';
import { type Answer, created, noContent, ok } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asObject, type JsonObject, optionalText, readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { markViewed } from '../ui-api/recent-records.ts';
import { dashboardMetadata } from './dashboard-metadata.ts';
import { changedDashboard, type DashboardNames, EMPTY_DASHBOARD } from './read-dashboard.ts';
import { work } from './reports.ts';
import { dashboardParts } from './run-dashboard.ts';
import type { Analytics } from './run.ts';

export const dashboardEditRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'analytics/dashboards', resource: (call) => work(call, create) },
  { method: 'PATCH', pattern: 'analytics/dashboards/:id', resource: (call) => work(call, save) },
  { method: 'DELETE', pattern: 'analytics/dashboards/:id', resource: (call) => work(call, remove) },
];

/** A new dashboard, or with `cloneId` a copy of one; in the private folder unless `folderId` names another. */
function create(analytics: Analytics, call: Call): Answer {
  const { org, user } = analytics;
  const library = new DashboardLibrary(org);
  const metadata = asked(call);
  const cloneId = call.request.query.get('cloneId');
  const copied = cloneId === null ? undefined : dashboardParts(analytics, cloneId, '', new URLSearchParams());
  const source = changedDashboard(copied?.source ?? EMPTY_DASHBOARD, metadata, names(analytics, copied?.entry));
  const id = library.add(user, folderOf(analytics, metadata, undefined), source);
  markViewed(analytics, id);
  return created(described(analytics, call, id));
}

function save(analytics: Analytics, call: Call): Answer {
  const library = new DashboardLibrary(analytics.org);
  const entry = editable(analytics, call);
  const metadata = asked(call);
  const source = changedDashboard(library.source(entry), metadata, names(analytics, entry));
  library.change(analytics.user, entry, folderOf(analytics, metadata, entry), source);
  return ok(described(analytics, call, entry.id));
}

function remove(analytics: Analytics, call: Call): Answer {
  const entry = editable(analytics, call);
  new DashboardLibrary(analytics.org).delete(entry);
  new Subscriptions(analytics.org.store).removeOf(entry.id);
  return noContent;
}

/** The metadata stands by itself or, as in answers, under its name. */
function asked(call: Call): JsonObject {
  const body = readObject(call.request);
  return body.dashboardMetadata === undefined ? body : asObject(body.dashboardMetadata, 'dashboardMetadata');
}

function described(analytics: Analytics, { basePath }: Call, id: string): object {
  return dashboardMetadata(dashboardParts(analytics, id, basePath, new URLSearchParams()));
}

function editable(analytics: Analytics, call: Call): DashboardEntry {
  const { entry } = dashboardParts(analytics, param(call, 'id'), '', new URLSearchParams());
  if (entry.editable) return entry;
  throw new ApiError(
    403,
    'INSUFFICIENT_ACCESS',
    `The dashboard ${entry.name} lies in the folder ${entry.folderName} and cannot be changed. Save a copy of it instead.`,
  );
}

/** The folder that the request names, or where the dashboard lies; undefined for the private one. */
function folderOf(
  { org, tx, user }: Analytics,
  metadata: JsonObject,
  entry: DashboardEntry | undefined,
): Folder | undefined {
  const id = to18(optionalText(metadata, 'folderId') ?? entry?.folderId ?? user.id);
  if (id === user.id) return undefined;
  const folder = editedFolders(org, tx, user, 'Dashboard').find((one) => one.id === id);
  if (folder !== undefined) return folder;
  throw new ApiError(
    403,
    'INSUFFICIENT_ACCESS',
    'You cannot save in that folder. Choose another, or your private one.',
  );
}

function names(analytics: Analytics, entry: DashboardEntry | undefined): DashboardNames {
  const library = new DashboardLibrary(analytics.org);
  return {
    report: (id) => analytics.library.fullNameOf(analytics.report(id).id),
    place: (componentId) => {
      if (entry === undefined) return undefined;
      const source = library.source(entry);
      const ids = componentsOf(source).map((_, index) => library.componentId(source.fullName, index));
      const place = ids.indexOf(componentId);
      return place < 0 ? undefined : place;
    },
  };
}
