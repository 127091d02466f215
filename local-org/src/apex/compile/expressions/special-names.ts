/** Names with rules of their own: `Trigger`, `Label`, schema tokens and describes. */
import type { ObjectSchema } from '../../../schema/model.ts';
import { NotSupported } from '../../../schema/errors.ts';
import type { MemberExpression } from '../../ast/expressions.ts';
import type { Node } from '../../ast/nodes.ts';
import { fail } from '../../check/errors.ts';
import { libraryPropertyNamed, methodsNamed } from '../../check/members.ts';
import { FieldSetValue } from '../../library/schema/field-set.ts';
import { fieldToken, objectToken } from '../../runtime/tokens.ts';
import { libraryType, listOf, mapOf, types, type ApexType } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import { valueReference, type Reference } from '../reference.ts';
import { value, type Value } from '../value.ts';
import { readLibraryProperty } from './fields.ts';

type Special = Extract<Reference, { kind: 'special' }>;

const specialNames = new Set(['trigger', 'label', 'sobjecttype', 'page']);

export function specialName(name: string): Special | undefined {
  const key = name.toLowerCase();
  return specialNames.has(key) ? { kind: 'special', name: key as Special['name'] } : undefined;
}

export function specialMember(scope: MethodScope, expression: MemberExpression, target: Special): Reference {
  switch (target.name) {
    case 'trigger':
      return valueReference(triggerVariable(scope, expression));
    case 'label':
      return label(scope, expression);
    case 'sobjecttype':
      return describedObject(scope, expression);
    case 'sobject':
      return tokenMember(scope, expression, target.object!);
    case 'token':
      return tokenMemberOf(scope, expression, target.object!);
    case 'tokenFields':
      return valueReference(fieldTokenValue(scope, expression, target.object!));
    case 'rowCause':
      return valueReference(rowCause(expression, target.object!));
    case 'described':
      return describeMember(scope, expression, target.object!);
    case 'fields':
      return valueReference(describeField(scope, expression, target.object!));
    case 'fieldSets':
      return valueReference(fieldSet(scope, expression, target.object!));
    case 'page':
      return valueReference(page(scope, expression));
  }
}

/** "Trigger Context Variables" (Apex Developer Guide). Outside of a trigger they are null or false. */
function triggerVariable(scope: MethodScope, expression: MemberExpression): Value {
  const record = scope.owner?.triggerType ?? types.SObject;
  const name = expression.name.toLowerCase();
  const variables: Readonly<Record<string, readonly [string, ApexType]>> = {
    new: ['new', listOf(record)],
    old: ['old', listOf(record)],
    newmap: ['newMap', mapOf(types.Id, record)],
    oldmap: ['oldMap', mapOf(types.Id, record)],
  };
  const records = variables[name];
  if (records !== undefined) return value(records[1], `($M.trigger?.${records[0]} ?? null)`);
  if (name === 'size') return value(types.Integer, '($M.trigger?.size ?? 0)', true);
  if (name === 'isexecuting') return value(types.Boolean, '($M.trigger !== null)', true);
  if (name === 'isbefore') return value(types.Boolean, '($M.trigger?.isBefore ?? false)', true);
  if (name === 'isafter') return value(types.Boolean, '($M.trigger !== null && !$M.trigger.isBefore)', true);
  if (name === 'operationtype') return value(libraryType('System.TriggerOperation'), '$R.triggerOperation()');
  const operation = /^is(insert|update|delete|undelete)$/.exec(name);
  if (operation === null) fail(expression, `Variable does not exist: ${expression.name}`);
  return value(types.Boolean, `($M.trigger?.operation === '${operation[1]}')`, true);
}

/** `Label.Name` and `Label.namespace.Name`. */
function label(scope: MethodScope, expression: MemberExpression): Reference {
  const text = scope.unit.labels.get(expression.name.toLowerCase());
  if (text !== undefined) return valueReference(value(types.String, JSON.stringify(text), true));
  if (expression.name.toLowerCase() === 'c') return { kind: 'special', name: 'label' };
  fail(expression, `External string does not exist: ${expression.name}`);
}

/** `Page.Name`: a reference to a Visualforce page. */
function page(scope: MethodScope, expression: MemberExpression): Value {
  const name = scope.unit.pages.get(expression.name.toLowerCase());
  if (name === undefined) fail(expression, `Page ${expression.name} does not exist`);
  return value(libraryType('System.PageReference'), `$R.pageReference(${JSON.stringify(name)})`);
}

/** `Schema.SObjectType.Account`. */
function describedObject(scope: MethodScope, expression: MemberExpression): Reference {
  const object = scope.universe.schema.object(expression.name);
  if (object === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return { kind: 'special', name: 'described', object };
}

/** `Account.SObjectType`, `Account.Name`, `Account.Owner` (the relationship's field is not a token). */
function tokenMember(scope: MethodScope, expression: MemberExpression, object: ObjectSchema): Reference {
  const name = expression.name.toLowerCase();
  if (name === 'sobjecttype') return { kind: 'special', name: 'token', object };
  if (name === 'rowcause' && object.kind === 'share') return { kind: 'special', name: 'rowCause', object };
  if (object.field(name) !== undefined) return valueReference(fieldTokenValue(scope, expression, object));
  if (name === 'fields') return { kind: 'special', name: 'tokenFields', object };
  const parent = object.relationship(expression.name)?.referenceTo[0];
  const parentObject = parent === undefined ? undefined : scope.universe.schema.object(parent);
  if (parentObject !== undefined) return { kind: 'special', name: 'sobject', object: parentObject };
  fail(expression, `Variable does not exist: ${expression.name}`);
}

function fieldTokenValue(scope: MethodScope, expression: MemberExpression, object: ObjectSchema): Value {
  const field = object.field(expression.name);
  if (field === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return value(libraryType('Schema.SObjectField'), scope.unit.constant(fieldToken(object, field)), true);
}

/** `Job__Share.RowCause.Recruiter__c`: a reason for sharing ("Creating Apex Managed Sharing", Apex Developer Guide). */
function rowCause(expression: MemberExpression, share: ObjectSchema): Value {
  const reasons = share.field('RowCause')?.picklistValues ?? [];
  const key = expression.name.toLowerCase();
  const reason = reasons.find((candidate) => candidate.value.toLowerCase() === key);
  if (reason === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return value(types.String, JSON.stringify(reason.value), true);
}

/** `Account.SObjectType.fields`, and properties of the token. */
function tokenMemberOf(scope: MethodScope, expression: MemberExpression, object: ObjectSchema): Reference {
  if (expression.name.toLowerCase() === 'fields') return { kind: 'special', name: 'tokenFields', object };
  const token = objectTokenValue(scope, object);
  const property = libraryPropertyNamed(scope.universe, token.type, expression.name);
  if (property === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return valueReference(readLibraryProperty(scope, expression, property, token));
}

function objectTokenValue(scope: MethodScope, object: ObjectSchema): Value {
  return value(libraryType('Schema.SObjectType'), scope.unit.constant(objectToken(object)), true);
}

/** `Schema.SObjectType.Account.fields` and the members of its describe result. */
function describeMember(scope: MethodScope, expression: MemberExpression, object: ObjectSchema): Reference {
  const name = expression.name.toLowerCase();
  if (name === 'fields') return { kind: 'special', name: 'fields', object };
  if (name === 'fieldsets') return { kind: 'special', name: 'fieldSets', object };
  const described = describeObject(scope, object);
  const property = libraryPropertyNamed(scope.universe, described.type, name);
  if (property === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return valueReference(readLibraryProperty(scope, expression, property, described));
}

/** `Schema.SObjectType.Account.fieldSets.Shown`. */
function fieldSet(scope: MethodScope, expression: MemberExpression, object: ObjectSchema): Value {
  const name = expression.name.toLowerCase();
  const found = object.fieldSets?.find((candidate) => candidate.name.toLowerCase() === name);
  if (found === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return value(libraryType('Schema.FieldSet'), scope.unit.constant(new FieldSetValue(object, found)), true);
}

function describeField(scope: MethodScope, expression: MemberExpression, object: ObjectSchema): Value {
  const field = object.field(expression.name);
  if (field === undefined) fail(expression, `Variable does not exist: ${expression.name}`);
  return describe(scope, 'Schema.SObjectField', fieldToken(object, field));
}

/** A special name where a value is needed: `Schema.SObjectType.Account.getName()`. */
export function specialValue(scope: MethodScope, node: Node, special: Special): Value {
  if (special.name === 'token') return objectTokenValue(scope, special.object!);
  if (special.name === 'rowCause') {
    const token = fieldToken(special.object!, special.object!.field('RowCause')!);
    return value(libraryType('Schema.SObjectField'), scope.unit.constant(token), true);
  }
  if (special.name === 'described') return describeObject(scope, special.object!);
  if (special.name === 'fields' || special.name === 'fieldSets') {
    const described = describeObject(scope, special.object!);
    const members = libraryPropertyNamed(scope.universe, described.type, special.name);
    if (members !== undefined) return readLibraryProperty(scope, node, members, described);
  }
  return fail(node, `Variable does not exist: ${special.name}`);
}

/** `Schema.SObjectType.Account` as a value. */
function describeObject(scope: MethodScope, object: ObjectSchema): Value {
  return describe(scope, 'Schema.SObjectType', objectToken(object));
}

function describe(scope: MethodScope, tokenType: string, token: object): Value {
  const type = libraryType(tokenType);
  const method = methodsNamed(scope.universe, type, 'getDescribe').find(({ parameters }) => parameters.length === 0);
  const behaviour = method?.library?.method.behaviour;
  if (method === undefined || behaviour === undefined) throw new NotSupported(`${tokenType}.getDescribe()`);
  return value(method.returns, `${scope.unit.constant(behaviour)}(${scope.unit.constant(token)})`, true);
}
