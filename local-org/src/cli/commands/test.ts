/** `test`: Apex tests. */
import { parseArgs } from 'node:util';
import type { ClassCoverage, LimitUse, TestMethodResult, TestRunResult } from '../../apex/test-runner/results.ts';
import { Org } from '../../org/org.ts';
import { currenciesOf, type Output, projectRoots } from '../command.ts';
import { reportLines } from '../output/deploy-report.ts';
import { toTable } from '../output/table.ts';

/** Ends with a line `N passed, N failed`. Exit code 1 when a test failed. */
export function test(args: readonly string[], output: Output): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      class: { type: 'string', multiple: true },
      method: { type: 'string', multiple: true },
      coverage: { type: 'boolean' },
      limits: { type: 'boolean' },
      json: { type: 'boolean' },
      currencies: { type: 'string' },
    },
  });
  const json = values.json === true;
  const coverage = values.coverage === true;
  const org = Org.open({
    projectRoots: projectRoots(positionals),
    database: ':memory:',
    coverage,
    ...currenciesOf(values),
  });
  try {
    for (const line of reportLines({ ...org.report, ignored: [] })) output.note(line);
    const result = org.runTests({
      classes: values.class,
      methods: values.method,
      onResult: (each) => {
        if (!json) for (const line of resultLines(each, values.limits === true)) output.print(line);
      },
    });
    if (json) output.print(JSON.stringify(toJson(result), null, 2));
    else printSummary(result, output);
    return result.failed === 0 ? 0 : 1;
  } finally {
    org.close();
  }
}

function resultLines(result: TestMethodResult, limits: boolean): string[] {
  const { className, methodName, outcome, milliseconds, message, stackTrace } = result;
  const lines = [`${outcome === 'Pass' ? '✓' : '✗'} ${className}.${methodName} (${milliseconds.toFixed(0)} ms)`];
  if (outcome !== 'Pass')
    lines.push(
      ...`${message ?? ''}\n${stackTrace ?? ''}`
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`),
    );
  const used = result.testLimits ?? result.limits;
  if (limits && used !== null) lines.push(`    ${limitText(used)}`);
  return lines;
}

function limitText(limits: LimitUse): string {
  return Object.entries(limits)
    .filter(([, { used }]) => used > 0)
    .map(([name, { used, allowed }]) => `${name} ${used}/${allowed}`)
    .join(', ');
}

function printSummary(result: TestRunResult, output: Output): void {
  if (result.coverage !== undefined) {
    const rows = result.coverage.classes.map((each) => [each.name, `${percent(each)} %`, uncovered(each)]);
    output.print(`\n${toTable({ columns: ['Class', 'Covered', 'Lines not covered'], rows })}`);
    output.print(`\nCoverage: ${result.coverage.percent.toFixed(1)} %`);
  }
  output.print(`\n${result.passed} passed, ${result.failed} failed`);
}

function percent({ coveredLines, uncoveredLines }: ClassCoverage): string {
  return ((coveredLines.length / (coveredLines.length + uncoveredLines.length)) * 100).toFixed(0);
}

function uncovered({ uncoveredLines }: ClassCoverage): string {
  return uncoveredLines.join(' ');
}

/** `coverage` sums up the lines, `coverageByClass` names them. */
function toJson({ coverage, ...result }: TestRunResult): object {
  if (coverage === undefined) return result;
  const sum = (count: (each: ClassCoverage) => number) =>
    coverage.classes.reduce((total, each) => total + count(each), 0);
  const covered = sum((each) => each.coveredLines.length);
  const lines = covered + sum((each) => each.uncoveredLines.length);
  return { ...result, coverage: { covered, lines, percent: coverage.percent }, coverageByClass: coverage.classes };
}
