/** Every component, emitted as a deploy would emit it, compiled by the platform's own compiler. */
import path from 'node:path';
import { DiagnosticLevel } from '@lwc/errors';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { emitComponents } from '../deploy/emit-components.ts';
import { type Check, type Finding } from './check.ts';

export const componentBundles: Check = {
  name: "Components by the platform's LWC compiler",
  async run() {
    const bundles = emitComponents();
    if (bundles.length === 0) return [{ message: 'There is no component to check.' }];
    const findings: Finding[] = [];
    for (const bundle of bundles) {
      const report = await compile({
        bundle: { namespace: 'c', name: bundle.name, type: 'platform', files: bundle.files },
        compilerConfigs: [{ outputConfig: { minify: false, env: { NODE_ENV: 'production' } } }],
      });
      for (const diagnostic of report.diagnostics) {
        if (![DiagnosticLevel.Fatal, DiagnosticLevel.Error].includes(diagnostic.level)) continue;
        findings.push({
          file: path.join(bundle.folder, diagnostic.filename ?? ''),
          line: diagnostic.location?.line,
          message: diagnostic.message,
        });
      }
      if (!report.success && findings.length === 0) findings.push({ file: bundle.folder, message: 'does not compile' });
    }
    return findings;
  },
};
