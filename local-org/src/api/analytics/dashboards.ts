/**
 * Dashboards (Reports and Dashboards REST API Developer Guide, "Dashboards API"). They show what their last refresh found, with its
 * time; one that was not opened before is refreshed first.
 */
import { definitionOfComponent, isTable } from '../../analytics/dashboard-component.ts';
import { type DashboardEntry, DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { ReportError, type ReportDefinition } from '../../analytics/definition.ts';
import { type ComponentSource, componentsOf } from '../../metadata/dashboard-components.ts';
import type { UserContext } from '../../database/services.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { type Call, param } from '../call.ts';
import { type Answer, created, ok } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import { asArray, readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { markViewed } from '../ui-api/recent-records.ts';
import { type ComponentData, DashboardResults } from './dashboard-results.ts';
import { dashboardMetadata, type DashboardParts } from './dashboard-metadata.ts';
import { work } from './reports.ts';
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
  DashboardResults.of(analytics.org).set(parts, components(analytics, parts));
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

function lastResults(analytics: Analytics, parts: DashboardParts): readonly ComponentData[] {
  return DashboardResults.of(analytics.org).get(parts, () => components(analytics, parts));
}

function partsOf(analytics: Analytics, call: Call): DashboardParts {
  const { org, tx, user, library } = analytics;
  const dashboards = new DashboardLibrary(org);
  const entry: DashboardEntry | undefined = dashboards.find(tx, param(call, 'id'));
  if (entry === undefined) throw notFound('The data you’re trying to access is unavailable.');
  const source = dashboards.source(entry);
  const runningUser = dashboards.runningUser(entry, user);
  return {
    basePath: call.basePath,
    entry,
    source,
    runningUser,
    chosen: source.dashboardFilters.map(({ dashboardFilterOptions }, index) => {
      const option = call.request.query.get(`filter${index + 1}`);
      return option !== null && dashboardFilterOptions[Number(option)] !== undefined && option !== ''
        ? Number(option)
        : undefined;
    }),
    componentId: (index) => dashboards.componentId(source.fullName, index),
    reportId: (name) => library.idOf(name),
    report: (name) => orUndefined(() => reportOf(analytics, name, runningUser)),
  };
}

/** The running user must see the folder of the report, too ("Dashboard Running User" in Salesforce Help). */
function reportOf({ library, tx }: Analytics, name: string, runningUser: UserContext): ReportDefinition {
  const id = library.idOf(name);
  if (id === undefined) throw new ReportError(`There is no report ${name}.`);
  const entry = tx.runAs(runningUser, () => library.find(tx, runningUser, id));
  if (entry === undefined) {
    throw new ReportError(`${runningUser.name} has no access to the folder of the report ${name}.`);
  }
  return library.definition(entry);
}

function components(analytics: Analytics, parts: DashboardParts): ComponentData[] {
  const refreshDate = new Date(analytics.org.clock.now()).toISOString();
  const results: RunResults = new Map();
  return componentsOf(parts.source).map(({ component }, index) => {
    const { reportResult, message } = runComponent(analytics, parts, component, results);
    return {
      componentId: parts.componentId(index),
      reportResult,
      status: {
        dataStatus: message === null ? 'DATA' : 'ERROR',
        errorCode: message === null ? null : 'BAD_REQUEST',
        errorMessage: message,
        errorSeverity: message === null ? null : 'Error',
        refreshDate,
        refreshStatus: 'IDLE',
      },
    };
  });
}

/** What components have asked for already, by what they asked. */
type RunResults = Map<string, ReturnType<Analytics['run']>>;

/** A component that cannot be shown says why, and the others are shown. */
function runComponent(analytics: Analytics, parts: DashboardParts, component: ComponentSource, results: RunResults) {
  const { tx } = analytics;
  const { report, source, chosen, runningUser } = parts;
  try {
    if (component.report === undefined)
      throw new NotSupported(`dashboard components of type ${component.componentType}`);
    const own = report(component.report) ?? reportOf(analytics, component.report, runningUser);
    const definition = definitionOfComponent(component, own, source, chosen);
    const details = isTable(component) && definition.groupingsDown.length === 0;
    const asked = JSON.stringify([definition, details]);
    const result =
      results.get(asked) ?? tx.runAs(runningUser, () => analytics.run(definition, undefined, details, runningUser));
    results.set(asked, result);
    return { reportResult: result, message: null };
  } catch (error) {
    if (!isToldOfReport(error)) throw error;
    return { reportResult: null, message: error.message };
  }
}

function orUndefined<T>(fn: () => T): T | undefined {
  try {
    return fn();
  } catch (error) {
    if (isToldOfReport(error)) return undefined;
    throw error;
  }
}

/** Whether the error says what is wrong with a report or not built for it; others are defects. */
function isToldOfReport(error: unknown): error is Error {
  return error instanceof ReportError || error instanceof OrgError || error instanceof NotSupported;
}
