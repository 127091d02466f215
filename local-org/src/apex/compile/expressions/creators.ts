/** `new …`. */
import type {
  Expression,
  NewArrayExpression,
  NewExpression,
  NewListExpression,
  NewMapExpression,
} from '../../ast/expressions.ts';
import { resolveType } from '../../check/declare.ts';
import { fail } from '../../check/errors.ts';
import { libraryConstructors, methodsNamed } from '../../check/members.ts';
import { listOf, types, type ApexType } from '../../types/apex-type.ts';
import { assignCode, elementCode } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';
import { argumentCodes, compileArguments, overload } from './arguments.ts';
import { constructorCandidates, exceptionConstructors } from './constructors.ts';
import { libraryCall } from './library-calls.ts';
import { findRecordMember } from './records.ts';
import { isWritable } from './targets.ts';
import { checkMethodVisible } from './visibility.ts';

export function compileNew(scope: MethodScope, expression: NewExpression): Value {
  const type = resolveType(scope.universe, expression.type, scope.owner);
  if (type.kind === 'sobject') return newRecord(scope, expression, type);
  const symbol = scope.universe.classOf(type);
  const args = compileArguments(scope, expression.args);
  const missing = (parameters: string): string =>
    `Constructor not defined: [${type.toString()}].<Constructor>(${parameters})`;
  if (symbol === undefined) {
    const entry = scope.universe.libraryOf(type);
    if (type.isLibrary('Flow.Interview')) return newInterview(scope, expression, type, args);
    if (entry?.kind === 'exception') return newSystemException(scope, expression, type, args);
    const candidates = entry === undefined ? [] : libraryConstructors(scope.universe, type, entry);
    if (candidates.length === 0) fail(expression, `Type cannot be constructed: ${type.toString()}`);
    const callable = overload(scope, expression, candidates, args, missing);
    const behaviour = scope.unit.constant(callable.library!.method.behaviour);
    // Generic classes are told what they are made for.
    const typeArguments = type.args.map((arg) => scope.unit.constant(arg));
    return value(type, `${behaviour}(${[...typeArguments, ...argumentCodes(callable, args)].join(', ')})`, true);
  }
  if (symbol.kind !== 'class' || symbol.abstract) fail(expression, `Type cannot be constructed: ${type.toString()}`);
  const candidates = constructorCandidates(scope.universe, symbol);
  const callable = overload(scope, expression, candidates, args, missing);
  if (callable.user !== undefined) checkMethodVisible(scope, expression, callable.user);
  scope.callsOut = true;
  const codes = argumentCodes(callable, args).join(', ');
  return value(type, `new ${scope.unit.classCode(symbol)}().${callable.slot}(${codes})`, true);
}

/** `new Flow.Interview.My_Flow(inputs)`. */
function newInterview(scope: MethodScope, expression: NewExpression, type: ApexType, args: readonly Value[]): Value {
  const flow = JSON.stringify(expression.type.name.split('.').at(-1));
  const candidates = methodsNamed(scope.universe, type, 'createInterview');
  const callable = overload(
    scope,
    expression,
    candidates,
    [value(types.String, flow, true), ...args],
    () => `Constructor not defined: [${expression.type.name}].<Constructor>()`,
  );
  return libraryCall(scope, callable, null, [value(types.String, flow, true), ...args]);
}

/** The platform's exceptions have the constructors of all exceptions. */
function newSystemException(
  scope: MethodScope,
  expression: NewExpression,
  type: ApexType,
  args: readonly Value[],
): Value {
  const candidates = exceptionConstructors.map((parameters) => ({
    name: type.name,
    static: false,
    parameters,
    returns: type,
  }));
  const callable = overload(
    scope,
    expression,
    candidates,
    args,
    (parameters) => `Constructor not defined: [${type.toString()}].<Constructor>(${parameters})`,
  );
  const codes = argumentCodes(callable, args);
  const isCause = callable.parameters.length === 1 && callable.parameters[0] === types.Exception;
  const [message = 'null', cause = 'null'] = isCause ? ['null', codes[0]] : codes;
  return value(type, `$R.newException(${JSON.stringify(type.name)}, ${message}, ${cause})`, true);
}

/** `new Account(Name = 'Acme')`. */
function newRecord(scope: MethodScope, expression: NewExpression, type: ApexType): Value {
  const object = scope.universe.schema.object(type.name);
  if (object === undefined) fail(expression, `Type cannot be constructed: ${type.toString()}`);
  const make = `new $R.SObject(${scope.unit.constant(object)})`;
  if (expression.args.length === 0) return value(type, make, true);
  const record = scope.temporary();
  const steps = expression.args.map((arg) => recordField(scope, arg, type, record));
  return value(type, `(${record} = ${make}, ${steps.join(', ')}, ${record})`, true);
}

function recordField(scope: MethodScope, arg: Expression, type: ApexType, record: string): string {
  if (arg.kind !== 'assign' || arg.operator !== '=' || arg.target.kind !== 'name') {
    return fail(arg, `Invalid constructor argument for ${type.toString()}: field assignments are expected`);
  }
  const { name } = arg.target;
  const object = scope.universe.schema.object(type.name)!;
  if (object.field(name) === undefined && object.relationship(name) === undefined) {
    fail(arg, `Field does not exist: ${name} on ${type.toString()}`);
  }
  const member = findRecordMember(scope, arg, type, name);
  if (member.kind === 'field' && !isWritable(scope, type, member.field))
    fail(arg, `Field is not writeable: ${type.toString()}.${member.field.name}`);
  const code = assignCode(scope, compileExpression(scope, arg.value), member.type, arg);
  return member.kind === 'field'
    ? `$R.putField(${record}, ${JSON.stringify(member.field.name)}, ${code})`
    : `$R.putParent(${record}, ${JSON.stringify(name)}, ${code})`;
}

/** `new Integer[5]`. */
export function compileNewArray(scope: MethodScope, expression: NewArrayExpression): Value {
  const element = resolveType(scope.universe, expression.type, scope.owner);
  const size = assignCode(scope, compileExpression(scope, expression.size), types.Integer, expression.size);
  return value(listOf(element), `$R.sizedList(${scope.unit.constant(element)}, ${size})`, true);
}

/** `new List<X>{…}`, `new Set<X>{…}`. */
export function compileNewList(scope: MethodScope, expression: NewListExpression): Value {
  const type = resolveType(scope.universe, expression.type, scope.owner);
  if (type.isLibrary('Map') && expression.values.length === 0) {
    return value(type, `$R.map(${type.args.map((arg) => scope.unit.constant(arg)).join(', ')})`, true);
  }
  if (!type.isLibrary('List') && !type.isLibrary('Set'))
    fail(expression, `Type cannot be constructed: ${type.toString()}`);
  const element = type.args[0];
  const codes = expression.values.map((item) => elementCode(scope, compileExpression(scope, item), element, item));
  const factory = type.isLibrary('List') ? 'list' : 'set';
  return value(type, `$R.${factory}(${scope.unit.constant(element)}, [${codes.join(', ')}])`, true);
}

/** `new Map<K, V>{k => v}`. */
export function compileNewMap(scope: MethodScope, expression: NewMapExpression): Value {
  const type = resolveType(scope.universe, expression.type, scope.owner);
  if (!type.isLibrary('Map')) fail(expression, `Type cannot be constructed: ${type.toString()}`);
  const [keyType, valueType] = type.args as [ApexType, ApexType];
  const entries = expression.entries.map((entry) => {
    const key = elementCode(scope, compileExpression(scope, entry.key), keyType, entry.key);
    return `[${key}, ${elementCode(scope, compileExpression(scope, entry.value), valueType, entry.value)}]`;
  });
  const typeArguments = `${scope.unit.constant(keyType)}, ${scope.unit.constant(valueType)}`;
  return value(type, `$R.map(${typeArguments}, [${entries.join(', ')}])`, true);
}
