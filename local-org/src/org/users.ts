/** Users as transactions run for them. */
import type { UserContext } from '../database/services.ts';
import type { TableWatch } from '../database/store/versions.ts';
import type { Store } from '../database/store.ts';
import { OrgError } from '../schema/errors.ts';
import type { SObject } from '../schema/sobject.ts';

export class Users {
  readonly #store: Store;
  readonly #known = new Map<string, UserContext>();
  readonly #rows: TableWatch;
  #version = '';

  constructor(store: Store) {
    this.#store = store;
    this.#rows = store.versions.watch(['User']);
  }

  /** Throws `OrgError('INVALID_CROSS_REFERENCE_KEY')` when there is none or it is inactive. */
  byId(id: string): UserContext {
    const version = this.#rows.version();
    if (version !== this.#version) {
      this.#known.clear();
      this.#version = version;
    }
    let user = this.#known.get(id);
    if (user === undefined) {
      const row = this.#store.getRows(this.#store.schema.require('User'), [id]).get(id);
      if (row?.get('IsActive') !== true) {
        throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `There is no active user ${id}`);
      }
      this.#known.set(id, (user = contextOf(row)));
    }
    return user;
  }

  /** The active user of this name, in any case. */
  byUsername(username: string): UserContext | undefined {
    const [row] = this.#store.findRows(this.#store.schema.require('User'), 'Username', [username.trim()]);
    return row?.get('IsActive') === true ? contextOf(row) : undefined;
  }
}

function contextOf(row: SObject): UserContext {
  const text = (name: string) => (row.get(name) as string | null) ?? '';
  return {
    id: row.id!,
    username: text('Username'),
    name: text('Name'),
    email: text('Email'),
    profileId: text('ProfileId'),
    roleId: row.get('UserRoleId') as string | null,
    timeZone: text('TimeZoneSidKey'),
    locale: text('LocaleSidKey'),
    language: text('LanguageLocaleKey'),
    ...(row.schema.field('DefaultCurrencyIsoCode') !== undefined && { currency: text('DefaultCurrencyIsoCode') }),
  };
}
