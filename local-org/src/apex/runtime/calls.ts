/** Calls that are decided when they run. */
import { currentTransaction } from '../../database/transaction.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { SObject } from '../../schema/sobject.ts';
import { libraryType, type ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';
import { SystemException, throwApex, type ApexException } from './exception.ts';
import { machine } from './machine.ts';
import { typeOf } from './type-of.ts';

type Behaviour = (...args: unknown[]) => unknown;

/**
 * A method of a platform type that classes of the project may implement or override. `entryPoint` is its name on their
 * instances (`$next$0`), `behaviour` what the platform's own class does, if it is not abstract.
 */
export function callVirtual(
  receiver: object,
  entryPoint: string,
  behaviour: Behaviour | null,
  ...args: unknown[]
): unknown {
  const own = (receiver as Record<string, Behaviour | undefined>)[entryPoint];
  if (own !== undefined) return own.apply(receiver, args);
  const inherited = behaviour ?? libraryBehaviour(typeOf(receiver), entryPoint);
  return inherited(receiver, ...args);
}

const behaviours = new Map<string, Behaviour>();

/** The method of a value's own platform class, when it is called through an interface. */
function libraryBehaviour(type: ApexType, entryPoint: string): Behaviour {
  const key = `${type.name}${entryPoint}`;
  let behaviour = behaviours.get(key);
  if (behaviour === undefined) {
    const [, name, count] = /^\$(.+)\$(\d+)$/.exec(entryPoint)!;
    const method = machine.program
      .libraryOf(type)
      ?.methods.find(
        (candidate) => candidate.name.toLowerCase() === name && candidate.parameters.length === Number(count),
      );
    if (method?.behaviour === undefined) throw new Error(`${type.toString()} has no method ${name}`);
    behaviours.set(key, (behaviour = method.behaviour as Behaviour));
  }
  return behaviour;
}

/** Calls a setter of a library property and gives the written value. */
export function written(value: unknown, setter: Behaviour, ...target: unknown[]): unknown {
  setter(...target, value);
  return value;
}

/** Static fields of a class that is used for the first time in the transaction. */
export function initialize(classId: number): object {
  return machine.program.initialize(classId);
}

/** `new MyException(cause)`: the message is the cause's. */
export function wrap(exception: ApexException, cause: ApexException | null): void {
  exception.cause = cause;
  exception.message = cause?.message ?? null;
}

/** `new DmlException(message, cause)` and its like; without a message it is the cause's. */
export function newException(typeName: string, message: string | null, cause: ApexException | null): SystemException {
  return new SystemException(typeName, message ?? cause?.message ?? null, cause);
}

/** Begins `System.runAs(user)`; the result ends it. */
export function beginRunAs(user: SObject | ApexObject): () => void {
  if (user instanceof ApexObject) return () => undefined;
  const tx = currentTransaction();
  if (!tx.isTest) throwApex('System.TypeException', 'runAs can be used only in test methods');
  // A user who is not there yet is inserted ("Using the runAs Method", Apex Developer Guide).
  if (user.id === null) tx.org.dml.insert(tx, [user], { allOrNone: true, mode: 'system', sharing: false });
  return tx.switchUser(tx.org.user(user.id!));
}

/** `Trigger.operationType`. */
export function triggerOperation(): unknown {
  const { trigger } = machine;
  if (trigger === null) return null;
  const name = trigger.event.toUpperCase().replace(' ', '_');
  const operations = machine.program.libraryOf(libraryType('System.TriggerOperation'));
  return operations?.constants.find((constant) => constant.name === name) ?? unsupported('System.TriggerOperation', '');
}

/** Reached a feature of the platform that is not built. */
export function unsupported(feature: string, where: string): never {
  throw new NotSupported(feature, where);
}
