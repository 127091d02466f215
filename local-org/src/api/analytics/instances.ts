/** Reports that are run asynchronously (Reports and Dashboards REST API Developer Guide, "Report Instances"). */
import type { Org } from '../../org/org.ts';
import { type Call, param } from '../call.ts';
import { type Answer, ok } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import type { Route } from '../router.ts';
import { requestedMetadata, runEntry, work } from './reports.ts';
import type { Analytics } from './run.ts';

/** Results are kept for a day. */
const KEPT_MS = 86_400_000;

interface Instance {
  readonly id: string;
  readonly reportId: string;
  readonly userId: string;
  readonly requested: number;
  readonly result: object;
}

/** Results of an org, while it runs. */
const instances = new WeakMap<Org, Instance[]>();

export const instanceRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'analytics/reports/:id/instances', resource: (call) => work(call, list) },
  { method: 'POST', pattern: 'analytics/reports/:id/instances', resource: (call) => work(call, start) },
  { method: 'GET', pattern: 'analytics/reports/:id/instances/:instance', resource: (call) => work(call, result) },
];

/** The report has run when the request is answered; clients that ask for its result find it. */
function start(analytics: Analytics, call: Call): Answer {
  const entry = analytics.report(param(call, 'id'));
  const known = kept(analytics);
  const id = `0LG${String(known.length + 1).padStart(12, '0')}AAA`;
  const run = runEntry(analytics, call, entry, requestedMetadata(call));
  const now = analytics.org.clock.now();
  const instance = { id, reportId: entry.id, userId: analytics.user.id, requested: now, result: run };
  known.push(instance);
  return ok({ ...instanceJson(analytics, call, instance), status: 'New', completionDate: null });
}

function list(analytics: Analytics, call: Call): Answer {
  const entry = analytics.report(param(call, 'id'));
  return ok(own(analytics, entry.id).map((instance) => instanceJson(analytics, call, instance)));
}

function result(analytics: Analytics, call: Call): Answer {
  const entry = analytics.report(param(call, 'id'));
  const instance = own(analytics, entry.id).find(({ id }) => id === param(call, 'instance'));
  if (instance === undefined) throw notFound('The requested resource does not exist');
  const attributes = {
    ...instanceJson(analytics, call, instance),
    reportId: entry.id,
    reportName: entry.name,
    type: 'ReportInstance',
  };
  return ok({ ...instance.result, attributes });
}

function instanceJson(analytics: Analytics, { basePath }: Call, { id, reportId, requested }: Instance) {
  const date = new Date(requested).toISOString();
  return {
    completionDate: date,
    hasDetailRows: true,
    id,
    ownerId: analytics.user.id,
    queryable: false,
    requestDate: date,
    status: 'Success',
    url: `${basePath}/analytics/reports/${reportId}/instances/${id}`,
  };
}

function own(analytics: Analytics, reportId: string): Instance[] {
  const since = analytics.org.clock.now() - KEPT_MS;
  return kept(analytics)
    .filter((one) => one.reportId === reportId && one.userId === analytics.user.id && one.requested >= since)
    .reverse();
}

function kept({ org }: Analytics): Instance[] {
  let list = instances.get(org);
  if (list === undefined) instances.set(org, (list = []));
  return list;
}
