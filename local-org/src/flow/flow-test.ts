/**
 * Runs one flow test: the flow by itself, on the records and values that the test gives, without the save that would trigger
 * it. A test fails when an assertion does not hold or when the flow ends with a fault that no assertion is about ("FlowTest",
 * Metadata API Developer Guide; "Testing Your Flow", Salesforce Help).
 */
import type { Transaction } from '../database/transaction.ts';
import { NotSupported } from '../schema/errors.ts';
import type { SObject } from '../schema/sobject.ts';
import { Decimal } from '../schema/values/index.ts';
import { accessOf } from './access.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import type {
  FlowTestConditionSource,
  FlowTestDefinition,
  FlowTestParameterSource,
} from './definition/flow-test-definition.ts';
import { FlowFault } from './fault.ts';
import { FlowRun } from './flow-run.ts';
import type { FlowValue } from './flow-value.ts';
import { Interview } from './interview.ts';
import { meetsBefore } from './meets-before.ts';
import { runInterviews } from './run-interviews.ts';

/** The triggering record as the flow is to see it. */
export interface TestedRecord {
  readonly record: SObject;
  /** Null for a new record. */
  readonly before: SObject | null;
}

/** The parameters of a test, which stand at its start. */
export function parametersOf({ testPoints }: FlowTestDefinition): readonly FlowTestParameterSource[] {
  return testPoints.flatMap(({ parameters }) => parameters);
}

/** What failed; empty when the test passed. */
export function runFlowTest(
  tx: Transaction,
  flow: CompiledFlow,
  test: FlowTestDefinition,
  tested: TestedRecord | null,
): string[] {
  refuseUnbuilt(test);
  const run = new FlowRun(tx, accessOf(flow));
  if (tested !== null) run.know([tested.record]);
  const interview = new Interview(flow, run, tested && { ...tested, saved: tested.record });
  if (starts(interview, test)) {
    if (tested !== null) run.records.loaded(tested.record);
    flow.initialize(interview);
    for (const { leftValueReference, type, value } of parametersOf(test)) {
      if (type === 'InputVariable') flow.assign(interview, leftValueReference, literal(value));
      if (type === 'ScheduledPath') interview.next = firstOnPath(flow, value.stringValue);
    }
    runInterviews([interview]);
  }
  return failuresOf(interview, test);
}

function refuseUnbuilt({ flowTestDataSources, runTestAsUser, testPoints, source }: FlowTestDefinition): void {
  const where = `${source.file}:${source.line}`;
  if (flowTestDataSources.length > 0) throw new NotSupported('data sources of flow tests', where);
  if (runTestAsUser !== undefined) throw new NotSupported('flow tests as another user', where);
  const isMocked = testPoints.some(({ isUseMockOutput }) => isUseMockOutput === true);
  if (isMocked) throw new NotSupported('mocked outputs in flow tests', where);
}

/** A record that does not meet the entry conditions starts no flow; the assertions hold or fail all the same. */
function starts(interview: Interview, { doesSkipStartConditions }: FlowTestDefinition): boolean {
  if (interview.trigger === null || doesSkipStartConditions === true) return true;
  const { meetsConditions, onlyWhenChangedToMeet } = interview.flow.start;
  return meetsConditions(interview) && !(onlyWhenChangedToMeet && meetsBefore(interview, meetsConditions));
}

function firstOnPath(flow: CompiledFlow, name: string | undefined): string {
  const path = flow.start.scheduledPaths.find((candidate) => (candidate.name ?? candidate.pathType) === name);
  if (path?.connector === undefined) throw new FlowFault(`The flow has no scheduled path ${name ?? ''}.`);
  return path.connector.targetReference;
}

function literal(value: FlowTestParameterSource['value']): FlowValue {
  const { booleanValue, numberValue, stringValue, dateValue, dateTimeValue, timeValue, source } = value;
  const found = booleanValue ?? stringValue ?? dateValue ?? dateTimeValue ?? timeValue ?? numberText(numberValue);
  if (found === undefined) throw new NotSupported('this kind of flow test value', `${source.file}:${source.line}`);
  return found;
}

function numberText(value: number | undefined): Decimal | undefined {
  return value === undefined ? undefined : Decimal.of(value);
}

function failuresOf(interview: Interview, { testPoints }: FlowTestDefinition): string[] {
  const { fault, flow } = interview;
  const assertions = testPoints.flatMap((point) => point.assertions);
  const isAboutErrors = assertions.some(({ conditions }) => conditions.some(({ operator }) => operator === 'HasError'));
  const failed = assertions.filter(
    ({ conditions }) => !conditions.every((condition) => flow.condition(condition)(interview)),
  );
  return [
    ...(fault === undefined || isAboutErrors ? [] : [fault.message]),
    ...failed.map(({ errorMessage, conditions }) => errorMessage ?? conditions.map(conditionText).join(' and ')),
  ];
}

function conditionText({ leftValueReference, operator, rightValue }: FlowTestConditionSource): string {
  const { stringValue, numberValue, booleanValue, elementReference } = rightValue ?? {};
  return `${leftValueReference} ${operator} ${String(stringValue ?? numberValue ?? booleanValue ?? elementReference ?? '')}`;
}
