/** Elements that compute and branch. */
import type {
  FlowAssignment,
  FlowAssignmentItem,
  FlowCollectionProcessor,
  FlowCollectionSortOption,
  FlowCustomError,
  FlowCustomErrorMessage,
  FlowDecision,
  FlowLoop,
  FlowRule,
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
import { baseParts, condition, connector, flowValue, nodeParts } from './parts.ts';

const assignmentOperator = oneOf(
  'Assign',
  'Add',
  'Subtract',
  'AddItem',
  'AddAtStart',
  'AssignCount',
  'RemoveAll',
  'RemoveFirst',
  'RemoveBeforeFirst',
  'RemoveAfterFirst',
  'RemoveUncommon',
  'RemovePosition',
  'None',
);
export type AssignmentOperator = ValueOf<typeof assignmentOperator>;

const assignmentItem = shape<FlowAssignmentItem>()({
  ...baseParts,
  assignToReference: required(text),
  operator: required(assignmentOperator),
  value: flowValue,
});

export const assignment = shape<FlowAssignment>()({
  ...nodeParts,
  assignmentItems: list(assignmentItem),
  connector,
});
export type AssignmentSource = ValueOf<typeof assignment>;

const rule = shape<FlowRule>()({
  ...baseParts,
  attributes: list(element),
  conditionLogic: required(text),
  conditions: list(condition),
  connector,
  description: text,
  doesRequireRecordChangedToMeetCriteria: withDefault(flag, false),
  isGroupedConditions: withDefault(flag, false),
  label: text,
  name: required(text),
});

export const decision = shape<FlowDecision>()({
  ...nodeParts,
  attributes: list(element),
  defaultConnector: connector,
  defaultConnectorLabel: text,
  rules: list(rule),
});
export type DecisionSource = ValueOf<typeof decision>;

export const loop = shape<FlowLoop>()({
  ...nodeParts,
  assignNextValueToReference: text,
  collectionReference: required(text),
  iterationOrder: oneOf('Asc', 'Desc'),
  nextValueConnector: connector,
  noMoreValuesConnector: connector,
});
export type LoopSource = ValueOf<typeof loop>;

const sortOption = shape<FlowCollectionSortOption>()({
  ...baseParts,
  doesPutEmptyStringAndNullFirst: withDefault(flag, false),
  sortField: text,
  sortOrder: required(oneOf('Asc', 'Desc')),
});

export const collectionProcessor = shape<FlowCollectionProcessor>()({
  ...nodeParts,
  assignNextValueToReference: text,
  collectionProcessorType: required(
    oneOf('SortCollectionProcessor', 'FilterCollectionProcessor', 'RecommendationMapCollectionProcessor'),
  ),
  collectionReference: required(text),
  conditionLogic: text,
  conditions: list(condition),
  connector,
  formula: text,
  limit: number,
  mapItems: list(element),
  outputSObjectType: text,
  sortOptions: list(sortOption),
});
export type CollectionProcessorSource = ValueOf<typeof collectionProcessor>;

const customErrorMessage = shape<FlowCustomErrorMessage>()({
  ...baseParts,
  errorMessage: required(text),
  fieldSelection: text,
  isFieldError: withDefault(flag, false),
});

export const customError = shape<FlowCustomError>()({
  ...nodeParts,
  connector,
  customErrorMessages: list(customErrorMessage),
});
export type CustomErrorSource = ValueOf<typeof customError>;
