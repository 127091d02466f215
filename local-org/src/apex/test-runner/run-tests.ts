/**
 * Runs Apex tests. For each class its `@TestSetup` methods run once; every test then runs in a transaction of its own, with
 * fresh static variables and limits, and what it wrote is undone ("Isolation of Test Data from Organization Data in Unit Tests", "Using Test
 * Setup Methods"; Apex Developer Guide).
 */
import { runTransaction, type Transaction, type TransactionOptions } from '../../database/transaction.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import { entrySharing } from '../engine/entry.ts';
import { NotSupported } from '../../schema/errors.ts';
import { ApexFailure, asFailure } from '../engine/failure.ts';
import { withTestContext, type TestContext } from '../library/support/test-context.ts';
import type { RuntimeClass, RuntimeMethod } from '../runtime/index.ts';
import { enter, machine } from '../runtime/machine.ts';
import type { CompileError } from '../parse/errors.ts';
import { coverageReport } from './coverage-report.ts';
import { discoverTests, saysSeeAllData, type TestClass, type TestFilter } from './discover.ts';
import { limitUse, type TestMethodResult, type TestRunResult } from './results.ts';
import { uncompiledTests } from './uncompiled.ts';

/** The data that tests run on: what every org has, and none of its business records. */
export interface TestHost {
  transaction<T>(options: TransactionOptions, fn: (tx: Transaction) => T): T;
  /** Called before the tests of each class. */
  prepare?(): void;
}

export interface TestRunOptions extends TestFilter {
  readonly host: TestHost;
  /** Keep the debug log of every test. */
  readonly logs?: boolean;
  /** Called as each test ends. */
  readonly onResult?: (result: TestMethodResult) => void;
}

export function runTests(
  program: CompiledProgram,
  compileErrors: readonly CompileError[],
  options: TestRunOptions,
): TestRunResult {
  const started = performance.now();
  program.coverage?.reset();
  const tests: TestMethodResult[] = [];
  const report = (result: TestMethodResult): void => {
    tests.push(result);
    options.onResult?.(result);
  };
  for (const result of uncompiledTests(program, compileErrors, options)) report(result);
  for (const testClass of discoverTests(program, options)) runClass(program, testClass, options, report);
  const failed = tests.filter(({ outcome }) => outcome !== 'Pass').length;
  return {
    tests,
    passed: tests.length - failed,
    failed,
    milliseconds: performance.now() - started,
    ...(program.coverage === undefined ? {} : { coverage: coverageReport(program.coverage) }),
  };
}

function runClass(
  program: CompiledProgram,
  testClass: TestClass,
  { host, logs = false }: TestRunOptions,
  report: (result: TestMethodResult) => void,
): void {
  host.prepare?.();
  host.transaction({ isTest: true, rollback: true }, (tx) => {
    const setupFailure = runSetup(tx, program, testClass);
    for (const method of testClass.tests) {
      report(
        setupFailure === null ? runTest(tx, program, testClass, method, logs) : failed(testClass, method, setupFailure),
      );
    }
  });
}

/** What the setup failed with; null when it went well. */
function runSetup(tx: Transaction, program: CompiledProgram, { runtimeClass, setup }: TestClass): Failure | null {
  for (const method of setup) {
    try {
      withTestContext(() =>
        inTransaction(tx, { isTest: true }, (inner) => {
          invoke(inner, program, runtimeClass, method);
          inner.org.async.runPending(inner);
        }),
      );
    } catch (error) {
      return describe(error);
    }
  }
  return null;
}

function runTest(
  outer: Transaction,
  program: CompiledProgram,
  testClass: TestClass,
  method: RuntimeMethod,
  logs: boolean,
): TestMethodResult {
  const started = performance.now();
  const run = (tx: Transaction, context: TestContext): TestMethodResult => {
    const whole = tx.limits;
    context.seesAllData = [testClass.runtimeClass, method].some(saysSeeAllData);
    let failure: Failure | null = null;
    try {
      invoke(tx, program, testClass.runtimeClass, method);
    } catch (error) {
      failure = describe(error);
    }
    return {
      className: testClass.runtimeClass.name,
      methodName: method.name,
      outcome: failure === null ? 'Pass' : 'Fail',
      message: failure?.message ?? null,
      stackTrace: failure?.stackTrace ?? null,
      ...(failure?.notSupported === undefined ? {} : { notSupported: failure.notSupported }),
      milliseconds: performance.now() - started,
      limits: limitUse(whole),
      testLimits: context.startedLimits === null ? null : limitUse(context.startedLimits),
      seesAllData: testClass.seesAllData,
      ...(logs ? { log: tx.log.lines } : {}),
    };
  };
  return withTestContext((context) => inTransaction(outer, { isTest: true, rollback: true }, (tx) => run(tx, context)));
}

/** A transaction inside the class's, which the store keeps apart by a savepoint. */
function inTransaction<T>(outer: Transaction, options: TransactionOptions, fn: (tx: Transaction) => T): T {
  return runTransaction(outer.store, outer.org, outer.user, options, fn);
}

function invoke(tx: Transaction, program: CompiledProgram, runtimeClass: RuntimeClass, method: RuntimeMethod): void {
  enter(tx, program, () => {
    machine.sharing = entrySharing(runtimeClass, false);
    method.invoke(null, []);
  });
}

interface Failure {
  readonly message: string;
  readonly stackTrace: string | null;
  readonly notSupported?: string;
}

/** Apex exceptions in the platform's words; a fault of the local org with its own stack. */
function describe(error: unknown): Failure {
  const unsupported = unsupportedIn(error);
  if (unsupported !== undefined) {
    const { feature: notSupported, message, stack = null } = unsupported;
    return { message, stackTrace: stack, notSupported };
  }
  const failure = asFailure(error);
  if (failure instanceof ApexFailure) return { message: failure.message, stackTrace: failure.apexStack };
  return error instanceof Error
    ? { message: error.message, stackTrace: error.stack ?? null }
    : { message: String(error), stackTrace: null };
}

/** Layers between may have wrapped it. */
function unsupportedIn(error: unknown): NotSupported | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof NotSupported) return at;
  return undefined;
}

function failed(testClass: TestClass, method: RuntimeMethod, failure: Failure): TestMethodResult {
  return {
    className: testClass.runtimeClass.name,
    methodName: method.name,
    outcome: 'Fail',
    ...failure,
    milliseconds: 0,
    limits: null,
    testLimits: null,
    seesAllData: testClass.seesAllData,
  };
}
