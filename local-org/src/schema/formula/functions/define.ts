/** How functions are written down: a signature, which is checked when a formula is compiled, and what it does. */
import type { CallNode } from '../ast.ts';
import type { FormulaContext } from '../context.ts';
import { wrongCount } from '../errors.ts';
import type { Compiled, Expression } from '../expression.ts';
import { requireType } from '../operands.ts';
import type { FormulaType, FormulaValue, ValueOfType } from '../types.ts';

/** What a function's own compilation may ask of the compiler. */
export interface CallCompiler {
  compile(node: CallNode['args'][number]): Expression;
}

export interface FormulaFunction {
  /** Upper case. */
  readonly name: string;
  compile(call: CallNode, compiler: CallCompiler): Compiled;
}

type OneOf<T extends string> = T extends keyof ValueOfType
  ? ValueOfType[T]
  : T extends `${infer Head}|${infer Tail}`
    ? OneOf<Head> | OneOf<Tail>
    : never;

type Parameter<T extends string> = T extends `${infer Type}...`
  ? OneOf<Type>[]
  : T extends `${infer Type}?`
    ? [OneOf<Type>?]
    : [OneOf<T>];

type Parameters<T extends string> = T extends ''
  ? []
  : T extends `${infer Head}, ${infer Tail}`
    ? [...Parameter<Head>, ...Parameters<Tail>]
    : Parameter<T>;

/** The TypeScript parameters of `NAME(Text, Number|Date, Number?): Text`; the last may be `Type...`. */
type ParametersOf<S extends string> = S extends `${string}(${infer P}): ${string}` ? Parameters<P> : never;
type ResultOf<S extends string> = S extends `${string}): ${infer R}` ? OneOf<R> | null : never;
type Nullable<T extends unknown[]> = { [K in keyof T]: T[K] | null };

/** A function that is blank when an argument is. */
export function strict<const S extends string>(
  signature: S,
  implementation: (...args: ParametersOf<S>) => ResultOf<S>,
): FormulaFunction {
  return contextual(signature, (_context, ...args) => implementation(...args));
}

/** A function that is blank when an argument is, and that needs the context. */
export function contextual<const S extends string>(
  signature: S,
  implementation: (context: FormulaContext, ...args: ParametersOf<S>) => ResultOf<S>,
): FormulaFunction {
  return fromSignature(signature, (context, args) =>
    args.includes(null) ? null : implementation(context, ...(args as ParametersOf<S>)),
  );
}

/** A function that is also called with blank arguments. */
export function lenient<const S extends string>(
  signature: S,
  implementation: (...args: Nullable<ParametersOf<S>>) => ResultOf<S>,
): FormulaFunction {
  return fromSignature(signature, (_context, args) => implementation(...(args as Nullable<ParametersOf<S>>)));
}

/** A function whose operands decide its type, or that does not evaluate all of them. */
export function special(
  name: string,
  compile: (operands: readonly Expression[], call: CallNode, subject: string) => Compiled,
): FormulaFunction {
  return {
    name,
    compile: (call, compiler) =>
      compile(
        call.args.map((arg) => compiler.compile(arg)),
        call,
        subjectOf(name),
      ),
  };
}

/** Throws unless the call has so many arguments. */
export function requireCount(call: CallNode, least: number, most = least): void {
  const received = call.args.length;
  if (received >= least && received <= most) return;
  throw wrongCount(subjectOf(call.name), received < least ? least : most, received, call.position);
}

function subjectOf(name: string): string {
  return `function '${name}()'`;
}

function fromSignature(
  signature: string,
  run: (context: FormulaContext, args: FormulaValue[]) => FormulaValue,
): FormulaFunction {
  const { name, parameters, least, most, result } = parseSignature(signature);
  return special(name, (operands, call, subject) => {
    requireCount(call, least, most);
    operands.forEach((operand, index) => {
      requireType(subject, operand, parameters[Math.min(index, parameters.length - 1)]);
    });
    return {
      type: result,
      evaluate: (context) =>
        run(
          context,
          operands.map((operand) => operand.evaluate(context)),
        ),
    };
  });
}

interface Signature {
  readonly name: string;
  readonly parameters: readonly (readonly FormulaType[])[];
  readonly least: number;
  readonly most: number;
  readonly result: FormulaType;
}

function parseSignature(signature: string): Signature {
  const [, name, inner, result] = /^(\w+)\((.*)\): (\w+)$/.exec(signature)!;
  const parameters = inner === '' ? [] : inner.split(', ');
  const optional = parameters.filter((parameter) => parameter.endsWith('?')).length;
  const variadic = parameters.at(-1)?.endsWith('...') ?? false;
  return {
    name: name,
    parameters: parameters.map((parameter) => parameter.replace(/\?$|\.{3}$/, '').split('|') as FormulaType[]),
    least: parameters.length - optional,
    most: variadic ? Infinity : parameters.length,
    result: result as FormulaType,
  };
}
