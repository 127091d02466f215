import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { accessOf } from './access.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import type { FlowDefinition } from './definition/flow-definition.ts';
import { eachInterview } from './each-interview.ts';
import { FlowRun } from './flow-run.ts';
import { Interview, type Trigger } from './interview.ts';
import { meetsBefore } from './meets-before.ts';
import { runInterviews } from './run-interviews.ts';

export type RecordTrigger = 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete' | 'PlatformEvent';

/** Orders from 1 to 1000 run before flows without one, orders above after them ("Flow Trigger Explorer"). */
const ORDER_OF_UNORDERED = 1000.5;

/** Chooses, orders and runs the flows that records trigger. */
export class TriggeredFlows {
  readonly #definitions: ReadonlyMap<string, FlowDefinition>;
  readonly #compiled: (name: string) => CompiledFlow;
  readonly #byEvent = new Map<string, readonly string[]>();
  readonly #runningKey = {};

  constructor(definitions: ReadonlyMap<string, FlowDefinition>, compiled: (name: string) => CompiledFlow) {
    this.#definitions = definitions;
    this.#compiled = compiled;
  }

  /** Answers the interviews that the records have started, by flow. Faults leave their errors on the records. */
  run(
    tx: Transaction,
    trigger: RecordTrigger,
    object: ObjectSchema,
    records: readonly SObject[],
    before: readonly SObject[] | null,
  ): Map<CompiledFlow, readonly Interview[]> {
    const started = new Map<CompiledFlow, readonly Interview[]>();
    for (const name of this.#flowsFor(trigger, object)) {
      const flow = this.#compiled(name);
      if (!startsOn(flow, trigger, before === null)) continue;
      const interviews = this.#enter(tx, flow, trigger, records, before);
      if (interviews.length === 0) continue;
      started.set(flow, interviews);
      this.#runGuarded(tx, flow, interviews);
      for (const interview of interviews) reportFault(interview);
    }
    return started;
  }

  #flowsFor(trigger: RecordTrigger, object: ObjectSchema): readonly string[] {
    const key = `${trigger} ${object.name}`;
    let names = this.#byEvent.get(key);
    if (names === undefined) {
      names = [...this.#definitions]
        .filter(([, { start }]) => start?.triggerType === trigger && sameName(start.object, object.name))
        .sort(([a, left], [b, right]) => orderOf(left) - orderOf(right) || (a < b ? -1 : 1))
        .map(([name]) => name);
      this.#byEvent.set(key, names);
    }
    return names;
  }

  /** Interviews for the records that have no error so far and meet the entry conditions. */
  #enter(
    tx: Transaction,
    flow: CompiledFlow,
    trigger: RecordTrigger,
    records: readonly SObject[],
    before: readonly SObject[] | null,
  ): Interview[] {
    const run = new FlowRun(tx, accessOf(flow));
    const { meetsConditions, onlyWhenChangedToMeet } = flow.start;
    run.know(records);
    const interviews = records.flatMap((saved, index) => {
      if (saved.errors.length > 0 || this.#isRunning(tx, flow, saved)) return [];
      return new Interview(flow, run, makeTrigger(saved, before?.[index] ?? null, trigger, run));
    });
    return eachInterview(interviews, 'Start', undefined, (interview) => ({
      interview,
      enters: meetsConditions(interview) && !(onlyWhenChangedToMeet && meetsBefore(interview, meetsConditions)),
    })).flatMap(({ interview, enters }) => (enters ? interview : []));
  }

  /** A flow does not start again for a record that it is still running for: its own updates do not trigger it. */
  #runGuarded(tx: Transaction, flow: CompiledFlow, interviews: readonly Interview[]): void {
    const running = this.#running(tx);
    const keys = interviews.flatMap(({ trigger }) => (trigger?.saved.id ? `${flow.name} ${trigger.saved.id}` : []));
    for (const key of keys) running.add(key);
    try {
      for (const interview of interviews) flow.initialize(interview);
      runInterviews(interviews);
    } finally {
      for (const key of keys) running.delete(key);
    }
  }

  #isRunning(tx: Transaction, flow: CompiledFlow, record: SObject): boolean {
    return record.id !== null && this.#running(tx).has(`${flow.name} ${record.id}`);
  }

  #running(tx: Transaction): Set<string> {
    return tx.state(this.#runningKey, () => new Set<string>());
  }
}

/** Deletions and events are one kind of change each; saves are of new records or of stored ones. */
function startsOn({ start }: CompiledFlow, trigger: RecordTrigger, isNew: boolean): boolean {
  if (trigger === 'RecordBeforeDelete' || trigger === 'PlatformEvent') return true;
  return isNew ? start.onCreate : start.onUpdate;
}

function sameName(left: string | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}

function orderOf({ triggerOrder }: FlowDefinition): number {
  return triggerOrder ?? ORDER_OF_UNORDERED;
}

/** Before a save, assignments change the record being saved; afterwards the flow has a copy of it. */
function makeTrigger(saved: SObject, before: SObject | null, trigger: RecordTrigger, run: FlowRun): Trigger {
  if (trigger === 'RecordBeforeSave') return { record: saved, before, saved };
  const record = saved.clone();
  run.records.loaded(record);
  return { record, before, saved };
}

function reportFault({ fault, trigger, flow }: Interview): void {
  if (fault === undefined || trigger === null) return;
  const message =
    `We can't save this record because the “${flow.label}” process failed. ` +
    `Give your Salesforce admin these details. ${fault.message}`;
  trigger.saved.errors.push({ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message, fields: [] });
}
