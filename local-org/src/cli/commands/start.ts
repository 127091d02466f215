/** `start`: serves an org until it is stopped. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { dataFolder, type Output, projectRoots, UsageError } from '../command.ts';
import { closeOnSignals, startOrg } from '../start.ts';

const DEFAULT_PORT = 6100;

/** Does not end: the process does, by a signal. */
export async function start(args: readonly string[], output: Output): Promise<undefined> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      admin: { type: 'string' },
      password: { type: 'string' },
      watch: { type: 'boolean', default: true },
      lightning: { type: 'boolean', default: true },
    },
  });
  const password = values.password ?? randomBytes(9).toString('base64url');
  const running = await startOrg({
    projects: projectRoots(positionals),
    dataFolder: dataFolder(values.data),
    port: portOf(values.port ?? process.env.PORT),
    host: values.host,
    adminUsername: values.admin,
    adminPassword: password,
    watch: values.watch,
    lightning: values.lightning,
    report: (text) => output.note(text),
  });
  const { org, url } = running;
  output.print(`\nReady at ${url}`);
  if (org.isNew) output.print(`Log in as ${org.administrator.username} with the password ${password}`);
  output.print('Stop with Ctrl-C');
  closeOnSignals(running, (text) => output.note(text));
  return undefined;
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`${text} is not a port`);
  return port;
}
