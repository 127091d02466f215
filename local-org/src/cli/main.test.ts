import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { ProjectFolder } from './test-support/project-folder.ts';

const project = new ProjectFolder();
after(() => project.remove());

const main = path.join(import.meta.dirname, 'main.ts');
const data = path.join(project.path, 'data');

function cli(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, LOCAL_ORG_DATA: data, NODE_TEST_CONTEXT: undefined },
  });
  return { status, stdout, stderr };
}

describe('test', () => {
  test('runs Apex tests, and ends with how many passed and failed', () => {
    const { status, stdout } = cli(['test', project.path]);
    assert.match(stdout, /✓ CratesTest\.shouldDouble/);
    assert.match(stdout, /\n1 passed, 0 failed\n$/);
    assert.equal(status, 0);
  });

  test('a failure says where, and is the exit code', () => {
    const failing = `@IsTest private class BrokenTest {
      @IsTest static void shouldFail() { Assert.areEqual(1, 2, 'numbers'); }
    }`;
    const other = new ProjectFolder({ 'classes/BrokenTest.cls': failing });
    const { status, stdout } = cli(['test', other.path, '--class', 'BrokenTest', '--limits']);
    other.remove();
    assert.match(stdout, /✗ BrokenTest\.shouldFail.*\n\s+System\.AssertException.*numbers/);
    assert.match(stdout, /Class\.BrokenTest\.shouldFail: line 2/);
    assert.match(stdout, /\n0 passed, 1 failed\n$/);
    assert.equal(status, 1);
  });

  test('answers as JSON, with coverage of the classes that are no tests', () => {
    const report = JSON.parse(cli(['test', project.path, '--json', '--coverage']).stdout) as {
      readonly passed: number;
      readonly failed: number;
      readonly coverage: { readonly covered: number; readonly lines: number };
      readonly coverageByClass: readonly { readonly name: string }[];
    };
    assert.deepEqual([report.passed, report.failed], [1, 0]);
    assert.deepEqual(
      report.coverageByClass.map(({ name }) => name),
      ['Crates'],
    );
    assert.ok(report.coverage.covered > 0 && report.coverage.covered < report.coverage.lines);
  });
});

describe('exec and query', () => {
  test('anonymous Apex changes the database of the data folder, and a query reads it in three formats', () => {
    const source = `insert new List<Crate__c>{ new Crate__c(Name = 'A, "B"', Size__c = 3), new Crate__c(Name = 'C') };
      System.debug('made ' + Crates.doubled(1));`;
    const run = cli(['exec', project.path], source);
    assert.equal(run.stderr, '');
    assert.equal(run.stdout, 'made 2\n');
    const soql = 'SELECT Name, Size__c, Owner.Name FROM Crate__c ORDER BY Name';
    assert.equal(
      cli(['query', soql, project.path, '--format', 'csv']).stdout,
      'Name,Size__c,Owner.Name\n"A, ""B""",3,Org Administrator\nC,,Org Administrator\n',
    );
    const answer = JSON.parse(cli(['query', soql, project.path, '--format', 'json']).stdout) as { records: unknown[] };
    assert.deepEqual(answer.records[1], {
      Name: 'C',
      Size__c: null,
      Owner: { Name: 'Org Administrator' },
    });
    assert.match(
      cli(['query', soql, project.path]).stdout,
      /^Name {4}Size__c {2}Owner\.Name\n─+.*\n.*\n.*\n2 records\n$/,
    );
    assert.equal(cli(['query', 'SELECT COUNT() FROM Crate__c', project.path]).stdout, '2 records\n');
  });

  test('code that fails changes nothing and says why', () => {
    const run = cli(['exec', project.path], "insert new Crate__c(Name = 'Gone'); Integer i = 1 / 0;");
    assert.match(run.stderr, /System\.MathException: Divide by 0\n.*AnonymousBlock: line 1/);
    assert.equal(run.status, 1);
    const bad = cli(['exec', '--memory', project.path], 'Integer i = nothing;');
    assert.match(bad.stderr, /Line 1, column \d+: Variable does not exist: nothing/);
    assert.equal(
      cli(['query', "SELECT Id FROM Crate__c WHERE Name = 'Gone'", project.path, '--format', 'csv']).stdout,
      'Id\n',
    );
  });

  test('malformed SOQL is shown in the words of the platform', () => {
    const { status, stderr } = cli(['query', 'SELECT Nope FROM Crate__c', '--memory', project.path]);
    assert.match(stderr, /No such column 'Nope' on entity 'Crate__c'/);
    assert.equal(status, 1);
  });
});

describe('deploy', () => {
  test('lists what does not work and what nothing acts on', () => {
    const other = new ProjectFolder({
      'classes/Wrong.cls': 'public class Wrong { Integer i = missing; }',
      'classes/Wrong2.cls': 'public class Wrong2 { void run() { Wrong.go(); } }',
      'sites/Shop.site-meta.xml': '<CustomSite><masterLabel>Shop</masterLabel></CustomSite>',
    });
    const { status, stdout } = cli(['deploy', '--memory', other.path]);
    other.remove();
    assert.match(stdout, /Apex error {2}.*Wrong\.cls:1:\d+ {2}Variable does not exist: missing/);
    assert.match(stdout, /Not acted on {2}CustomSite/);
    assert.match(stdout, /Deployed .*objects?, 4 classes.* in \d/);
    assert.equal(status, 1);
  });

  test('source that cannot be read stops it, with file and line', () => {
    const other = new ProjectFolder({
      'objects/Crate__c/Crate__c.object-meta.xml': '<CustomObject>\n<nope/></CustomObject>',
    });
    const { status, stderr } = cli(['deploy', '--memory', other.path]);
    other.remove();
    assert.match(stderr, /Crate__c\.object-meta\.xml:2: <CustomObject> has no element <nope>/);
    assert.equal(status, 1);
  });
});

test('mistakes in the command are explained', () => {
  assert.equal(cli([]).status, 2);
  assert.match(cli(['fly']).stderr, /There is no command fly/);
  assert.match(cli(['query']).stderr, /The query is missing/);
  assert.match(cli(['test', '--fast']).stderr, /Unknown option '--fast'/);
  assert.match(
    cli(['query', 'SELECT Id FROM User', '--memory', '--user', 'x@y.z', project.path]).stderr,
    /no active user x@y\.z/,
  );
  assert.match(cli(['test', '/no/such/folder']).stderr, /There is no folder/);
});
