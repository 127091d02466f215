/** Who may use which member ("Access Modifiers", Apex Developer Guide). */
import type { Node } from '../../ast/nodes.ts';
import { fail } from '../../check/errors.ts';
import { isSubtype } from '../../check/supertypes.ts';
import { topLevel, type ClassSymbol, type FieldSymbol, type MethodSymbol } from '../../check/symbols.ts';
import type { Access } from '../../runtime/runtime-class.ts';
import type { MethodScope } from '../method-scope.ts';

interface Restricted {
  readonly owner: ClassSymbol;
  readonly testVisible: boolean;
}

export function isVisible(scope: MethodScope, member: Restricted, access: Access): boolean {
  if (access === 'public' || access === 'global') return true;
  if (member.testVisible && scope.isTest) return true;
  if (scope.owner === null) return false;
  // Inner and outer classes see each other's private members.
  if (topLevel(scope.owner) === topLevel(member.owner)) return true;
  if (access !== 'protected') return false;
  for (let current: ClassSymbol | null = scope.owner; current !== null; current = current.outer) {
    if (isSubtype(scope.universe, current.type, member.owner.type)) return true;
  }
  return false;
}

export function checkFieldVisible(scope: MethodScope, node: Node, field: FieldSymbol, access: Access): void {
  if (!isVisible(scope, field, access)) fail(node, `Variable is not visible: ${field.owner.name}.${field.name}`);
}

export function checkMethodVisible(scope: MethodScope, node: Node, method: MethodSymbol): void {
  if (isVisible(scope, method, method.access)) return;
  const parameters = method.parameters.map(({ type }) => type).join(', ');
  if (method.kind === 'constructor') {
    fail(node, `Constructor is not visible: [${method.owner.name}].<Constructor>(${parameters})`);
  }
  fail(node, `Method is not visible: ${method.returns.toString()} ${method.owner.name}.${method.name}(${parameters})`);
}
