/** Arguments of calls. */
import type { Expression } from '../../ast/expressions.ts';
import type { Node } from '../../ast/nodes.ts';
import { fail } from '../../check/errors.ts';
import type { Callable } from '../../check/members.ts';
import { chooseOverload } from '../../check/overloads.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { convertCode, generic } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';

export function compileArguments(scope: MethodScope, args: readonly Expression[]): Value[] {
  return args.map((arg) => {
    const compiled = compileExpression(scope, arg);
    if (compiled.type === types.void) fail(arg, 'Argument cannot be of type void');
    return compiled;
  });
}

export function argumentTypes(args: readonly Value[]): ApexType[] {
  return args.map((arg) => arg.type);
}

/** The overload that the arguments mean. `describe` says what does not exist, without the arguments. */
export function overload<C extends Callable>(
  scope: MethodScope,
  node: Node,
  candidates: readonly C[],
  args: readonly Value[],
  describe: (parameters: string) => string,
): C {
  const chosen =
    chooseOverload(scope.universe, candidates, argumentTypes(args)) ??
    chooseOverload(scope.universe, candidates, args.map(rowType));
  if (chosen === 'ambiguous') fail(node, `Method is ambiguous: ${describe(args.map((arg) => arg.type).join(', '))}`);
  if (chosen === undefined) fail(node, describe(args.map((arg) => arg.type).join(', ')));
  return chosen;
}

/** The only row of a query may be given where a record is wanted. */
function rowType(arg: Value): ApexType {
  return arg.rows === true ? arg.type.args[0] : arg.type;
}

/** Code of the arguments as the parameters want them. */
export function argumentCodes(callable: Callable, args: readonly Value[]): string[] {
  return args.map((arg, index) => {
    const parameter = callable.parameters[index];
    const isRow = arg.rows === true && parameter.kind === 'sobject';
    const code = isRow ? `$R.singleRow(${arg.code})` : convertCode(arg, parameter);
    return isGenericParameter(callable, index) ? generic(value(parameter, code)) : code;
  });
}

/** Whether the parameter is typed by a type parameter of a library class, where Doubles are held boxed. */
function isGenericParameter(callable: Callable, index: number): boolean {
  if (callable.library === undefined) return false;
  const { owner, method } = callable.library;
  return owner.typeParameters.includes(method.parameters[index].type.name);
}
