/** Retire.js over all JavaScript that a deploy would send: emitted components and static resources. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEnginePlugin } from '@salesforce/code-analyzer-retirejs-engine';
import { emitComponents } from '../deploy/emit-components.ts';
import { repository } from '../suites/suite.ts';
import { files, type Check } from './check.ts';
import { analyze } from './code-analyzer.ts';

export const vulnerableLibraries: Check = {
  name: 'No library with a known vulnerability',
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), 'emitted-'));
    try {
      for (const bundle of emitComponents()) {
        for (const [name, content] of Object.entries(bundle.files)) {
          const target = path.join(folder, 'lwc', bundle.name, name);
          mkdirSync(path.dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
      }
      for (const resources of files('force-app/**/staticresources')) {
        cpSync(path.join(repository, resources), path.join(folder, resources), { recursive: true });
      }
      return await analyze({
        engine: createEnginePlugin(),
        rules: ['retire-js'],
        folders: [folder],
        whenNoRule: 'Retire.js found no JavaScript to look at.',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
