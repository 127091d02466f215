/** An org in memory for tests, and short ways to work on it as its administrator. */
import type { DmlOptions, UserContext } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { projectOf } from '../../project/load.ts';
import { SObject } from '../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import { Org, type OrgOptions } from '../org.ts';

export type Values = Readonly<Record<string, FieldValue>>;

const asUser: DmlOptions = { mode: 'user', sharing: true, allOrNone: true };

export class OpenOrg {
  readonly org: Org;
  readonly user: UserContext;

  constructor(files: Readonly<Record<string, string>> = {}, options: Partial<OrgOptions> = {}) {
    this.org = Org.open({ projectRoots: [], project: projectOf(files), database: ':memory:', ...options });
    this.user = this.org.administrator;
  }

  run<T>(fn: (tx: Transaction) => T, user = this.user): T {
    return this.org.transaction(user, fn);
  }

  record(object: string, values: Values): SObject {
    return new SObject(this.org.schema.require(object), Object.entries(values));
  }

  insert(object: string, values: Values, user = this.user): string {
    return this.run((tx) => this.org.dml.insert(tx, [this.record(object, values)], asUser)[0].id!, user);
  }

  update(object: string, values: Values, user = this.user): void {
    this.run((tx) => this.org.dml.update(tx, [this.record(object, values)], asUser), user);
  }

  delete(id: string, user = this.user): void {
    this.run((tx) => this.org.dml.delete(tx, [id], asUser), user);
  }

  /** Values of the stored record in the order asked for, numbers and dates as text. */
  read(object: string, id: string, ...fields: readonly string[]): unknown[] {
    const schema = this.org.schema.require(object);
    const record = this.org.store.getRows(schema, [id]).get(id)!;
    return fields.map((field) => plain(record.get(field)));
  }

  /** The first column of a query. */
  query(soql: string, user = this.user): unknown[] {
    const options = { mode: 'user', sharing: true } as const;
    const { records, shape } = this.run((tx) => this.org.query.run(tx, soql, options), user);
    return records.map((record) => plain(record.get(shape.names[0])));
  }

  apex(source: string) {
    return this.run((tx) => this.org.apex.executeAnonymous(tx, source));
  }

  /** A new user with a profile, by its name. */
  addUser(username: string, profile = 'Standard User', more: Values = {}): UserContext {
    const [profileId] = this.query(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
    const id = this.insert('User', {
      Username: username,
      LastName: username.slice(0, username.indexOf('@')),
      Alias: username.slice(0, 8),
      Email: username,
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ProfileId: profileId as string,
      ...more,
    });
    return this.org.user(id);
  }

  close(): void {
    this.org.close();
  }
}

function plain(value: FieldValue): unknown {
  if (value instanceof Decimal) return value.toNumber();
  return value !== null && typeof value === 'object' ? String(value) : value;
}
