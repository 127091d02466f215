/** Sends what is subscribed to when it is due, as the user whose rights it goes by. */
import { Subscriptions, type Subscription, type SubscriptionCondition } from '../../analytics/subscriptions.ts';
import type { UserContext } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { componentsOf } from '../../metadata/dashboard-components.ts';
import type { DueWork } from '../../org/background-work.ts';
import type { Org } from '../../org/org.ts';
import { nextRun } from '../../analytics/subscription-schedule.ts';
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { aggregateName } from './names.ts';
import { activeUser } from './notifications.ts';
import { type RunJson, runTable } from './result-tables.ts';
import { dashboardParts, isToldOfReport, refreshed } from './run-dashboard.ts';
import { Analytics } from './run.ts';
import { emailHtml, type EmailSection, type SubscriptionEmail } from './subscription-email.ts';

/** Lines of a report and of a component of a dashboard that an email shows at most. */
const MOST_LINES = 500;
const MOST_COMPONENT_LINES = 20;

const OPERATION_TEXTS: Readonly<Record<SubscriptionCondition['operation'], string>> = {
  equal: '=',
  notEqual: '≠',
  greaterThan: '>',
  lessThan: '<',
  greaterThanEqual: '≥',
  lessThanEqual: '≤',
};

interface Found {
  readonly email: SubscriptionEmail;
  readonly subject: string;
  /** The report could not be run. */
  readonly failed: boolean;
  /** Whether the conditions hold. */
  readonly holds: boolean;
}

export class SubscriptionSender implements DueWork {
  readonly #org: Org;
  readonly #onDefect: (error: unknown) => void;
  readonly #subscriptions: Subscriptions;

  constructor(org: Org, onDefect: (error: unknown) => void) {
    this.#org = org;
    this.#onDefect = onDefect;
    this.#subscriptions = new Subscriptions(org.store);
  }

  nextDueIn(): number | undefined {
    const due = this.#subscriptions.nextDue();
    return due === undefined ? undefined : Math.max(0, due - this.#org.clock.now());
  }

  /** The next run counts from now: what was missed while the org was closed is sent once. */
  runNext(): boolean {
    const org = this.#org;
    const next = this.#subscriptions.due(org.clock.now());
    if (next === undefined) return false;
    const owner = activeUser(() => org.user(next.ownerId));
    if (owner === undefined) {
      this.#subscriptions.change({ ...next, active: false }, undefined);
      return true;
    }
    const due = nextRun(next.schedule, org.clock.now(), owner.timeZone);
    try {
      org.transaction(owner, (tx) => {
        const sent = this.#send(tx, next, owner);
        const active = !(sent && next.deactivateOnTrigger);
        this.#subscriptions.change({ ...next, active }, active ? due : undefined);
      });
    } catch (error) {
      this.#subscriptions.change(next, due);
      this.#onDefect(error);
    }
    return true;
  }

  #send(tx: Transaction, subscription: Subscription, owner: UserContext): boolean {
    const runner = activeUser(() => this.#org.user(subscription.runAs));
    const found =
      runner === undefined
        ? failure(subscription, subscription.name, 'the user whose rights it goes by is no longer active.')
        : tx.runAs(runner, () => this.#found(tx, subscription, runner));
    const { when } = subscription;
    if (!found.failed && (when === 'onError' || (when === 'condition' && !found.holds))) return false;
    const others = found.failed ? [] : subscription.recipients.filter((id) => this.#sees(tx, subscription, id));
    // Each by an email of their own: recipients do not see each other.
    const emails = [owner.id, ...others].map((id) => ({
      to: [id],
      subject: found.subject,
      html: emailHtml(found.email),
      saveAsActivity: false,
    }));
    this.#org.email.send(tx, emails, { allOrNone: false });
    return true;
  }

  /** Recipients who have lost access since, or left, get nothing. */
  #sees(tx: Transaction, { source, recordId }: Subscription, id: string): boolean {
    const reader = activeUser(() => this.#org.user(id));
    if (reader === undefined) return false;
    const { library } = new Analytics(this.#org, tx, reader);
    return tx.runAs(reader, () =>
      source === 'lightningReportSubscribe'
        ? library.find(tx, reader, recordId) !== undefined
        : new DashboardLibrary(this.#org).find(tx, recordId) !== undefined,
    );
  }

  #found(tx: Transaction, subscription: Subscription, runner: UserContext): Found {
    const analytics = new Analytics(this.#org, tx, runner);
    try {
      return subscription.source === 'lightningReportSubscribe'
        ? reportFound(analytics, subscription)
        : dashboardFound(analytics, subscription);
    } catch (error) {
      if (!isToldOfReport(error)) throw error;
      return failure(subscription, subscription.name, error.message);
    }
  }
}

function reportFound(analytics: Analytics, subscription: Subscription): Found {
  const { recordId, when, conditions, summaryOnly } = subscription;
  const entry = analytics.report(recordId);
  const definition = analytics.library.definition(entry);
  const isFlat = definition.groupingsDown.length + definition.groupingsAcross.length === 0;
  // Joined and grouped reports are sent with their sums.
  const run = analytics.run(definition, entry, isFlat && definition.format !== 'Joined') as unknown as RunJson;
  analytics.library.ran(entry);
  const checks = conditions.map((condition) => check(run, condition));
  const tells = when === 'condition' ? checks.map(({ text }) => text) : [];
  return {
    subject: `Report results (${entry.name})`,
    failed: false,
    holds: checks.every(({ holds }) => holds),
    email: {
      title: entry.name,
      path: pagePath('Report', recordId),
      notes: [ranAs(analytics), ...tells],
      sections: when === 'condition' && summaryOnly ? [] : [{ title: '', content: runTable(run, MOST_LINES) }],
    },
  };
}

function check(run: RunJson, { colName, operation, value }: SubscriptionCondition) {
  const names = Object.keys(run.reportExtendedMetadata.aggregateColumnInfo);
  const position = names.indexOf(colName);
  if (position < 0) {
    return { holds: false, text: `${colName} is no longer among the sums of the report.` };
  }
  const aggregate = run.factMap['T!T']?.aggregates[position];
  const difference = Number(aggregate?.value ?? 0) - Number(value);
  const label = run.reportExtendedMetadata.aggregateColumnInfo[colName]?.label ?? colName;
  return {
    holds: compare(operation, difference),
    text: `${label} is ${aggregate?.label ?? '-'} (condition: ${OPERATION_TEXTS[operation]} ${value}).`,
  };
}

function compare(operation: SubscriptionCondition['operation'], difference: number): boolean {
  switch (operation) {
    case 'equal':
      return difference === 0;
    case 'notEqual':
      return difference !== 0;
    case 'greaterThan':
      return difference > 0;
    case 'lessThan':
      return difference < 0;
    case 'greaterThanEqual':
      return difference >= 0;
    default:
      return difference <= 0;
  }
}

function dashboardFound(analytics: Analytics, { recordId }: Subscription): Found {
  const parts = dashboardParts(analytics, recordId, '', new URLSearchParams());
  const data = refreshed(analytics, parts);
  const sections = componentsOf(parts.source).map(({ component }, index): EmailSection => {
    const { reportResult, status } = data[index] ?? {};
    const title = component.header ?? component.title ?? '';
    if (reportResult === null || reportResult === undefined) {
      return { title, content: status?.errorMessage ?? 'The component could not be shown.' };
    }
    const wanted = component.chartSummary.map(({ aggregate, column }) =>
      aggregateName(aggregate === undefined || column === 'RowCount' ? column : `${aggregate}:${column}`),
    );
    return { title, content: runTable(reportResult as RunJson, MOST_COMPONENT_LINES, wanted) };
  });
  return {
    subject: `Dashboard results (${parts.entry.name})`,
    failed: false,
    holds: true,
    email: {
      title: parts.entry.name,
      path: pagePath('Dashboard', recordId),
      notes: [`Viewing as ${parts.runningUser.name}.`],
      sections,
    },
  };
}

function failure({ source, recordId }: Subscription, name: string, reason: string): Found {
  const object = source === 'lightningReportSubscribe' ? 'Report' : 'Dashboard';
  return {
    subject: `${object} not sent (${name})`,
    failed: true,
    holds: true,
    email: {
      title: name,
      path: pagePath(object, recordId),
      notes: [`The ${object.toLowerCase()} that you subscribe to could not be sent: ${reason}`],
      sections: [],
    },
  };
}

function ranAs({ user }: Analytics): string {
  return `As ${user.name} may see it.`;
}

function pagePath(object: string, id: string): string {
  return `/lightning/r/${object}/${id}/view`;
}
