/** A database with an org around it that has nothing but a schema, a clock and queries. */
import type { Schema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { DateValue, DatetimeValue, Decimal, type FieldValue } from '../../schema/values/index.ts';
import type { Security } from '../security/security.ts';
import type { OrgServices, QueryOptions, QueryResult, UserContext } from '../services.ts';
import { QueryEngine } from '../soql/query-engine.ts';
import { Store } from '../store.ts';
import { runTransaction, type Transaction } from '../transaction.ts';

export const NOW = DatetimeValue.parse('2026-01-14T10:00:00Z').ms;

export function testUser(id: string, details: Partial<UserContext> = {}): UserContext {
  return {
    id,
    username: `${id}@example.com`,
    name: id,
    email: `${id}@example.com`,
    profileId: '00e000000000001AAA',
    roleId: null,
    timeZone: 'America/New_York',
    locale: 'en_US',
    language: 'en_US',
    ...details,
  };
}

export const ADMIN = testUser('005000000000001AAA');

export class TestDatabase {
  readonly store: Store;
  readonly engine: QueryEngine;
  readonly org: OrgServices;

  constructor(schema: Schema, security?: (store: Store) => Security) {
    this.store = Store.open(':memory:', schema);
    const guard = security?.(this.store);
    this.engine = new QueryEngine(this.store, guard);
    this.org = unfinished<OrgServices>({
      schema,
      query: this.engine,
      clock: { now: () => NOW },
      security: guard,
      formulaGlobal: (tx: Transaction, path: string) => {
        if (path === '$User.Id') return tx.user.id;
        throw new Error(`no global ${path}`);
      },
    });
  }

  /** Writes a row as it is and answers its id. Numbers for decimal fields may be given as text. */
  add(objectName: string, values: Record<string, FieldValue>): string {
    const object = this.store.schema.require(objectName);
    const id = (values.Id as string | undefined) ?? this.store.newId(object);
    const record = new SObject(object, [['Id', id]]);
    for (const [name, value] of Object.entries(values)) record.set(name, fieldValue(object.field(name)!.type, value));
    this.store.insertRow(record);
    return id;
  }

  run<T>(fn: (tx: Transaction) => T, user = ADMIN): T {
    return runTransaction(this.store, this.org, user, {}, fn);
  }

  query(soql: string, options: Partial<QueryOptions> = {}, user = ADMIN): QueryResult {
    return this.run((tx) => this.engine.run(tx, soql, { mode: 'system', sharing: false, ...options }), user);
  }

  /** Rows of plain values, as the REST API would answer them. */
  rows(soql: string, options: Partial<QueryOptions> = {}, user = ADMIN): unknown[] {
    const { records, shape } = this.query(soql, options, user);
    return records.map((record) => plain(record, shape));
  }

  /** The values of the only selected field. */
  column(soql: string, options: Partial<QueryOptions> = {}, user = ADMIN): unknown[] {
    return this.rows(soql, options, user).map((row) => Object.values(row as Record<string, unknown>)[0]);
  }

  /** What selected fields were bound with. */
  bound(soql: string, binds: Record<string, FieldValue | readonly FieldValue[]>): unknown[] {
    return this.column(soql, { bind: ({ text }) => binds[text]! });
  }
}

function plain(record: SObject, shape: QueryResult['shape']): unknown {
  return Object.fromEntries(
    shape.names.map((name) => {
      const parent = shape.parents.get(name);
      if (parent !== undefined) {
        const row = record.parents.get(name) ?? null;
        return [name, row === null ? null : plain(row, parent.byObject?.get(row.schema.name) ?? parent)];
      }
      const child = shape.children.get(name);
      if (child !== undefined) return [name, record.children.get(name)!.map((row) => plain(row, child))];
      const value = record.values.get(name) ?? null;
      return [name, value !== null && typeof value === 'object' ? String(value) : value];
    }),
  );
}

function fieldValue(type: string, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  if (type === 'double' || type === 'currency' || type === 'percent') return Decimal.parse(value);
  if (type === 'date') return DateValue.parse(value);
  return type === 'datetime' ? DatetimeValue.parse(value) : value;
}

/** Services that a test does not use are left out; using one all the same fails at once. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says which service it stands for
function unfinished<T>(services: object): T {
  return services as T;
}
