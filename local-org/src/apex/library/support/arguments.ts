/** Null arguments: most methods of the platform refuse them, whatever they go on to do. */
import { nullPointer, throwApex } from '../../runtime/index.ts';
import { splitParameters, type Accessors, type Behaviour } from '../define.ts';

export type Members = Readonly<Record<string, Behaviour | Accessors>>;

/** The behaviours with a check before each: `Argument 1 cannot be null`. */
export function refusingNulls(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).map(([signature, member]) => [
      signature,
      typeof member === 'function' ? guarded(signature, member) : member,
    ]),
  );
}

/** The argument, which a method refuses to be null; `position` counts from 1. */
export function required<T>(value: T | null | undefined, position: number): T {
  if (value === null || value === undefined) refuse(position);
  return value;
}

/** The same for a receiver or value that the platform just uses. */
export function dereferenced<T>(value: T | null | undefined): T {
  return value ?? nullPointer();
}

function refuse(position: number): never {
  throwApex('System.NullPointerException', `Argument ${position} cannot be null`);
}

function guarded(signature: string, behaviour: Behaviour): Behaviour {
  const count = splitParameters(signature.slice(signature.indexOf('(') + 1, -1)).length;
  if (count === 0) return behaviour;
  const call = behaviour as (...args: unknown[]) => unknown;
  return (...args: unknown[]): unknown => {
    // In front of the arguments stand the receiver, or the type arguments of a generic class.
    const first = args.length - count;
    for (let index = first; index < args.length; index++) {
      if (args[index] === null) refuse(index - first + 1);
    }
    return call(...args);
  };
}
