/** `target?.member`: null when the target is. */
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';

/** Reads `member` of a target that may be null. */
export function safeNavigation(scope: MethodScope, target: Value, member: (target: Value) => Value): Value {
  const name = scope.temporary();
  const result = member({ ...target, code: name, nonNull: true });
  return value(result.type, `((${name} = ${target.code}) === null ? null : ${result.code})`);
}
