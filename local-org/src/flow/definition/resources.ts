/** Variables and the other resources of a flow. */
import type {
  FlowChoice,
  FlowConstant,
  FlowDynamicChoiceSet,
  FlowFormula,
  FlowTextTemplate,
  FlowVariable,
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
  withDefault,
  type ValueOf,
} from '../../metadata/shape.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { baseParts, flowValue, outputFieldAssignment, recordFilter } from './parts.ts';

export const dataType = oneOf(
  'String',
  'Number',
  'Currency',
  'Boolean',
  'Date',
  'DateTime',
  'Time',
  'Picklist',
  'Multipicklist',
  'SObject',
  'Apex',
);
export type FlowDataType = ValueOf<typeof dataType>;

const resourceParts = { ...baseParts, name: required(text), description: text };

export const variable = shape<FlowVariable>()({
  ...resourceParts,
  apexClass: text,
  dataType: required(dataType),
  isCollection: withDefault(flag, false),
  isInput: withDefault(flag, false),
  isOutput: withDefault(flag, false),
  objectType: text,
  scale: number,
  value: flowValue,
});
export type VariableSource = ValueOf<typeof variable>;

export const constant = shape<FlowConstant>()({
  ...resourceParts,
  dataType: required(dataType),
  value: flowValue,
});
export type ConstantSource = ValueOf<typeof constant>;

export const formula = shape<FlowFormula>()({
  ...resourceParts,
  dataType: required(dataType),
  expression: required(text),
  scale: number,
});
export type FormulaSource = ValueOf<typeof formula>;

export const textTemplate = shape<FlowTextTemplate>()({
  ...resourceParts,
  isViewedAsPlainText: withDefault(flag, false),
  text: required((found: XmlElement) => found.text),
});
export type TextTemplateSource = ValueOf<typeof textTemplate>;

export const choice = shape<FlowChoice>()({
  ...resourceParts,
  choiceIcon: element,
  choiceText: text,
  dataType: required(dataType),
  userInput: element,
  value: flowValue,
});
export type ChoiceSource = ValueOf<typeof choice>;

export const dynamicChoiceSet = shape<FlowDynamicChoiceSet>()({
  ...resourceParts,
  collectionReference: text,
  dataType: required(dataType),
  displayField: text,
  filterLogic: text,
  filters: list(recordFilter),
  limit: number,
  object: text,
  outputAssignments: list(outputFieldAssignment),
  picklistField: text,
  picklistObject: text,
  sortField: text,
  sortOrder: oneOf('Asc', 'Desc'),
  valueField: text,
});
