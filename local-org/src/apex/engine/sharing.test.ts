import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueryOptions } from '../../database/services.ts';
import type { SoqlQuery } from '../../database/soql/ast.ts';
import type { Transaction } from '../../database/transaction.ts';
import { testProject } from '../test-support/program.ts';
import { executeAnonymous } from './execute-anonymous.ts';

const classes = ['with', 'without', 'inherited'].map((mode) => {
  const name = mode[0].toUpperCase() + mode.slice(1);
  return `public ${mode} sharing class ${name} {
    public static void ask() { List<Account> found = [SELECT Id FROM Account]; }
    public static void askUndeclared() { Undeclared.ask(); ask(); }
  }`;
});
const undeclared =
  'public class Undeclared { public static void ask() { List<Account> found = [SELECT Id FROM Account]; } }';

/** Whether each query that the block runs enforces sharing, in order. */
function sharingOf(source: string): boolean[] {
  const project = testProject([...classes, undeclared]);
  const { engine, org } = project.database;
  const asked: boolean[] = [];
  const query = {
    run: (tx: Transaction, soql: SoqlQuery, options: QueryOptions) => {
      asked.push(options.sharing);
      return engine.run(tx, soql, options);
    },
  };
  Object.assign(org, { query });
  const result = project.run((tx) => executeAnonymous(tx, project.program, source));
  assert.equal(result.exceptionMessage ?? result.compileProblem, null);
  return asked;
}

test('the class whose code asks decides about sharing, and its caller where it says nothing', () => {
  assert.deepEqual(sharingOf('With.ask(); Without.ask(); Inherited.ask(); Undeclared.ask();'), [
    true,
    false,
    true,
    true,
  ]);
  assert.deepEqual(sharingOf('Without.askUndeclared();'), [false, false]);
  assert.deepEqual(sharingOf('With.askUndeclared();'), [true, true]);
});

test('user mode always enforces sharing', () => {
  assert.deepEqual(sharingOf('List<Account> found = [SELECT Id FROM Account WITH USER_MODE];'), [true]);
});

test('the mode of the caller is back after a call that failed', () => {
  const failing = `try { Without.ask(); throw new IllegalArgumentException(); } catch (Exception e) {} Undeclared.ask();`;
  assert.deepEqual(sharingOf(failing), [false, true]);
});
