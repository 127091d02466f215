/** What the app asks for beyond the UI API: `/_app/data/…`. */
import type { FastifyInstance } from 'fastify';
import { answer, type Authenticate, type Resource } from '../../api/ui-api/routes.ts';
import { ApiError } from '../../api/http/errors.ts';
import { readableObject, type UiApiContext } from '../../api/ui-api/context.ts';
import { suggestions } from '../../api/ui-api/lookups.ts';
import type { Org } from '../../org/org.ts';
import { dashboardList, reportList, reportPage, subscription, dashboardPage } from './analytics.ts';
import { appInfos } from './apps.ts';
import { act, approvalHistory, approvalRequest, itemsToApprove } from './approvals.ts';
import { flexiPageView } from './flexi-page-view.ts';
import { homePageName } from './page-assignment.ts';
import { recordFiles } from './record-files.ts';
import { recordPage } from './record-page.ts';
import { recordPath } from './record-path.ts';
import { recentItems, search } from './search.ts';
import { sentEmail, sentEmails } from './sent-emails.ts';
import { changeLogin } from './setup-logins.ts';
import * as setup from './setup.ts';
import { allTabs, tabContent } from './tabs.ts';

const RESOURCES: Readonly<Record<string, Resource>> = {
  apps: (context) => ({ apps: appInfos(context), tabs: allTabs(context) }),
  'tab/:name': (context, { path }) =>
    found(tabContent(context, path.name), `There is no tab ${path.name} that you have access to.`),
  'home-page': (context, { query }) => ({
    page: flexiPageView(context, homePageName(context, query.app) ?? '') ?? null,
  }),
  'flexi-page/:name': (context, { path }) =>
    found(flexiPageView(context, path.name), `There is no Lightning page ${path.name}.`),
  'record-page/:id': (context, { path, query }) => recordPage(context, path.id, query.app),
  'record-path/:id': (context, { path }) => ({ path: recordPath(context, path.id) ?? null }),
  search: (context, { query }) =>
    search(context, query.q ?? '', query.pageSize === undefined ? undefined : Number(query.pageSize)),
  'records-by-name/:name': (context, { path, query }) =>
    suggestions(context, readableObject(context, path.name), { q: query.q }),
  'recent-items': (context, { query }) => recentItems(context, Number(query.count ?? 10)),
  'approvals/history/:id': (context, { path }) => approvalHistory(context, path.id),
  'approvals/items': (context) => ({ items: itemsToApprove(context) }),
  'approvals/request/:id': (context, { path }) => approvalRequest(context, path.id),
  'analytics/reports': reportList,
  'analytics/report/:id': (context, { path }) => reportPage(context, path.id),
  'analytics/dashboards': dashboardList,
  'analytics/dashboard/:id': (context, { path }) => dashboardPage(context, path.id),
  'analytics/subscription/:object/:id': (context, { path }) => subscription(context, path.object, path.id),
  'record-files/:id': (context, { path }) => recordFiles(context, path.id),
  'setup/SentEmail': inSetup(sentEmails),
  'setup/SentEmail/:name': inSetup(sentEmail),
  'setup/Users': inSetup(setup.users),
  'setup/LoginHistory': inSetup(setup.logIns),
  'setup/SessionManagement': inSetup(setup.sessions),
  'setup/PermissionSets': inSetup(setup.permissionSets),
  'setup/ObjectManager': inSetup(setup.objects),
  'setup/ObjectManager/:name': inSetup((context, name) => setup.objectFields(context, name)),
  'setup/Tabs': inSetup(setup.tabs),
  'setup/ApexClasses': inSetup(setup.apexClasses),
  'setup/Flows': inSetup(setup.flows),
  'setup/Flows/:name': inSetup((context, name) => setup.flow(context, name)),
  'setup/AsyncApexJobs': inSetup(setup.jobs),
  'setup/ApexDebugLogs': inSetup(setup.debugLogs),
};

export function registerPageData(app: FastifyInstance, org: Org, authenticate: Authenticate): void {
  for (const [path, resource] of Object.entries(RESOURCES)) {
    app.get(`/_app/data/${path}`, (request, reply) => answer(org, authenticate, resource, request, reply));
  }
  app.post('/_app/approvals', (request, reply) => answer(org, authenticate, act, request, reply));
  app.post('/_app/setup', (request, reply) => answer(org, authenticate, changeLogin, request, reply));
}

function inSetup(read: (context: UiApiContext, name: string) => unknown): Resource {
  return (context, { path }) => {
    setup.assertSetup(context);
    return read(context, path.name ?? '');
  };
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new ApiError(404, 'NOT_FOUND', message);
  return value;
}
