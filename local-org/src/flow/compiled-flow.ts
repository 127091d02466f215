import type { ObjectSchema } from '../schema/model.ts';
import type { FlowTestConditionSource } from './definition/flow-test-definition.ts';
import type { VariableSource } from './definition/resources.ts';
import type { ScheduledPathSource } from './definition/start.ts';
import type { FlowElement } from './element.ts';
import type { FlowType } from './flow-type.ts';
import type { FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';

/** What starts a flow by itself. */
export interface FlowStart {
  readonly triggerType: string;
  readonly object: ObjectSchema | undefined;
  readonly onCreate: boolean;
  readonly onUpdate: boolean;
  /** Whether the record of the interview meets the entry conditions. */
  readonly meetsConditions: (interview: Interview) => boolean;
  /** Whether an updated record must not have met them before. */
  readonly onlyWhenChangedToMeet: boolean;
  readonly scheduledPaths: readonly ScheduledPathSource[];
}

/** A flow that is ready to run. */
export interface CompiledFlow {
  readonly name: string;
  readonly label: string;
  readonly apiVersion: number;
  readonly runInMode: string;
  readonly triggerOrder: number | undefined;
  readonly start: FlowStart;
  /** Name of the element the flow starts with; undefined for an empty flow. */
  readonly first: string | undefined;
  readonly elements: ReadonlyMap<string, FlowElement>;
  /** Names of the elements that can follow one another, directly or not. */
  readonly reachable: (from: string, to: string) => boolean;
  readonly variables: readonly VariableSource[];
  /** Throws `FlowDefinitionError` for a formula that is wrong; without that it is found when it is first evaluated. */
  compileFormulas(): void;
  /** Gives variables their default values. */
  initialize(interview: Interview): void;
  /** Sets a variable as an assignment would. */
  assign(interview: Interview, variable: string, value: FlowValue): void;
  /** A condition of a test of the flow. */
  condition(source: FlowTestConditionSource): (interview: Interview) => boolean;
  typeOfVariable(name: string): FlowType | undefined;
}
