/**
 * What running Apex code needs at hand: the state of the transaction it runs in. There is one machine, because the engine
 * runs one transaction at a time; `enter` points it at the transaction's own execution and puts the former back.
 */
import { getHeapStatistics } from 'node:v8';
import { currentTransaction, type Transaction } from '../../database/transaction.ts';
import type { Program } from './program.ts';
import { throwApex } from './exception.ts';
import type { TriggerContext } from './trigger-context.ts';

/** Apex state of one transaction. */
export interface Execution {
  readonly program: Program;
  /** Static fields by class number; absent until the class is used. */
  statics: (object | undefined)[];
}

export interface Machine {
  /** Whether Apex code runs; nothing else here means anything when not. */
  running: boolean;
  program: Program;
  statics: (object | undefined)[];
  /** Depth of Apex calls. */
  depth: number;
  /** Whether record sharing is enforced for the code that runs. */
  sharing: boolean;
  /** CPU units left before the next report to the limits. */
  budget: number;
  trigger: TriggerContext | null;
  /** Set while a method runs that may not write (`@AuraEnabled(cacheable=true)`). */
  readOnly: boolean;
}

/** Units of CPU cost reported at a time; a unit is one loop turn or one method call and counts for half a microsecond. */
const budgetChunk = 10_000;
const unitsPerMillisecond = 2000;
/** Elements that the class library moves in the time of a unit. */
const elementsPerUnit = 100;
/** Part of the memory of the process that may be in use. */
const fullestHeap = 0.7;
/** Looking at the memory of the process costs as much as some hundred units, so not every report does it. */
const reportsPerLook = 10;

/** "Maximum stack depth reached" (Execution Governors and Limits). */
const maximumDepth = 1000;

export const machine: Machine = {
  running: false,
  program: undefined as unknown as Program,
  statics: [],
  depth: 0,
  sharing: false,
  budget: budgetChunk,
  trigger: null,
  readOnly: false,
};

const slot = Symbol('apex');

/**
 * The Apex state of a transaction, made on first use. What a test queued runs as a transaction inside the test's, and shares
 * its static variables.
 */
function executionOf(tx: Transaction, program: Program): Execution {
  const isInsideTest = tx.isTest && machine.running;
  return tx.state(slot, () => ({ program, statics: isInsideTest ? machine.statics : [] }));
}

/** Runs `fn` as Apex code of this transaction. Sharing and trigger context are the caller's to set inside. */
export function enter<T>(tx: Transaction, program: Program, fn: () => T): T {
  const former = { ...machine };
  const execution = executionOf(tx, program);
  machine.running = true;
  machine.program = execution.program;
  machine.statics = execution.statics;
  try {
    return fn();
  } finally {
    try {
      reportCpu();
    } finally {
      // Also when the last of the work went beyond a limit: what runs next is not part of this transaction.
      const { budget } = machine;
      Object.assign(machine, former);
      machine.budget = budget;
    }
  }
}

/** Counts the CPU cost since the last report against the transaction's limit. */
export function reportCpu(): void {
  const used = budgetChunk - machine.budget;
  machine.budget = budgetChunk;
  if (used === 0) return;
  currentTransaction().limits.addCpu(used / unitsPerMillisecond);
  if (++reports % reportsPerLook === 0) refuseToFillMemory();
}

let reports = 0;

/** Called by generated code every thousand turns of a loop; answers the turns that are not yet counted. */
export function countTurns(turns: number): number {
  machine.budget -= turns;
  if (machine.budget < 0) reportCpu();
  return 0;
}

/** Counts the CPU cost of work inside the class library that grows with the size of its operands. */
export function chargeCpu(elements: number): void {
  machine.budget -= Math.ceil(elements / elementsPerUnit);
  if (machine.budget < 0) reportCpu();
}

/** The values of all static variables of the transaction. */
export function staticValues(): unknown[] {
  return machine.statics.flatMap((statics): unknown[] => (statics === undefined ? [] : Object.values(statics)));
}

/**
 * The heap of Apex is measured where a collection grows (`heap-size.ts`). What fills the memory of the process otherwise ends
 * here, as it would have ended on the platform long before.
 */
function refuseToFillMemory(): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used > limit * fullestHeap) throwApex('System.LimitException', `Apex heap size too large: ${used}`);
}

/** Called by generated code when a method call goes too deep. */
export function tooDeep(): never {
  machine.depth--;
  return throwApex('System.LimitException', `Maximum stack depth reached: ${maximumDepth + 1}`);
}
