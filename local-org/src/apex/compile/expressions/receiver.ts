/** Receivers of calls: a null one is noticed when the arguments have been evaluated, as in Java. */
import type { MethodScope } from '../method-scope.ts';
import { required, type Value } from '../value.ts';

/** The code of a call on `receiver`, which `call` makes of codes for the receiver and the arguments. */
export function callOn(
  scope: MethodScope,
  receiver: Value,
  args: readonly string[],
  call: (self: string, args: readonly string[]) => string,
): string {
  const last = args.findLastIndex(mayDoSomething);
  if (receiver.nonNull || last < 0) return call(required(receiver), args);
  const self = scope.temporary();
  const held = args.slice(0, last + 1).map((code) => ({ name: scope.temporary(), code }));
  const assignments = held.map(({ name, code }) => `${name} = ${code}`);
  const codes = [...held.map(({ name }) => name), ...args.slice(last + 1)];
  return `(${self} = ${receiver.code}, ${assignments.join(', ')}, ${call(`(${self} ?? $R.nullPointer())`, codes)})`;
}

/** Code without a call in it changes nothing that could be seen. */
function mayDoSomething(code: string): boolean {
  return code.includes('(') || code.includes('=');
}
