/** Who gets which report or dashboard by email, and when: kept in the database, so that nothing is missed over a restart. */
import type { Store } from '../database/store.ts';
import { newId } from '../schema/ids.ts';
import type { Schedule } from './subscription-schedule.ts';

export type SubscriptionSource = 'lightningReportSubscribe' | 'lightningDashboardSubscribe';

/** Compares a sum of all rows. */
export interface SubscriptionCondition {
  /** As results name it: `s!Order__c$Total__c`, `RowCount`. */
  readonly colName: string;
  readonly operation: 'equal' | 'notEqual' | 'greaterThan' | 'lessThan' | 'greaterThanEqual' | 'lessThanEqual';
  readonly value: string;
}

export interface Subscription {
  readonly id: string;
  readonly ownerId: string;
  readonly source: SubscriptionSource;
  readonly recordId: string;
  readonly name: string;
  readonly active: boolean;
  readonly deactivateOnTrigger: boolean;
  readonly schedule: Schedule;
  /** `onError` sends only what is wrong; `condition` only when all conditions hold. */
  readonly when: 'always' | 'onError' | 'condition';
  readonly conditions: readonly SubscriptionCondition[];
  /** Ids of users besides the owner. */
  readonly recipients: readonly string[];
  /** The condition is told without the rows. */
  readonly summaryOnly: boolean;
  /** Whose rights decide what is sent. */
  readonly runAs: string;
  readonly createdDate: string;
  readonly lastModifiedDate: string;
}

/** Prefix of the ids of analytics notifications (the guide's examples). */
const KEY_PREFIX = '0Au';

const COLUMNS = 'body, due';

export class Subscriptions {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    store
      .prepare(
        'CREATE TABLE IF NOT EXISTS "~subscriptions" (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, owner TEXT NOT NULL, record TEXT NOT NULL, due INTEGER, body TEXT NOT NULL) STRICT',
      )
      .run();
  }

  /** Of the user, in the order in which they were made. */
  ofOwner(ownerId: string): Subscription[] {
    return this.#read('WHERE owner = ? ORDER BY number', ownerId).map(({ subscription }) => subscription);
  }

  get(id: string): { readonly subscription: Subscription; readonly due: number | undefined } | undefined {
    return this.#read('WHERE id = ?', id)[0];
  }

  /** The one that is due longest. */
  due(now: number): Subscription | undefined {
    return this.#read('WHERE due <= ? ORDER BY due, number LIMIT 1', now)[0]?.subscription;
  }

  nextDue(): number | undefined {
    const row = this.#store.prepare('SELECT min(due) FROM "~subscriptions"').get();
    return (row as unknown as readonly [number | null])[0] ?? undefined;
  }

  /** `due` is undefined for one that is not sent. */
  add(subscription: Omit<Subscription, 'id'>, due: number | undefined): Subscription {
    const { ownerId, recordId } = subscription;
    const { lastInsertRowid } = this.#store
      .prepare('INSERT INTO "~subscriptions" (owner, record, body) VALUES (?, ?, ?)')
      .run(ownerId, recordId, '');
    const id = newId(KEY_PREFIX, Number(lastInsertRowid));
    this.#store.prepare('UPDATE "~subscriptions" SET id = ? WHERE number = ?').run(id, lastInsertRowid);
    const added = { ...subscription, id };
    this.change(added, due);
    return added;
  }

  change(subscription: Subscription, due: number | undefined): void {
    this.#store
      .prepare('UPDATE "~subscriptions" SET body = ?, due = ? WHERE id = ?')
      .run(JSON.stringify(subscription), due ?? null, subscription.id);
  }

  remove(id: string): void {
    this.#store.prepare('DELETE FROM "~subscriptions" WHERE id = ?').run(id);
  }

  /** With the report or dashboard itself. */
  removeOf(recordId: string): void {
    this.#store.prepare('DELETE FROM "~subscriptions" WHERE record = ?').run(recordId);
  }

  #read(clause: string, ...values: (string | number)[]) {
    const rows = this.#store.prepare(`SELECT ${COLUMNS} FROM "~subscriptions" ${clause}`).all(...values);
    return (rows as unknown as readonly (readonly [string, number | null])[]).map(([body, due]) => ({
      subscription: JSON.parse(body) as Subscription,
      due: due ?? undefined,
    }));
  }
}
