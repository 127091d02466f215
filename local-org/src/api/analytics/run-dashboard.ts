/** Runs the components of a dashboard as its running user. */
import { definitionOfComponent, isTable } from '../../analytics/dashboard-component.ts';
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { type ReportDefinition, ReportError } from '../../analytics/definition.ts';
import type { UserContext } from '../../database/services.ts';
import { type ComponentSource, componentsOf } from '../../metadata/dashboard-components.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { notFound } from '../http/errors.ts';
import type { DashboardParts } from './dashboard-metadata.ts';
import { type ComponentData, DashboardResults } from './dashboard-results.ts';
import type { Analytics } from './run.ts';

export function lastResults(analytics: Analytics, parts: DashboardParts): readonly ComponentData[] {
  return new DashboardResults(analytics.org).get(parts, () => components(analytics, parts));
}

/** Reads the reports anew. */
export function refreshed(analytics: Analytics, parts: DashboardParts): readonly ComponentData[] {
  return new DashboardResults(analytics.org).set(parts, components(analytics, parts));
}

/** `query` names the options chosen of the filters: `filter1=0`. Throws 404 for a dashboard that the user does not see. */
export function dashboardParts(
  { org, tx, user, library }: Analytics,
  id: string,
  basePath: string,
  query: URLSearchParams,
): DashboardParts {
  const dashboards = new DashboardLibrary(org);
  const entry = dashboards.find(tx, id);
  if (entry === undefined) throw notFound('The data you’re trying to access is unavailable.');
  const source = dashboards.source(entry);
  const runningUser = dashboards.runningUser(entry, user);
  return {
    basePath,
    entry,
    source,
    runningUser,
    chosen: source.dashboardFilters.map(({ dashboardFilterOptions }, index) => {
      const option = query.get(`filter${index + 1}`);
      return option !== null && dashboardFilterOptions[Number(option)] !== undefined && option !== ''
        ? Number(option)
        : undefined;
    }),
    componentId: (index) => dashboards.componentId(source.fullName, index),
    reportId: (name) => library.idOf(name),
    report: (name) => orUndefined(() => reportOf({ library, tx }, name, runningUser)),
  };
}

/** The running user must see the folder of the report, too ("Dashboard Running User" in Salesforce Help). */
function reportOf(
  { library, tx }: Pick<Analytics, 'library' | 'tx'>,
  name: string,
  runningUser: UserContext,
): ReportDefinition {
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
export function isToldOfReport(error: unknown): error is Error {
  return error instanceof ReportError || error instanceof OrgError || error instanceof NotSupported;
}
