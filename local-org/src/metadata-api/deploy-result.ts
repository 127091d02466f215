/** What a deploy answers ("DeployResult", Metadata API Developer Guide). */

export type TestLevel = 'NoTestRun' | 'RunSpecifiedTests' | 'RunLocalTests' | 'RunAllTestsInOrg';

export interface DeployOptions {
  readonly allowMissingFiles: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly rollbackOnError: boolean;
  readonly singlePackage: boolean;
  readonly testLevel: TestLevel;
  readonly runTests: readonly string[];
}

export interface DeployMessage {
  readonly changed: boolean;
  readonly componentType: string;
  readonly created: boolean;
  readonly createdDate: string;
  readonly deleted: boolean;
  readonly fileName: string;
  readonly fullName: string;
  readonly success: boolean;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface TestMessage {
  readonly id: string;
  readonly name: string;
  readonly methodName: string;
  readonly time: number;
}

export interface TestFailureMessage extends TestMessage {
  readonly type: 'Class';
  readonly packageName: string;
  readonly message: string;
  readonly stackTrace: string | null;
  readonly seeAllData: boolean;
}

export interface CoverageMessage {
  readonly id: string;
  readonly name: string;
  readonly type: 'Class' | 'Trigger';
  readonly numLocations: number;
  readonly numLocationsNotCovered: number;
  readonly locationsNotCovered: readonly {
    readonly line: number;
    readonly column: number;
    readonly numExecutions: number;
    readonly time: number;
  }[];
}

export interface CoverageWarning {
  readonly id: string;
  readonly name: string;
  readonly message: string;
}

export interface RunTestResult {
  readonly numTestsRun: number;
  readonly numFailures: number;
  readonly totalTime: number;
  readonly successes: readonly TestMessage[];
  readonly failures: readonly TestFailureMessage[];
  readonly codeCoverage: readonly CoverageMessage[];
  readonly codeCoverageWarnings: readonly CoverageWarning[];
}

export interface DeployOutcome {
  readonly status: 'Succeeded' | 'SucceededPartial' | 'Failed';
  readonly messages: readonly DeployMessage[];
  readonly tests: RunTestResult | undefined;
  /** Why nothing was tried. */
  readonly error?: { readonly statusCode: string; readonly message: string };
}
