/** Reads what a client asks of a subscription ("Analytics Notification List", Reports and Dashboards REST API Developer Guide). */
import { DAYS_OF_WEEK, nextRun, type Schedule, WEEKS_IN_MONTH } from '../../analytics/subscription-schedule.ts';
import type { Subscription, SubscriptionCondition, SubscriptionSource } from '../../analytics/subscriptions.ts';
import { NotSupported } from '../../schema/errors.ts';
import { to18 } from '../../schema/ids.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, type JsonObject, optionalText, requiredText } from '../json/read-body.ts';

/** "Add up to five conditions" ("Subscribe to Reports" in Salesforce Help). */
const MOST_CONDITIONS = 5;

const OPERATIONS = ['equal', 'notEqual', 'greaterThan', 'lessThan', 'greaterThanEqual', 'lessThanEqual'] as const;
const SOURCES = ['lightningReportSubscribe', 'lightningDashboardSubscribe'] as const;

export type AskedSubscription = Pick<
  Subscription,
  | 'source'
  | 'recordId'
  | 'name'
  | 'active'
  | 'deactivateOnTrigger'
  | 'schedule'
  | 'when'
  | 'conditions'
  | 'recipients'
  | 'summaryOnly'
> & { readonly runAs: string | undefined };

export function readSource(value: unknown): SubscriptionSource {
  if (value === 'waveNotification') throw new NotSupported('notifications of CRM Analytics');
  return oneOf(value, SOURCES, 'source');
}

/** `ownerId` is left out of the recipients: the owner gets every email. */
export function readNotification(body: JsonObject, ownerId: string): AskedSubscription {
  const { type, conditions, action } = threshold(body);
  const source = readSource(body.source);
  const when = oneOf(type, ['always', 'onError', 'condition'] as const, 'thresholds.type');
  if (when === 'condition' && source === 'lightningDashboardSubscribe') {
    throw refused('Only subscriptions of reports have conditions.');
  }
  const runAs = body.runAs === undefined || body.runAs === null ? undefined : asObject(body.runAs, 'runAs');
  return {
    source,
    recordId: to18(requiredText(body, 'recordId')),
    name: optionalText(body, 'name') ?? 'New Notification',
    active: body.active !== false,
    deactivateOnTrigger: body.deactivateOnTrigger === true,
    schedule: readSchedule(asObject(body.schedule, 'schedule')),
    when,
    conditions: when === 'condition' ? readConditions(conditions) : [],
    recipients: recipients(action.recipients).filter((id) => id !== ownerId),
    summaryOnly: action.summaryOnly === true,
    runAs: runAs === undefined ? undefined : to18(requiredText(runAs, 'id')),
  };
}

/** The only threshold; without one the results are always sent to the owner. */
function threshold({ thresholds }: JsonObject) {
  const [only, ...others] = thresholds === undefined || thresholds === null ? [] : asArray(thresholds, 'thresholds');
  if (only === undefined) return { type: 'always', conditions: undefined, action: {} };
  if (others.length > 0) throw new NotSupported('notifications with more than one threshold');
  const { type, conditions, actions } = asObject(only, 'thresholds');
  const [action, ...more] = asArray(actions ?? [], 'actions').map((one) => asObject(one, 'actions'));
  if (more.length > 0 || (action !== undefined && action.type !== 'sendEmail')) {
    throw new NotSupported('actions of notifications other than one sendEmail');
  }
  const configuration = asObject(action?.configuration ?? {}, 'configuration');
  if (configuration.attachment !== undefined && configuration.attachment !== null) {
    throw new NotSupported('subscriptions with an attachment');
  }
  return { type, conditions, action: configuration };
}

function readSchedule(schedule: JsonObject): Schedule {
  const details = asObject(schedule.details, 'schedule.details');
  const time = wholeNumber(details.time, 0, 23, 'schedule.details.time');
  switch (schedule.frequency) {
    case 'daily':
      return { frequency: 'daily', details: { time } };
    case 'weekly':
      return {
        frequency: 'weekly',
        details: {
          time,
          daysOfWeek: some(details.daysOfWeek, 'daysOfWeek').map((day) => oneOf(day, DAYS_OF_WEEK, 'daysOfWeek')),
        },
      };
    case 'monthly':
      return schedule.frequencyType === 'relative' ? relative(time, details) : specific(time, details);
    default:
      throw refused('schedule.frequency is daily, weekly or monthly.');
  }
}

function relative(time: number, { weekInMonth, dayInWeek }: JsonObject): Schedule {
  return {
    frequency: 'monthly',
    frequencyType: 'relative',
    details: {
      time,
      weekInMonth: oneOf(weekInMonth, WEEKS_IN_MONTH, 'weekInMonth'),
      dayInWeek: oneOf(dayInWeek, [...DAYS_OF_WEEK, 'weekday', 'weekend'] as const, 'dayInWeek'),
    },
  };
}

function specific(time: number, details: JsonObject): Schedule {
  const daysOfMonth = some(details.daysOfMonth, 'daysOfMonth').map((day) =>
    day === -1 ? -1 : wholeNumber(day, 1, 31, 'daysOfMonth'),
  );
  return { frequency: 'monthly', frequencyType: 'specific', details: { time, daysOfMonth } };
}

function readConditions(conditions: unknown): SubscriptionCondition[] {
  const list = some(conditions, 'conditions');
  if (list.length > MOST_CONDITIONS) throw refused(`A subscription has at most ${MOST_CONDITIONS} conditions.`);
  return list.map((one) => {
    const condition = asObject(one, 'conditions');
    const value =
      typeof condition.value === 'number' ? String(condition.value) : (optionalText(condition, 'value') ?? '');
    if (!/^-?\d+(?:\.\d+)?$/.test(value)) throw refused(`A condition compares with "${value}", which is no number.`);
    return {
      colName: requiredText(condition, 'colName'),
      operation: oneOf(condition.operation, OPERATIONS, 'operation'),
      value,
    };
  });
}

function recipients(list: unknown): string[] {
  return asArray(list ?? [], 'recipients').map((one) => {
    const recipient = asObject(one, 'recipients');
    if (recipient.type !== undefined && recipient.type !== 'user') {
      throw new NotSupported(`subscriptions for recipients other than users`);
    }
    return to18(requiredText(recipient, 'id'));
  });
}

function some(list: unknown, what: string): readonly unknown[] {
  const values = asArray(list ?? [], what);
  if (values.length === 0) throw refused(`Choose at least one of ${what}.`);
  return values;
}

function oneOf<T extends string>(value: unknown, known: readonly T[], what: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw refused(`${what} is one of ${known.join(', ')}.`);
  return found;
}

function wholeNumber(value: unknown, from: number, to: number, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw refused(`${what} is a whole number from ${from} to ${to}.`);
}

function refused(message: string): ApiError {
  return new ApiError(400, 'BAD_REQUEST', message);
}

/** When the subscription is sent next; undefined while it is not active. Throws for a day that never comes. */
export function dueOf(
  { active, schedule }: Pick<Subscription, 'active' | 'schedule'>,
  now: number,
  timeZone: string,
): number | undefined {
  if (!active) return undefined;
  const due = nextRun(schedule, now, timeZone);
  if (due === undefined) throw refused('The schedule has no day that ever comes.');
  return due;
}
