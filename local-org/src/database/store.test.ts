import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import type { Schema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { BlobValue, DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../schema/values/index.ts';
import { Store } from './store.ts';
import { type FieldDefinition, object, schemaOf } from './test-support/schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true }));

const FIELDS: readonly FieldDefinition[] = [
  ['Name', 'string'],
  ['Key__c', 'string', { unique: true, externalId: true }],
  ['Exact__c', 'string', { unique: true, caseSensitive: true }],
  ['Price__c', 'currency', { scale: 2 }],
  ['Ratio__c', 'double', { scale: 6 }],
  ['Count__c', 'int'],
  ['Active__c', 'boolean'],
  ['Day__c', 'date'],
  ['At__c', 'datetime'],
  ['Time__c', 'time'],
  ['Body__c', 'base64'],
  ['Double__c', 'currency', { formula: 'Price__c * 2' }],
];

function widgets(...fields: readonly FieldDefinition[]): Schema {
  return schemaOf(object('Widget__c', { keyPrefix: 'a00' }, ...fields));
}

function add(store: Store, values: Record<string, FieldValue>): string {
  const schema = store.schema.require('Widget__c');
  const record = new SObject(schema, [['Id', store.newId(schema)], ...Object.entries(values)]);
  store.insertRow(record);
  return record.id!;
}

function get(store: Store, id: string): SObject {
  return store.getRows(store.schema.require('Widget__c'), [id]).get(id)!;
}

describe('Store', () => {
  it('gives back every kind of value as it was put in', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    const values: Record<string, FieldValue> = {
      Name: 'Ärger "quoted"',
      Price__c: Decimal.parse('9999999999999999.99'),
      Ratio__c: Decimal.parse('-0.000001'),
      Count__c: -7,
      Active__c: true,
      Day__c: DateValue.of(1899, 12, 31),
      At__c: DatetimeValue.parse('2026-02-28T23:59:59.999Z'),
      Time__c: TimeValue.of(23, 59, 59, 999),
      Body__c: BlobValue.ofText('bytes'),
    };
    const row = get(store, add(store, values));
    for (const [name, value] of Object.entries(values)) assert.deepEqual(row.get(name), value, name);
    assert.equal(String(row.get('Price__c')), '9999999999999999.99');
    assert.equal(row.get('Key__c'), null);
    assert.equal(row.get('IsDeleted'), false);
    assert.equal(row.has('Double__c'), false, 'formula fields are not stored');
  });

  it('rounds a number half-up to the scale of its field', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    assert.equal(String(get(store, add(store, { Price__c: Decimal.parse('2.345') })).get('Price__c')), '2.35');
    assert.equal(String(get(store, add(store, { Price__c: Decimal.parse('3') })).get('Price__c')), '3.00');
  });

  it('refuses a value of the wrong type and a number that does not fit', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    assert.throws(() => add(store, { Price__c: 'ten' }), { code: 'INVALID_TYPE_ON_FIELD_IN_RECORD' });
    assert.throws(() => add(store, { Price__c: Decimal.parse('1e17') }), { code: 'NUMBER_OUTSIDE_VALID_RANGE' });
  });

  it('keeps unique fields unique, by case only where the field says so, and not against deleted rows', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    const id = add(store, { Key__c: 'Été', Exact__c: 'a' });
    assert.throws(() => add(store, { Key__c: 'éTÉ' }), { code: 'DUPLICATE_VALUE', fields: ['Key__c'] });
    add(store, { Exact__c: 'A' });
    assert.throws(() => add(store, { Exact__c: 'A' }), { code: 'DUPLICATE_VALUE', fields: ['Exact__c'] });
    store.deleteRow(store.schema.require('Widget__c'), id, { root: id, at: 0, by: '005' });
    add(store, { Key__c: 'éTÉ' });
  });

  it('finds rows by the values of a field as its uniqueness compares them', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    const schema = store.schema.require('Widget__c');
    add(store, { Name: 'one', Key__c: 'K1', Exact__c: 'x', Price__c: Decimal.parse('1.10') });
    add(store, { Name: 'two', Key__c: 'K2', Exact__c: 'X' });
    const names = (field: string, ...values: FieldValue[]) =>
      store.findRows(schema, field, values).map((row) => row.get('Name'));
    assert.deepEqual(names('Key__c', 'k1', 'k2', 'k3'), ['one', 'two']);
    assert.deepEqual(names('Exact__c', 'X'), ['two']);
    assert.deepEqual(names('Price__c', Decimal.parse('1.1')), ['one']);
  });

  it('deletes into the recycle bin and brings back', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    const schema = store.schema.require('Widget__c');
    const [root, child] = [add(store, { Name: 'root' }), add(store, { Name: 'child' })];
    for (const id of [root, child]) assert.equal(store.deleteRow(schema, id, { root, at: 5, by: '005' }), true);
    assert.equal(store.deleteRow(schema, root, { root, at: 6, by: '005' }), false);
    assert.equal(store.getRows(schema, [root, child]).size, 0);
    assert.equal(store.getRows(schema, [root], { deleted: true }).get(root)!.get('IsDeleted'), true);
    assert.deepEqual(
      store.recycleBin.deletedWith(root).map(({ id }) => id),
      [root, child],
    );
    for (const { id } of store.recycleBin.deletedWith(root)) store.undeleteRow(schema, id);
    assert.equal(store.getRows(schema, [root, child]).size, 2);
    assert.equal(store.recycleBin.rootOf(child), undefined);
  });

  it('undoes an inner failure alone, and everything when the outer one fails', () => {
    const store = Store.open(':memory:', widgets(...FIELDS));
    const schema = store.schema.require('Widget__c');
    const fail = () => {
      throw new Error('planned');
    };
    store.atomically(() => {
      add(store, { Name: 'outer' });
      assert.throws(() => store.atomically(() => (add(store, { Name: 'inner' }), fail())), /planned/);
    });
    assert.deepEqual(
      store.allRows(schema).map((row) => row.get('Name')),
      ['outer'],
    );
    assert.throws(() => store.atomically(() => (add(store, { Name: 'lost' }), fail())), /planned/);
    store.atomically(() => add(store, { Name: 'tried' }), { rollback: true });
    assert.equal(store.allRows(schema).length, 1);
  });

  it('never gives an id twice, not even after a rollback or reopening', () => {
    const path = join(folder, 'ids.db');
    let store = Store.open(path, widgets(...FIELDS));
    const first = store.atomically(() => add(store, {}));
    const undone = store.atomically(() => add(store, {}), { rollback: true });
    const second = store.atomically(() => add(store, {}));
    store.close();
    store = Store.open(path, widgets(...FIELDS));
    const third = store.atomically(() => add(store, {}));
    const alone = add(store, {});
    store.close();
    store = Store.open(path, widgets(...FIELDS));
    const last = store.atomically(() => add(store, {}));
    assert.equal(new Set([first, undone, second, third, alone, last]).size, 6);
    assert.equal(store.allRows(store.schema.require('Widget__c')).length, 5);
    store.close();
  });
});

describe('Store over schema changes', () => {
  function reopened(name: string, before: FieldDefinition[], after: FieldDefinition[], value: FieldValue): FieldValue {
    const path = join(folder, `${name}.db`);
    const store = Store.open(path, widgets(...before));
    const id = add(store, { [before[0][0]]: value });
    store.close();
    const again = Store.open(path, widgets(...after));
    const row = get(again, id);
    again.close();
    return row.get(after[0][0]);
  }

  it('adds columns and keeps those that are gone until they come back', () => {
    assert.equal(reopened('gone', [['Name', 'string']], [['Other__c', 'string']], 'kept'), null);
    const store = Store.open(join(folder, 'gone.db'), widgets(['Name', 'string']));
    assert.equal(store.allRows(store.schema.require('Widget__c'))[0].get('Name'), 'kept');
    store.close();
  });

  it('widens decimals exactly and loses no digit when they are narrowed', () => {
    const two: FieldDefinition[] = [['Price__c', 'currency', { scale: 2 }]];
    const four: FieldDefinition[] = [['Price__c', 'currency', { scale: 4 }]];
    assert.equal(String(reopened('wider', two, four, Decimal.parse('1.25'))), '1.2500');
    assert.equal(String(reopened('narrower', four, two, Decimal.parse('1.2345'))), '1.2345');
    assert.equal(String(reopened('narrow-even', four, two, Decimal.parse('1.2'))), '1.20');
  });

  it('converts values to a new type where it can, and sets the old column aside', () => {
    assert.equal(reopened('number', [['X__c', 'string']], [['X__c', 'int']], '42'), 42);
    assert.equal(reopened('no-number', [['X__c', 'string']], [['X__c', 'int']], 'many'), null);
    assert.equal(
      String(reopened('day', [['X__c', 'datetime']], [['X__c', 'date']], new DatetimeValue(0))),
      '1970-01-01',
    );
    assert.equal(reopened('text', [['X__c', 'currency']], [['X__c', 'string']], Decimal.parse('5.5')), '5.50');
    const raw = new DatabaseSync(join(folder, 'no-number.db'));
    assert.deepEqual({ ...raw.prepare('SELECT "X__c~1" AS kept FROM "Widget__c"').get() }, { kept: 'many' });
    raw.close();
  });

  it('drops the uniqueness of a field that is no longer unique', () => {
    const path = join(folder, 'was-unique.db');
    Store.open(path, widgets(['Key__c', 'string', { unique: true }])).close();
    const store = Store.open(path, widgets(['Key__c', 'string']));
    add(store, { Key__c: 'same' });
    add(store, { Key__c: 'same' });
    store.close();
  });

  it('says which field cannot be made unique', () => {
    const path = join(folder, 'not-unique.db');
    const store = Store.open(path, widgets(['Key__c', 'string']));
    add(store, { Key__c: 'same' });
    add(store, { Key__c: 'SAME' });
    store.close();
    assert.throws(() => Store.open(path, widgets(['Key__c', 'string', { unique: true }])), {
      code: 'DUPLICATE_VALUE',
      message: /Widget__c\.Key__c is declared unique/,
    });
  });
});

describe('Opening a database file', () => {
  it('refuses a file that another process has open, and opens it once that process is gone', () => {
    const path = join(folder, 'locked.db');
    const holder = Store.open(path, widgets());
    const open = `import { Store } from ${JSON.stringify(import.meta.resolve('./store.ts'))};
      import { object, schemaOf } from ${JSON.stringify(import.meta.resolve('./test-support/schema.ts'))};
      try { Store.open(${JSON.stringify(path)}, schemaOf(object('Widget__c', { keyPrefix: 'a00' }))).close(); console.log('opened'); }
      catch (error) { console.log(error.code + ' ' + error.message); }`;
    const tryOpen = () => execFileSync(process.execPath, ['--input-type=module', '-e', open], { encoding: 'utf8' });
    assert.match(
      tryOpen(),
      /^DATABASE_IN_USE The database .*locked\.db is in use by another process\. Stop that process/,
    );
    holder.close();
    assert.equal(tryOpen(), 'opened\n');
  });

  it('keeps what was committed, and nothing else, when the process is killed in the middle of a save', () => {
    const path = join(folder, 'killed.db');
    const script = `import { Store } from ${JSON.stringify(import.meta.resolve('./store.ts'))};
      import { SObject } from ${JSON.stringify(import.meta.resolve('../schema/sobject.ts'))};
      import { object, schemaOf } from ${JSON.stringify(import.meta.resolve('./test-support/schema.ts'))};
      const store = Store.open(${JSON.stringify(path)}, schemaOf(object('Widget__c', { keyPrefix: 'a00' }, ['Name', 'string'])));
      const schema = store.schema.require('Widget__c');
      const add = (name) => store.insertRow(new SObject(schema, [['Id', store.newId(schema)], ['Name', name]]));
      store.atomically(() => add('committed'));
      store.atomically(() => { for (let i = 0; i < 5000; i++) add('half'); process.kill(process.pid, 'SIGKILL'); });`;
    assert.throws(() => execFileSync(process.execPath, ['--input-type=module', '-e', script]), { signal: 'SIGKILL' });
    const store = Store.open(path, widgets(['Name', 'string']));
    assert.deepEqual(
      store.allRows(store.schema.require('Widget__c')).map((row) => row.get('Name')),
      ['committed'],
    );
    store.close();
  });

  it('refuses what is no database of a local org, or one of another format, and changes nothing', () => {
    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database at all, but long enough to be read as the header of one'.repeat(3));
    assert.throws(() => Store.open(text, widgets()), { code: 'DATABASE_UNREADABLE' });
    for (const [version, message] of [
      [0, /can no longer read/],
      [99, /newer local org/],
    ] as const) {
      const path = join(folder, `format-${version}.db`);
      Store.open(path, widgets()).close();
      const raw = new DatabaseSync(path);
      raw.exec(`PRAGMA user_version = ${version}`);
      raw.close();
      assert.throws(() => Store.open(path, widgets()), { code: 'DATABASE_VERSION', message });
    }
    const foreign = join(folder, 'foreign.db');
    const raw = new DatabaseSync(foreign);
    raw.exec('CREATE TABLE t (x)');
    raw.close();
    assert.throws(() => Store.open(foreign, widgets()), { code: 'DATABASE_UNREADABLE' });
  });
});
