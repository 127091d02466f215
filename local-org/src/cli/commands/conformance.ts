/** `conformance`: how much of other people's projects works, counted by their own tests. */
import { parseArgs } from 'node:util';
import { type Output, UsageError } from '../command.ts';
import { measure, type Measurement, type TestGroup, type TestVerdict, type Verdict } from '../conformance/measure.ts';
import { compareWithRecord, readRecord, updateRecord } from '../conformance/record.ts';
import { toTable } from '../output/table.ts';

const SIGNS: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✗', notSupported: '–' };

/** Ends with the summary as one line of JSON, also when tests fail: it measures, and judges nothing. */
export function conformance(args: readonly string[], output: Output): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, record: { type: 'string' }, update: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw new UsageError('Which folders? conformance <folder> …');
  if (values.record !== undefined) return compare(values.record, positionals[0], values.update === true, output);
  const json = values.json === true;
  const measurement = measure(positionals, (group) => {
    if (!json) for (const line of groupLines(group)) output.print(line);
  });
  if (json) {
    output.print(JSON.stringify({ ...measurement.summary, ...detailsOf(measurement) }, null, 2));
    return 0;
  }
  for (const { kind, file, line, message } of measurement.problems) {
    output.note(`${kind} error  ${file}:${line}  ${message}`);
  }
  if (measurement.reasons.length > 0) {
    const rows = measurement.reasons.map(({ reason, tests }) => [String(tests), reason]);
    output.print(`\nNot supported:\n${toTable({ columns: ['Tests', 'Feature'], rows })}`);
  }
  output.print(`\n${JSON.stringify(measurement.summary)}`);
  return 0;
}

/** Exit code 1 when a project passes fewer tests than the record says. */
function compare(file: string, folder: string, update: boolean, output: Output): number {
  const comparisons = compareWithRecord(readRecord(file), folder, ({ project, summary, isFewer }) => {
    const figures = summary === undefined ? 'not there' : `${summary.passed}/${summary.tests} in ${summary.seconds} s`;
    const before = `${isFewer ? 'FEWER than' : 'recorded'} ${project.passed}/${project.tests}`;
    output.print(`${project.repository}: ${figures} (${before})`);
  });
  if (update) updateRecord(file, comparisons);
  return comparisons.some(({ isFewer }) => isFewer) ? 1 : 0;
}

function detailsOf({ reasons, groups, problems }: Measurement): object {
  return { reasons, byClass: groups, problems };
}

/** `Foo: 3 passed, 1 failed`, and each test that did not pass with its reason. */
function groupLines({ name, tests }: TestGroup): string[] {
  const count = (wanted: Verdict): number => tests.filter(({ verdict }) => verdict === wanted).length;
  const counts = [`${count('passed')} passed`, `${count('failed')} failed`, `${count('notSupported')} not supported`];
  const worst = (['failed', 'notSupported', 'passed'] as const).find((verdict) => count(verdict) > 0) ?? 'passed';
  const bad = tests.filter(({ verdict }) => verdict !== 'passed');
  return [`${SIGNS[worst]} ${name}: ${counts.join(', ')}`, ...bad.map(testLine)];
}

function testLine({ name, verdict, reason = '' }: TestVerdict): string {
  return `    ${SIGNS[verdict]} ${name}: ${reason.split('\n', 1)[0]}`;
}
