import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ProjectFolder } from '../test-support/project-folder.ts';
import { conformance } from './conformance.ts';

const library = new ProjectFolder({
  'classes/Doubler.cls': 'public virtual class Doubler { public Integer twice(Integer i) { return i * 2; } }',
});
const project = new ProjectFolder({
  'classes/Mixed.cls': `public class Mixed {
    public static Integer good() { return new Doubler().twice(2); }
    public static Integer bad() { return Nowhere.value; }
  }`,
  'classes/MixedTest.cls': `@IsTest private class MixedTest {
    @IsTest static void works() { Assert.areEqual(4, Mixed.good()); }
    @IsTest static void fails() { Assert.areEqual(5, Mixed.good(), 'sum'); }
    @IsTest static void reachesWhatDoesNotCompile() { Mixed.bad(); }
    @IsTest static void reachesWhatIsNotBuilt() { Schema.describeTabs(); }
  }`,
  'classes/UnreadableTest.cls': '@IsTest private class UnreadableTest { @IsTest static void half( }',
  'layouts/Crate__c-Crate.layout-meta.xml': '<Layout><nope/></Layout>',
});
after(() => [library, project].forEach((folder) => folder.remove()));

function run(...args: string[]): { lines: string[]; notes: string[] } {
  const [lines, notes]: string[][] = [[], []];
  const output = { print: (text: string) => lines.push(...text.split('\n')), note: (text: string) => notes.push(text) };
  assert.equal(conformance(args, output), 0);
  return { lines, notes };
}

test('tests of several folders run together, and nothing that is broken hides the rest', () => {
  const { lines, notes } = run(library.path, project.path);
  const summary = JSON.parse(lines.at(-1)!) as Record<string, number>;
  const { seconds, ...counts } = summary;
  assert.ok(seconds > 0);
  assert.deepEqual(counts, { compiled: 4, classes: 6, tests: 6, passed: 2, failed: 2, notSupported: 2 });
  assert.ok(lines.includes('✓ CratesTest: 1 passed, 0 failed, 0 not supported'));
  assert.ok(lines.includes('✗ MixedTest: 1 passed, 1 failed, 2 not supported'));
  assert.ok(lines.some((line) => line.startsWith('    ✗ fails: System.AssertException: Assertion Failed: sum')));
  assert.ok(lines.some((line) => line.startsWith('✗ UnreadableTest: 0 passed, 1 failed')));
  assert.ok(notes.some((note) => /^Metadata error .*nope/.test(note)));
  assert.ok(notes.some((note) => /^Apex error .*Mixed\.cls:3 .*Nowhere/.test(note)));
});

test('what is not supported is ranked by the tests that it blocks', () => {
  const { lines } = run(project.path, library.path, '--json');
  const report = JSON.parse(lines.join('\n')) as {
    passed: number;
    reasons: { reason: string; tests: number }[];
    byClass: { name: string; tests: { name: string; verdict: string }[] }[];
  };
  assert.equal(report.passed, 2);
  assert.deepEqual(
    report.reasons.map(({ reason, tests }) => [reason, tests]),
    [
      ['System.Schema.describeTabs', 1],
      ['code that does not compile here (Variable does not exist: Nowhere)', 1],
    ],
  );
  const mixed = report.byClass.find(({ name }) => name === 'MixedTest')!;
  assert.deepEqual(
    mixed.tests.map(({ verdict }) => verdict),
    ['passed', 'failed', 'notSupported', 'notSupported'],
  );
});

test('without a folder there is nothing to measure', () => {
  assert.throws(() => run(), /Which folders/);
});
