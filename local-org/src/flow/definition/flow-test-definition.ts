/** The file of a flow test ("FlowTest", Metadata API Developer Guide). */
import type {
  FlowTest,
  FlowTestAssertion,
  FlowTestCondition,
  FlowTestParameter,
  FlowTestPoint,
  FlowTestReferenceOrValue,
} from '@salesforce/types/metadata';
import {
  element,
  flag,
  list,
  number,
  oneOf,
  required,
  shape,
  text,
  unused,
  type ValueOf,
} from '../../metadata/shape.ts';
import { DateValue, DatetimeValue, TimeValue } from '../../schema/values/index.ts';
import { comparisonOperator, flowValue, parsed } from './parts.ts';

const parameterValue = shape<FlowTestReferenceOrValue>()({
  booleanValue: flag,
  collectionElements: list(element),
  dateTimeValue: parsed((source) => DatetimeValue.parse(source)),
  dateValue: parsed((source) => DateValue.parse(source.slice(0, 10))),
  elementReference: text,
  jsonValue: text,
  numberValue: number,
  sobjectValue: text,
  stringValue: text,
  timeValue: parsed((source) => TimeValue.parse(source)),
});

const parameter = shape<FlowTestParameter>()({
  leftValueReference: required(text),
  type: required(
    oneOf(
      'InputTriggeringRecordInitial',
      'InputTriggeringRecordUpdated',
      'ScheduledPath',
      'InputVariable',
      'MockElementOutput',
    ),
  ),
  value: required(parameterValue),
});
export type FlowTestParameterSource = ValueOf<typeof parameter>;

const condition = shape<FlowTestCondition>()({
  leftValueReference: required(text),
  operator: required(comparisonOperator),
  rightValue: flowValue,
});
export type FlowTestConditionSource = ValueOf<typeof condition>;

const assertion = shape<FlowTestAssertion>()({
  conditions: list(condition),
  errorMessage: text,
});

const testPoint = shape<FlowTestPoint>()({
  assertions: list(assertion),
  elementApiName: required(text),
  isUseMockOutput: flag,
  parameters: list(parameter),
  pathAfterMockOutput: text,
});

/** What a test would commit is undone here, and there is one version of each flow. */
export const flowTest = shape<FlowTest>()({
  description: text,
  doesCommitChanges: unused,
  doesSkipStartConditions: flag,
  doesTestWaitElement: unused,
  flowApiName: required(text),
  flowTestDataSources: list(element),
  flowTestFlowVersions: list(element),
  fullName: text,
  isSubflowUseLatestFlowVer: flag,
  isolatedObjectExternalKeys: list(element),
  label: required(text),
  runTestAsUser: text,
  testPoints: list(testPoint),
  testType: text,
});
export type FlowTestDefinition = ValueOf<typeof flowTest>;
