/** Compiles constructors: a JavaScript method per constructor that fills the object and returns it. */
import type { ConstructorCall } from '../ast/expressions.ts';
import type { ConstructorDeclaration, Node } from '../ast/nodes.ts';
import type { Block } from '../ast/statements.ts';
import { fail } from '../check/errors.ts';
import type { ClassSymbol, MethodSymbol } from '../check/symbols.ts';
import { types, type ApexType } from '../types/apex-type.ts';
import { compileMethod } from './body.ts';
import { hasStaticInitializer } from './class.ts';
import { argumentCodes, compileArguments, overload } from './expressions/arguments.ts';
import { constructorCandidates } from './expressions/constructors.ts';
import { checkMethodVisible } from './expressions/visibility.ts';
import type { MethodScope } from './method-scope.ts';
import type { Unit } from './unit.ts';
import type { CodeWriter } from './writer.ts';

export function compileConstructors(unit: Unit, writer: CodeWriter, symbol: ClassSymbol): void {
  for (const constructor of symbol.constructors) compileConstructor(unit, writer, constructor);
  for (const candidate of constructorCandidates(unit.universe, symbol)) {
    if (candidate.user === undefined)
      writeImplicitConstructor(unit, writer, symbol, candidate.slot, candidate.parameters);
  }
}

function compileConstructor(unit: Unit, writer: CodeWriter, constructor: MethodSymbol): void {
  const { owner } = constructor;
  const declaration = constructor.declaration as ConstructorDeclaration;
  const [first, ...rest] = declaration.body.statements;
  const chained = first?.kind === 'expression' && first.expression.kind === 'constructorCall' ? first.expression : null;
  const block: Block = chained === null ? declaration.body : { ...declaration.body, statements: rest };
  compileMethod(unit, writer, constructor.slot, declaration, {
    owner,
    static: false,
    returns: types.void,
    parameters: constructor.parameters,
    parameterNodes: constructor.parameterNodes,
    block,
    initializing: true,
    constructing: true,
    initializesClass: hasStaticInitializer(owner),
    before: (scope) => scope.unit.attempt(() => writeChain(scope, owner, declaration, chained)),
  });
}

/**
 * The constructor that runs first, and the initialisers of the class unless `this(…)` has run them. They run after a constructor of the
 * superclass that is called unasked, but before one that is called by `super(…)`, which can therefore use what they fill through
 * an overridden method. The Apex Developer Guide says nothing of it; tests of public projects show it.
 */
function writeChain(scope: MethodScope, owner: ClassSymbol, node: Node, chained: ConstructorCall | null): void {
  if (chained?.of === 'this') {
    scope.statement(chained);
    writeConstructorCall(scope, owner, chained);
  } else if (chained === null) {
    writeSuper(scope, owner, { kind: 'constructorCall', ...position(node), of: 'super', args: [] });
    writeInitialization(scope, owner);
  } else {
    writeInitialization(scope, owner);
    scope.statement(chained);
    writeSuper(scope, owner, chained);
  }
}

function writeInitialization(scope: MethodScope, owner: ClassSymbol): void {
  scope.callsOut = true;
  scope.write(initialization(owner));
}

function initialization(owner: ClassSymbol): string {
  return `this.$init${owner.id}();`;
}

function writeSuper(scope: MethodScope, owner: ClassSymbol, call: ConstructorCall): void {
  const superclass = scope.universe.superclassOf(owner);
  if (superclass === undefined) writeExceptionSuper(scope, owner, call);
  else writeConstructorCall(scope, superclass, call);
}

function position(node: Node): Node {
  return { line: node.line, column: node.column };
}

function writeConstructorCall(scope: MethodScope, target: ClassSymbol, call: ConstructorCall): void {
  const args = compileArguments(scope, call.args);
  const candidates = constructorCandidates(scope.universe, target);
  const callable = overload(
    scope,
    call,
    candidates,
    args,
    (parameters) => `Constructor not defined: [${target.name}].<Constructor>(${parameters})`,
  );
  if (callable.user !== undefined) checkMethodVisible(scope, call, callable.user);
  scope.callsOut = true;
  scope.unit.dependOn(target);
  scope.write(`this.${callable.slot}(${argumentCodes(callable, args).join(', ')});`);
}

/** `super(message)` in a class that extends Exception itself; other classes without superclass may say `super()`. */
function writeExceptionSuper(scope: MethodScope, owner: ClassSymbol, call: ConstructorCall): void {
  const args = compileArguments(scope, call.args);
  if (owner.superclass !== types.Exception) {
    if (args.length > 0)
      fail(call, `Constructor not defined: [Object].<Constructor>(${args.map((arg) => arg.type).join(', ')})`);
    return;
  }
  const setup = exceptionSetup(args.map((arg) => arg.type));
  if (setup === undefined)
    fail(call, `Constructor not defined: [Exception].<Constructor>(${args.map((arg) => arg.type).join(', ')})`);
  scope.write(setup(args.map((arg) => arg.code)));
}

/** How the constructor of Exception with these parameters fills the object. */
function exceptionSetup(parameters: readonly ApexType[]): ((args: readonly string[]) => string) | undefined {
  if (parameters.length === 0) return () => '';
  const [first, second] = parameters;
  if (parameters.length === 1 && first === types.String) return ([message]) => `this.message = ${message};`;
  if (parameters.length === 1) return ([cause]) => `$R.wrap(this, ${cause});`;
  if (parameters.length === 2 && second !== types.String) {
    return ([message, cause]) => `this.message = ${message}; this.cause = ${cause};`;
  }
  return undefined;
}

function writeImplicitConstructor(
  unit: Unit,
  writer: CodeWriter,
  symbol: ClassSymbol,
  slot: string,
  parameters: readonly ApexType[],
): void {
  const names = parameters.map((_, index) => `p${index}`);
  const superclass = unit.universe.superclassOf(symbol);
  const superSlot =
    superclass === undefined
      ? undefined
      : constructorCandidates(unit.universe, superclass).find(
          (candidate) =>
            candidate.parameters.length === parameters.length &&
            candidate.parameters.every((type, index) => type === parameters[index]),
        )?.slot;
  if (superclass !== undefined && superSlot === undefined) {
    unit.error(symbol.declaration, `No default constructor available in super type: ${superclass.name}`);
    return;
  }
  const chain =
    superSlot === undefined ? exceptionSetup(parameters)!(names) : `this.${superSlot}(${names.join(', ')});`;
  const guard = hasStaticInitializer(symbol) ? `$M.statics[${symbol.id}] ?? $R.initialize(${symbol.id}); ` : '';
  writer.at(symbol.declaration.line);
  writer.write(`${slot}(${names.join(', ')}) { ${guard}${chain} ${initialization(symbol)} return this; }`);
}
