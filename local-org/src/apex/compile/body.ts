/** Compiles the code of a method, constructor, accessor or initialiser into a JavaScript method. */
import type { Node, Parameter } from '../ast/nodes.ts';
import type { Block } from '../ast/statements.ts';
import { checkFlow } from '../check/flow.ts';
import type { ClassSymbol, ParameterSymbol, Sharing } from '../check/symbols.ts';
import { types } from '../types/apex-type.ts';
import { MethodScope, type MethodScopeOptions } from './method-scope.ts';
import { reassignedNames } from './reassigned.ts';
import { compileBlock } from './statement.ts';
import type { Unit } from './unit.ts';
import { unsupported } from './unsupported.ts';
import { CodeWriter } from './writer.ts';

export interface BodyOptions extends MethodScopeOptions {
  readonly parameters?: readonly ParameterSymbol[];
  readonly parameterNodes?: readonly Parameter[];
  readonly block: Block | null;
  /** Written before the block. */
  readonly before?: (scope: MethodScope) => void;
  /** Whether the class's static fields must have been initialised first. */
  readonly initializesClass?: boolean;
}

/** Writes `header(parameters) { … }` with what every method does around its code. */
export function compileMethod(unit: Unit, writer: CodeWriter, header: string, node: Node, options: BodyOptions): void {
  const reassigned = options.block === null ? undefined : reassignedNames(options.block);
  const scope = new MethodScope(unit, { ...options, reassigned });
  const failuresBefore = unit.failures.length;
  scope.block(() => {
    const parameters = declareParameters(scope, options, node);
    options.before?.(scope);
    // Parameters and body share one block: a variable must not repeat a parameter's name.
    if (options.block !== null) {
      compileBlock(scope, options.block);
      checkEnd(scope, options.block, node);
    }
    if (options.constructing === true) scope.write('return this;');
    writer.at(node.line);
    writer.write(`${header}(${parameters}) {`);
  });
  if (options.initializesClass === true)
    writer.write(`$M.statics[${options.owner!.id}] ?? $R.initialize(${options.owner!.id});`);
  const failure = unit.tolerant ? unit.failures[failuresBefore] : undefined;
  if (failure === undefined) surround(writer, scope, sharingOf(options.owner));
  else writer.write(`${unsupported(scope, failure, `code that does not compile here (${failure.message})`)};`);
  writer.write('}');
}

/** Every way through a method that returns a value must return one. */
function checkEnd(scope: MethodScope, block: Block, node: Node): void {
  const completes = checkFlow(block, (statement) => scope.unit.error(statement, 'Unreachable statement'));
  if (!completes || scope.returns === null || scope.returns === types.void) return;
  scope.unit.error(node, `Non-void method might not return a value or might have statement after a return statement.`);
}

function declareParameters(scope: MethodScope, options: BodyOptions, node: Node): string {
  const codes = (options.parameters ?? []).map((parameter, index) => {
    const position = options.parameterNodes?.[index] ?? node;
    return scope.declare(position, parameter.name, parameter.type, { final: parameter.final }).code;
  });
  return codes.join(', ');
}

/** What the class says about sharing; undefined when it leaves the mode as it is. */
function sharingOf(owner: ClassSymbol | null): boolean | undefined {
  const declared: Sharing = owner?.sharing ?? 'undeclared';
  if (declared === 'with') return true;
  return declared === 'without' ? false : undefined;
}

function surround(writer: CodeWriter, scope: MethodScope, sharing: boolean | undefined): void {
  const setsSharing = sharing !== undefined && (scope.callsOut || scope.usesData);
  if (scope.temporaryDeclaration !== '') writer.write(scope.temporaryDeclaration);
  writer.write('if (--$M.budget < 0) $R.reportCpu();');
  const deepens = scope.callsOut || setsSharing;
  if (!deepens && !scope.loops) {
    writer.append(scope.writer);
    return;
  }
  const atEnd: string[] = [];
  if (deepens) {
    writer.write('if (++$M.depth > 1000) $R.tooDeep();');
    atEnd.push('$M.depth--;');
  }
  if (setsSharing) {
    writer.write(`const sharing = $M.sharing; $M.sharing = ${sharing};`);
    atEnd.push('$M.sharing = sharing;');
  }
  if (scope.loops) {
    writer.write('let turns = 0;');
    atEnd.push('$M.budget -= turns;');
  }
  writer.write('try {');
  writer.append(scope.writer);
  writer.write(`} finally { ${atEnd.join(' ')} }`);
}
