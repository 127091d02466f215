/** The package as a deploy would send it: every source file has a place in it, and a component its JavaScript. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emitComponents, writeEmitted } from '../deploy/emit-components.ts';
import { binary, repository, runProgram } from '../suites/suite.ts';
import { files, type Check, type Finding } from './check.ts';

/** What keeps the Salesforce CLI from updating, reporting and prompting. */
const QUIET = [
  'SF_AUTOUPDATE_DISABLE',
  'SF_DISABLE_AUTOUPDATE',
  'SF_DISABLE_TELEMETRY',
  'SF_SKIP_NEW_VERSION_CHECK',
  'SF_HIDE_RELEASE_NOTES',
];

export const packaging: Check = {
  name: 'Packaging by the Salesforce CLI',
  async run() {
    const folder = await mkdtemp(path.join(tmpdir(), 'packaging-'));
    try {
      for (const name of ['force-app', 'sfdx-project.json', '.forceignore', 'manifest']) {
        await cp(path.join(repository, name), path.join(folder, name), { recursive: true });
      }
      const bundles = emitComponents();
      writeEmitted(bundles, folder);
      for (const name of QUIET) process.env[name] = 'true';
      const output = path.join(folder, 'package');
      const result = await runProgram(
        'env',
        [
          '-C',
          folder,
          process.execPath,
          binary('sf'),
          'project',
          'convert',
          'source',
          '--source-dir',
          'force-app',
          '--output-dir',
          output,
        ],
        { quiet: true },
      );
      if (result.code !== 0) return [{ message: result.output.trim() }];
      return await missing(
        output,
        bundles.map((bundle) => bundle.name),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** What of the source has no counterpart in the converted package. */
async function missing(output: string, bundles: readonly string[]): Promise<Finding[]> {
  const converted = new Set(await readdir(output, { recursive: true }));
  const findings: Finding[] = [];
  const expect = (file: string, target: string): void => {
    if (!converted.has(target)) findings.push({ file, message: `is not in the converted package as ${target}` });
  };
  for (const file of files('force-app/**/*.cls')) expect(file, path.join('classes', path.basename(file)));
  for (const file of files('force-app/**/*.trigger')) expect(file, path.join('triggers', path.basename(file)));
  for (const file of files('force-app/**/*.object-meta.xml')) {
    expect(file, path.join('objects', path.basename(file).replace('.object-meta.xml', '.object')));
  }
  for (const name of bundles) {
    const folder = path.join('lwc', name);
    // A bundle of styles that others import has no JavaScript.
    const isOfStyles =
      converted.has(path.join(folder, `${name}.css`)) && !converted.has(path.join(folder, `${name}.html`));
    expect(`lwc ${name}`, path.join(folder, `${name}.${isOfStyles ? 'css' : 'js'}`));
  }
  return findings;
}
