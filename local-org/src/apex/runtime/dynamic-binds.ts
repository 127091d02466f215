/**
 * The variables that a dynamic query may name (`Database.query('… WHERE Id IN :ids')`): those in scope where the method was
 * called. Compiled code wraps such calls; "bind variables in dynamic SOQL must be simple variables" ("Dynamic SOQL", Apex
 * Developer Guide).
 */
import type { SoqlBind } from '../../database/services.ts';
import { throwApex } from './exception.ts';

/** The generic value of a variable by its name in any case; undefined when there is none. */
export type VariableLookup = (lowerCaseName: string) => unknown;

let current: VariableLookup | null = null;

/** Runs a call whose query may name the variables. */
export function withDynamicBinds<T>(lookup: VariableLookup, call: () => T): T {
  const former = current;
  current = lookup;
  try {
    return call();
  } finally {
    current = former;
  }
}

/** Gives the bind expressions of the call that runs now; to be taken before anything else is called. */
export function takeDynamicBinds(): (bind: SoqlBind) => unknown {
  const lookup = current;
  current = null;
  return ({ text }) => {
    const value = lookup?.(text.trim().toLowerCase());
    if (value === undefined) throwApex('System.QueryException', `Variable does not exist: ${text.trim()}`);
    return value;
  };
}
