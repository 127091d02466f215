import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DatetimeValue } from '../../schema/values/index.ts';
import { NOW, TestDatabase, testUser } from '../test-support/database.ts';
import { grants, PEOPLE_OBJECTS, testSource } from '../test-support/people.ts';
import { lookup, object, schemaOf } from '../test-support/schema.ts';
import { muteGrants } from './permissions/grants.ts';
import { Security } from './security.ts';
import { stripInaccessible } from './strip-inaccessible.ts';
import { SObject } from '../../schema/sobject.ts';

const schema = schemaOf(
  ...PEOPLE_OBJECTS,
  object(
    'Account',
    { keyPrefix: '001' },
    ['Name', 'string'],
    ['Industry', 'string'],
    ['BillingCity', 'string'],
    ['BillingAddress', 'address'],
  ),
  object('Opportunity', { keyPrefix: '006' }, ['Name', 'string']),
  object('OpportunityLineItem', { keyPrefix: '00k' }, lookup('OpportunityId', 'Opportunity')),
  object('Task', { keyPrefix: '00T' }, ['Subject', 'string']),
  object(
    'Bear__c',
    { keyPrefix: 'a01' },
    ['Name', 'string'],
    ['Weight__c', 'double'],
    ['Secret__c', 'string'],
    ['Needed__c', 'string', { nillable: false }],
    ['Double__c', 'double', { formula: 'Weight__c * 2' }],
    lookup('Account__c', 'Account', 'Bears__r'),
  ),
);

const reader = grants(
  { Bear__c: 'RE', Account: 'R' },
  { 'Bear__c.Weight__c': 'RE', 'Bear__c.Double__c': 'RE', 'Bear__c.Account__c': 'R', 'Account.BillingAddress': 'R' },
  { custom: new Set(['feed']), classes: new Set(['zoo']), tabs: new Set(['bear__c']), apps: new Set(['zooapp']) },
);

function office() {
  const database = new TestDatabase(schema, (store) => {
    const groups = { Muted: muteGrants(reader, grants({ Bear__c: 'E' }, { 'Bear__c.Weight__c': 'E' })) };
    return new Security(store, testSource({ Reader: reader }, groups), new Map(), { now: () => NOW });
  });
  const security = database.org.security as Security;
  const profiles = Object.fromEntries(
    ['System Administrator', 'Standard User', 'Minimum Access - Salesforce'].map((name) => [
      name,
      database.add('Profile', { Name: name }),
    ]),
  );
  const user = (profile: string) => database.add('User', { Name: profile, ProfileId: profiles[profile] });
  const assign = (userId: string, more: Record<string, string | DatetimeValue>) =>
    database.add('PermissionSetAssignment', { AssigneeId: userId, ...more });
  const access = (userId: string, name: string) => {
    const letters = Object.entries(security.object(userId, schema.require(name)));
    return letters
      .filter(([, allowed]) => allowed === true)
      .map(([key]) => key)
      .join();
  };
  const field = (userId: string, name: string) => {
    const [objectName, fieldName] = name.split('.') as [string, string];
    const { read, edit } = security.field(userId, schema.require(objectName), fieldName);
    return `${read ? 'R' : ''}${edit ? 'E' : ''}`;
  };
  return { database, security, user, assign, access, field };
}

describe('Object and field permissions', () => {
  it('let a system administrator do everything', () => {
    const { user, access, field, security } = office();
    const admin = user('System Administrator');
    assert.equal(access(admin, 'Bear__c'), 'read,create,edit,delete,viewAll,modifyAll,viewAllFields');
    assert.equal(field(admin, 'Bear__c.Secret__c'), 'RE');
    assert.equal(security.hasPermission(admin, 'ManageUsers'), true);
    assert.equal(security.hasCustomPermission(admin, 'feed'), false);
  });

  it('come from the standard profile for standard objects, and not for custom ones', () => {
    const { user, access, field, security } = office();
    const standard = user('Standard User');
    assert.equal(access(standard, 'Account'), 'read,create,edit,delete');
    assert.equal(access(standard, 'OpportunityLineItem'), 'read,create,edit,delete');
    assert.equal(access(standard, 'Task'), 'read,create,edit,delete');
    assert.equal(access(standard, 'User'), 'read');
    assert.equal(access(standard, 'Bear__c'), '');
    assert.equal(field(standard, 'Account.Industry'), 'RE');
    assert.equal(field(standard, 'Bear__c.Name'), '');
    assert.equal(security.hasPermission(standard, 'apiEnabled'), true);
    assert.equal(access(user('Minimum Access - Salesforce'), 'Account'), '');
  });

  it('add up with permission sets, from metadata and from rows', () => {
    const { database, user, assign, access, field, security } = office();
    const person = user('Minimum Access - Salesforce');
    assign(person, { PermissionSetId: database.add('PermissionSet', { Name: 'Reader' }) });
    assert.equal(access(person, 'Bear__c'), 'read,edit');
    assert.equal(field(person, 'Bear__c.Weight__c'), 'RE');
    assert.equal(field(person, 'Bear__c.Secret__c'), '');
    assert.equal(field(person, 'Bear__c.Needed__c'), 'RE', 'required fields go with the object');
    assert.equal(field(person, 'Bear__c.Double__c'), 'R', 'no one edits a formula');
    assert.equal(field(person, 'Account.BillingCity'), 'R', 'part of the address');
    assert.equal(field(person, 'Account.Industry'), '');
    assert.deepEqual(
      [
        security.hasCustomPermission(person, 'Feed'),
        security.hasApexClass(person, 'Zoo'),
        security.hasApexClass(person, 'Other'),
        security.tabVisible(person, 'Bear__c'),
        security.appVisible(person, 'ZooApp'),
        security.appVisible(person, 'Other'),
      ],
      [true, true, false, true, true, false],
    );

    const atRunTime = database.add('PermissionSet', { Name: 'AtRunTime', PermissionsViewAllData: true });
    database.add('ObjectPermissions', {
      ParentId: atRunTime,
      SobjectType: 'Bear__c',
      PermissionsRead: true,
      PermissionsCreate: true,
    });
    database.add('FieldPermissions', { ParentId: atRunTime, Field: 'Bear__c.Secret__c', PermissionsRead: true });
    const feed = database.add('CustomPermission', { DeveloperName: 'Wash' });
    database.add('SetupEntityAccess', { ParentId: atRunTime, SetupEntityId: feed });
    assign(person, { PermissionSetId: atRunTime });
    assert.equal(access(person, 'Bear__c'), 'read,create,edit,viewAll');
    assert.equal(field(person, 'Bear__c.Secret__c'), 'R');
    assert.equal(security.hasCustomPermission(person, 'wash'), true);
    assert.equal(access(person, 'Opportunity'), 'read,viewAll', 'View All Data reads every object');
  });

  it('are muted inside a group only, and end with the assignment', () => {
    const { database, user, assign, access, field } = office();
    const person = user('Minimum Access - Salesforce');
    assign(person, { PermissionSetGroupId: database.add('PermissionSetGroup', { DeveloperName: 'Muted' }) });
    assert.equal(access(person, 'Bear__c'), 'read');
    assert.equal(field(person, 'Bear__c.Weight__c'), 'R');
    const late = user('Minimum Access - Salesforce');
    const set = database.add('PermissionSet', { Name: 'Reader' });
    assign(late, { PermissionSetId: set, ExpirationDate: new DatetimeValue(NOW - 1) });
    assert.equal(access(late, 'Bear__c'), '');
    assign(late, { PermissionSetId: set, ExpirationDate: new DatetimeValue(NOW + 1) });
    assert.equal(access(late, 'Bear__c'), 'read,edit');
  });

  it('are forgotten when a change of them is rolled back', () => {
    const { database, user, assign, access } = office();
    const person = user('Minimum Access - Salesforce');
    const set = database.add('PermissionSet', { Name: 'Reader' });
    const within = database.store.atomically(
      () => {
        assign(person, { PermissionSetId: set });
        return access(person, 'Bear__c');
      },
      { rollback: true },
    );
    assert.equal(within, 'read,edit');
    assert.equal(access(person, 'Bear__c'), '');
  });
});

describe('Queries as a user', () => {
  const { database, user, assign } = office();
  const person = testUser(user('Minimum Access - Salesforce'));
  assign(person.id, { PermissionSetId: database.add('PermissionSet', { Name: 'Reader' }) });
  database.add('Bear__c', { Name: 'Bruno', Weight__c: '10', Secret__c: 'x', Needed__c: 'y', OwnerId: person.id });
  const query = (soql: string, mode: 'user' | 'system' = 'user') => database.rows(soql, { mode }, person);

  it('do not know fields and objects the user may not read', () => {
    assert.deepEqual(query('SELECT Name, Weight__c, Double__c FROM Bear__c'), [
      { Name: 'Bruno', Weight__c: '10.00', Double__c: '20.00' },
    ]);
    assert.throws(() => query('SELECT Secret__c FROM Bear__c'), {
      code: 'INVALID_FIELD',
      message: /Row:1:Column:8\nNo such column 'Secret__c' on entity 'Bear__c'/,
    });
    assert.throws(() => query("SELECT Id FROM Bear__c WHERE Secret__c = 'x'"), { code: 'INVALID_FIELD' });
    assert.throws(
      () => query('SELECT Id FROM Bear__c ORDER BY Account__r.Industry'),
      /No such column 'Industry' on entity 'Account'/,
    );
    assert.throws(() => query('SELECT Id FROM Opportunity'), {
      code: 'INVALID_TYPE',
      message: /sObject type 'Opportunity' is not supported/,
    });
    assert.deepEqual(Object.keys(query('SELECT FIELDS(CUSTOM) FROM Bear__c LIMIT 1')[0] as object), [
      'Weight__c',
      'Needed__c',
      'Double__c',
      'Account__c',
    ]);
  });

  it('follow WITH', () => {
    assert.equal(query("SELECT Id FROM Bear__c WHERE Secret__c = 'x' WITH SYSTEM_MODE").length, 1);
    assert.throws(() => query('SELECT Secret__c FROM Bear__c WITH USER_MODE', 'system'), { code: 'INVALID_FIELD' });
    assert.throws(() => query('SELECT Secret__c FROM Bear__c WITH SECURITY_ENFORCED', 'system'), {
      code: 'INSUFFICIENT_ACCESS',
      message: 'Insufficient permissions: secure query included inaccessible field',
    });
    assert.equal(
      query("SELECT Id FROM Bear__c WHERE Secret__c = 'x' WITH SECURITY_ENFORCED", 'system').length,
      1,
      'filters are not checked',
    );
  });

  it('see what changes in permissions at once', () => {
    const other = office();
    const late = testUser(other.user('Minimum Access - Salesforce'));
    const run = () => other.database.rows('SELECT Name FROM Bear__c', { mode: 'user' }, late);
    assert.throws(run, { code: 'INVALID_TYPE' });
    other.assign(late.id, { PermissionSetId: other.database.add('PermissionSet', { Name: 'Reader' }) });
    assert.deepEqual(run(), []);
  });
});

describe('stripInaccessible', () => {
  const { database, user, assign, security } = office();
  const person = user('Minimum Access - Salesforce');
  assign(person, { PermissionSetId: database.add('PermissionSet', { Name: 'Reader' }) });
  const bear = () => {
    const record = new SObject(schema.require('Bear__c'), [
      ['Id', 'a01000000000001AAA'],
      ['Name', 'Bruno'],
      ['Secret__c', 'x'],
    ]);
    record.parents.set(
      'Account__r',
      new SObject(schema.require('Account'), [
        ['Name', 'Zoo'],
        ['Industry', 'Zoo'],
      ]),
    );
    return record;
  };

  it('removes what may not be read, also from parents, and says what', () => {
    const { records, removedFields, modifiedIndexes } = stripInaccessible(security, person, 'READABLE', [bear()]);
    assert.deepEqual([...records[0].values.keys()], ['Id', 'Name']);
    assert.deepEqual([...records[0].parents.get('Account__r')!.values.keys()], ['Name']);
    assert.deepEqual(
      removedFields,
      new Map([
        ['Bear__c', new Set(['Secret__c'])],
        ['Account', new Set(['Industry'])],
      ]),
    );
    assert.deepEqual([...modifiedIndexes], [0]);
  });

  it('refuses objects that may not be used at all', () => {
    assert.throws(() => stripInaccessible(security, person, 'CREATABLE', [bear()]), {
      code: 'NO_ACCESS',
      message: 'No access to entity: Bear__c',
    });
    assert.deepEqual(
      [...stripInaccessible(security, person, 'CREATABLE', [bear()], false).records[0].values.keys()],
      ['Id', 'Name'],
    );
  });
});
