/** A source file of a component that does not compile, with its position. */
import { SourceMap, type SourceMapPayload } from 'node:module';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

export interface CompileProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export class CompileError extends Error {
  readonly problem: CompileProblem;

  constructor(problem: CompileProblem) {
    super(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
    this.name = 'CompileError';
    this.problem = problem;
  }
}

interface RollupFailure {
  readonly message?: string;
  readonly id?: string;
  readonly filename?: string;
  readonly plugin?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly location?: { readonly line?: number; readonly column?: number };
}

/** Reads what rollup, esbuild and the LWC compiler throw. `fallback` is the file to name when the error names none. */
export function compileError(error: unknown, fallback: string): CompileError {
  if (error instanceof CompileError) return error;
  const failure = error as RollupFailure;
  const file = (failure.loc?.file ?? failure.filename ?? failure.id ?? fallback).split('?')[0];
  const location = failure.location ?? failure.loc;
  const position = { line: location?.line ?? 1, column: (location?.column ?? 0) + 1 };
  return new CompileError({
    file,
    ...(failure.plugin === 'typescript' ? position : originalPosition(file, position)),
    message: plainMessage(failure.message ?? String(error), file),
  });
}

/** The LWC compiler sees TypeScript with its types stripped: maps a position in that back to the file. */
function originalPosition(file: string, position: { line: number; column: number }): { line: number; column: number } {
  if (!file.endsWith('.ts')) return position;
  const { map } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'esnext', sourcemap: true });
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(position.line - 1, position.column - 1);
  return 'originalLine' in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : position;
}

/** Drops the plugin's name, the path and the code frame that tools put around the sentence. */
function plainMessage(message: string, file: string): string {
  const sentence = message.split('\n')[0];
  return sentence
    .replace(/^\[plugin [^\]]*\]\s*/, '')
    .replace(`${file}: `, '')
    .replace(/\s*\(\d+:\d+\)$/, '');
}
