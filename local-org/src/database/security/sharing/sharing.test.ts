import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ObjectSchema } from '../../../schema/model.ts';
import { TestDatabase, testUser } from '../../test-support/database.ts';
import { grants, PEOPLE_OBJECTS, testSource } from '../../test-support/people.ts';
import { lookup, object, type ObjectBuilder, schemaOf } from '../../test-support/schema.ts';
import { Security } from '../security.ts';
import type { SharingRule, SharingRules } from './sharing-rules.ts';

const RELATED = { Contact: 'None', Opportunity: 'None', Case: 'None' };

function shareObject(
  name: string,
  parent: string,
  prefix: string,
  parentField: string,
  levelField: string,
): ObjectBuilder {
  return object(
    name,
    { keyPrefix: prefix, owned: false, kind: 'share' },
    lookup(parentField, parent, 'Shares'),
    ['UserOrGroupId', 'reference', { referenceTo: ['Group', 'User'], relationshipName: 'UserOrGroup' }],
    [levelField, 'picklist'],
    ['RowCause', 'picklist'],
    ...(parent === 'Account' ? [['OpportunityAccessLevel', 'picklist'] as const] : []),
  );
}

const schema = schemaOf(
  ...PEOPLE_OBJECTS,
  object('Account', { keyPrefix: '001', sharingModel: 'Private' }, ['Name', 'string'], ['Industry', 'picklist']),
  shareObject('AccountShare', 'Account', '00r', 'AccountId', 'AccountAccessLevel'),
  object(
    'Opportunity',
    { keyPrefix: '006', sharingModel: 'Private' },
    ['Name', 'string'],
    lookup('AccountId', 'Account', 'Opportunities'),
  ),
  object(
    'Contact',
    { keyPrefix: '003', sharingModel: 'ControlledByParent' },
    ['Name', 'string'],
    lookup('AccountId', 'Account', 'Contacts'),
  ),
  object('Open__c', { keyPrefix: 'a01', sharingModel: 'ReadWrite' }, ['Name', 'string']),
  object('Shown__c', { keyPrefix: 'a02', sharingModel: 'Read' }, ['Name', 'string']),
  object(
    'Bear__c',
    { keyPrefix: 'a03', sharingModel: 'Private' },
    ['Name', 'string'],
    ['Mood__c', 'picklist'],
    ['Weight__c', 'double'],
  ),
  shareObject('Bear__Share', 'Bear__c', 'a04', 'ParentId', 'AccessLevel'),
  object(
    'Cub__c',
    { keyPrefix: 'a05', sharingModel: 'ControlledByParent', owned: false },
    ['Name', 'string'],
    lookup('Bear__c', 'Bear__c', 'Cubs__r', { masterDetail: true, nillable: false }),
  ),
  object(
    'Task',
    { keyPrefix: '00T', sharingModel: 'Private' },
    ['Subject', 'string'],
    ['WhatId', 'reference', { referenceTo: ['Account', 'Bear__c', 'Open__c'], relationshipName: 'What' }],
  ),
  object(
    'UserRecordAccess',
    { keyPrefix: '0Jd', owned: false },
    ['UserId', 'string'],
    ['RecordId', 'string'],
    ...(['Read', 'Edit', 'Delete', 'Transfer', 'All'] as const).map(
      (level) => [`Has${level}Access`, 'boolean'] as const,
    ),
    ['MaxAccessLevel', 'picklist'],
  ),
);

const everyday = grants({
  Account: 'RCED',
  Opportunity: 'RCED',
  Contact: 'RCED',
  Open__c: 'RCED',
  Shown__c: 'RCED',
  Bear__c: 'RCED',
  Cub__c: 'RCED',
});

/** Roles: ceo above head above clerk, and other beside them. */
function company(rules: SharingRules = new Map()) {
  const database = new TestDatabase(
    schema,
    (store) =>
      new Security(
        store,
        testSource({ Everyday: everyday, Viewer: grants({ Bear__c: 'RV' }), Changer: grants({ Bear__c: 'REDM' }) }),
        rules,
        { now: () => 0 },
      ),
  );
  const security = database.org.security as Security;
  const profile = database.add('Profile', { Name: 'Minimum Access - Salesforce' });
  const everydaySet = database.add('PermissionSet', { Name: 'Everyday' });
  const role = (name: string, parent: string | null, access = 'None') =>
    database.add('UserRole', {
      Name: name,
      DeveloperName: name,
      ParentRoleId: parent,
      OpportunityAccessForAccountOwner: access,
    });
  const user = (name: string, roleId: string | null) => {
    const id = database.add('User', { Name: name, UserRoleId: roleId, ProfileId: profile });
    database.add('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: everydaySet });
    return id;
  };
  const ceo = role('Ceo', null);
  const head = role('Head', ceo);
  const clerk = role('Clerk', head, 'Edit');
  const people = {
    ceo: user('ceo', ceo),
    head: user('head', head),
    clerk: user('clerk', clerk),
    colleague: user('colleague', clerk),
    other: user('other', role('Other', ceo)),
    outsider: user('outsider', null),
  };
  const group = (name: string, type: string, members: readonly string[], bosses = true) => {
    const id = database.add('Group', { Name: name, DeveloperName: name, Type: type, DoesIncludeBosses: bosses });
    for (const member of members) database.add('GroupMember', { GroupId: id, UserOrGroupId: member });
    return id;
  };
  const access = (id: string, ...names: (keyof typeof people)[]) =>
    database.run((tx) => {
      const target: ObjectSchema = schema.objectOfId(id)!;
      return names.map((name) => security.recordAccess(tx, people[name], target, [id]).get(id)!);
    });
  /** Names of people who see the record in a query with sharing, and the proof that `recordAccess` agrees. */
  const seenBy = (id: string) => {
    const target = schema.objectOfId(id)!;
    return (Object.keys(people) as (keyof typeof people)[]).filter((name) => {
      const rows = database.query(
        `SELECT Id FROM ${target.name} WHERE Id = '${id}'`,
        { sharing: true },
        testUser(people[name]),
      );
      assert.equal(rows.totalSize === 1, access(id, name)[0] !== 'None', `${name}: query and recordAccess`);
      return rows.totalSize === 1;
    });
  };
  return { database, security, people, group, access, seenBy, roles: { ceo, head, clerk } };
}

describe('Sharing', () => {
  it('shows private records to the owner and to those above', () => {
    const { database, people, access, seenBy } = company();
    const bear = database.add('Bear__c', { OwnerId: people.clerk });
    assert.deepEqual(seenBy(bear), ['ceo', 'head', 'clerk']);
    assert.deepEqual(access(bear, 'clerk', 'head', 'colleague'), ['All', 'All', 'None']);
    const unowned = database.add('Bear__c', { OwnerId: people.outsider });
    assert.deepEqual(seenBy(unowned), ['outsider'], 'no role, no one above');
  });

  it('follows organization-wide defaults', () => {
    const { database, people, access } = company();
    const open = database.add('Open__c', { OwnerId: people.clerk });
    const shown = database.add('Shown__c', { OwnerId: people.clerk });
    assert.deepEqual(access(open, 'clerk', 'head', 'other'), ['All', 'All', 'Edit']);
    assert.deepEqual(access(shown, 'clerk', 'head', 'other'), ['All', 'All', 'Read']);
  });

  it('shares by rows with users and groups, and what is shared with a person with those above', () => {
    const { database, people, group, access, seenBy, roles } = company();
    const bear = database.add('Bear__c', { OwnerId: people.outsider });
    const share = (target: string, level: string, cause = 'Manual') =>
      database.add('Bear__Share', { ParentId: bear, UserOrGroupId: target, AccessLevel: level, RowCause: cause });
    share(people.other, 'Read');
    assert.deepEqual(seenBy(bear), ['ceo', 'other', 'outsider']);
    assert.deepEqual(access(bear, 'other', 'outsider'), ['Read', 'All']);

    const inner = group('Inner', 'Regular', [people.colleague], false);
    share(group('Outer', 'Regular', [inner], false), 'Edit');
    assert.deepEqual(
      access(bear, 'colleague', 'clerk', 'head'),
      ['Edit', 'None', 'None'],
      'groups without their bosses',
    );
    const role = database.add('Group', {
      Name: 'r',
      DeveloperName: 'r',
      Type: 'RoleAndSubordinates',
      RelatedId: roles.clerk,
    });
    share(role, 'Read');
    assert.deepEqual(access(bear, 'colleague', 'clerk', 'head'), ['Edit', 'Read', 'Read']);
    const everyone = database.add('Group', { Name: 'o', DeveloperName: 'o', Type: 'Organization' });
    const all = database.add('Bear__c', { OwnerId: people.outsider });
    database.add('Bear__Share', { ParentId: all, UserOrGroupId: everyone, AccessLevel: 'Read', RowCause: 'Manual' });
    assert.equal(seenBy(all).length, 6);
  });

  it("gives a queue's records to its members", () => {
    const { database, people, group, access } = company();
    const bear = database.add('Bear__c', { OwnerId: group('Night', 'Queue', [people.clerk]) });
    assert.deepEqual(access(bear, 'clerk', 'head', 'other'), ['All', 'All', 'None']);
  });

  it('applies rules by owner and by criteria', () => {
    const ownerRule: SharingRule = {
      level: 'Edit',
      sharedFrom: [{ kind: 'roleAndSubordinates', name: 'Head' }],
      sharedTo: [{ kind: 'role', name: 'Other' }],
      related: RELATED,
    };
    const criteriaRule: SharingRule = {
      level: 'Read',
      sharedTo: [{ kind: 'group', name: 'Friends' }],
      criteria: {
        items: [
          { field: 'Mood__c', operation: 'equals', value: 'Calm,Asleep' },
          { field: 'Weight__c', operation: 'greaterThan', value: '100' },
          { field: 'Name', operation: 'startsWith', value: 'Bru' },
        ],
        logic: '1 AND (2 OR 3)',
      },
      related: RELATED,
    };
    const { database, people, group, access } = company(new Map([['bear__c', [ownerRule, criteriaRule]]]));
    group('Friends', 'Regular', [people.outsider]);
    const wild = database.add('Bear__c', { OwnerId: people.clerk, Mood__c: 'Wild', Weight__c: '500' });
    assert.deepEqual(access(wild, 'other', 'outsider'), ['Edit', 'None']);
    const asleep = database.add('Bear__c', { OwnerId: people.ceo, Mood__c: 'asleep', Weight__c: '101' });
    assert.deepEqual(access(asleep, 'other', 'outsider'), ['None', 'Read']);
    const named = database.add('Bear__c', { OwnerId: people.ceo, Mood__c: 'Calm', Name: 'Bruno', Weight__c: '1' });
    assert.deepEqual(access(named, 'outsider'), ['Read']);
    assert.deepEqual(
      access(database.add('Bear__c', { OwnerId: people.ceo, Mood__c: 'Calm', Name: 'Ursa' }), 'outsider'),
      ['None'],
    );
  });

  it('controls details by their masters, and contacts by their accounts', () => {
    const { database, people, access, seenBy } = company();
    const bear = database.add('Bear__c', { OwnerId: people.clerk });
    const cub = database.add('Cub__c', { Bear__c: bear });
    assert.deepEqual(seenBy(cub), ['ceo', 'head', 'clerk']);
    database.add('Bear__Share', {
      ParentId: bear,
      UserOrGroupId: people.other,
      AccessLevel: 'Read',
      RowCause: 'Manual',
    });
    assert.deepEqual(access(cub, 'clerk', 'other', 'outsider'), ['All', 'Read', 'None']);
    const account = database.add('Account', { OwnerId: people.other });
    const contact = database.add('Contact', { AccountId: account, OwnerId: people.clerk });
    assert.deepEqual(seenBy(contact), ['ceo', 'other']);
    assert.deepEqual(
      seenBy(database.add('Contact', { OwnerId: people.clerk })),
      ['ceo', 'head', 'clerk'],
      'without an account it is private',
    );
  });

  it('shows accounts to whoever has something of them, and opportunities to owners of the account as their role says', () => {
    const { database, people, access, seenBy } = company();
    const account = database.add('Account', { OwnerId: people.clerk });
    const opportunity = database.add('Opportunity', { AccountId: account, OwnerId: people.other });
    assert.deepEqual(access(account, 'other', 'clerk'), ['Read', 'All']);
    assert.deepEqual(access(opportunity, 'clerk', 'head', 'colleague'), ['Edit', 'Edit', 'None']);
    const elsewhere = database.add('Opportunity', {
      AccountId: database.add('Account', { OwnerId: people.outsider }),
      OwnerId: people.other,
    });
    assert.deepEqual(seenBy(elsewhere), ['ceo', 'other'], 'the outsider has no role that would say so');
    database.add('AccountShare', {
      AccountId: account,
      UserOrGroupId: people.outsider,
      AccountAccessLevel: 'Read',
      OpportunityAccessLevel: 'Read',
      RowCause: 'Manual',
    });
    assert.deepEqual(access(opportunity, 'outsider'), ['Read']);
  });

  it('shows activities with the records they belong to', () => {
    const { database, people, seenBy, access } = company();
    const bear = database.add('Bear__c', { OwnerId: people.other });
    assert.deepEqual(seenBy(database.add('Task', { WhatId: bear, OwnerId: people.clerk })), [
      'ceo',
      'head',
      'clerk',
      'other',
    ]);
    const open = database.add('Task', {
      WhatId: database.add('Open__c', { OwnerId: people.other }),
      OwnerId: people.clerk,
    });
    assert.equal(seenBy(open).length, 6);
    assert.deepEqual(access(open, 'clerk', 'outsider'), ['All', 'Read']);
  });

  it('gives way to View All and Modify All', () => {
    const { database, people, access } = company();
    const bear = database.add('Bear__c', { OwnerId: people.clerk });
    const assign = (name: string, userId: string) =>
      database.add('PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: database.add('PermissionSet', { Name: name }),
      });
    assign('Viewer', people.other);
    assign('Changer', people.outsider);
    assert.deepEqual(access(bear, 'other', 'outsider'), ['Read', 'All']);
  });

  it('limits child queries, semi-joins and counts, but not parents', () => {
    const { database, people } = company();
    const account = database.add('Account', { OwnerId: people.clerk, Name: 'Zoo' });
    database.add('Opportunity', { AccountId: account, OwnerId: people.other, Name: 'theirs' });
    const mine = database.add('Opportunity', { AccountId: account, OwnerId: people.colleague, Name: 'mine' });
    const colleague = testUser(people.colleague);
    const rows = (soql: string) => database.rows(soql, { sharing: true }, colleague);
    assert.deepEqual(rows('SELECT Name, Account.Name FROM Opportunity'), [{ Name: 'mine', Account: { Name: 'Zoo' } }]);
    assert.deepEqual(rows('SELECT Name, (SELECT Name FROM Opportunities) FROM Account'), [
      { Name: 'Zoo', Opportunities: [{ Name: 'mine' }] },
    ]);
    assert.equal(database.query('SELECT COUNT() FROM Opportunity', { sharing: true }, colleague).totalSize, 1);
    assert.deepEqual(
      rows(`SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Id != '${mine}')`),
      [],
    );
    assert.equal(database.query('SELECT Id FROM Opportunity', { sharing: false }, colleague).totalSize, 2);
  });

  it('notices when roles, groups and owners change', () => {
    const { database, people, seenBy, roles } = company();
    const bear = database.add('Bear__c', { OwnerId: people.clerk });
    assert.equal(seenBy(bear).includes('outsider'), false);
    database.store.updateRow(schema.require('User'), people.outsider, new Map([['UserRoleId', roles.head]]));
    assert.equal(seenBy(bear).includes('outsider'), true);
  });

  it('can be asked for through UserRecordAccess', () => {
    const { database, people } = company();
    const bear = database.add('Bear__c', { OwnerId: people.clerk });
    const rows = (userId: string) =>
      database.rows(
        `SELECT RecordId, HasReadAccess, HasEditAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${userId}' AND RecordId = '${bear}'`,
      );
    assert.deepEqual(rows(people.clerk), [
      { RecordId: bear, HasReadAccess: true, HasEditAccess: true, MaxAccessLevel: 'All' },
    ]);
    assert.deepEqual(rows(people.other), [
      { RecordId: bear, HasReadAccess: false, HasEditAccess: false, MaxAccessLevel: 'None' },
    ]);
    assert.throws(
      () => database.query('SELECT RecordId FROM UserRecordAccess'),
      /must be filtered by UserId and RecordId/,
    );
  });
});

/** Who sees what, worked out one record and one user at a time. */
describe('Sharing, against a plain evaluation', () => {
  const USERS = 6;
  const trees = fc.record({
    parents: fc.array(fc.nat(), { minLength: USERS, maxLength: USERS }),
    hasRole: fc.array(fc.boolean(), { minLength: USERS, maxLength: USERS }),
    members: fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: USERS + 2 })), { maxLength: 6 }),
    owners: fc.array(fc.nat({ max: USERS - 1 }), { minLength: 1, maxLength: 4 }),
    shares: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: USERS + 2 }), fc.constantFrom('Read', 'Edit')), {
      maxLength: 6,
    }),
  });

  it('agrees for any role tree, groups within groups, and shares', () => {
    fc.assert(
      fc.property(trees, ({ parents, hasRole, members, owners, shares }) => {
        const database = new TestDatabase(
          schema,
          (store) => new Security(store, testSource({ Everyday: everyday }), new Map(), { now: () => 0 }),
        );
        const security = database.org.security as Security;
        const set = database.add('PermissionSet', { Name: 'Everyday' });
        // Role i hangs below an earlier role, so there are no cycles.
        const parentOf = parents.map((parent, index) => (index === 0 ? null : parent % index));
        const roles: string[] = [];
        for (const parent of parentOf) {
          roles.push(database.add('UserRole', { Name: 'r', ParentRoleId: parent === null ? null : roles[parent] }));
        }
        const users = roles.map((role, index) =>
          database.add('User', { Name: `u${index}`, UserRoleId: hasRole[index] ? role : null }),
        );
        for (const user of users) database.add('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
        const groups = [0, 1, 2].map((index) =>
          database.add('Group', {
            Name: `g${index}`,
            DeveloperName: `g${index}`,
            Type: 'Regular',
            DoesIncludeBosses: true,
          }),
        );
        const principal = (index: number) => (index < USERS ? users[index] : groups[index - USERS]);
        for (const [group, member] of members) {
          database.add('GroupMember', { GroupId: groups[group], UserOrGroupId: principal(member) });
        }
        const bears = owners.map((owner) => database.add('Bear__c', { OwnerId: users[owner] }));
        const given = shares.filter(([bear]) => bear < bears.length);
        for (const [bear, target, level] of given) {
          database.add('Bear__Share', {
            ParentId: bears[bear],
            UserOrGroupId: principal(target),
            AccessLevel: level,
            RowCause: 'Manual',
          });
        }

        const isAbove = (upper: number, lower: number): boolean => {
          if (!hasRole[upper] || !hasRole[lower]) return false;
          for (let at = parentOf[lower] ?? null; at !== null; at = parentOf[at] ?? null) if (at === upper) return true;
          return false;
        };
        const actsFor = (user: number) =>
          users.flatMap((_, other) => (other === user || isAbove(user, other) ? [other] : []));
        const isIn = (group: number, user: number, seen: readonly number[] = []): boolean =>
          !seen.includes(group) &&
          members.some(
            ([g, member]) =>
              g === group && (member === user || (member >= USERS && isIn(member - USERS, user, [...seen, group]))),
          );
        const reaches = (target: number, user: number) =>
          actsFor(user).some((person) => (target < USERS ? target === person : isIn(target - USERS, person)));
        const expected = (bear: number, user: number) => {
          if (actsFor(user).includes(owners[bear])) return 'All';
          const levels = given.filter(([b, target]) => b === bear && reaches(target, user)).map(([, , level]) => level);
          return levels.includes('Edit') ? 'Edit' : levels.includes('Read') ? 'Read' : 'None';
        };

        users.forEach((id, user) => {
          const access = database.run((tx) => security.recordAccess(tx, id, schema.require('Bear__c'), bears));
          bears.forEach((bear, index) => assert.equal(access.get(bear), expected(index, user)));
          const seen = database.column('SELECT Id FROM Bear__c', { sharing: true }, testUser(id));
          assert.deepEqual(
            seen,
            bears.filter((_, index) => expected(index, user) !== 'None'),
          );
        });
        database.store.close();
      }),
      { numRuns: 60 },
    );
  });
});
