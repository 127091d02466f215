/**
 * `npm test`: every test there is, and at the end a line `N passed, N failed`. Names of suites as arguments choose some of
 * them: `npm test -- local-org apex lwc end-to-end`.
 */
import { apexTests } from './suites/apex-tests.ts';
import { lwcTests } from './suites/lwc-tests.ts';
import { nodeTests } from './suites/node-tests.ts';
import type { Suite, SuiteResult } from './suites/suite.ts';

const HARNESS = '{billing-properties,revenue-properties,measure-properties,checks,report-figures,suites,seed}';

/** In the order they run. Suites of one round run beside each other, since each keeps a single processor busy. */
const rounds: readonly Readonly<Record<string, Suite>>[] = [
  { 'local-org': nodeTests('Local org', ['local-org/src/**/*.test.ts'], 2) },
  { scripts: nodeTests('Harness', [`scripts/${HARNESS}/**/*.test.ts`], 2) },
  { apex: apexTests, lwc: lwcTests },
  { 'end-to-end': nodeTests('End to end', ['scripts/e2e/**/*.test.ts'], 2) },
];

async function runSuite(suite: Suite): Promise<SuiteResult> {
  const started = Date.now();
  process.stdout.write(`\n== ${suite.name}\n`);
  let result: SuiteResult;
  try {
    result = await suite.run();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    result = { passed: 0, failed: 1 };
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(
    `\n${suite.name}: ${result.passed} of ${result.passed + result.failed} passed in ${seconds} s\n`,
  );
  return result;
}

const wanted = process.argv.slice(2);
const names = rounds.flatMap((round) => Object.keys(round));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}. Suites: ${names.join(', ')}\n`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const round of rounds) {
  const chosen = Object.entries(round).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  for (const result of await Promise.all(chosen.map(async ([, suite]) => runSuite(suite)))) {
    passed += result.passed;
    failed += result.failed;
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
