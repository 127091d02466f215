import type { ActionDescription, AsyncJob, DataValue, FlowOutputs, FlowService } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FlowSource } from '../metadata/metadata.ts';
import type { IgnoredSource } from '../metadata/shape.ts';
import { eachPart, failAtOnce, type OnSourceFault } from '../metadata/source-faults.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import type { ObjectSchema, Schema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { accessOf } from './access.ts';
import { compileFlow } from './compile-flow.ts';
import type { CompiledFlow, FlowStart } from './compiled-flow.ts';
import { flowTest, type FlowTestDefinition } from './definition/flow-test-definition.ts';
import { flowDefinition, type FlowDefinition } from './definition/flow-definition.ts';
import { outputsOf } from './elements/flow-call.ts';
import { FlowDefinitionError } from './fault.ts';
import type { FlowLookups } from './flow-compiler.ts';
import { runFlowTest, type TestedRecord } from './flow-test.ts';
import { FlowRun } from './flow-run.ts';
import { fromData, toData } from './flow-value.ts';
import { Interview } from './interview.ts';
import { runInterviews } from './run-interviews.ts';
import { enqueueAfterCommit, runAfterCommit } from './scheduled-paths.ts';
import { TriggeredFlows } from './triggered-flows.ts';

/** A flow that cannot run as it is written. */
export interface FlowProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Runs the active flows of a project. */
export class FlowEngine implements FlowService {
  /** Parts of flow files that nothing acts on, for the deploy listing. */
  readonly ignored: IgnoredSource[] = [];
  readonly #definitions = new Map<string, FlowDefinition>();
  /** Drafts and flows that were switched off. */
  readonly #inactive = new Map<string, FlowDefinition>();
  readonly #tests = new Map<string, FlowTestDefinition>();
  readonly #compiled = new Map<string, CompiledFlow>();
  readonly #lookups: FlowLookups;
  readonly #triggered: TriggeredFlows;

  /** A flow file with an element that flows do not have is a fault. */
  constructor(
    flows: Iterable<FlowSource>,
    schema: Schema,
    describeAction: (className: string) => ActionDescription | undefined,
    onFault: OnSourceFault = failAtOnce,
    tests: Iterable<FlowSource> = [],
  ) {
    eachPart(flows, onFault, ({ fullName, file, root }) => {
      const definition = flowDefinition(root, { file, ignored: this.ignored });
      const isActive = definition.status === undefined || definition.status === 'Active';
      (isActive ? this.#definitions : this.#inactive).set(fullName, definition);
    });
    eachPart(tests, onFault, ({ fullName, file, root }) => {
      this.#tests.set(fullName, flowTest(root, { file, ignored: this.ignored }));
    });
    this.#lookups = { schema, describeAction, flow: (name) => this.#flow(name) };
    this.#triggered = new TriggeredFlows(this.#definitions, (name) => this.#flow(name)!);
  }

  /** Compiles every active flow and says what is wrong with them. What is not built is told when a flow comes to it. */
  check(): FlowProblem[] {
    return [...this.#definitions].flatMap(([name, { source }]) => {
      try {
        this.#flow(name)?.compileFormulas();
        return [];
      } catch (error) {
        if (error instanceof NotSupported) return [];
        if (!(error instanceof FlowDefinitionError)) throw error;
        return [{ ...source, message: error.message }];
      }
    });
  }

  runBeforeSave(
    tx: Transaction,
    object: ObjectSchema,
    newRecords: readonly SObject[],
    oldRecords: readonly SObject[] | null,
  ): void {
    this.#triggered.run(tx, 'RecordBeforeSave', object, newRecords, oldRecords);
  }

  /** Flows of a platform event run when it is delivered, which is its save. */
  runAfterSave(
    tx: Transaction,
    object: ObjectSchema,
    newRecords: readonly SObject[],
    oldRecords: readonly SObject[] | null,
  ): void {
    const trigger = object.kind === 'platformEvent' ? 'PlatformEvent' : 'RecordAfterSave';
    const entered = this.#triggered.run(tx, trigger, object, newRecords, oldRecords);
    for (const [flow, interviews] of entered) enqueueAfterCommit(tx, flow, interviews);
  }

  runBeforeDelete(tx: Transaction, object: ObjectSchema, oldRecords: readonly SObject[]): void {
    this.#triggered.run(tx, 'RecordBeforeDelete', object, oldRecords, null);
  }

  runJob(tx: Transaction, job: AsyncJob): void {
    runAfterCommit(tx, job, (name) => this.#flow(name));
  }

  inputsOf(flowName: string): readonly string[] | undefined {
    const definition = this.#definitions.get(flowName) ?? this.#inactive.get(flowName);
    return definition?.variables.filter(({ isInput }) => isInput).map(({ name }) => name);
  }

  start(tx: Transaction, flowName: string, inputs: { readonly [name: string]: DataValue }): FlowOutputs {
    // "If there's no active version, the latest version is run" ("Interview Class, start()", Apex Reference Guide).
    const flow = this.#latest(flowName);
    const interview = new Interview(flow, new FlowRun(tx, accessOf(flow)), null);
    flow.initialize(interview);
    for (const [name, value] of Object.entries(inputs)) flow.assign(interview, name, fromData(value));
    runInterviews([interview]);
    if (interview.fault !== undefined) {
      throw new OrgError(
        'UNKNOWN_EXCEPTION',
        `An unhandled fault has occurred in this flow: ${flow.label}. ${interview.fault.message}`,
      );
    }
    return toData(outputsOf(flow, interview)) as FlowOutputs;
  }

  /** Names of the flow tests, in load order. */
  get testNames(): string[] {
    return [...this.#tests.keys()];
  }

  test(name: string): FlowTestDefinition {
    return this.#tests.get(name)!;
  }

  startOf(flowName: string): FlowStart {
    return this.#latest(flowName).start;
  }

  /** What failed; flows are tested before they are activated, too. */
  runTest(tx: Transaction, test: FlowTestDefinition, tested: TestedRecord | null): string[] {
    return runFlowTest(tx, this.#latest(test.flowApiName), test, tested);
  }

  #latest(name: string): CompiledFlow {
    const flow = this.#flow(name) ?? this.#compile(name, this.#inactive.get(name));
    if (flow === undefined) throw new OrgError('INVALID_TYPE', `There is no active flow ${name}.`);
    return flow;
  }

  /** The active flow of this name, compiled when it is first needed. */
  #flow(name: string): CompiledFlow | undefined {
    return this.#compiled.get(name) ?? this.#compile(name, this.#definitions.get(name));
  }

  #compile(name: string, definition: FlowDefinition | undefined): CompiledFlow | undefined {
    if (definition === undefined) return undefined;
    const flow = compileFlow(name, definition, this.#lookups);
    this.#compiled.set(name, flow);
    return flow;
  }
}
