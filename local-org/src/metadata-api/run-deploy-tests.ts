/** Apex tests of a deploy ("Running Tests in a Deployment", Metadata API Developer Guide). */
import type { TestRunResult } from '../apex/test-runner/results.ts';
import type { Org } from '../org/org.ts';
import type { StagedDeploy } from '../org/staged-deploy.ts';
import type { DeployOptions, RunTestResult } from './deploy-result.ts';

/** "Each class and trigger in the deployment package", of a hundred. */
const REQUIRED_COVERAGE = 75;

/** Undefined when the test level asks for none. `deployed` holds the names of the classes and triggers of the package. */
export function runDeployTests(
  org: Org,
  staged: StagedDeploy,
  { testLevel, runTests }: DeployOptions,
  deployed: ReadonlySet<string>,
): RunTestResult | undefined {
  if (testLevel === 'NoTestRun') return undefined;
  const named = testLevel === 'RunSpecifiedTests';
  const filter = named
    ? {
        classes: runTests.filter((name) => !name.includes('.')),
        methods: runTests.filter((name) => name.includes('.')),
      }
    : {};
  const result = org.runTests(filter, staged.covered());
  return { ...describe(result), codeCoverageWarnings: named ? coverageWarnings(result, deployed) : [] };
}

function describe({
  tests,
  failed,
  milliseconds,
  coverage,
}: TestRunResult): Omit<RunTestResult, 'codeCoverageWarnings'> {
  const [passes, failures] = [tests.filter(passed), tests.filter((test) => !passed(test))];
  const message = ({ className, methodName, milliseconds: time }: (typeof tests)[number]) => ({
    id: '',
    name: className,
    methodName,
    time,
  });
  return {
    numTestsRun: tests.length,
    numFailures: failed,
    totalTime: milliseconds,
    successes: passes.map(message),
    failures: failures.map((test) => ({
      ...message(test),
      type: 'Class',
      packageName: test.className,
      message: test.message ?? '',
      stackTrace: test.stackTrace,
      seeAllData: test.seesAllData,
    })),
    codeCoverage: (coverage?.classes ?? []).map(({ name, file, coveredLines, uncoveredLines }) => ({
      id: '',
      name,
      type: file.endsWith('.trigger') ? 'Trigger' : 'Class',
      numLocations: coveredLines.length + uncoveredLines.length,
      numLocationsNotCovered: uncoveredLines.length,
      locationsNotCovered: uncoveredLines.map((line) => ({ line, column: 1, numExecutions: 0, time: -1 })),
    })),
  };
}

function passed({ outcome }: TestRunResult['tests'][number]): boolean {
  return outcome === 'Pass';
}

function coverageWarnings({ coverage }: TestRunResult, deployed: ReadonlySet<string>) {
  return (coverage?.classes ?? [])
    .filter(({ name }) => deployed.has(name))
    .map(({ name, file, coveredLines, uncoveredLines }) => ({
      name,
      kind: file.endsWith('.trigger') ? 'Trigger' : 'Class',
      percent: Math.floor((coveredLines.length / (coveredLines.length + uncoveredLines.length)) * 100),
    }))
    .filter(({ percent }) => percent < REQUIRED_COVERAGE)
    .map(({ name, kind, percent }) => ({
      id: '',
      name,
      message: `Test coverage of selected Apex ${kind} is ${percent}%, at least ${REQUIRED_COVERAGE}% test coverage is required`,
    }));
}
