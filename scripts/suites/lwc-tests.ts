/** Jest tests of the Lightning Web Components. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { binary, runProgram, type Suite, type SuiteResult } from './suite.ts';

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

export const lwcTests: Suite = {
  name: 'Lightning Web Components',
  async run(): Promise<SuiteResult> {
    const folder = await mkdtemp(path.join(tmpdir(), 'lwc-tests-'));
    const report = path.join(folder, 'report.json');
    try {
      await runProgram(binary('jest'), ['--ci', '--json', `--outputFile=${report}`, '--silent', '--reporters=default']);
      const totals = JSON.parse(await readFile(report, 'utf8')) as JestReport;
      const failed = Math.max(totals.numFailedTests, totals.numFailedTestSuites);
      return { passed: totals.numPassedTests, failed: failed === 0 && !totals.success ? 1 : failed };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
