/** What elements leave under their own names. */
import type { FlowCompiler } from './flow-compiler.ts';
import { scalar, typeOfApex, type FlowType } from './flow-type.ts';
import type { Resource, Writer } from './resource.ts';

export function* elementOutputs(compiler: FlowCompiler): Iterable<[string, Resource]> {
  const { definition } = compiler;
  for (const { name, object, getFirstRecordOnly } of definition.recordLookups) {
    const record = (): FlowType => ({ kind: 'record', object: compiler.object(object) });
    yield output(name, () => (getFirstRecordOnly ? record() : { kind: 'collection', item: record() }));
  }
  for (const { name } of definition.recordCreates) yield output(name, () => scalar('string'));
  for (const { name, actionName } of definition.actionCalls) {
    yield output(name, () => ({ kind: 'object', attribute: (wanted) => actionOutput(actionName, wanted, compiler) }));
  }
  for (const { name, flowName } of definition.subflows) {
    const attribute = (wanted: string): FlowType | undefined => compiler.lookups.flow(flowName)?.typeOfVariable(wanted);
    yield output(name, () => ({ kind: 'object', attribute }));
  }
  for (const { name, collectionReference } of definition.loops) {
    yield output(
      name,
      () => itemType(collectionReference, compiler),
      (interview, value) => interview.set(name, value),
    );
  }
  for (const { name, collectionReference } of definition.collectionProcessors) {
    yield output(name, () => compiler.typeOf(collectionReference) ?? undefined);
  }
  for (const { rules } of definition.decisions) {
    for (const { name } of rules) {
      yield [name, { type: scalar('boolean'), read: (interview) => interview.outcomes.has(name) }];
    }
  }
}

/** The type is asked for when a formula is compiled: it may depend on other resources, and on Apex. */
function output(name: string, type: () => FlowType | undefined, write?: Writer): [string, Resource] {
  return [
    name,
    {
      get type() {
        return type();
      },
      read: (interview) => interview.get(name),
      write,
      fieldsAssignable: write !== undefined,
    },
  ];
}

function actionOutput(className: string, wanted: string, compiler: FlowCompiler): FlowType | undefined {
  const outputs = compiler.lookups.describeAction(className)?.outputs ?? [];
  const found = outputs.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return found && typeOfApex(found.type, (name) => compiler.schema.object(name));
}

function itemType(collection: string, compiler: FlowCompiler): FlowType | undefined {
  const type = compiler.typeOf(collection);
  return type?.kind === 'collection' ? type.item : undefined;
}
