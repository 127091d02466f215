import type { CompiledFlow, FlowStart } from './compiled-flow.ts';
import { isTrue } from './comparison.ts';
import { connectionsOf, reachability } from './connections.ts';
import type { FlowDefinition } from './definition/flow-definition.ts';
import type { StartSource } from './definition/start.ts';
import { compileElements } from './elements/index.ts';
import { FlowCompiler, type FlowLookups } from './flow-compiler.ts';
import type { Interview } from './interview.ts';
import { variableType } from './variable-resource.ts';

/** The version that a flow without one has. */
const OLDEST_VERSION = 48;

/** Throws `FlowDefinitionError` for a flow that makes no sense. */
export function compileFlow(name: string, definition: FlowDefinition, lookups: FlowLookups): CompiledFlow {
  const compiler = new FlowCompiler(name, definition, lookups);
  const elements = compileElements(compiler);
  const first = definition.start?.connector?.targetReference ?? definition.startElementReference;
  const connections = connectionsOf(definition);
  for (const target of [first ?? [], ...connections.values()].flat()) {
    if (!elements.has(target) && !isEnd(definition, target)) throw compiler.error(`there is no element ${target}`);
  }
  const defaults = definition.variables
    .filter(({ value }) => value !== undefined)
    .map((variable) => ({ write: compiler.writer(variable.name), read: compiler.value(variable.value) }));
  return {
    name,
    label: definition.label,
    apiVersion: definition.apiVersion ?? OLDEST_VERSION,
    runInMode: definition.runInMode ?? 'DefaultMode',
    triggerOrder: definition.triggerOrder,
    start: compileStart(definition.start, compiler),
    first,
    elements,
    reachable: reachability(connections),
    variables: definition.variables,
    compileFormulas: () => compiler.compileFormulas(),
    initialize: (interview) => {
      for (const { write, read } of defaults) write(interview, read(interview));
    },
    assign: (interview, variable, value) => {
      if (!definition.variables.some(({ name: known, isInput }) => known === variable && isInput)) {
        throw compiler.error(`there is no input variable ${variable}`);
      }
      compiler.writer(variable)(interview, value);
    },
    condition: (source) => compiler.conditions([{ ...plainCondition, ...source }], undefined),
    typeOfVariable: (variable) => {
      const source = definition.variables.find(({ name: known }) => known.toLowerCase() === variable.toLowerCase());
      return source && variableType(source, compiler);
    },
  };
}

/** What filters and tests have none of. */
const plainCondition = {
  aggregationField: undefined,
  aggregationOperator: undefined,
  conditionLogic: undefined,
  conditionType: undefined,
  conditions: [],
  processMetadataValues: [],
} as const;

/** End elements only mark where a path stops. */
function isEnd(definition: FlowDefinition, name: string): boolean {
  return definition.ends.some((end) =>
    end.children.some((child) => child.name === 'name' && child.text.trim() === name),
  );
}

function compileStart(start: StartSource | undefined, compiler: FlowCompiler): FlowStart {
  const event = start?.recordTriggerType;
  return {
    triggerType: start?.triggerType ?? 'None',
    object: start?.object === undefined ? undefined : compiler.schema.object(start.object),
    onCreate: event === 'Create' || event === 'CreateAndUpdate',
    onUpdate: event === 'Update' || event === 'CreateAndUpdate',
    meetsConditions: compileEntry(start, compiler),
    onlyWhenChangedToMeet: start?.doesRequireRecordChangedToMeetCriteria ?? false,
    scheduledPaths: start?.scheduledPaths ?? [],
  };
}

/** Entry conditions are filters on the triggering record, or a formula. */
function compileEntry(start: StartSource | undefined, compiler: FlowCompiler): (interview: Interview) => boolean {
  if (start?.filterFormula !== undefined) {
    const formula = compiler.formula(start.filterFormula, 'boolean');
    return (interview) => isTrue(formula(interview));
  }
  const conditions = (start?.filters ?? []).map(({ field, operator, value, ...rest }) => ({
    ...plainCondition,
    ...rest,
    leftValueReference: `$Record.${field}`,
    operator,
    rightValue: value,
  }));
  return compiler.conditions(conditions, start?.filterLogic);
}
