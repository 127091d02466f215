/** Who may not log in although their password is right: one row of `UserLogin` for each user (Object Reference). */
import type { Store } from '../database/store.ts';
import { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';

export class UserLogins {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  isFrozen(userId: string): boolean {
    return this.#rowOf(userId)?.get('IsFrozen') === true;
  }

  /** Whether the user is still locked out, where nobody has unlocked them since. */
  isPasswordLocked(userId: string): boolean {
    return this.#rowOf(userId)?.get('IsPasswordLocked') === true;
  }

  setPasswordLocked(userId: string, locked: boolean): void {
    const row = this.#rowOf(userId);
    const values = new Map<string, FieldValue>([['IsPasswordLocked', locked]]);
    if (row === undefined) this.#insert(userId, locked);
    else this.#store.updateRow(row.schema, row.id!, values);
  }

  /** Before somebody reads the rows: every user has one, and locks whose time has passed are gone. */
  refresh(isLocked: (userId: string) => boolean): void {
    const object = this.#store.schema.require('UserLogin');
    const known = new Set<FieldValue>();
    for (const row of this.#store.allRows(object)) {
      const userId = row.get('UserId') as string;
      known.add(userId);
      if (row.get('IsPasswordLocked') === true && !isLocked(userId)) this.setPasswordLocked(userId, false);
    }
    for (const { id } of this.#store.allRows(this.#store.schema.require('User'))) {
      if (!known.has(id)) this.#insert(id!, false);
    }
  }

  #rowOf(userId: string): SObject | undefined {
    return this.#store.findRows(this.#store.schema.require('UserLogin'), 'UserId', [userId])[0];
  }

  #insert(userId: string, locked: boolean): void {
    const object = this.#store.schema.require('UserLogin');
    this.#store.insertRow(
      new SObject(object, [
        ['Id', this.#store.newId(object)],
        ['UserId', userId],
        ['IsFrozen', false],
        ['IsPasswordLocked', locked],
      ]),
    );
  }
}
