/** What a test suite tells the runner, and the ways suites run other programs. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '..', '..');

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
}

export interface Suite {
  readonly name: string;
  run(): Promise<SuiteResult>;
}

export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program in the repository's root. Its output is shown as it comes (unless `quiet`) and returned. A program that was
 * killed has code 1.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { quiet?: boolean } = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: programEnvironment(),
    });
    const chunks: string[] = [];
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk.toString());
      if (options.quiet !== true) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: chunks.join('') }));
  });
}

/** The environment of child programs: without the marks that make a nested test runner report to this one. */
function programEnvironment(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _context, ...environment } = process.env;
  return { ...environment, FORCE_COLOR: '0' };
}

/** Path of a package's program, as npm links it. */
export function binary(name: string): string {
  return path.join(repository, 'node_modules', '.bin', name);
}
