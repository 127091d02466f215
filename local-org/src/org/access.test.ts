import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { lookup, master, objectFiles } from '../automation/test-support/metadata.ts';
import { Decimal } from '../schema/values/index.ts';
import { OpenOrg, type Values } from './test-support/open-org.ts';

const permissions = (name: string, body: string) => ({
  [`permissionsets/${name}.permissionset-meta.xml`]: `<PermissionSet><label>${name}</label>${body}</PermissionSet>`,
});
const objectPermission = (object: string, allowed: string) =>
  `<objectPermissions>${['Create', 'Delete', 'Edit', 'Read']
    .map((verb) => `<allow${verb}>${allowed.includes(verb[0])}</allow${verb}>`)
    .join(
      '',
    )}<modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const fieldPermission = (field: string, editable: boolean) =>
  `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

const SOURCE = 'public class Weigher {}';
const org = new OpenOrg({
  'classes/Weigher.cls': SOURCE,
  ...objectFiles('Vault__c', {
    definition: '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>',
    fields: {
      Gold__c: { type: 'Number', precision: 8, scale: 0 },
      Code__c: { type: 'Text', length: 20 },
      Twin__c: lookup('Vault__c', 'Twins'),
    },
  }),
  ...objectFiles('Coin__c', {
    definition:
      '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
    fields: { Vault__c: master('Vault__c', 'Coins') },
  }),
  ...objectFiles('Grade__mdt', {}),
  'objects/Grade__mdt/Grade__mdt.object-meta.xml':
    '<CustomObject><label>Grade</label><pluralLabel>Grades</pluralLabel><visibility>Public</visibility></CustomObject>',
  ...permissions(
    'Keeper',
    fieldPermission('Vault__c.Gold__c', true) +
      fieldPermission('Vault__c.Twin__c', true) +
      fieldPermission('Vault__c.Code__c', false) +
      objectPermission('Vault__c', 'CDER') +
      objectPermission('Coin__c', 'CDER'),
  ),
  ...permissions('Visitor', objectPermission('Vault__c', 'R')),
});
after(() => org.close());

function person(name: string, permissionSet: string) {
  const user = org.addUser(`${name}@example.com`);
  const [set] = org.query(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
  org.insert('PermissionSetAssignment', { AssigneeId: user.id, PermissionSetId: set as string });
  return user;
}

const keeper = person('keeper', 'Keeper');
const other = person('other', 'Keeper');
const visitor = person('visitor', 'Visitor');
const vault = (values: Values = {}, user = keeper) => org.insert('Vault__c', { Name: 'Vault', ...values }, user);
const share = (id: string, level: string) =>
  org.insert('Vault__Share', { ParentId: id, UserOrGroupId: other.id, AccessLevel: level });

describe('in user mode', () => {
  test('object permissions decide what may be done', () => {
    const id = vault();
    assert.throws(() => vault({}, visitor), {
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      denied: 'DML operation INSERT not allowed on Vault__c',
    });
    share(id, 'Edit');
    assert.throws(() => org.update('Vault__c', { Id: id, Name: 'X' }, visitor), {
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    });
    assert.throws(() => org.delete(id, visitor), /entity type cannot be deleted: Vault__c/);
    assert.throws(() => org.insert('Grade__mdt', { DeveloperName: 'A' }), /entity type cannot be inserted: Grade__mdt/);
  });

  test('field permissions decide which values may be written; unchanged ones may come back', () => {
    assert.throws(() => vault({ Code__c: '1234' }), {
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: /Unable to create\/update fields: Code__c\. Please check the security settings of this field/,
    });
    const id = vault({ Gold__c: Decimal.of(5) });
    org.update('Vault__c', { Id: id, Code__c: 'admin' });
    org.update('Vault__c', { Id: id, Code__c: 'admin', Gold__c: Decimal.of(6) }, keeper);
    assert.deepEqual(org.read('Vault__c', id, 'Gold__c'), [6]);
    assert.throws(() => org.update('Vault__c', { Id: id, Code__c: 'keeper' }, keeper), {
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    });
    assert.throws(() => vault({ CreatedById: keeper.id }), { code: 'INVALID_FIELD_FOR_INSERT_UPDATE' });
  });

  test('sharing decides about records: none, read, edit, and delete for owners only', () => {
    const id = vault();
    const rename = () => org.update('Vault__c', { Id: id, Name: 'Theirs' }, other);
    assert.throws(rename, { code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' });
    share(id, 'Read');
    assert.throws(rename, { code: 'INSUFFICIENT_ACCESS_OR_READONLY' });
    share(id, 'Edit');
    rename();
    assert.throws(() => org.delete(id, other), { code: 'INSUFFICIENT_ACCESS_OR_READONLY' });
    org.delete(id, keeper);
  });

  test('a reference needs a record that can be seen, a master one that can be changed', () => {
    const id = vault();
    assert.throws(() => vault({ Twin__c: id }, other), { code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' });
    share(id, 'Read');
    vault({ Twin__c: id }, other);
    const coin = () => org.insert('Coin__c', { Vault__c: id }, other);
    assert.throws(coin, { code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' });
    share(id, 'Edit');
    coin();
  });

  test('the owner’s share cannot be made or taken away by hand; the same share again replaces the first', () => {
    const id = vault();
    share(id, 'Read');
    share(id, 'Edit');
    const rows = `FROM Vault__Share WHERE ParentId = '${id}' ORDER BY RowCause`;
    assert.deepEqual(org.query(`SELECT AccessLevel ${rows}`), ['All', 'Edit']);
    const [ownerRow] = org.query(`SELECT Id ${rows}`);
    assert.throws(() => org.delete(ownerRow as string), { code: 'INSUFFICIENT_ACCESS_OR_READONLY' });
    org.update('Vault__c', { Id: id, OwnerId: visitor.id });
    assert.deepEqual(org.query(`SELECT RowCause ${rows}`), ['Owner']);
  });
});

describe('source code', () => {
  test('is read by those who set up the org or write code, and run by the others', () => {
    const outsider = org.addUser('outsider@example.com', 'Read Only');
    assert.deepEqual(org.query('SELECT Name FROM ApexClass', outsider), ['Weigher']);
    assert.throws(() => org.query('SELECT Body FROM ApexClass', outsider), /No such column 'Body'/);
    assert.deepEqual(org.query('SELECT Body FROM ApexClass', keeper), [SOURCE]);
    assert.deepEqual(org.query('SELECT Body FROM ApexClass'), [SOURCE]);
  });
});

describe('in system mode', () => {
  const apex = (modifier: string, source: string) => {
    const result = org.run((tx) => org.org.apex.executeAnonymous(tx, source.replaceAll('$', modifier)), visitor);
    return result.exceptionMessage;
  };

  test('Apex writes what its user may not, unless it says as user', () => {
    assert.equal(apex('', "insert $ new Vault__c(Name = 'A', Code__c = 'x');"), null);
    assert.match(
      apex('as user', "insert $ new Vault__c(Name = 'A');") ?? '',
      /SecurityException: DML operation INSERT not allowed on Vault__c/,
    );
  });
});
