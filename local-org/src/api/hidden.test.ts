/** What a user may not see is not told by any way in: neither its value, nor by what a request does because of it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { lookup, master, objectFiles } from '../automation/test-support/metadata.ts';
import { send, ServedOrg } from './test-support/served-org.ts';

const TEXT = { type: 'Text', length: 80 };
const TRACKED = { ...TEXT, trackHistory: true };
const KEY = { ...TEXT, externalId: true, unique: true };
const SECRET = 'SESAME';
const HIDDEN = 'UNSEEN';

const named = (sharing: string) =>
  `<enableHistory>true</enableHistory><nameField><label>Name</label><type>Text</type></nameField><sharingModel>${sharing}</sharingModel>`;
const objectPermission = (object: string) =>
  `<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>` +
  `<modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const fieldPermission = (field: string, editable = true) =>
  `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

const files: Record<string, string> = {
  ...objectFiles('Vault__c', {
    definition: named('Private'),
    fields: {
      Secret__c: TRACKED,
      Level__c: { type: 'Number', precision: 8, scale: 0 },
      Open__c: TRACKED,
      Locked__c: TEXT,
      Key__c: KEY,
      HiddenKey__c: KEY,
      HiddenLink__c: lookup('Vault__c', 'HiddenTwins'),
    },
  }),
  ...objectFiles('Box__c', { fields: { Vault__c: lookup('Vault__c', 'Boxes') } }),
  ...objectFiles('Treasure__c', { fields: { Worth__c: TEXT } }),
  ...objectFiles('Coin__c', {
    definition: named('ControlledByParent'),
    fields: { Vault__c: master('Vault__c', 'Coins') },
  }),
  'permissionsets/Agent.permissionset-meta.xml': `<PermissionSet><label>Agent</label>${[
    ...['Vault__c.Open__c', 'Vault__c.Key__c', 'Box__c.Vault__c'].map((field) => fieldPermission(field)),
    fieldPermission('Vault__c.Locked__c', false),
    ...['Vault__c', 'Box__c', 'Coin__c'].map(objectPermission),
  ].join('')}</PermissionSet>`,
};

const DATA = '/services/data/v66.0';

describe('what a user may not see', () => {
  let served: ServedOrg;
  let agent: Connection;
  let seen: string;
  let unseen: string;
  let boxOfUnseen: string;
  before(async () => {
    served = await ServedOrg.start(files);
    agent = await served.newUser('agent@example.com', 'Agent');
    const make = async (object: string, values: Record<string, unknown>): Promise<string> => {
      const made = await served.admin.sobject(object).create(values);
      assert.ok(made.success);
      return made.id;
    };
    unseen = await make('Vault__c', { Name: HIDDEN, Secret__c: SECRET, Open__c: HIDDEN, Key__c: 'KU' });
    seen = await make('Vault__c', {
      Name: 'Seen',
      Level__c: 7,
      Open__c: 'o',
      HiddenKey__c: `${SECRET}KEY`,
      HiddenLink__c: unseen,
    });
    await served.admin.sobject('Vault__c').update({ Id: seen, Secret__c: SECRET, Open__c: 'open' });
    await make('Vault__Share', { ParentId: seen, UserOrGroupId: agent.userInfo?.id, AccessLevel: 'Edit' });
    boxOfUnseen = await make('Box__c', { Name: 'Box', Vault__c: unseen });
    await make('Coin__c', { Name: HIDDEN, Vault__c: unseen });
    await make('Treasure__c', { Name: HIDDEN, Worth__c: SECRET });
  });
  after(() => served.close());

  const ask = async (method: string, path: string, body?: object) =>
    send(agent, method, `${DATA}/${path}`, body === undefined ? undefined : JSON.stringify(body));
  const query = async (soql: string) => ask('GET', `query?q=${encodeURIComponent(soql)}`);
  const find = async (sosl: string) => ask('GET', `search?q=${encodeURIComponent(sosl)}`);
  const rows = async (soql: string) => (await agent.query(soql)).totalSize;

  for (const soql of [
    'SELECT Secret__c FROM Vault__c',
    "SELECT Id FROM Vault__c WHERE Secret__c LIKE 'S%'",
    'SELECT Id FROM Vault__c ORDER BY Secret__c',
    'SELECT COUNT(Id) FROM Vault__c GROUP BY Secret__c',
    'SELECT GROUPING(Secret__c) FROM Vault__c GROUP BY ROLLUP(Secret__c)',
    'SELECT Open__c FROM Vault__c GROUP BY Open__c HAVING MAX(Level__c) > 5',
    'SELECT MAX(Level__c) FROM Vault__c',
    'SELECT COUNT(Secret__c) FROM Vault__c',
    'SELECT COUNT_DISTINCT(Secret__c) FROM Vault__c',
    'SELECT toLabel(Secret__c) FROM Vault__c',
    'SELECT FORMAT(Level__c) FROM Vault__c',
    'SELECT Vault__r.Secret__c FROM Box__c',
    'SELECT Id FROM Box__c ORDER BY Vault__r.Secret__c',
    'SELECT Id FROM Box__c WHERE Vault__r.Level__c = 7',
    'SELECT HiddenLink__r.Name FROM Vault__c',
    'SELECT Id FROM Box__c WHERE Vault__c IN (SELECT Id FROM Vault__c WHERE Level__c = 7)',
    'SELECT Id FROM Vault__c WHERE Id IN (SELECT HiddenLink__c FROM Vault__c)',
    'SELECT Id, (SELECT Level__c FROM HiddenTwins__r) FROM Vault__c',
    'SELECT Id, (SELECT Id FROM HiddenTwins__r) FROM Vault__c',
    'SELECT Name FROM Treasure__c',
  ]) {
    test(`cannot be named in a query: ${soql}`, async () => {
      const { status, text } = await query(soql);
      assert.equal(status, 400);
      assert.match(text, /No such column|sObject type|Didn't understand relationship/);
    });
  }

  test('is left out of what asks for all fields', async () => {
    for (const fields of ['FIELDS(ALL)', 'FIELDS(CUSTOM)']) {
      const { status, text } = await query(`SELECT ${fields} FROM Vault__c LIMIT 10`);
      assert.equal(status, 200);
      assert.doesNotMatch(text, new RegExp(`Secret__c|Level__c|HiddenLink__c|${SECRET}|${HIDDEN}`));
    }
    const record = await ask('GET', `sobjects/Vault__c/${seen}`);
    assert.doesNotMatch(record.text, /Secret__c|Level__c|HiddenLink__c/);
    assert.match(record.text, /"Open__c":"open"/);
  });

  test('is left out of the relationships that describes name', async () => {
    const { json } = await ask('GET', 'sobjects/Vault__c/describe');
    const names = (json as { childRelationships: { relationshipName: string }[] }).childRelationships.map(
      ({ relationshipName }) => relationshipName,
    );
    assert.deepEqual(
      [names.includes('Boxes__r'), names.includes('Coins__r'), names.includes('HiddenTwins__r')],
      [true, true, false],
    );
  });

  test('does not match searches, and searches of everything pass over it', async () => {
    for (const sosl of [
      `FIND {${SECRET}} IN ALL FIELDS RETURNING Vault__c(Id)`,
      `FIND {${SECRET}}`,
      `FIND {${HIDDEN}} RETURNING Vault__c(Id), Coin__c(Id)`,
      `FIND {${HIDDEN}}`,
    ]) {
      const { status, json } = await find(sosl);
      assert.deepEqual([sosl, status, json], [sosl, 200, { searchRecords: [] }]);
    }
    assert.equal((await find('FIND {Seen} RETURNING Vault__c(Name WHERE Level__c = 7)')).status, 400);
    assert.equal((await find('FIND {Seen} RETURNING Vault__c(Name ORDER BY Secret__c)')).status, 400);
    assert.match((await find('FIND {open} IN ALL FIELDS RETURNING Vault__c(Name)')).text, /"Seen"/);
  });

  test('has neither shares nor histories, and readable records have no history of hidden fields', async () => {
    assert.equal(await rows(`SELECT Id FROM Vault__Share WHERE ParentId = '${unseen}'`), 0);
    assert.equal(await rows(`SELECT Id FROM Vault__Share WHERE ParentId = '${seen}'`), 2);
    assert.equal(await rows(`SELECT Id FROM Vault__History WHERE ParentId = '${unseen}'`), 0);
    const own = await query('SELECT Field, OldValue, NewValue FROM Vault__History');
    assert.match(own.text, /"NewValue":"open"/);
    assert.doesNotMatch(own.text, new RegExp(`Secret__c|${SECRET}`));
    const all = await served.admin.query(
      `SELECT Id FROM Vault__History WHERE ParentId = '${seen}' AND Field = 'Secret__c'`,
    );
    assert.equal(all.totalSize, 1);
  });

  test('is not found by a key that is hidden, nor by a key when the record is', async () => {
    const hiddenKey = `sobjects/Vault__c/HiddenKey__c/${SECRET}KEY`;
    assert.equal((await ask('GET', hiddenKey)).status, 404);
    assert.equal((await ask('PATCH', hiddenKey, { Open__c: 'x' })).status, 404);
    assert.equal((await ask('DELETE', hiddenKey)).status, 404);
    assert.equal((await ask('GET', 'sobjects/Vault__c/Key__c/KU')).status, 404);
    assert.equal((await ask('PATCH', 'sobjects/Vault__c/Key__c/KU', { Open__c: 'x' })).status, 403);
    for (const value of [`${SECRET}KEY`, 'none such']) {
      const boxes = await ask('POST', 'sobjects/Box__c', { Name: 'b', Vault__r: { HiddenKey__c: value } });
      assert.match(boxes.text, /No such column 'HiddenKey__c' on entity 'Vault__c'/);
      const attributes = { type: 'Vault__c' };
      const vaults = await ask('PATCH', 'composite/sobjects/Vault__c/HiddenKey__c', {
        records: [{ attributes, HiddenKey__c: value, Open__c: 'x' }],
      });
      assert.equal(vaults.status, 404);
    }
    const byKey = await ask('POST', 'sobjects/Box__c', { Name: 'b', Vault__r: { Key__c: 'KU' } });
    assert.match(byKey.text, /INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/);
  });

  test('is not reached through relationships, collections or composites', async () => {
    assert.equal((await ask('GET', `sobjects/Vault__c/${unseen}`)).status, 404);
    assert.equal((await ask('GET', `sobjects/Box__c/${boxOfUnseen}/Vault__r`)).status, 404);
    assert.equal((await ask('GET', `sobjects/Vault__c/${seen}/HiddenLink__r`)).status, 400);
    const both = await ask('GET', `composite/sobjects/Vault__c?ids=${unseen},${seen}&fields=Name`);
    assert.doesNotMatch(both.text, new RegExp(HIDDEN));
    const composite = await ask('POST', 'composite', {
      compositeRequest: [
        { method: 'GET', url: `${DATA}/sobjects/Vault__c/${unseen}`, referenceId: 'vault' },
        { method: 'GET', url: `${DATA}/query?q=SELECT+Id+FROM+Box__c+WHERE+Name='@{vault.Name}'`, referenceId: 'box' },
      ],
    });
    assert.doesNotMatch(composite.text, new RegExp(HIDDEN));
    const updated = `sobjects/Vault__c/updated/?start=2026-03-01T00:00:00Z&end=2026-03-03T00:00:00Z`;
    assert.ok(!(await ask('GET', updated)).text.includes(unseen));
    assert.equal((await ask('GET', 'sobjects/Treasure__c/describe')).status, 404);
    assert.ok(!(await ask('GET', 'sobjects')).text.includes('Treasure__c'));
  });

  test('cannot be written, whichever way', async () => {
    const attributes = { type: 'Vault__c' };
    await ask('PATCH', `sobjects/Vault__c/${unseen}`, { Open__c: 'x' });
    await ask('PATCH', `sobjects/Vault__c/Id/${unseen}`, { Open__c: 'x' });
    await ask('PATCH', `sobjects/Box__c/${boxOfUnseen}/Vault__r`, { Open__c: 'x' });
    await ask('PATCH', `sobjects/Vault__c/${seen}`, { Locked__c: 'x' });
    await ask('PATCH', 'composite/sobjects', {
      records: [
        { attributes, id: unseen, Open__c: 'x' },
        { attributes, id: seen, Secret__c: 'x' },
      ],
    });
    await ask('DELETE', `composite/sobjects?ids=${unseen},${seen}`);
    const tree = { records: [{ attributes: { ...attributes, referenceId: 'a' }, Name: 'n', Secret__c: 'x' }] };
    assert.equal((await ask('POST', 'composite/tree/Vault__c', tree)).status, 400);
    assert.equal((await ask('POST', 'sobjects/Coin__c', { Name: 'c', Vault__c: unseen })).status, 403);
    const { records } = await served.admin.query<Record<string, string | null>>(
      'SELECT Secret__c, Open__c, Locked__c FROM Vault__c ORDER BY Name',
    );
    assert.deepEqual(
      records.map(({ Secret__c, Open__c, Locked__c }) => [Secret__c, Open__c, Locked__c]),
      [
        [SECRET, 'open', null],
        [SECRET, HIDDEN, null],
      ],
    );
  });

  test('is not opened to oneself by sharing, permissions or profiles', async () => {
    const userId = agent.userInfo?.id ?? '';
    const [set] = (await agent.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Agent'")).records;
    const [admin] = (await agent.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'System Administrator'"))
      .records;
    const attempts: [string, string, object][] = [
      ['POST', 'sobjects/Vault__Share', { ParentId: unseen, UserOrGroupId: userId, AccessLevel: 'Edit' }],
      ['POST', 'sobjects/Vault__Share', { ParentId: seen, UserOrGroupId: userId, AccessLevel: 'All' }],
      ['POST', 'sobjects/PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id }],
      ['POST', 'sobjects/ObjectPermissions', { ParentId: set.Id, SobjectType: 'Treasure__c', PermissionsRead: true }],
      ['POST', 'sobjects/FieldPermissions', { ParentId: set.Id, SobjectType: 'Vault__c', Field: 'Vault__c.Secret__c' }],
      ['PATCH', `sobjects/User/${userId}`, { ProfileId: admin.Id }],
      ['POST', `sobjects/User/${served.org.administrator.id}/password`, { NewPassword: 'mine' }],
    ];
    for (const [method, path, body] of attempts) {
      const { status, text } = await ask(method, path, body);
      assert.ok(status >= 400 && /ACCESS|CANNOT_INSERT_UPDATE/.test(text), `${path}: ${status} ${text}`);
    }
    const anonymous = encodeURIComponent('System.debug([SELECT Secret__c FROM Vault__c]);');
    assert.equal((await ask('GET', `tooling/executeAnonymous/?anonymousBody=${anonymous}`)).status, 403);
  });
});
