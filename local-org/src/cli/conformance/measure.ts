/** Deploys source to a new org in memory, runs all its tests there and counts. */
import type { TestMethodResult } from '../../apex/test-runner/results.ts';
import type { DeployProblem } from '../../org/deploy-report.ts';
import { Org } from '../../org/org.ts';

export type Verdict = 'passed' | 'failed' | 'notSupported';

export interface TestVerdict {
  readonly name: string;
  readonly verdict: Verdict;
  /** Why it did not pass; for what is not supported, the feature. */
  readonly reason?: string;
  readonly stackTrace?: string;
}

/** The tests of one Apex class, or of one flow. */
export interface TestGroup {
  readonly name: string;
  readonly tests: readonly TestVerdict[];
}

export interface Summary {
  /** Apex classes without a compile error, of how many. */
  readonly compiled: number;
  readonly classes: number;
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly notSupported: number;
  readonly seconds: number;
}

export interface Measurement {
  readonly summary: Summary;
  readonly groups: readonly TestGroup[];
  /** What stood in the way of the deploy: files that were left out, methods that say so when they are reached. */
  readonly problems: readonly DeployProblem[];
  /** What is not supported, with the number of tests that end there; the most in the way first. */
  readonly reasons: readonly { readonly reason: string; readonly tests: number }[];
}

export function measure(roots: readonly string[], onGroup: (group: TestGroup) => void = () => {}): Measurement {
  const started = performance.now();
  const org = Org.open({ projectRoots: roots, database: ':memory:', tolerant: true });
  try {
    const problems = [...org.report.problems];
    const groups: TestGroup[] = [];
    const report = (group: TestGroup): void => {
      groups.push(group);
      onGroup(group);
    };
    runApexTests(org, report);
    for (const group of uncompiledClasses(org)) report(group);
    for (const group of flowTests(org)) report(group);
    const classes = org.metadata.apexClasses.size;
    const broken = new Set(problems.filter(({ kind }) => kind === 'Apex').map(({ file }) => file));
    const compiled = [...org.metadata.apexClasses.values()].filter(({ file }) => !broken.has(file)).length;
    const seconds = Math.round(performance.now() - started) / 1000;
    return { summary: { compiled, classes, ...countsOf(groups), seconds }, groups, problems, reasons: rank(groups) };
  } finally {
    org.close();
  }
}

/** Reports each class when its last test has run. */
function runApexTests(org: Org, report: (group: TestGroup) => void): void {
  let name = '';
  let tests: TestVerdict[] = [];
  const flush = (): void => {
    if (tests.length > 0) report({ name, tests });
    tests = [];
  };
  org.runTests({
    onResult: (result) => {
      if (result.className !== name) flush();
      name = result.className;
      tests.push(verdictOf(result));
    },
  });
  flush();
}

function flowTests(org: Org): TestGroup[] {
  return [...Map.groupBy(org.runFlowTests(), ({ flow }) => flow)].map(([name, results]) => ({
    name,
    tests: results.map(({ test, failures, notSupported }) => {
      if (failures.length === 0) return { name: test, verdict: 'passed' };
      const verdict = notSupported === undefined ? 'failed' : 'notSupported';
      return { name: test, verdict, reason: notSupported ?? failures.join('; ') };
    }),
  }));
}

function verdictOf({ methodName: name, outcome, message, stackTrace, notSupported }: TestMethodResult): TestVerdict {
  if (outcome === 'Pass') return { name, verdict: 'passed' };
  const why = { reason: notSupported ?? message ?? '', ...(stackTrace === null ? {} : { stackTrace }) };
  return { name, verdict: notSupported === undefined ? 'failed' : 'notSupported', ...why };
}

/** Test classes of which nothing could be read; how many tests they have is unknown, so each counts as one. */
function uncompiledClasses(org: Org): TestGroup[] {
  const problems = new Map(org.report.problems.map((problem) => [problem.file, problem]));
  return [...org.metadata.apexClasses.values()]
    .filter(({ fullName, source }) => org.apex.program.findClass(fullName) === undefined && /@istest\b/i.test(source))
    .map(({ fullName, file }) => {
      const problem = problems.get(file);
      const reason = problem === undefined ? 'not compiled' : `${problem.file}:${problem.line} ${problem.message}`;
      return { name: fullName, tests: [{ name: '<compile>', verdict: 'failed', reason }] };
    });
}

function countsOf(groups: readonly TestGroup[]): Pick<Summary, 'tests' | Verdict> {
  const verdicts = groups.flatMap(({ tests }) => tests.map(({ verdict }) => verdict));
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    tests: verdicts.length,
    passed: count('passed'),
    failed: count('failed'),
    notSupported: count('notSupported'),
  };
}

function rank(groups: readonly TestGroup[]): { reason: string; tests: number }[] {
  const unsupported = groups.flatMap(({ tests }) => tests).filter(({ verdict }) => verdict === 'notSupported');
  return [...Map.groupBy(unsupported, ({ reason = '' }) => reason)]
    .map(([reason, { length: tests }]) => ({ reason, tests }))
    .sort((left, right) => right.tests - left.tests || (left.reason < right.reason ? -1 : 1));
}
