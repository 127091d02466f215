/** Workflow of one object: its rules, and the actions that rules and approval processes take. */
import type {
  Workflow,
  WorkflowActionReference,
  WorkflowAlert,
  WorkflowEmailRecipient,
  WorkflowFieldUpdate,
  WorkflowFlowAction,
  WorkflowFlowActionParameter,
  WorkflowOutboundMessage,
  WorkflowRule,
  WorkflowTask,
  WorkflowTimeTrigger,
} from '@salesforce/types/metadata';
import { flag, list, number, oneOf, required, shape, text, unused, type ValueOf, withDefault } from '../shape.ts';
import { filterItem } from './custom-field.ts';

export const workflowActionReference = shape<WorkflowActionReference>()({
  name: required(text),
  type: required(
    oneOf(
      'FieldUpdate',
      'KnowledgePublish',
      'Task',
      'Alert',
      'Send',
      'Notification',
      'OutboundMessage',
      'FlowAction',
      'FlowAutomation',
    ),
  ),
});

const recipient = shape<WorkflowEmailRecipient>()({
  field: text,
  recipient: text,
  type: required(text),
});

const alert = shape<WorkflowAlert>()({
  ccEmails: list(text),
  description: required(text),
  fullName: required(text),
  promptTemplateVersion: unused,
  protected: withDefault(flag, false),
  recipients: list(recipient),
  senderAddress: text,
  senderType: oneOf('CurrentUser', 'OrgWideEmailAddress', 'DefaultWorkflowUser'),
  template: text,
});

const fieldUpdate = shape<WorkflowFieldUpdate>()({
  description: text,
  field: required(text),
  formula: text,
  fullName: required(text),
  literalValue: text,
  lookupValue: text,
  lookupValueType: oneOf('User', 'Queue', 'RecordType'),
  name: required(text),
  notifyAssignee: withDefault(flag, false),
  operation: required(oneOf('Formula', 'Literal', 'Null', 'NextValue', 'PreviousValue', 'LookupValue')),
  protected: withDefault(flag, false),
  reevaluateOnChange: withDefault(flag, false),
  targetObject: text,
});

const flowActionParameter = shape<WorkflowFlowActionParameter>()({
  name: required(text),
  value: text,
});

const flowAction = shape<WorkflowFlowAction>()({
  description: text,
  flow: required(text),
  flowInputs: list(flowActionParameter),
  fullName: required(text),
  label: required(text),
  language: text,
  protected: withDefault(flag, false),
});

const outboundMessage = shape<WorkflowOutboundMessage>()({
  apiVersion: required(number),
  description: text,
  endpointUrl: required(text),
  fields: list(text),
  fullName: required(text),
  includeSessionId: withDefault(flag, false),
  integrationUser: required(text),
  name: required(text),
  protected: withDefault(flag, false),
  useDeadLetterQueue: flag,
});

const timeTrigger = shape<WorkflowTimeTrigger>()({
  actions: list(workflowActionReference),
  offsetFromField: text,
  timeLength: text,
  workflowTimeTriggerUnit: required(oneOf('Hours', 'Days')),
});

const rule = shape<WorkflowRule>()({
  actions: list(workflowActionReference),
  active: required(flag),
  booleanFilter: text,
  criteriaItems: list(filterItem),
  description: text,
  failedMigrationToolVersion: text,
  formula: text,
  fullName: required(text),
  triggerType: required(oneOf('onCreateOnly', 'onCreateOrTriggeringUpdate', 'onAllChanges', 'OnRecursiveUpdate')),
  workflowTimeTriggers: list(timeTrigger),
});

const task = shape<WorkflowTask>()({
  assignedTo: text,
  assignedToType: required(text),
  description: text,
  dueDateOffset: required(number),
  fullName: required(text),
  notifyAssignee: withDefault(flag, false),
  offsetFromField: text,
  priority: required(text),
  protected: withDefault(flag, false),
  status: required(text),
  subject: required(text),
});

export const workflow = shape<Workflow>()({
  alerts: list(alert),
  fieldUpdates: list(fieldUpdate),
  flowActions: list(flowAction),
  flowAutomation: unused,
  fullName: text,
  knowledgePublishes: unused,
  notifications: unused,
  outboundMessages: list(outboundMessage),
  rules: list(rule),
  send: unused,
  tasks: list(task),
});

export type WorkflowSource = ValueOf<typeof workflow>;
export type WorkflowActionReferenceSource = ValueOf<typeof workflowActionReference>;
export type WorkflowAlertSource = ValueOf<typeof alert>;
export type WorkflowFieldUpdateSource = ValueOf<typeof fieldUpdate>;
export type WorkflowOutboundMessageSource = ValueOf<typeof outboundMessage>;
export type WorkflowRuleSource = ValueOf<typeof rule>;
export type WorkflowTaskSource = ValueOf<typeof task>;
