/** Test classes that could not be compiled: each of their tests is reported, with the reason. */
import type { ClassSymbol } from '../check/symbols.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import type { CompileError } from '../parse/errors.ts';
import type { TestFilter } from './discover.ts';
import type { TestMethodResult } from './results.ts';

export function uncompiledTests(
  program: CompiledProgram,
  errors: readonly CompileError[],
  { classes, methods }: TestFilter,
): TestMethodResult[] {
  const wantedClasses = new Set([...(classes ?? []), ...(methods ?? []).map((name) => name.split('.')[0])].map(lower));
  const wantsAll = classes === undefined && methods === undefined;
  return [...program.universe.classes.values()]
    .filter(({ name, isTest }) => isTest && program.findClass(name) === undefined)
    .filter(({ name }) => wantsAll || wantedClasses.has(lower(name)))
    .flatMap((symbol) => {
      const error = errors.find(({ file }) => file === symbol.file) ?? errors[0];
      const message =
        error === undefined ? 'The class was not compiled' : `${error.file}:${error.line} ${error.message}`;
      return testNames(symbol).map((methodName) => compileFailure(symbol.name, methodName, message));
    });
}

/** As the source names them; a class that shows none still counts, as one. */
function testNames({ declaration }: ClassSymbol): string[] {
  const members = declaration.kind === 'class' ? declaration.members : [];
  const names = members
    .filter((member) => member.kind === 'method')
    .filter(({ modifiers }) => modifiers.annotations.some(({ name }) => name === 'istest'))
    .map(({ name }) => name);
  return names.length > 0 ? names : ['<compile>'];
}

function compileFailure(className: string, methodName: string, message: string): TestMethodResult {
  return {
    className,
    methodName,
    outcome: 'CompileFail',
    message,
    stackTrace: null,
    milliseconds: 0,
    limits: null,
    testLimits: null,
    seesAllData: false,
  };
}

function lower(name: string): string {
  return name.toLowerCase();
}
