/** A Chromium or Chrome for tests in the browser: the machine's own, or one that is installed now. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const KNOWN_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox where root runs it (containers), and nothing that calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless browser. Throws with what to do when there is none and none could be installed. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), headless: true, args: ARGUMENTS });
}

function findChromium(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...KNOWN_PATHS,
    chromium.executablePath(),
  ];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/** Playwright's own build first, then the system's package manager. */
function installChromium(): string {
  const playwright = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    [process.execPath, [playwright, 'install', 'chromium', '--with-deps']],
    [process.execPath, [playwright, 'install', 'chromium']],
    ['sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium']],
    ['sh', ['-c', 'dnf install -y -q chromium']],
    ['brew', ['install', '--cask', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    const result = spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 });
    const found = result.status === 0 ? findChromium() : undefined;
    if (found !== undefined) return found;
  }
  throw new Error(
    'No Chromium or Chrome was found and none could be installed. Install one, or set CHROME_PATH to it.',
  );
}
