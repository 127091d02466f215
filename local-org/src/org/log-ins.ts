/**
 * The trail of who logged in, and who was refused ("LoginHistory", Object Reference). A username that belongs to nobody leaves none.
 */
import type { Clock } from '../database/services.ts';
import type { Store } from '../database/store.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';

/** How somebody came to the org. */
export interface LogInSource {
  readonly loginType: 'Application' | 'Remote Access 2.0' | 'Other Apex API';
  readonly application: string;
  readonly sourceIp: string;
  readonly apiType?: string;
  readonly apiVersion?: string;
  readonly loginUrl?: string;
}

export type LogInStatus = 'Success' | 'Invalid Password' | 'User locked out' | 'User is Frozen';

const NOT_APPLICABLE = 'N/A';

export class LogIns {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  record(userId: string, source: LogInSource, status: LogInStatus): void {
    const now = new DatetimeValue(this.#clock.now());
    const object = this.#store.schema.require('LoginHistory');
    this.#store.insertRow(
      new SObject(object, [
        ['Id', this.#store.newId(object)],
        ['UserId', userId],
        ['LoginTime', now],
        ['LoginType', source.loginType],
        ['Application', source.application],
        ['SourceIp', source.sourceIp],
        ['LoginUrl', source.loginUrl ?? null],
        ['ApiType', source.apiType ?? NOT_APPLICABLE],
        ['ApiVersion', source.apiVersion ?? NOT_APPLICABLE],
        ['Status', status],
      ]),
    );
    if (status !== 'Success') return;
    this.#store.updateRow(this.#store.schema.require('User'), userId, new Map([['LastLoginDate', now]]));
  }
}
