/** Compiles an anonymous block against a program. */
import type { AnonymousBlock } from '../ast/nodes.ts';
import { declareClass } from '../check/declare.ts';
import { withInnerClasses } from '../check/symbols.ts';
import type { CompileError } from '../parse/errors.ts';
import { parseAnonymous } from '../parse/parse.ts';
import { compileSymbols } from './compile-symbols.ts';
import type { CompiledProgram } from './compiled-program.ts';
import { lineCount } from './program-builder.ts';
import { unitClass } from './unit-class.ts';

const file = 'AnonymousBlock';

/** What runs the block, or why it does not compile. */
export function compileAnonymous(program: CompiledProgram, source: string): (() => void) | CompileError {
  const parsed = parseAnonymous(source, file);
  if (parsed.error !== undefined) return parsed.error;
  const { tree }: { tree: AnonymousBlock } = parsed;
  const symbol = declareClass(program.universe, unitClass(tree), null, {
    file,
    lineCount: lineCount(source),
    unitKind: 'anonymous',
  });
  const symbols = withInnerClasses(symbol);
  const { ordered, units, codes } = compileSymbols(program.universe, symbols, {
    ...program.options,
    coverage: false,
    tolerant: false,
  });
  const [error] = [...units.values()].flatMap((unit) => unit.errors);
  if (error !== undefined) return error;
  return program.loadUnit(ordered, codes);
}
