/** `exec`: anonymous Apex from a file or from standard input. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runAnonymous } from '../../api/anonymous.ts';
import type { AnonymousResult } from '../../database/services.ts';
import { type Output, openOrg, orgOptions, userOf } from '../command.ts';

const STANDARD_INPUT = 0;

/** Prints what `System.debug` wrote. Exit code 1 when the code does not compile or fails. */
export function exec(args: readonly string[], output: Output): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...orgOptions, file: { type: 'string' }, log: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const source = readFileSync(values.file ?? STANDARD_INPUT, 'utf8');
  const org = openOrg(values, positionals);
  try {
    const result = runAnonymous(org, userOf(org, values), source);
    org.drainAsync();
    if (values.json === true) output.print(JSON.stringify(result, null, 2));
    else print(result, values.log === true, output);
    return result.success ? 0 : 1;
  } finally {
    org.close();
  }
}

function print(result: AnonymousResult, wholeLog: boolean, output: Output): void {
  if (wholeLog) output.print(result.debugLog);
  else for (const text of debugTexts(result.debugLog)) output.print(text);
  if (!result.compiled) output.note(`Line ${result.line}, column ${result.column}: ${result.compileProblem}`);
  else if (!result.success) output.note(`${result.exceptionMessage}\n${result.exceptionStackTrace ?? ''}`.trimEnd());
}

/** The texts of `USER_DEBUG` events: what follows the fourth bar, over several lines when the text has them. */
function debugTexts(log: string): string[] {
  const events = log.split(/\n(?=\d\d:\d\d:\d\d\.\d+ \(\d+\)\|)/);
  return events
    .map((event) => event.split('|'))
    .filter((parts) => parts[1] === 'USER_DEBUG')
    .map((parts) => parts.slice(4).join('|'));
}
