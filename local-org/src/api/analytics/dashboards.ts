/**
 * Dashboards (Reports and Dashboards REST API Developer Guide, "Dashboards API"). They show what their last refresh found, with its
 * time; one that was not opened before is refreshed first.
 */
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { type Call, param } from '../call.ts';
import { type Answer, created, ok } from '../http/answer.ts';
import { asArray, readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { markViewed } from '../ui-api/recent-records.ts';
import { dashboardMetadata, type DashboardParts } from './dashboard-metadata.ts';
import { work } from './reports.ts';
import { dashboardParts, lastResults, refreshed } from './run-dashboard.ts';
import type { Analytics } from './run.ts';

export const dashboardRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'analytics/dashboards', resource: (call) => work(call, list) },
  { method: 'GET', pattern: 'analytics/dashboards/:id', resource: (call) => work(call, show) },
  { method: 'POST', pattern: 'analytics/dashboards/:id', resource: (call) => work(call, showComponents) },
  { method: 'PUT', pattern: 'analytics/dashboards/:id', resource: (call) => work(call, refresh) },
  { method: 'GET', pattern: 'analytics/dashboards/:id/describe', resource: (call) => work(call, describe) },
  { method: 'GET', pattern: 'analytics/dashboards/:id/status', resource: (call) => work(call, status) },
];

function list({ org, tx }: Analytics, { basePath }: Call): Answer {
  return ok(
    new DashboardLibrary(org).list(tx).map(({ id, name }) => {
      const url = `${basePath}/analytics/dashboards/${id}`;
      return { id, name, statusUrl: `${url}/status`, url };
    }),
  );
}

function show(analytics: Analytics, call: Call): Answer {
  const parts = partsOf(analytics, call);
  markViewed(analytics, parts.entry.id);
  return ok({ componentData: lastResults(analytics, parts), dashboardMetadata: dashboardMetadata(parts) });
}

function showComponents(analytics: Analytics, call: Call): Answer {
  const parts = partsOf(analytics, call);
  const wanted = call.request.body.length === 0 ? undefined : readObject(call.request).componentIds;
  const ids = wanted === undefined ? undefined : asArray(wanted, 'componentIds').map(String);
  const data = lastResults(analytics, parts).filter(({ componentId }) => ids?.includes(componentId) ?? true);
  return ok({ componentData: data, dashboardMetadata: dashboardMetadata(parts) });
}

function describe(analytics: Analytics, call: Call): Answer {
  return ok(dashboardMetadata(partsOf(analytics, call)));
}

function refresh(analytics: Analytics, call: Call): Answer {
  const parts = partsOf(analytics, call);
  refreshed(analytics, parts);
  return created({ statusUrl: `${call.basePath}/analytics/dashboards/${parts.entry.id}/status` });
}

function status(analytics: Analytics, call: Call): Answer {
  const componentStatus = lastResults(analytics, partsOf(analytics, call)).map(({ componentId, status: last }) => ({
    componentId,
    refreshDate: last.refreshDate,
    refreshStatus: last.refreshStatus,
  }));
  return ok({ componentStatus });
}

function partsOf(analytics: Analytics, call: Call): DashboardParts {
  return dashboardParts(analytics, param(call, 'id'), call.basePath, call.request.query);
}
