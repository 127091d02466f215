/** Test files for Node's own runner: the local org's, and the end-to-end ones. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram, type Suite, type SuiteResult } from './suite.ts';

/**
 * A suite over all test files that match the globs. `concurrency` is the number of files at a time: 1 for those that start
 * servers and browsers.
 */
export function nodeTests(name: string, globs: readonly string[], concurrency: number): Suite {
  return {
    name,
    async run(): Promise<SuiteResult> {
      const folder = await mkdtemp(path.join(tmpdir(), 'node-tests-'));
      const report = path.join(folder, 'report.tap');
      try {
        const { code } = await runProgram(process.execPath, [
          '--test',
          `--test-concurrency=${concurrency}`,
          '--test-reporter=dot',
          '--test-reporter-destination=stdout',
          '--test-reporter=tap',
          `--test-reporter-destination=${report}`,
          ...globs,
        ]);
        return readTotals(await readFile(report, 'utf8'), code);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Totals at the end of a TAP report. A run that failed without a failed test counts one; so does a run of no test. */
export function readTotals(tap: string, exitCode: number): SuiteResult {
  const total = (key: string) => Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const passed = total('pass');
  const failed = total('fail') + total('cancelled') + total('skipped') + total('todo');
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}
