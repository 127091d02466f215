/** Invocable actions ("InvocableMethod Annotation", "InvocableVariable Annotation", Apex Developer Guide). */
import type { ActionDescription, ActionParameter, DataValue } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import type { ApexObject } from '../runtime/apex-object.ts';
import { ApexList } from '../runtime/list.ts';
import { enter, machine } from '../runtime/machine.ts';
import {
  runtimeClassOf,
  type RuntimeAnnotation,
  type RuntimeClass,
  type RuntimeMethod,
} from '../runtime/runtime-class.ts';
import { types, type ApexType } from '../types/apex-type.ts';
import { annotatedFields, fromApex, toApex, valuesOf } from './data.ts';
import { entrySharing } from './entry.ts';
import { outermost } from './failure.ts';

interface Action {
  readonly runtimeClass: RuntimeClass;
  readonly method: RuntimeMethod;
  readonly annotation: RuntimeAnnotation;
}

export function findAction(program: CompiledProgram, className: string): Action | undefined {
  const runtimeClass = program.findClass(className);
  for (const method of runtimeClass?.methods ?? []) {
    const annotation = method.annotations.find(({ name }) => name === 'invocablemethod');
    if (annotation !== undefined) return { runtimeClass: runtimeClass!, method, annotation };
  }
  return undefined;
}

export function describeAction(program: CompiledProgram, className: string): ActionDescription | undefined {
  const action = findAction(program, className);
  if (action === undefined) return undefined;
  const { runtimeClass, method, annotation } = action;
  const description = annotation.values.get('description');
  const [input] = method.parameters;
  return {
    name: runtimeClass.name,
    label: String(annotation.values.get('label') ?? method.name),
    ...(description === undefined ? {} : { description: String(description) }),
    inputs: input === undefined ? [] : parametersOf(program, elementOf(input.type), input.name),
    outputs: method.returns === types.void ? [] : parametersOf(program, elementOf(method.returns), 'output'),
  };
}

/** What the list of an invocable method holds: one request or result per element. */
function elementOf(type: ApexType): ApexType {
  return type.isLibrary('List') ? type.args[0] : type;
}

/** The variables of a wrapper class, or the one value that stands for itself. */
function parametersOf(program: CompiledProgram, type: ApexType, name: string): ActionParameter[] {
  const wrapper = program.classOf(type);
  if (wrapper?.kind !== 'class') return [{ name, type: type.toString(), label: name, required: true }];
  return annotatedFields(wrapper, 'invocablevariable').map((field) => {
    const { values } = field.annotations.find((annotation) => annotation.name === 'invocablevariable')!;
    const description = values.get('description');
    return {
      name: field.name,
      type: field.type.toString(),
      label: String(values.get('label') ?? field.name),
      required: values.get('required') === true,
      ...(description === undefined ? {} : { description: String(description) }),
    };
  });
}

export function invokeAction(
  tx: Transaction,
  program: CompiledProgram,
  className: string,
  inputs: readonly { readonly [name: string]: DataValue }[],
): { [name: string]: DataValue }[] {
  const action = findAction(program, className);
  if (action === undefined) throw new OrgError('INVALID_TYPE', `${className} has no invocable method`);
  return enter(tx, program, () => {
    machine.sharing = entrySharing(action.runtimeClass, false);
    return outermost(() => call(program, action, inputs));
  });
}

function call(
  program: CompiledProgram,
  { method }: Action,
  inputs: readonly { readonly [name: string]: DataValue }[],
): { [name: string]: DataValue }[] {
  const [parameter] = method.parameters;
  const args: unknown[] = [];
  if (parameter !== undefined) {
    const type = elementOf(parameter.type);
    const isWrapper = program.classOf(type)?.kind === 'class';
    const requests = inputs.map((input) => toApex(isWrapper ? input : singleValue(input, parameter.name), type));
    args.push(new ApexList(type, requests));
  }
  const result = method.invoke(null, args);
  if (!(result instanceof ApexList)) return inputs.map(() => ({}));
  return result.items.map((item) => {
    const runtimeClass = runtimeClassOf(item);
    return runtimeClass?.kind === 'class' ? valuesOf(item as ApexObject, runtimeClass) : { output: fromApex(item) };
  });
}

/** A parameter that is no wrapper has the method's own name for it, and there is no other. */
function singleValue(input: { readonly [name: string]: DataValue }, name: string): DataValue | undefined {
  const key = Object.keys(input).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? Object.values(input)[0] : input[key];
}
