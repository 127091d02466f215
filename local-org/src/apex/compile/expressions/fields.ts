/** Reading fields and properties of classes, and static members. */
import type { Node } from '../../ast/nodes.ts';
import { fail } from '../../check/errors.ts';
import type { LibraryPropertyUse } from '../../check/members.ts';
import type { FieldSymbol } from '../../check/symbols.ts';
import { fromGeneric } from '../convert.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { checkFieldVisible } from './visibility.ts';

/** Reads a field or property; `target` is null for a static one. */
export function readField(scope: MethodScope, node: Node, field: FieldSymbol, target: string | null): Value {
  const holder = target ?? staticHolder(scope, field);
  const { property } = field;
  if (property === null || scope.accessorOf === field) {
    checkFieldVisible(scope, node, field, field.access);
    return value(field.type, `${holder}.${field.slot}`);
  }
  if (property.getter === null) fail(node, `Property does not have a get accessor: ${field.name}`);
  checkFieldVisible(scope, node, field, property.getter.access);
  if (property.plain) return value(field.type, `${holder}.${field.slot}`);
  scope.callsOut = true;
  return value(field.type, `${target ?? scope.unit.classCode(field.owner)}.${getterSlot(field)}()`);
}

export function staticHolder(scope: MethodScope, field: FieldSymbol): string {
  return scope.unit.staticsCode(field.owner);
}

export function getterSlot(field: FieldSymbol): string {
  return `get${field.slot}`;
}

export function setterSlot(field: FieldSymbol): string {
  return `set${field.slot}`;
}

/** Reads a property of a library type; `target` is null for a static one. */
export function readLibraryProperty(
  scope: MethodScope,
  node: Node,
  use: LibraryPropertyUse,
  target: Value | null,
): Value {
  if (use.property.get === undefined) fail(node, `Property does not have a get accessor: ${use.property.name}`);
  const getter = scope.unit.constant(use.property.get);
  const code = `${getter}(${target === null ? '' : required(target)})`;
  const isGeneric = use.owner.typeParameters.includes(use.property.type.name);
  return isGeneric ? fromGeneric(code, use.type) : value(use.type, code);
}

/** `super.field`: the object as one of its superclass. */
export function superValue(scope: MethodScope, node: Node): Value {
  const superclass = scope.owner?.superclass ?? null;
  if (superclass === null || scope.static) fail(node, 'Invalid reference: super');
  return value(superclass, 'this', true);
}

/** The type of `this`, or an error in static code. */
export function thisValue(scope: MethodScope, node: Node): Value {
  if (scope.static || scope.owner === null) fail(node, 'Invalid reference: this');
  return value(scope.owner.type, 'this', true);
}
