/** What a test run answers. */
import { LIMIT_NAMES, type LimitName, type Limits } from '../../database/limits.ts';

/** As the Tooling API's ApexTestResult names them. */
export type TestOutcome = 'Pass' | 'Fail' | 'CompileFail';

export type LimitUse = Readonly<Record<LimitName, { readonly used: number; readonly allowed: number }>>;

export interface TestMethodResult {
  readonly className: string;
  readonly methodName: string;
  readonly outcome: TestOutcome;
  /** `System.AssertException: Assertion Failed: …`; null for a test that passed. */
  readonly message: string | null;
  /** `Class.Foo.bar: line 12, column 1`, one line per frame. */
  readonly stackTrace: string | null;
  /** The feature of the platform that the test needs and that is not built. */
  readonly notSupported?: string;
  readonly milliseconds: number;
  /** Outside of `Test.startTest` and `Test.stopTest`; null when the test did not get to run. */
  readonly limits: LimitUse | null;
  /** Between them; null when they were not called. */
  readonly testLimits: LimitUse | null;
  readonly seesAllData: boolean;
  /** The debug log, when logs were asked for. */
  readonly log?: readonly string[];
}

export interface ClassCoverage {
  readonly name: string;
  readonly file: string;
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}

export interface CoverageReport {
  readonly classes: readonly ClassCoverage[];
  /** Covered lines of all classes and triggers, of a hundred; 100 when there is nothing to cover. */
  readonly percent: number;
}

export interface TestRunResult {
  readonly tests: readonly TestMethodResult[];
  readonly passed: number;
  readonly failed: number;
  readonly milliseconds: number;
  /** When the program was compiled for coverage. */
  readonly coverage?: CoverageReport;
}

export function limitUse(limits: Limits): LimitUse {
  const entries = LIMIT_NAMES.map(
    (name) => [name, { used: limits.used(name), allowed: limits.allowed(name) }] as const,
  );
  return Object.fromEntries(entries) as unknown as LimitUse;
}
