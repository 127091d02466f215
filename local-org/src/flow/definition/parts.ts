/** Readers that several elements of a flow share. */
import type {
  FlowBaseElement,
  FlowConnector,
  FlowCondition,
  FlowElementReferenceOrValue,
  FlowInputFieldAssignment,
  FlowNode,
  FlowOutputFieldAssignment,
  FlowRecordFilter,
} from '@salesforce/types/metadata';
import { OrgError } from '../../schema/errors.ts';
import { DateValue, DatetimeValue, TimeValue } from '../../schema/values/index.ts';
import {
  element,
  flag,
  list,
  number,
  oneOf,
  required,
  shape,
  text,
  withDefault,
  type ElementReader,
  type ValueOf,
} from '../../metadata/shape.ts';
import { SourceError, type XmlElement } from '../../metadata/xml.ts';

/** Settings of the builder, which mean nothing when the flow runs. */
export const baseParts = { processMetadataValues: list(element) } satisfies Record<keyof FlowBaseElement, unknown>;

/** What every node on the canvas has. */
export const nodeParts = {
  ...baseParts,
  name: required(text),
  description: text,
  elementSubtype: text,
  group: text,
  label: withDefault(text, ''),
  locationX: number,
  locationY: number,
} satisfies Record<keyof FlowNode, unknown>;

export function parsed<T extends object>(parse: (source: string) => T): ElementReader<T> {
  return (found, context) => {
    try {
      return parse(text(found, context));
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      throw new SourceError(context.file, found.line, error.message);
    }
  };
}

export const connector = shape<FlowConnector>()({
  ...baseParts,
  isGoTo: flag,
  targetReference: required(text),
});

/** A value as it is written: one of the typed literals, or a reference. White space of texts is kept. */
export const flowValue = shape<FlowElementReferenceOrValue>()({
  apexValue: text,
  booleanValue: flag,
  collectionElements: list(element),
  complexValue: text,
  complexValueType: text,
  dateTimeValue: parsed((source) => DatetimeValue.parse(source)),
  dateValue: parsed((source) => DateValue.parse(source.slice(0, 10))),
  elementReference: text,
  formulaDataType: text,
  formulaExpression: text,
  inputConfiguratorMode: text,
  isReverseValueMapping: flag,
  numberValue: number,
  setupReference: text,
  setupReferenceType: text,
  sobjectValue: text,
  stringValue: (found: XmlElement) => found.text,
  timeValue: parsed((source) => TimeValue.parse(source)),
  transform: element,
  transformValueReference: text,
  valueMapName: text,
});
export type FlowValueSource = ValueOf<typeof flowValue>;

export const comparisonOperator = oneOf(
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
  'StartsWith',
  'EndsWith',
  'Contains',
  'In',
  'NotIn',
  'IsNull',
  'IsBlank',
  'IsEmpty',
  'IsChanged',
  'WasSet',
  'WasVisited',
  'HasError',
  'None',
  'WasSelected',
  'HasNoValue',
  'HasValue',
  'IsAnniversaryOfToday',
  'IsNotAnniversaryOfToday',
  'IsToday',
  'IsTomorrow',
  'IsYesterday',
  'IsThisMonth',
  'IsNextMonth',
  'IsLastMonth',
  'ThisYear',
  'NextYear',
  'LastYear',
  'IsOn',
  'IsBefore',
  'IsAfter',
  'GreaterThanLastNumberOfDays',
  'LastNumberOfDays',
  'NextNumberOfDays',
  'LastNumberOfMonths',
  'NextNumberOfMonths',
  'LastNumberOfYears',
);
export type ComparisonOperator = ValueOf<typeof comparisonOperator>;

export const condition = shape<FlowCondition>()({
  ...baseParts,
  aggregationField: text,
  aggregationOperator: text,
  conditionLogic: text,
  conditionType: text,
  conditions: list(element),
  leftValueReference: text,
  operator: required(comparisonOperator),
  rightValue: flowValue,
});
export type ConditionSource = ValueOf<typeof condition>;

export const recordFilter = shape<FlowRecordFilter>()({
  ...baseParts,
  field: required(text),
  operator: required(comparisonOperator),
  value: flowValue,
});
export type RecordFilterSource = ValueOf<typeof recordFilter>;

export const inputFieldAssignment = shape<FlowInputFieldAssignment>()({
  ...baseParts,
  field: required(text),
  value: flowValue,
});

export const outputFieldAssignment = shape<FlowOutputFieldAssignment>()({
  ...baseParts,
  assignToReference: required(text),
  field: required(text),
});
