/** What can stand left of an assignment. */
import type { FieldSchema } from '../../../schema/model.ts';
import type { Expression, MemberExpression } from '../../ast/expressions.ts';
import type { Node } from '../../ast/nodes.ts';
import { fail, giveUp } from '../../check/errors.ts';
import { fieldNamed, libraryPropertyNamed } from '../../check/members.ts';
import { isSubtype } from '../../check/supertypes.ts';
import type { FieldSymbol } from '../../check/symbols.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { fromGeneric, generic } from '../convert.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { readField, setterSlot, staticHolder, thisValue } from './fields.ts';
import { indexedElement } from './index-access.ts';
import { memberOf, reference } from './names.ts';
import { findRecordMember } from './records.ts';
import { checkFieldVisible } from './visibility.ts';

/** A place to write to. Its holder is evaluated once, by `prepare`, before reading and writing. */
export interface Target {
  readonly type: ApexType;
  /** Code that evaluates the holder; empty when there is nothing to evaluate. */
  readonly prepare: string;
  read(): Value;
  /** Code that writes and gives the written value. */
  write(code: string): string;
}

/** `reads` says whether the place is read before it is written, so that its holder must be kept. */
export function assignmentTarget(scope: MethodScope, expression: Expression, reads: boolean): Target {
  switch (expression.kind) {
    case 'name':
      return nameTarget(scope, expression, expression.name);
    case 'member':
      return memberTarget(scope, expression, reads);
    case 'index': {
      const { list, index } = indexedElement(scope, expression);
      const holder = kept(scope, required(list), reads);
      const position = kept(scope, index.code, reads);
      const type = list.type.args[0];
      return {
        type,
        prepare: [holder.prepare, position.prepare].filter((part) => part !== '').join(', '),
        read: () => fromGeneric(`${holder.code}.at(${position.code})`, type),
        write: (code) => {
          const written = `${holder.code}.set(${position.code}, ${generic(value(type, code))})`;
          return type === types.Double ? `$R.unbox(${written})` : written;
        },
      };
    }
    default:
      return fail(expression, 'Expression cannot be assigned');
  }
}

interface Kept {
  readonly prepare: string;
  readonly code: string;
}

function kept(scope: MethodScope, code: string, reads: boolean): Kept {
  if (!reads || /^[\w$.]+$/.test(code)) return { prepare: '', code };
  const name = scope.temporary();
  return { prepare: `${name} = ${code}`, code: name };
}

function nameTarget(scope: MethodScope, node: Node, name: string): Target {
  const local = scope.variable(name);
  if (local !== undefined) {
    if (local.final) fail(node, `Final variable has already been initialized: ${name}`);
    return {
      type: local.type,
      prepare: '',
      read: () => value(local.type, local.code, local.nonNull),
      write: (code) => `(${local.code} = ${code})`,
    };
  }
  for (let owner = scope.owner; owner !== null; owner = owner.outer) {
    const field = fieldNamed(scope.universe, owner, name);
    if (field === undefined) continue;
    if (field.static) return fieldTarget(scope, node, field, null);
    if (owner === scope.owner) return fieldTarget(scope, node, field, thisValue(scope, node).code);
  }
  if (scope.isBroken(name)) giveUp(node);
  return fail(node, `Variable does not exist: ${name}`);
}

function memberTarget(scope: MethodScope, expression: MemberExpression, reads: boolean): Target {
  if (expression.safe) fail(expression, 'Safe navigation operator cannot be used as the target of an assignment');
  const found = reference(scope, expression.target);
  if (found.kind === 'type') return staticTarget(scope, expression, found.type);
  if (found.kind !== 'value') fail(expression, `Variable does not exist: ${expression.name}`);
  const holder = found.value;
  const symbol = scope.universe.classOf(holder.type);
  if (symbol !== undefined) {
    const field = fieldNamed(scope.universe, symbol, expression.name);
    if (symbol.brokenFields.has(expression.name.toLowerCase())) giveUp(expression);
    if (field === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
    if (field.static) return fieldTarget(scope, expression, field, null);
    const place = kept(scope, required(holder), reads);
    return { ...fieldTarget(scope, expression, field, place.code), prepare: place.prepare };
  }
  if (holder.type.kind === 'sobject') return recordTarget(scope, expression, holder, reads);
  return libraryTarget(scope, expression, holder, reads);
}

function staticTarget(scope: MethodScope, expression: MemberExpression, type: ApexType): Target {
  const symbol = scope.universe.classOf(type);
  const field = symbol === undefined ? undefined : fieldNamed(scope.universe, symbol, expression.name);
  if (field?.static === true) return fieldTarget(scope, expression, field, null);
  const property = libraryPropertyNamed(scope.universe, type, expression.name);
  if (property?.property.static !== true || property.property.set === undefined) {
    return fail(expression, `Variable does not exist: ${expression.name}`);
  }
  const setter = scope.unit.constant(property.property.set);
  return {
    type: property.type,
    prepare: '',
    read: () => memberOf(scope, expression, value(type, 'null')),
    write: (code) => `$R.written(${code}, ${setter})`,
  };
}

/** A field or property of a class; `target` is null for a static one. */
function fieldTarget(scope: MethodScope, node: Node, field: FieldSymbol, target: string | null): Target {
  const holder = target ?? staticHolder(scope, field);
  const direct: Target = {
    type: field.type,
    prepare: '',
    read: () => readField(scope, node, field, target),
    write: (code) => `(${holder}.${field.slot} = ${code})`,
  };
  if (field.property === null || scope.accessorOf === field) {
    checkFieldVisible(scope, node, field, field.access);
    checkFinal(scope, node, field);
    return direct;
  }
  const { setter, plain } = field.property;
  if (setter === null) {
    // A property without setter may be given its value where the object is made.
    if (scope.initializing && scope.owner === field.owner && plain) return direct;
    return fail(node, `Property does not have a set accessor: ${field.name}`);
  }
  checkFieldVisible(scope, node, field, setter.access);
  if (plain) return direct;
  scope.callsOut = true;
  const receiver = target ?? scope.unit.classCode(field.owner);
  return { ...direct, write: (code) => `${receiver}.${setterSlot(field)}(${code})` };
}

function checkFinal(scope: MethodScope, node: Node, field: FieldSymbol): void {
  const isMaking =
    scope.initializing && scope.owner !== null && isSubtype(scope.universe, scope.owner.type, field.owner.type);
  if (!field.final || isMaking) return;
  fail(node, `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`);
}

function recordTarget(scope: MethodScope, expression: MemberExpression, holder: Value, reads: boolean): Target {
  const member = findRecordMember(scope, expression, holder.type, expression.name);
  const place = kept(scope, required(holder), reads);
  const name = member.kind === 'field' ? member.field.name : member.name;
  if (member.kind === 'children') fail(expression, `Field is not writeable: ${holder.type.toString()}.${name}`);
  if (member.kind === 'field' && !isWritable(scope, holder.type, member.field)) {
    fail(expression, `Field is not writeable: ${holder.type.toString()}.${name}`);
  }
  const write = member.kind === 'field' ? 'putField' : 'putParent';
  return {
    type: member.type,
    prepare: place.prepare,
    read: () => memberOf(scope, expression, { ...holder, code: place.code, nonNull: true }),
    write: (code) => `$R.${write}(${place.code}, ${JSON.stringify(name)}, ${code})`,
  };
}

/**
 * Ids can be set to say which row a record stands for; records of custom metadata types can be made in memory with any
 * value, and saved by none.
 */
export function isWritable(scope: MethodScope, type: ApexType, field: FieldSchema): boolean {
  if (field.createable || field.updateable || field.name === 'Id') return true;
  return scope.universe.schema.object(type.name)?.kind === 'customMetadata';
}

function libraryTarget(scope: MethodScope, expression: MemberExpression, holder: Value, reads: boolean): Target {
  const use = libraryPropertyNamed(scope.universe, holder.type, expression.name);
  if (use?.property.set === undefined) return fail(expression, `Variable does not exist: ${expression.name}`);
  const place = kept(scope, required(holder), reads);
  const setter = scope.unit.constant(use.property.set);
  return {
    type: use.type,
    prepare: place.prepare,
    read: () => memberOf(scope, expression, { ...holder, code: place.code, nonNull: true }),
    write: (code) => `$R.written(${code}, ${setter}, ${place.code})`,
  };
}
