/** Source and requests that mean no good: each ends in the platform's error, and nothing is lost. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { objectFiles } from '../automation/test-support/metadata.ts';
import { OpenOrg } from './test-support/open-org.ts';

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';

function trigger(name: string, body: string): Record<string, string> {
  return {
    [`triggers/${name}.trigger`]: body,
    [`triggers/${name}.trigger-meta.xml`]:
      '<ApexTrigger><apiVersion>66.0</apiVersion><status>Active</status></ApexTrigger>',
  };
}

test('formulas that refer to each other are refused at deploy', () => {
  const files = objectFiles('Loop__c', {
    definition: NAMED,
    fields: {
      A__c: { type: 'Number', precision: 8, scale: 2, formula: 'B__c + 1' },
      B__c: { type: 'Number', precision: 8, scale: 2, formula: 'A__c + 1' },
    },
  });
  const { problems } = new OpenOrg(files).org.report;
  assert.match(
    problems.map(({ message }) => message).join('\n'),
    /A__c: Formula cannot use another formula field that/,
  );
});

test('triggers that start each other end at the depth of 16, and leave nothing', () => {
  const org = new OpenOrg({
    ...objectFiles('Ping__c', { definition: NAMED }),
    ...objectFiles('Pong__c', { definition: NAMED }),
    ...trigger('Ping', `trigger Ping on Ping__c (after insert) { insert new Pong__c(Name = 'again'); }`),
    ...trigger('Pong', `trigger Pong on Pong__c (after insert) { insert new Ping__c(Name = 'again'); }`),
  });
  assert.throws(
    () => org.insert('Ping__c', { Name: 'first' }),
    /Maximum trigger depth exceeded|maximum trigger depth exceeded/,
  );
  assert.deepEqual(org.query('SELECT COUNT(Id) FROM Ping__c'), [0]);
  org.org.close();
});

test('a rule whose regular expression backtracks without end fails the save', () => {
  const org = new OpenOrg(
    objectFiles('Word__c', {
      definition: NAMED,
      rules: { Shape: { condition: 'REGEX(Name, "(a+)+b")', message: 'no' } },
    }),
  );
  assert.throws(() => org.insert('Word__c', { Name: 'a'.repeat(70) }), /Regex too complicated/);
  org.insert('Word__c', { Name: 'short' });
  org.org.close();
});

test('a rule whose texts grow without end fails the save, soon', () => {
  const grown = Array.from({ length: 12 }).reduce<string>((text) => `SUBSTITUTE(${text}, "a", "aaaaaaaaaa")`, 'Name');
  for (const text of [grown, 'LPAD(Name, 2000000000, "x")', 'RPAD(LPAD(Name, 5000000), 7000000)']) {
    const org = new OpenOrg(
      objectFiles('Word__c', { definition: NAMED, rules: { Size: { condition: `LEN(${text}) = 1`, message: 'no' } } }),
    );
    assert.throws(() => org.insert('Word__c', { Name: 'aaaa' }), /String length exceeds maximum: 6000000/);
    const { exceptionMessage } = org.apex(`try { insert new Word__c(Name = 'aaaa'); } catch (Exception e) { return; }`);
    assert.match(exceptionMessage ?? '', /LimitException: .*String length exceeds maximum/);
    assert.deepEqual(org.query('SELECT COUNT(Id) FROM Word__c'), [0]);
    org.org.close();
  }
});

test('dynamic queries cannot be bent by what is bound, and broken ones are query exceptions', () => {
  const org = new OpenOrg(objectFiles('Safe__c', { definition: NAMED }));
  org.insert('Safe__c', { Name: `x' OR Name != '` });
  org.insert('Safe__c', { Name: 'other' });
  const count = (soql: string): string => `
    String text = 'x\\' OR Name != \\'';
    Integer found;
    try { found = Database.query('${soql}').size(); } catch (QueryException e) { found = -1; }
    System.assertEquals(WANTED, found);`;
  const check = (soql: string, wanted: number): void => {
    const result = org.apex(count(soql).replace('WANTED', String(wanted)));
    assert.equal(result.success, true, `${soql}: ${JSON.stringify(result)}`);
  };
  check('SELECT Id FROM Safe__c WHERE Name = :text', 1);
  check(`SELECT Id FROM Safe__c WHERE Name = \\'' + String.escapeSingleQuotes(text) + '\\'`, 1);
  check(`SELECT Id FROM Safe__c WHERE Name = \\'' + text + '\\'`, 2);
  check('SELECT Id FROM Safe__c; DROP TABLE Safe__c', -1);
  check(`SELECT Id FROM Safe__c WHERE Name = \\'a\\' UNION SELECT Id FROM User`, -1);
  check('SELECT Id, (SELECT Id FROM Missing__r) FROM Safe__c', -1);
  check(`SELECT Id FROM Safe__c WHERE ${'('.repeat(3000)}Name = null${')'.repeat(3000)}`, -1);
  check(`SELECT Id FROM Safe__c WHERE Id IN (\\'1\\') LIMIT -1`, -1);
  assert.deepEqual(org.query('SELECT COUNT(Id) FROM Safe__c'), [2]);
  org.org.close();
});

test('rows locked by a query are free when its transaction ends, and a locked record stops all that is saved with it', () => {
  const org = new OpenOrg(objectFiles('Safe__c', { definition: NAMED }));
  const [free, locked] = ['free', 'locked'].map((name) => org.insert('Safe__c', { Name: name }));
  const lockAll = `List<Safe__c> rows = [SELECT Id, Name FROM Safe__c WHERE Id = '${free}' FOR UPDATE]; rows[0].Name += '!'; update rows;`;
  // One transaction runs at a time: a row that another one has locked cannot be met.
  assert.match(org.apex(`${lockAll} throw new IllegalArgumentException('late');`).exceptionMessage ?? '', /late/);
  assert.equal(org.apex(lockAll).success, true);
  assert.equal(org.apex(lockAll).success, true);
  assert.deepEqual(org.read('Safe__c', free, 'Name'), ['free!!']);

  assert.equal(org.apex(`Approval.lock('${locked}');`).success, true);
  const user = org.addUser('user@example.com', 'Standard User', {});
  const asUser = (source: string) => org.run((tx) => org.org.apex.executeAnonymous(tx, source), user);
  const both = `List<Safe__c> rows = new List<Safe__c>{ new Safe__c(Id = '${free}', Name = 'x'), new Safe__c(Id = '${locked}', Name = 'x') };`;
  assert.match(asUser(`${both} update rows;`).exceptionMessage ?? '', /ENTITY_IS_LOCKED/);
  assert.deepEqual(org.query('SELECT Name FROM Safe__c ORDER BY Name'), ['free!!', 'locked']);
  const partly = `${both} List<Database.SaveResult> results = Database.update(rows, false);
    System.assert(results[0].isSuccess() && results[1].getErrors()[0].getStatusCode() == StatusCode.ENTITY_IS_LOCKED);`;
  assert.equal(asUser(partly).exceptionMessage, null);
  assert.deepEqual(org.query('SELECT Name FROM Safe__c ORDER BY Name'), ['locked', 'x']);
  assert.equal(org.apex(`Approval.unlock('${locked}');`).success, true);
  assert.equal(asUser(`${both} update rows;`).exceptionMessage, null);
  org.org.close();
});

test('values and source that are nested too deeply end alone', () => {
  const org = new OpenOrg();
  const failure = (source: string): string => {
    const { compileProblem, exceptionMessage } = org.apex(source);
    return compileProblem ?? exceptionMessage ?? 'none';
  };
  assert.match(failure(`Integer i = ${'1+'.repeat(3000)}1;`), /nested too deeply/);
  assert.match(failure(`JSON.deserializeUntyped('['.repeat(100000));`), /LimitException|JSONException/);
  assert.match(failure(`List<Object> all = new List<Object>(); all.add(all); JSON.serialize(all);`), /LimitException/);
  assert.equal(failure('Integer i = 1;'), 'none');
  org.close();
});

test('a process that is killed while it saves loses what was not committed, and no more', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-org-'));
  const database = path.join(folder, 'org.sqlite');
  const script = fileURLToPath(new URL('test-support/save-for-ever.ts', import.meta.url));
  try {
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [script, database], { stdio: ['ignore', 'pipe', 'inherit'] });
      let committed = 0;
      child.stdout.on('data', (text: Buffer) => {
        committed += text.toString().split('\n').length - 1;
        if (committed >= 3) child.kill('SIGKILL');
      });
      await once(child, 'close');
      assert.ok(committed >= 3);
    }
    const org = new OpenOrg({}, { database });
    assert.equal(org.org.store.prepare('PRAGMA integrity_check').get()?.[0], 'ok');
    // Each transaction saves an account and its ten contacts.
    const accounts = Number(org.query('SELECT COUNT(Id) FROM Account')[0]);
    assert.ok(accounts >= 9);
    assert.deepEqual(org.query('SELECT COUNT(Id) FROM Contact WHERE AccountId != null'), [accounts * 10]);
    org.insert('Account', { Name: 'goes on' });
    org.org.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
