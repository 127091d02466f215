/** Starting and stopping the org, as `npm start` and Ctrl-C do. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { DATABASE_FILE } from '../../local-org/src/cli/command.ts';
import { queryAll } from '../seed/records.ts';
import { demoUsers, usernameOf } from '../seed/users.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = temporaryFolder('start');
  folders.push(folder);
  return folder;
}

after(() => folders.forEach(removeFolder));

/** Records of one save, the most that the collections resource takes. */
const SAVED_TOGETHER = 200;

async function accountsNamed(org: ServedOrg, pattern: string): Promise<number> {
  const admin = await logIn(org.url, 'admin');
  return (await admin.query(`SELECT COUNT() FROM Account WHERE Name LIKE '${pattern}'`)).totalSize;
}

/** Database of the first org, which later tests start again. */
const data = newFolder();

describe('an org without demo records', () => {
  let org: ServedOrg;
  before(async () => {
    org = await ServedOrg.start({ data, demo: false });
  });
  after(() => org.stop());

  it('has the package and the users with their personas, and no records', async () => {
    const admin = await logIn(org.url, 'admin');
    assert.equal((await admin.describe('Project__c')).name, 'Project__c');
    const personas = await queryAll<{ Assignee: { Username: string }; PermissionSetGroup: { DeveloperName: string } }>(
      admin,
      'SELECT Assignee.Username, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE PermissionSetGroupId != null',
    );
    assert.deepEqual(
      personas.map((row) => `${row.Assignee.Username} ${row.PermissionSetGroup.DeveloperName}`).sort(),
      demoUsers.map((user) => `${usernameOf(user)} ${user.group}`).sort(),
    );
    for (const object of ['Account', 'Opportunity', 'Project__c', 'Resource__c', 'RateCard__c', 'Role__c']) {
      assert.equal((await admin.query(`SELECT COUNT() FROM ${object}`)).totalSize, 0, object);
    }
    for (const user of demoUsers) assert.match(org.output, new RegExp(usernameOf(user).replaceAll('.', '\\.')));
  });

  it('refuses a port that is taken, and says so', async () => {
    const second = await ServedOrg.spawn({ data: newFolder(), demo: false, port: org.port });
    assert.equal(await second.exit(), 1);
    assert.match(second.output, new RegExp(`Port ${org.port} is taken`));
  });

  it('refuses a database that another process has open, and says so', async () => {
    const second = await ServedOrg.spawn({ data, demo: false });
    assert.equal(await second.exit(), 1);
    assert.match(second.output, /is in use by another process/);
  });

  it('keeps its records over a restart', async () => {
    const created = await (await logIn(org.url, 'admin')).sobject('Account').create({ Name: 'Kept' });
    assert.ok(created.success);
    assert.equal(await org.stop('SIGTERM'), 0);
    org = await ServedOrg.start({ data, demo: false });
    assert.equal(await accountsNamed(org, 'Kept'), 1);
  });

  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    it(`holds whole saves only after ${signal} in the middle of some, and every one that was answered`, async () => {
      const admin = await logIn(org.url, 'admin');
      const records = Array.from({ length: SAVED_TOGETHER }, (_, index) => ({ Name: `${signal} ${index}` }));
      const saves = Array.from({ length: 5 }, () =>
        admin
          .sobject('Account')
          .create(records, { allOrNone: true })
          .then(
            () => true,
            () => false,
          ),
      );
      await saves[0];
      await org.stop(signal);
      const answered = (await Promise.all(saves)).filter(Boolean).length;

      org = await ServedOrg.start({ data, demo: false });
      const saved = await accountsNamed(org, `${signal} %`);
      assert.equal(saved % SAVED_TOGETHER, 0, `${saved} records are there`);
      assert.ok(saved >= answered * SAVED_TOGETHER, `${saved} records are there of ${answered} saves`);
    });
  }
});

describe('a folder that holds something else', () => {
  async function assertRefused(make: (file: string) => void): Promise<void> {
    const folder = newFolder();
    const file = path.join(folder, DATABASE_FILE);
    make(file);
    const before = readFileSync(file);
    const org = await ServedOrg.spawn({ data: folder, demo: false });
    assert.equal(await org.exit(), 1);
    assert.match(org.output, /is not a database of a local org\. Move it away/);
    assert.deepEqual(readFileSync(file), before, 'The file is left as it is.');
  }

  it('is refused when it is the database of another program', () =>
    assertRefused((file) => {
      const database = new DatabaseSync(file);
      database.exec('CREATE TABLE recipes (name TEXT)');
      database.close();
    }));

  it('is refused when it is no database at all', () =>
    assertRefused((file) => writeFileSync(file, 'Dear diary, '.repeat(200))));
});

describe('a database of another version', () => {
  async function refusalOfVersion(change: number): Promise<string> {
    const database = new DatabaseSync(path.join(data, DATABASE_FILE));
    const row = database.prepare('PRAGMA user_version').get();
    const version = Number(row?.['user_version']);
    database.exec(`PRAGMA user_version = ${version + change}`);
    database.close();
    const org = await ServedOrg.spawn({ data, demo: false });
    assert.equal(await org.exit(), 1);
    const restored = new DatabaseSync(path.join(data, DATABASE_FILE));
    restored.exec(`PRAGMA user_version = ${version}`);
    restored.close();
    return org.output;
  }

  it('is refused when it is older, with what to do', async () => {
    assert.match(await refusalOfVersion(-1), /can no longer read .*Move the file away/s);
  });

  it('is refused when it is newer, with what to do', async () => {
    assert.match(await refusalOfVersion(1), /written by a newer local org .*Update the local org/s);
  });
});

describe('demo data that was interrupted while it was made', () => {
  it('is thrown away and made again', async () => {
    const folder = newFolder();
    const half = await ServedOrg.spawn({ data: folder, demo: true });
    await half.says('Making sixty consultants');
    await half.stop('SIGKILL');

    const org = await ServedOrg.start({ data: folder, demo: true });
    try {
      assert.match(org.output, /interrupted while it made the demo data; starting over/);
      const admin = await logIn(org.url, 'admin');
      assert.equal((await admin.query('SELECT COUNT() FROM Resource__c')).totalSize, 60);
      assert.equal((await admin.query('SELECT COUNT() FROM Opportunity')).totalSize, 40);
      const won = (status: string) =>
        admin.query(`SELECT COUNT() FROM Project__c WHERE Opportunity__c != null AND Status__c = '${status}'`);
      assert.equal((await won('In Progress')).totalSize, 12);
      assert.equal((await won('Planned')).totalSize, 3);
    } finally {
      await org.stop();
    }
  });
});
