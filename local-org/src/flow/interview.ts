import type { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { FlowFault } from './fault.ts';
import type { FlowRun } from './flow-run.ts';
import type { FlowValue } from './flow-value.ts';

/** Elements an interview may execute in flows of API version 56 and earlier ("Per-Transaction Flow Limits"). */
const MOST_ELEMENTS = 2000;
const FIRST_VERSION_WITHOUT_ELEMENT_LIMIT = 57;

/** Deterministic cost of one element, in milliseconds. */
const CPU_PER_ELEMENT = 0.1;

export interface LoopState {
  readonly items: readonly FlowValue[];
  index: number;
}

/** The record that started an interview. */
export interface Trigger {
  /** `$Record`. */
  readonly record: SObject;
  /** The record being saved or deleted, which gets the errors; the same as `record` before a save. */
  readonly saved: SObject;
  /** Null for a new record. */
  readonly before: SObject | null;
}

/** One running instance of a flow. */
export class Interview {
  readonly flow: CompiledFlow;
  readonly run: FlowRun;
  readonly trigger: Trigger | null;
  readonly startedAt: DatetimeValue;
  readonly visited = new Set<string>();
  /** Names of the decision outcomes that were taken. */
  readonly outcomes = new Set<string>();
  /** Names of the elements that took their fault path. */
  readonly failed = new Set<string>();
  readonly loops = new Map<string, LoopState>();
  /** Name of the element to execute next; undefined when the interview has ended. */
  next: string | undefined;
  /** `$Flow.FaultMessage`. */
  faultMessage: string | null = null;
  /** Why the interview failed, when it did. */
  fault: FlowFault | undefined;
  readonly #values = new Map<string, FlowValue>();
  #elements = 0;

  constructor(flow: CompiledFlow, run: FlowRun, trigger: Trigger | null) {
    this.flow = flow;
    this.run = run;
    this.trigger = trigger;
    this.startedAt = new DatetimeValue(run.tx.org.clock.now());
  }

  /** The value of a variable or the output of an element. */
  get(name: string): FlowValue {
    return this.#values.get(name) ?? null;
  }

  set(name: string, value: FlowValue): void {
    this.#values.set(name, value);
  }

  /** Counts the execution of an element. */
  enter(name: string): void {
    this.visited.add(name);
    this.run.tx.limits.addCpu(CPU_PER_ELEMENT);
    if (++this.#elements > MOST_ELEMENTS && this.flow.apiVersion < FIRST_VERSION_WITHOUT_ELEMENT_LIMIT) {
      throw new FlowFault('Number of iterations exceeded.');
    }
  }

  /** Takes the element's fault path; without one the interview ends here. */
  fail(element: string, fault: FlowFault, faultTarget: string | undefined): void {
    this.failed.add(element);
    this.run.tx.log.write('FLOW_ELEMENT_FAULT', fault.message, element);
    this.faultMessage = fault.message;
    this.next = faultTarget;
    if (faultTarget === undefined) this.fault = fault;
  }
}
