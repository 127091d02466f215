/** The figures of other people's projects: each may only grow. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure, type Summary } from './measure.ts';

export interface RecordedProject {
  /** `owner/name` of the repository, and the commit that was measured. */
  readonly repository: string;
  readonly commit: string;
  /** Source folders in the repository; all of it when absent. */
  readonly folders?: readonly string[];
  /** Repositories that it needs. */
  readonly with?: readonly string[];
  readonly tests: number;
  readonly passed: number;
}

export interface Comparison {
  readonly project: RecordedProject;
  /** Undefined when the project is not there to be measured. */
  readonly summary: Summary | undefined;
  readonly isFewer: boolean;
}

export function readRecord(file: string): RecordedProject[] {
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedProject[];
}

/** Measures the recorded projects that lie below `folder`, each in a folder `owner+name`, and compares. */
export function compareWithRecord(
  projects: readonly RecordedProject[],
  folder: string,
  onCompared: (comparison: Comparison) => void = () => {},
): Comparison[] {
  return projects.map((project) => {
    const roots = rootsOf(project, folder);
    const summary = roots.every((root) => existsSync(root)) ? measure(roots).summary : undefined;
    const comparison = { project, summary, isFewer: summary !== undefined && summary.passed < project.passed };
    onCompared(comparison);
    return comparison;
  });
}

/** Writes figures that have grown; fewer passes are kept out of the record. */
export function updateRecord(file: string, comparisons: readonly Comparison[]): void {
  const projects = comparisons.map(({ project, summary, isFewer }) =>
    summary === undefined || isFewer ? project : { ...project, tests: summary.tests, passed: summary.passed },
  );
  writeFileSync(file, `${JSON.stringify(projects, null, 2)}\n`);
}

function rootsOf({ repository, folders = ['.'], with: others = [] }: RecordedProject, folder: string): string[] {
  const own = path.join(folder, folderName(repository));
  return [...folders.map((each) => path.join(own, each)), ...others.map((each) => path.join(folder, folderName(each)))];
}

function folderName(repository: string): string {
  return repository.replace('/', '+');
}
