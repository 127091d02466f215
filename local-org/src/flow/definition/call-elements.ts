/** Elements that call something outside the flow. */
import type {
  FlowActionCall,
  FlowActionCallInputParameter,
  FlowActionCallOutputParameter,
  FlowSubflow,
  FlowSubflowInputAssignment,
  FlowSubflowOutputAssignment,
} from '@salesforce/types/metadata';
import { element, flag, list, number, required, shape, text, withDefault, type ValueOf } from '../../metadata/shape.ts';
import { baseParts, connector, flowValue, nodeParts } from './parts.ts';

const inputParameter = shape<FlowActionCallInputParameter>()({
  ...baseParts,
  name: required(text),
  value: flowValue,
});

const outputParameter = shape<FlowActionCallOutputParameter>()({
  ...baseParts,
  assignToReference: required(text),
  name: required(text),
});

export const actionCall = shape<FlowActionCall>()({
  ...nodeParts,
  actionCallPaths: list(element),
  actionName: required(text),
  actionType: required(text),
  connector,
  dataTypeMappings: list(element),
  faultConnector: connector,
  flowTransactionModel: text,
  inputParameters: list(inputParameter),
  isWaitUntilCompleted: flag,
  nameSegment: text,
  offset: number,
  offsetUnit: text,
  outputParameters: list(outputParameter),
  storeOutputAutomatically: withDefault(flag, false),
  timeoutConnector: connector,
  timeoutPathUsage: text,
  /** Written by earlier versions of the builder. */
  versionSegment: text,
  versionString: text,
});
export type ActionCallSource = ValueOf<typeof actionCall>;

const subflowInput = shape<FlowSubflowInputAssignment>()({
  ...baseParts,
  name: required(text),
  value: flowValue,
});

const subflowOutput = shape<FlowSubflowOutputAssignment>()({
  ...baseParts,
  assignToReference: required(text),
  name: required(text),
});

export const subflow = shape<FlowSubflow>()({
  ...nodeParts,
  connector,
  flowName: required(text),
  inputAssignments: list(subflowInput),
  outputAssignments: list(subflowOutput),
  storeOutputAutomatically: withDefault(flag, false),
});
export type SubflowSource = ValueOf<typeof subflow>;
