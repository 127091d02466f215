/** Names and dotted names: variables, fields, types, and the platform's special names. */
import type { Expression, MemberExpression, NameExpression } from '../../ast/expressions.ts';
import type { Node } from '../../ast/nodes.ts';
import { fail, giveUp } from '../../check/errors.ts';
import { fieldNamed, libraryPropertyNamed } from '../../check/members.ts';
import type { ClassSymbol } from '../../check/symbols.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { compileLink } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { valueReference, type Reference } from '../reference.ts';
import { required, value, type Value } from '../value.ts';
import { readField, readLibraryProperty, thisValue } from './fields.ts';
import { safeNavigation } from './safe-navigation.ts';
import { recordMember } from './records.ts';
import { specialMember, specialName, specialValue } from './special-names.ts';

/** What an expression refers to: a value, or a class or namespace that a member is to be taken of. */
export function reference(scope: MethodScope, expression: Expression): Reference {
  if (expression.kind === 'name') return nameReference(scope, expression);
  if (expression.kind === 'member') return memberReference(scope, expression);
  return valueReference(compileLink(scope, expression));
}

export function compileName(scope: MethodScope, expression: NameExpression | MemberExpression): Value {
  const found = reference(scope, expression);
  if (found.kind === 'special') return specialValue(scope, expression, found);
  if (found.kind !== 'value') fail(expression, `Variable does not exist: ${expression.name}`);
  return found.value;
}

function nameReference(scope: MethodScope, expression: NameExpression): Reference {
  const { name } = expression;
  const found = variableValue(scope, expression, name);
  if (found !== undefined) return valueReference(found);
  const type = scope.universe.resolve({ name, args: [] }, scope.owner);
  const special = specialName(name);
  // The platform's classes of these names (System.Trigger, System.Label) are the special names; a class of the project hides them.
  if (special !== undefined && (typeof type === 'string' || scope.universe.classOf(type) === undefined)) return special;
  if (typeof type !== 'string') return { kind: 'type', type };
  if (scope.universe.isNamespace(name)) return { kind: 'namespace', name };
  if (scope.isBroken(name)) giveUp(expression);
  fail(expression, `Variable does not exist: ${name}`);
}

/** A local variable, or a field of the class or of a class around it. */
function variableValue(scope: MethodScope, node: Node, name: string): Value | undefined {
  const local = scope.variable(name);
  if (local !== undefined) return value(local.type, local.code, local.nonNull);
  if (scope.owner === null) return undefined;
  const own = fieldNamed(scope.universe, scope.owner, name);
  if (own !== undefined) {
    if (own.static) return readField(scope, node, own, null);
    // Static code has no object: there the name of an instance field can be that of a type.
    if (scope.static && typeof scope.universe.resolve({ name, args: [] }, scope.owner) !== 'string') return undefined;
    return readField(scope, node, own, thisValue(scope, node).code);
  }
  for (let outer = scope.owner.outer; outer !== null; outer = outer.outer) {
    const field = fieldNamed(scope.universe, outer, name);
    if (field?.static === true) return readField(scope, node, field, null);
  }
  return undefined;
}

function memberReference(scope: MethodScope, expression: MemberExpression): Reference {
  const target = reference(scope, expression.target);
  switch (target.kind) {
    case 'value':
      return valueReference(valueMember(scope, expression, target.value));
    case 'type':
      return typeMember(scope, expression, target.type);
    case 'namespace':
      return namespaceMember(scope, expression, target.name);
    case 'special':
      return specialMember(scope, expression, target);
  }
}

function valueMember(scope: MethodScope, expression: MemberExpression, target: Value): Value {
  if (expression.safe) return safeNavigation(scope, target, (inner) => memberOf(scope, expression, inner));
  return memberOf(scope, expression, target);
}

/** Reads a member of a value. */
export function memberOf(scope: MethodScope, expression: MemberExpression, target: Value): Value {
  const { universe } = scope;
  const { name } = expression;
  if (target.rows === true) {
    const record = value(target.type.args[0], `$R.singleRow(${target.code})`, true);
    return memberOf(scope, expression, record);
  }
  const symbol = universe.classOf(target.type);
  if (symbol !== undefined) {
    const field = fieldNamed(universe, symbol, name);
    if (symbol.brokenFields.has(name.toLowerCase())) giveUp(expression);
    if (field === undefined) fail(expression, `Variable does not exist: ${name}`);
    scope.unit.dependOn(field.owner);
    if (field.static) return readField(scope, expression, field, null);
    return readField(scope, expression, field, required(target));
  }
  if (target.type.kind === 'sobject') return recordMember(scope, expression, target);
  const property = libraryPropertyNamed(universe, target.type, name);
  if (property === undefined) fail(expression, `Variable does not exist: ${name}`);
  return readLibraryProperty(scope, expression, property, target);
}

function typeMember(scope: MethodScope, expression: MemberExpression, type: ApexType): Reference {
  const { universe } = scope;
  const { name } = expression;
  const symbol = universe.classOf(type);
  if (symbol !== undefined) return classMember(scope, expression, symbol);
  if (type.kind === 'sobject') return objectMember(scope, expression, type);
  const entry = universe.libraryOf(type);
  const constant = entry?.constants.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (constant !== undefined) return valueReference(value(type, scope.unit.constant(constant), true));
  const special = specialName(name);
  if (special !== undefined && (type.name === 'System.System' || type.name === 'System.Schema')) return special;
  const property = libraryPropertyNamed(universe, type, name);
  if (property?.property.static === true) {
    return valueReference(readLibraryProperty(scope, expression, property, null));
  }
  // `Database` and its like are both a class and a namespace.
  const nested = universe.resolve({ name: `${type.name.replace(/^System\./, '')}.${name}`, args: [] }, null);
  if (typeof nested !== 'string') return { kind: 'type', type: nested };
  fail(expression, `Variable does not exist: ${name}`);
}

function classMember(scope: MethodScope, expression: MemberExpression, symbol: ClassSymbol): Reference {
  const { name } = expression;
  scope.unit.dependOn(symbol);
  if (symbol.kind === 'enum') {
    const ordinal = symbol.constants.findIndex((constant) => constant.toLowerCase() === name.toLowerCase());
    if (ordinal >= 0) return valueReference(enumConstant(scope, symbol, ordinal));
  }
  const field = fieldNamed(scope.universe, symbol, name);
  if (field?.static === true) return valueReference(readField(scope, expression, field, null));
  const inner = scope.universe.innerClass(symbol, name.toLowerCase());
  if (inner !== undefined) return { kind: 'type', type: inner.type };
  fail(expression, `Variable does not exist: ${name}`);
}

export function enumConstant(scope: MethodScope, symbol: ClassSymbol, ordinal: number): Value {
  return value(symbol.type, `${scope.unit.classCode(symbol)}.constants[${ordinal}]`, true);
}

/** Schema tokens: `Account.SObjectType`, `Account.Name`. */
function objectMember(scope: MethodScope, expression: MemberExpression, type: ApexType): Reference {
  const object = scope.universe.schema.object(type.name);
  if (object === undefined || type === types.SObject) fail(expression, `Variable does not exist: ${expression.name}`);
  return specialMember(scope, expression, { kind: 'special', name: 'sobject', object });
}

function namespaceMember(scope: MethodScope, expression: MemberExpression, namespace: string): Reference {
  const special = specialName(expression.name);
  if (special !== undefined && ['system', 'schema'].includes(namespace.toLowerCase())) return special;
  const type = scope.universe.resolve({ name: `${namespace}.${expression.name}`, args: [] }, null);
  if (typeof type !== 'string') return { kind: 'type', type };
  fail(expression, `Variable does not exist: ${expression.name}`);
}
