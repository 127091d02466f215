/**
 * Platform Cache ("Cache Namespace", Apex Reference Guide): Cache.Org, Cache.Session and their partitions, in memory. Org
 * values are shared by all transactions of the process, session values by those of one user; tests keep theirs to
 * themselves. Values are held as they were when they were put.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import type { OrgServices } from '../../../database/services.ts';
import { freeze, thaw, type Frozen } from '../../runtime/freeze.ts';
import { ApexSet, LibraryObject, callMethod, throwApex, type ApexObject, type TypeValue } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import { libraryClass, libraryEnum, libraryInterface, type Behaviour, type LibraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { newInstance } from '../system/type.ts';

type Scope = 'Org' | 'Session';

interface Entry {
  readonly value: Frozen;
  readonly expires: number;
}

/** "The default is 86,400 seconds (24 hours)" for the org cache and 8 hours for a session. */
const TIME_TO_LIVE: Readonly<Record<Scope, number>> = { Org: 86_400, Session: 28_800 };
const MAXIMUM_TIME_TO_LIVE: Readonly<Record<Scope, number>> = { Org: 172_800, Session: 28_800 };

const stores = new WeakMap<OrgServices, Map<string, Entry>>();
const testSlot = Symbol('cache');

function entries(): Map<string, Entry> {
  const tx = currentTransaction();
  if (tx.isTest) return tx.state(testSlot, () => new Map<string, Entry>());
  let store = stores.get(tx.org);
  if (store === undefined) stores.set(tx.org, (store = new Map<string, Entry>()));
  return store;
}

class PartitionValue extends LibraryObject {
  readonly typeName: string;
  readonly scope: Scope;
  readonly name: string;

  constructor(scope: Scope, name: string) {
    super();
    this.typeName = `Cache.${scope}Partition`;
    this.scope = scope;
    this.name = name;
  }

  get(key: string): unknown {
    const entry = entries().get(this.path(key));
    return entry === undefined || entry.expires <= this.now ? null : thaw(entry.value);
  }

  has(key: string): boolean {
    return this.get(key) !== null;
  }

  put(key: string, value: unknown, seconds: number): void {
    if (!/^[A-Za-z0-9]{1,50}$/.test(key)) {
      throwApex('Cache.InvalidParamException', `Invalid key: ${key}. Only alphanumeric characters are allowed.`);
    }
    if (seconds < 1 || seconds > MAXIMUM_TIME_TO_LIVE[this.scope]) {
      throwApex('Cache.InvalidParamException', `Invalid TTL value: ${seconds}`);
    }
    entries().set(this.path(key), { value: freeze(value), expires: this.now + seconds * 1000 });
  }

  remove(key: string): boolean {
    return entries().delete(this.path(key));
  }

  get keys(): string[] {
    const prefix = this.path('');
    return [...entries().keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  }

  /** The value that the builder's class loads when it is missing; it is kept. */
  load(builder: TypeValue, key: string): unknown {
    const path = builderKey(builder, key);
    const known = this.get(path);
    if (known !== null) return known;
    const loaded = callMethod(newInstance(builder.type) as ApexObject, 'doLoad', key);
    this.put(path, loaded, TIME_TO_LIVE[this.scope]);
    return loaded;
  }

  private path(key: string): string {
    const owner = this.scope === 'Session' ? currentTransaction().user.id : '';
    return `${this.scope} ${owner} ${this.name} ${key}`;
  }

  private get now(): number {
    return currentTransaction().org.clock.now();
  }
}

/** Values of a builder are kept under its class and the key. */
function builderKey(builder: TypeValue, key: string): string {
  return `${builder.type.toString().replaceAll('.', '')}${key.replaceAll(/[^A-Za-z0-9]/g, '')}`.slice(0, 50);
}

const methods: Readonly<Record<string, (self: PartitionValue, ...args: never[]) => unknown>> = {
  'Boolean contains(String key)': (self, key: string) => self.has(key),
  'Object get(String key)': (self, key: string) => self.get(key),
  'Object get(System.Type cacheBuilder, String key)': (self, builder: TypeValue, key: string) =>
    self.load(builder, key),
  // Percent of the partition that is used; the local cache has no end.
  'Double getCapacity()': () => 0,
  'Set<String> getKeys()': (self) => new ApexSet(types.String, self.keys),
  'String getName()': (self) => self.name,
  'Long getNumKeys()': (self) => BigInt(self.keys.length),
  'void put(String key, Object value)': (self, key: string, value: unknown) =>
    self.put(key, value, TIME_TO_LIVE[self.scope]),
  'void put(String key, Object value, Integer ttlSecs)': (self, key: string, value: unknown, seconds: number) =>
    self.put(key, value, seconds),
  'void put(String key, Object value, Cache.Visibility visibility)': (self, key: string, value: unknown) =>
    self.put(key, value, TIME_TO_LIVE[self.scope]),
  'void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)': (
    self,
    key: string,
    value: unknown,
    seconds: number,
  ) => self.put(key, value, seconds),
  'Boolean remove(String key)': (self, key: string) => self.remove(key),
  'Boolean remove(System.Type cacheBuilder, String key)': (self, builder: TypeValue, key: string) =>
    self.remove(builderKey(builder, key)),
};

const partitionMembers = refusingNulls({ ...methods, 'Boolean isAvailable()': () => true });

/** Cache.Org and Cache.Session have the same methods, for their default partition. */
function onDefaultPartition(scope: Scope): Record<string, Behaviour> {
  const entriesOfScope = Object.entries(methods).map(([signature, behaviour]): [string, Behaviour] => [
    `static ${signature}`,
    (...args: never[]) => behaviour(new PartitionValue(scope, 'default'), ...args),
  ]);
  return Object.fromEntries(entriesOfScope);
}

function scopeClasses(scope: Scope): LibraryClass[] {
  return [
    libraryClass(
      `Cache.${scope}`,
      refusingNulls({
        ...onDefaultPartition(scope),
        ...(scope === 'Session' ? { 'static Boolean isAvailable()': () => true } : {}),
        [`static Cache.${scope}Partition getPartition(String partitionName)`]: (name: string) =>
          new PartitionValue(scope, name),
        'static Integer MAX_TTL_SECS {get}': { get: () => MAXIMUM_TIME_TO_LIVE[scope] },
      }),
    ),
    libraryClass(`Cache.${scope}Partition`, partitionMembers, { extends: 'Cache.Partition' }),
  ];
}

export const cacheClasses: readonly LibraryClass[] = [
  ...scopeClasses('Org'),
  ...scopeClasses('Session'),
  libraryClass('Cache.Partition', partitionMembers),
  libraryEnum('Cache.Visibility', ['ALL', 'NAMESPACE']),
  libraryInterface('Cache.CacheBuilder', ['Object doLoad(String key)']),
];
