/** What a check is: something that must hold of the sources, and finds nothing when it does. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../suites/suite.ts';

export interface Finding {
  /** Path from the repository's root; absent when the finding is about the whole. */
  readonly file?: string;
  readonly line?: number;
  readonly message: string;
}

export interface Check {
  /** What holds when the check passes, as a sentence without a full stop. */
  readonly name: string;
  run(): Promise<readonly Finding[]>;
}

/** Files below the repository's root that match, as paths from the root, in order. */
export function files(...patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: repository, exclude: (name) => name.includes('node_modules') }).sort();
}

export function read(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8');
}

export function relative(file: string): string {
  return path.relative(repository, path.resolve(repository, file));
}

/** The output of a program that failed as one finding, none of one that did not. */
export function programFinding(result: { readonly code: number; readonly output: string }): Finding[] {
  return result.code === 0 ? [] : [{ message: result.output.trim() || `ended with code ${result.code}` }];
}

export function format(finding: Finding): string {
  const where =
    finding.file === undefined ? '' : `${finding.file}${finding.line === undefined ? '' : `:${finding.line}`}: `;
  return `${where}${finding.message}`;
}
