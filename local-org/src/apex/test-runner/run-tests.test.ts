import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMIN, TestDatabase } from '../../database/test-support/database.ts';
import { runTransaction, type Transaction, type TransactionOptions } from '../../database/transaction.ts';
import { buildProgram } from '../compile/program-builder.ts';
import { libraryClasses } from '../library/index.ts';
import { fakeDml, testSchema } from '../test-support/program.ts';
import type { TestFilter } from './discover.ts';
import type { TestMethodResult, TestRunResult } from './results.ts';
import { runTests } from './run-tests.ts';

function run(filter: TestFilter, ...sources: readonly string[]): TestRunResult {
  const classes = sources.map((source) => {
    const name = /class (\w+)/.exec(source)![1];
    return { name, source, file: `${name}.cls` };
  });
  const { program, errors } = buildProgram(
    { classes },
    { schema: testSchema, library: libraryClasses, coverage: true },
  );
  const database = new TestDatabase(testSchema);
  const { store, org } = database;
  Object.assign(org, { dml: fakeDml(database), async: { runPending: () => undefined } });
  const transaction = <T>(options: TransactionOptions, fn: (tx: Transaction) => T): T =>
    runTransaction(store, org, ADMIN, options, fn);
  return runTests(program, errors, { host: { transaction }, ...filter });
}

function outcomes(result: TestRunResult): string[] {
  return result.tests.map((entry: TestMethodResult) => `${entry.className}.${entry.methodName} ${entry.outcome}`);
}

const counting = `
  @IsTest private class CountingTest {
    static Integer calls = 0;
    @TestSetup static void make() { calls = 5; insert new Account(Name = 'Base'); }
    @IsTest static void first() {
      calls++;
      insert new Account(Name = 'Extra');
      System.assertEquals(2, [SELECT COUNT() FROM Account]);
      System.assertEquals(1, calls);
    }
    @IsTest static void second() {
      calls++;
      System.assertEquals(1, [SELECT COUNT() FROM Account]);
      System.assertEquals(1, calls);
    }
    static testMethod void third() { System.assert(Test.isRunningTest()); }
    static void unrelated() {}
  }`;

test('tests see what the setup made, and nothing of each other', () => {
  const result = run({}, counting);
  assert.deepEqual(
    result.tests.map(({ message }) => message),
    [null, null, null],
  );
  assert.deepEqual(outcomes(result), [
    'CountingTest.first Pass',
    'CountingTest.second Pass',
    'CountingTest.third Pass',
  ]);
  assert.equal(result.passed, 3);
});

test('a failure has the message and the stack of Apex', () => {
  const source = `@IsTest class BrokenTest {
    static void check() {
      System.assertEquals(1, 2, 'numbers');
    }
    @IsTest static void fails() { try { check(); } catch (Exception e) { return; } }
  }`;
  const [result] = run({}, source).tests;
  assert.equal(result.outcome, 'Fail');
  assert.equal(result.message, 'System.AssertException: Assertion Failed: numbers: Expected: 1, Actual: 2');
  assert.match(result.stackTrace!, /^Class\.BrokenTest\.check: line 3, column 1\nClass\.BrokenTest\.fails: line 5/);
});

test('a setup that fails, fails its tests', () => {
  const source = `@IsTest class SetupTest {
    @TestSetup static void make() { Integer zero = 0; Integer bad = 1 / zero; }
    @IsTest static void one() {}
    @IsTest static void two() {}
  }`;
  const result = run({}, source);
  assert.deepEqual(outcomes(result), ['SetupTest.one Fail', 'SetupTest.two Fail']);
  assert.equal(result.tests[0].message, 'System.MathException: Divide by 0');
});

test('startTest gives limits of its own, which are reported apart', () => {
  const source = `@IsTest class LimitTest {
    @IsTest static void counts() {
      Integer before = [SELECT COUNT() FROM Account];
      Test.startTest();
      System.assertEquals(0, Limits.getQueries());
      for (Integer i = 0; i < 3; i++) { before += [SELECT COUNT() FROM Account]; }
      System.assertEquals(3, Limits.getQueries());
      Test.stopTest();
      System.assertEquals(1, Limits.getQueries());
    }
    @IsTest static void twice() { Test.startTest(); Test.startTest(); }
  }`;
  const [counts, twice] = run({}, source).tests;
  assert.equal(counts.message, null);
  assert.deepEqual(counts.limits!.soqlQueries, { used: 1, allowed: 100 });
  assert.deepEqual(counts.testLimits!.soqlQueries, { used: 3, allowed: 100 });
  assert.equal(twice.message, 'System.FinalException: Testing already started');
});

test('classes and methods can be chosen, in any case', () => {
  const other = '@IsTest class OtherTest { @IsTest static void runs() {} @IsTest static void rests() {} }';
  assert.deepEqual(outcomes(run({ classes: ['othertest'] }, counting, other)), [
    'OtherTest.runs Pass',
    'OtherTest.rests Pass',
  ]);
  assert.deepEqual(outcomes(run({ methods: ['OTHERTEST.rests'] }, counting, other)), ['OtherTest.rests Pass']);
});

test('a test class that does not compile is a failure', () => {
  const result = run({}, "@IsTest class BadTest { @IsTest static void runs() { Integer x = 'text'; } }", counting);
  assert.equal(result.tests[0].outcome, 'CompileFail');
  assert.match(result.tests[0].message!, /^BadTest\.cls:1 Illegal assignment from String to Integer/);
  assert.equal(result.failed, 1);
  assert.equal(result.passed, 3);
});

test('coverage counts the lines of the classes that are no tests', () => {
  const subject = `public class Subject {
    public static Integer half(Integer value) {
      if (value < 0) {
        return 0;
      }
      return value / 2;
    }
  }`;
  const subjectTest =
    '@IsTest class SubjectTest { @IsTest static void halves() { System.assertEquals(2, Subject.half(4)); } }';
  const { coverage } = run({}, subject, subjectTest);
  assert.deepEqual(coverage!.classes, [
    { name: 'Subject', file: 'Subject.cls', coveredLines: [3, 6], uncoveredLines: [4] },
  ]);
  assert.equal(Math.round(coverage!.percent), 67);
});
