/**
 * `target?.member`: null when the target is, and so is the whole chain that follows it: `a?.b().c` does not call `b` and reads
 * no `c` when `a` is null ("Safe Navigation Operator", Apex Developer Guide).
 */
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';

/** Reads `member` of a target that may be null, inside the chain that `compileChain` compiles. */
export function safeNavigation(scope: MethodScope, target: Value, member: (target: Value) => Value): Value {
  const name = scope.temporary();
  scope.chainGuards.push(`(${name} = ${target.code}) === null`);
  return member({ ...target, code: name, nonNull: true });
}

/** Compiles a whole chain of members, calls and indexes, which ends with null where a safe target in it is null. */
export function compileChain(scope: MethodScope, compile: () => Value): Value {
  const outer = scope.chainGuards;
  const guards: string[] = [];
  scope.chainGuards = guards;
  try {
    const result = compile();
    if (guards.length === 0) return result;
    return value(
      result.type,
      guards.reduceRight((code, guard) => `(${guard} ? null : ${code})`, result.code),
    );
  } finally {
    scope.chainGuards = outer;
  }
}
