/**
 * Subscriptions of reports and dashboards (Reports and Dashboards REST API Developer Guide, "Analytics Notifications"). Who may
 * add recipients or choose the running user: "Schedule and Subscribe to Reports" in Salesforce Help.
 */
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { type Subscription, type SubscriptionSource, Subscriptions } from '../../analytics/subscriptions.ts';
import type { UserContext } from '../../database/services.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { to18 } from '../../schema/ids.ts';
import { type Call, param } from '../call.ts';
import { type Answer, created, noContent, ok } from '../http/answer.ts';
import { ApiError, notFound } from '../http/errors.ts';
import { type JsonObject, readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { type AskedSubscription, dueOf, readNotification, readSource } from './read-notification.ts';
import { work } from './reports.ts';
import type { Analytics } from './run.ts';

/** Of each source ("Subscribe to Reports" and "Subscribe to Dashboards" in Salesforce Help). */
const MOST_OF_USER = 7;

/** "Up to 500 recipients", of which a local email takes fewer. */
const MOST_RECIPIENTS = 149;

export const PERMISSIONS: Readonly<Record<SubscriptionSource, { readonly others: string; readonly runAs: string }>> = {
  lightningReportSubscribe: { others: 'SubscribeReportToOtherUsers', runAs: 'SubscribeReportsRunAsUser' },
  lightningDashboardSubscribe: { others: 'SubscribeDashboardToOtherUsers', runAs: 'SubscribeReportsRunAsUser' },
};

export const notificationRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'analytics/notifications', resource: (call) => work(call, list) },
  { method: 'POST', pattern: 'analytics/notifications', resource: (call) => work(call, create) },
  { method: 'GET', pattern: 'analytics/notifications/limits', resource: (call) => work(call, limits) },
  { method: 'GET', pattern: 'analytics/notifications/:id', resource: (call) => work(call, show) },
  { method: 'PUT', pattern: 'analytics/notifications/:id', resource: (call) => work(call, save) },
  { method: 'DELETE', pattern: 'analytics/notifications/:id', resource: (call) => work(call, remove) },
];

function list(analytics: Analytics, call: Call): Answer {
  return ok(asked(analytics, call).map((one) => notificationJson(analytics, one)));
}

function limits(analytics: Analytics, call: Call): Answer {
  return ok({ max: MOST_OF_USER, remaining: MOST_OF_USER - asked(analytics, call).length });
}

/** Own subscriptions of the source. */
function asked({ org, user }: Analytics, { request: { query } }: Call): Subscription[] {
  const source = readSource(query.get('source'));
  if (to18(query.get('ownerId') ?? user.id) !== user.id) throw new NotSupported('notifications of other users');
  const recordId = query.get('recordId');
  return new Subscriptions(org.store)
    .ofOwner(user.id)
    .filter((one) => one.source === source && (recordId === null || one.recordId === to18(recordId)));
}

function create(analytics: Analytics, call: Call): Answer {
  const { org, user } = analytics;
  const subscriptions = new Subscriptions(org.store);
  const wanted = readNotification(readObject(call.request), user.id);
  const own = subscriptions.ofOwner(user.id).filter(({ source }) => source === wanted.source);
  if (own.some(({ recordId }) => recordId === wanted.recordId)) {
    throw new ApiError(400, 'BAD_REQUEST', 'You already have a notification for this record. Change that one instead.');
  }
  if (own.length >= MOST_OF_USER) {
    throw new ApiError(
      400,
      'LIMIT_EXCEEDED',
      `You can subscribe to ${MOST_OF_USER} at most. Unsubscribe from another first.`,
    );
  }
  const runAs = checked(analytics, wanted);
  const now = new Date(org.clock.now()).toISOString();
  const due = dueOf(wanted, org.clock.now(), user.timeZone);
  const made = subscriptions.add({ ...wanted, ownerId: user.id, runAs, createdDate: now, lastModifiedDate: now }, due);
  analytics.tx.onCommit(() => org.background.wake());
  return created(notificationJson(analytics, made));
}

function show(analytics: Analytics, call: Call): Answer {
  return ok(notificationJson(analytics, own(analytics, call)));
}

/** What the body leaves out stays as it is. */
function save(analytics: Analytics, call: Call): Answer {
  const { org, user } = analytics;
  const before = own(analytics, call);
  const body: JsonObject = {
    ...notificationJson(analytics, before),
    runAs: { id: before.runAs },
    ...readObject(call.request),
  };
  const wanted = readNotification(body, user.id);
  if (wanted.recordId !== before.recordId || wanted.source !== before.source) {
    throw new ApiError(
      400,
      'BAD_REQUEST',
      'A subscription stays with its report or dashboard. Make another one for another.',
    );
  }
  const runAs = checked(analytics, wanted);
  const after = { ...before, ...wanted, runAs, lastModifiedDate: new Date(org.clock.now()).toISOString() };
  new Subscriptions(org.store).change(after, dueOf(after, org.clock.now(), user.timeZone));
  analytics.tx.onCommit(() => org.background.wake());
  return ok(notificationJson(analytics, after));
}

function remove(analytics: Analytics, call: Call): Answer {
  new Subscriptions(analytics.org.store).remove(own(analytics, call).id);
  return noContent;
}

function own({ org, user }: Analytics, call: Call): Subscription {
  const found = new Subscriptions(org.store).get(to18(param(call, 'id')))?.subscription;
  if (found?.ownerId !== user.id) throw notFound();
  return found;
}

/** Throws for what the user may not ask for; answers the id of the user that the report runs as. */
function checked({ org, tx, user, library }: Analytics, wanted: AskedSubscription): string {
  const { source, recordId, recipients, runAs = user.id } = wanted;
  const isSeenBy = (reader: UserContext): boolean =>
    tx.runAs(reader, () =>
      source === 'lightningReportSubscribe'
        ? library.find(tx, reader, recordId) !== undefined
        : new DashboardLibrary(org).find(tx, recordId) !== undefined,
    );
  if (!isSeenBy(user)) throw notFound('The data you’re trying to access is unavailable.');
  const allowed = (permission: string): boolean => org.security.hasPermission(user.id, permission);
  const permissions = PERMISSIONS[source];
  if (recipients.length > 0 && !allowed(permissions.others)) {
    throw new ApiError(
      403,
      'INSUFFICIENT_ACCESS',
      'You can subscribe yourself only. Ask your administrator for “Add Recipients”.',
    );
  }
  if (runAs !== user.id && !allowed(permissions.runAs)) {
    throw new ApiError(
      403,
      'INSUFFICIENT_ACCESS',
      'The report can run as yourself only. Ask your administrator for “Set Running User”.',
    );
  }
  if (recipients.length > MOST_RECIPIENTS) {
    throw new ApiError(400, 'BAD_REQUEST', `A subscription has at most ${MOST_RECIPIENTS} recipients.`);
  }
  for (const id of [...recipients, runAs]) {
    const reader = activeUser(() => org.user(id));
    if (reader === undefined) throw new ApiError(400, 'BAD_REQUEST', `There is no active user ${id}.`);
    if (!isSeenBy(reader)) {
      throw new ApiError(
        400,
        'BAD_REQUEST',
        `${reader.name} has no access to the folder. Share it with them, or leave them out.`,
      );
    }
  }
  return runAs;
}

/** Undefined for one that is not there or no longer active. */
export function activeUser(find: () => UserContext): UserContext | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}

export function notificationJson({ org, user }: Pick<Analytics, 'org' | 'user'>, subscription: Subscription) {
  const { id, source, recordId, name, active, deactivateOnTrigger, schedule } = subscription;
  const { createdDate, lastModifiedDate, when, conditions, recipients, summaryOnly, runAs } = subscription;
  const named = (userId: string) => activeUser(() => org.user(userId))?.name ?? userId;
  // "Only appears if you have the Subscribe to Reports: Add Recipients user perm."
  const showsRunAs = org.security.hasPermission(user.id, PERMISSIONS[source].others);
  return {
    active,
    createdDate,
    deactivateOnTrigger,
    id,
    lastModifiedDate,
    name,
    recordId,
    ...(showsRunAs ? { runAs: { id: runAs, name: named(runAs) } } : {}),
    schedule,
    source,
    thresholds: [
      {
        actions: [
          {
            configuration: {
              recipients: recipients.map((one) => ({ displayName: named(one), id: one, type: 'user' })),
              ...(when === 'condition' ? { summaryOnly } : {}),
            },
            type: 'sendEmail',
          },
        ],
        conditions: conditions.length === 0 ? null : conditions,
        type: when,
      },
    ],
  };
}
