/** `deploy`: brings the database in line with the source, and says what does not work. */
import { parseArgs } from 'node:util';
import { brokenReferences } from '../../review/references.ts';
import { type Output, openOrg, orgOptions } from '../command.ts';
import { reportLines, summaryLine } from '../output/deploy-report.ts';

/** Exit code 1 when something of the project cannot work. */
export function deploy(args: readonly string[], output: Output): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...orgOptions, json: { type: 'boolean' } },
  });
  const org = openOrg(values, positionals, {
    onPhase: ({ name, milliseconds }) => output.note(`${name}: ${milliseconds} ms`),
  });
  try {
    const references = brokenReferences(org.metadata, org.schema).map((one) => ({
      kind: 'Reference' as const,
      ...one,
    }));
    const report = { ...org.report, problems: [...org.report.problems, ...references] };
    if (values.json === true) output.print(JSON.stringify(report, null, 2));
    else for (const line of [...reportLines(report), summaryLine(report)]) output.print(line);
    return report.problems.length === 0 ? 0 : 1;
  } finally {
    org.close();
  }
}
