/** State of the running test: where it stands between `Test.startTest` and `Test.stopTest`, and its mocks. */
import type { Limits } from '../../../database/limits.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { throwApex, type ApexObject } from '../../runtime/index.ts';
import { reportCpu } from '../../runtime/machine.ts';
import { reportPublished } from './publish-callbacks.ts';

export interface TestContext {
  phase: 'before' | 'started' | 'stopped';
  /** The limits of the test outside of start and stop, and those between them. */
  limits: Limits | null;
  startedLimits: Limits | null;
  /** `@IsTest(SeeAllData=true)`. */
  seesAllData: boolean;
  /** Since `Test.enableChangeDataCapture`. */
  capturesChanges: boolean;
  /** By the qualified name of the interface. */
  readonly mocks: Map<string, ApexObject>;
}

let current: TestContext | null = null;

/** Runs `fn` as one test. What it queues runs in transactions of its own, which see the same mocks. */
export function withTestContext<T>(fn: (context: TestContext) => T): T {
  const former = current;
  const context: TestContext = {
    phase: 'before',
    limits: null,
    startedLimits: null,
    seesAllData: false,
    capturesChanges: false,
    mocks: new Map(),
  };
  current = context;
  try {
    return fn(context);
  } finally {
    current = former;
  }
}

/** The running test. */
export function testContext(): TestContext {
  if (current === null) {
    throwApex('System.UnsupportedOperationException', 'Test methods can only be called from a test');
  }
  return current;
}

/** "Call startTest … once": the code that follows has governor limits of its own ("Using Limits, startTest, and stopTest"). */
export function startTest(): void {
  const tx = currentTransaction();
  const context = testContext();
  if (context.phase !== 'before') throwApex('System.FinalException', 'Testing already started');
  reportCpu();
  context.phase = 'started';
  context.limits = tx.limits;
  context.startedLimits = tx.limits.fresh();
  tx.limits = context.startedLimits;
}

/** Runs what was queued and gives the former limits back. */
export function stopTest(): void {
  const tx = currentTransaction();
  const context = testContext();
  if (context.phase !== 'started') throwApex('System.FinalException', 'Testing not started');
  reportCpu();
  context.phase = 'stopped';
  try {
    tx.org.async.runPending(tx);
    reportPublished(true);
  } finally {
    tx.limits = context.limits!;
  }
}

/** "Change events are … not generated in tests unless" it is asked for ("Test Class, enableChangeDataCapture", Apex Reference Guide). */
export function capturesChanges(): boolean {
  return current?.capturesChanges === true;
}

/** "Connect in Apex … Test methods … must use @IsTest(SeeAllData=true)" ("Testing ConnectApi Code", Apex Developer Guide). */
export function refuseInSiloedTest(): void {
  if (current === null || current.seesAllData) return;
  throwApex(
    'System.UnsupportedOperationException',
    'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
  );
}
