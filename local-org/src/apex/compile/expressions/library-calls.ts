/** Calls of methods of the class library. */
import type { Callable } from '../../check/members.ts';
import { entryPointName } from '../../runtime/call.ts';
import { fromGeneric } from '../convert.ts';
import type { MethodScope } from '../method-scope.ts';
import { takesDynamicQuery, withDynamicBinds } from './dynamic-queries.ts';
import { value, type Value } from '../value.ts';
import { argumentCodes } from './arguments.ts';
import { callOn } from './receiver.ts';

/** Classes whose methods read or write records for the code that calls them. */
const dataClasses = new Set(['Database', 'Search', 'Approval']);

/**
 * Calls the behaviour directly. A method that classes of the project may override is looked up on the receiver first,
 * except when `direct` (for `super.method()`).
 */
export function libraryCall(
  scope: MethodScope,
  callable: Callable,
  receiver: Value | null,
  args: readonly Value[],
  direct = false,
): Value {
  const { owner, method } = callable.library!;
  if (dataClasses.has(owner.name)) scope.usesData = true;
  const codes = argumentCodes(callable, args);
  const plain = callCode(scope, callable, receiver, codes, direct);
  const code = takesDynamicQuery(callable) ? withDynamicBinds(scope, plain) : plain;
  const isGeneric = owner.typeParameters.includes(method.returns.name);
  return isGeneric
    ? { ...fromGeneric(code, callable.returns), rows: false }
    : { ...value(callable.returns, code), rows: isQuery(callable) };
}

function callCode(
  scope: MethodScope,
  callable: Callable,
  receiver: Value | null,
  codes: readonly string[],
  direct: boolean,
): string {
  const { owner, method } = callable.library!;
  const behaviour = method.behaviour === undefined ? 'null' : scope.unit.constant(method.behaviour);
  if (receiver === null) return `${behaviour}(${codes.join(', ')})`;
  const overridable =
    owner.kind === 'interface' || owner.extensible || owner.kind === 'exception' || isException(owner);
  if (owner.takesNull) return `${behaviour}(${[receiver.code, ...codes].join(', ')})`;
  if (direct || (!overridable && method.behaviour !== undefined)) {
    return callOn(scope, receiver, codes, (self, args) => `${behaviour}(${[self, ...args].join(', ')})`);
  }
  scope.callsOut = true;
  const entryPoint = JSON.stringify(entryPointName(callable.name, codes.length));
  return callOn(
    scope,
    receiver,
    codes,
    (self, args) => `$R.callVirtual(${[self, entryPoint, behaviour, ...args].join(', ')})`,
  );
}

function isException(owner: { readonly namespace: string; readonly name: string }): boolean {
  return owner.namespace === 'System' && owner.name === 'Exception';
}

/** `Database.query` gives rows that may be taken as one record. */
function isQuery(callable: Callable): boolean {
  const { owner } = callable.library!;
  return owner.name === 'Database' && /^query/i.test(callable.name) && callable.returns.isLibrary('List');
}
