/** Calls of `@AuraEnabled` methods ("AuraEnabled Annotation", Apex Developer Guide). */
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import { deserialize } from '../library/support/json-deserialize.ts';
import { enter, machine } from '../runtime/machine.ts';
import type { RuntimeAnnotation, RuntimeMethod } from '../runtime/runtime-class.ts';
import { toAuraJson } from './aura-json.ts';
import { entrySharing } from './entry.ts';
import { outermost } from './failure.ts';

export function callAuraMethod(
  tx: Transaction,
  program: CompiledProgram,
  className: string,
  methodName: string,
  args: Readonly<Record<string, unknown>>,
): unknown {
  const runtimeClass = program.findClass(className);
  const method = runtimeClass?.methods.find(
    (candidate) =>
      candidate.static && candidate.name.toLowerCase() === methodName.toLowerCase() && isExposed(candidate),
  );
  if (runtimeClass === undefined || method === undefined) {
    throw new OrgError('INVALID_TYPE', `No @AuraEnabled method ${methodName} on class ${className}`);
  }
  if (!tx.org.security.hasApexClass(tx.user.id, runtimeClass.name)) {
    throw new OrgError('FORBIDDEN', `You do not have access to the Apex class named '${runtimeClass.name}'.`);
  }
  return enter(tx, program, () => {
    // "Apex classes used by Lightning components run with sharing unless they say otherwise."
    machine.sharing = entrySharing(runtimeClass, true);
    machine.readOnly = isCacheable(method);
    return outermost(() => toAuraJson(method.invoke(null, argumentsOf(method, args))));
  });
}

function exposure(method: RuntimeMethod): RuntimeAnnotation | undefined {
  return method.annotations.find(({ name }) => name === 'auraenabled');
}

function isExposed(method: RuntimeMethod): boolean {
  return exposure(method) !== undefined;
}

function isCacheable(method: RuntimeMethod): boolean {
  return exposure(method)?.values.get('cacheable') === true;
}

function argumentsOf(method: RuntimeMethod, args: Readonly<Record<string, unknown>>): unknown[] {
  const given = new Map(Object.entries(args).map(([name, value]) => [name.toLowerCase(), value]));
  return method.parameters.map(({ name, type }) => {
    const value = given.get(name.toLowerCase());
    return value === undefined || value === null ? null : deserialize(JSON.stringify(value), type, false);
  });
}
