/** The command line of the local org. */
import { type Output, UsageError } from './command.ts';
import { isMistake } from './mistake.ts';
import { USAGE } from './usage.ts';

/** Answers the exit code; undefined while the command goes on. */
type Command = (args: readonly string[], output: Output) => number | Promise<undefined>;

/** Each is loaded when it is called: `start` brings the web server and the compiler of the browser code with it. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  conformance: async () => (await import('./commands/conformance.ts')).conformance,
  deploy: async () => (await import('./commands/deploy.ts')).deploy,
  exec: async () => (await import('./commands/exec.ts')).exec,
  query: async () => (await import('./commands/query.ts')).query,
  start: async () => (await import('./commands/start.ts')).start,
  test: async () => (await import('./commands/test.ts')).test,
};

const output: Output = {
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<number | undefined> {
  if (name === undefined || name === 'help' || name === '--help' || args.includes('--help')) {
    output.print(USAGE);
    return name === undefined ? 2 : 0;
  }
  const load = commands[name];
  if (load === undefined) {
    output.note(`There is no command ${name}\n\n${USAGE}`);
    return 2;
  }
  try {
    const command = await load();
    return await command(args, output);
  } catch (error) {
    if (!isExpected(error)) throw error;
    output.note(error.message);
    return error instanceof UsageError || isArgumentError(error) ? 2 : 1;
  }
}

function isExpected(error: unknown): error is Error {
  return isMistake(error) || error instanceof UsageError || isArgumentError(error);
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
