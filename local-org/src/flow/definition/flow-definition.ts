/** Flow: a whole flow as its file says it. */
import type { Flow } from '@salesforce/types/metadata';
import { element, flag, list, number, required, shape, text, unused, type ValueOf } from '../../metadata/shape.ts';
import { actionCall, subflow } from './call-elements.ts';
import { recordCreate, recordDelete, recordLookup, recordRollback, recordUpdate } from './data-elements.ts';
import { assignment, collectionProcessor, customError, decision, loop } from './logic-elements.ts';
import { choice, constant, dynamicChoiceSet, formula, textTemplate, variable } from './resources.ts';
import { start } from './start.ts';

/** Elements that are not built are kept as they stand: a flow that reaches one says so. */
export const flowDefinition = shape<Flow>()({
  accessType: text,
  actionCalls: list(actionCall),
  apexPluginCalls: list(element),
  apiVersion: number,
  areMetricsLoggedToDataCloud: unused,
  assignments: list(assignment),
  choices: list(choice),
  collectionFilterCriteria: list(element),
  collectionProcessors: list(collectionProcessor),
  constants: list(constant),
  customErrors: list(customError),
  customProperties: list(element),
  dataLookups: list(element),
  dataSpace: unused,
  decisions: list(decision),
  description: text,
  dynamicChoiceSets: list(dynamicChoiceSet),
  ends: list(element),
  environments: list(text),
  exitRules: list(element),
  experiments: list(element),
  formulas: list(formula),
  fullName: text,
  groups: list(element),
  interviewLabel: text,
  isAdditionalPermissionRequiredToRun: flag,
  isOverridable: flag,
  isTemplate: flag,
  label: required(text),
  loops: list(loop),
  migratedFromWorkflowRuleName: text,
  orchestratedStages: list(element),
  overriddenFlow: unused,
  processMetadataValues: list(element),
  processType: text,
  recordCreates: list(recordCreate),
  recordDeletes: list(recordDelete),
  recordLookups: list(recordLookup),
  recordRollbacks: list(recordRollback),
  recordUpdates: list(recordUpdate),
  runInMode: text,
  screens: list(element),
  sourceTemplate: text,
  stages: list(element),
  start,
  startElementReference: text,
  status: text,
  steps: list(element),
  subflows: list(subflow),
  textTemplates: list(textTemplate),
  timeZoneSidKey: unused,
  transforms: list(element),
  triggerOrder: number,
  variables: list(variable),
  waits: list(element),
});
export type FlowDefinition = ValueOf<typeof flowDefinition>;
