/** The package's Apex tests, run in a fresh in-memory local org. */
import path from 'node:path';
import { repository, runProgram, type Suite, type SuiteResult } from './suite.ts';

/** Apex coverage of the package below this share of executable lines fails the suite. */
const NEEDED_COVERAGE = 0.95;

interface ApexReport {
  readonly passed: number;
  readonly failed: number;
  readonly coverage?: { readonly covered: number; readonly lines: number };
}

export const apexTests: Suite = {
  name: 'Apex tests of the package',
  async run(): Promise<SuiteResult> {
    const cli = path.join(repository, 'local-org', 'src', 'cli', 'main.ts');
    const { code, output } = await runProgram(process.execPath, [cli, 'test', repository, '--coverage', '--json'], {
      quiet: true,
    });
    const report = parseReport(output);
    if (report === undefined) {
      process.stdout.write(output);
      return { passed: 0, failed: 1 };
    }
    if (report.failed > 0) process.stdout.write(output);
    const coverage = report.coverage;
    const share = coverage === undefined || coverage.lines === 0 ? 0 : coverage.covered / coverage.lines;
    process.stdout.write(`Apex coverage: ${(share * 100).toFixed(1)} % (needed: ${NEEDED_COVERAGE * 100} %)\n`);
    const missed = share < NEEDED_COVERAGE || (code !== 0 && report.failed === 0) ? 1 : 0;
    return { passed: report.passed, failed: report.failed + missed };
  },
};

function parseReport(output: string): ApexReport | undefined {
  try {
    return JSON.parse(output.slice(output.indexOf('{'))) as ApexReport;
  } catch {
    return undefined;
  }
}
