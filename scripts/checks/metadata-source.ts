/** The package's metadata files: valid against the Metadata API's types, described and with help. */
import path from 'node:path';
import { validateMetadata } from '../../local-org/src/metadata/validate/index.ts';
import { repository } from '../suites/suite.ts';
import { files, read, relative, type Check, type Finding } from './check.ts';

export const metadataTypes: Check = {
  name: 'Metadata files against the Metadata API',
  async run() {
    const sources = files('force-app/**/*-meta.xml', 'manifest/*.xml');
    if (sources.length === 0) return [{ message: 'There is no metadata to check.' }];
    const findings = validateMetadata(sources.map((file) => path.join(repository, file)));
    return findings.map((finding) => ({ file: relative(finding.file), line: finding.line, message: finding.message }));
  },
};

/** Every custom field says what it is for (description, for admins) and how to fill it in (help text, for users). */
export const describedFields: Check = {
  name: 'Custom fields have description and help text',
  async run() {
    const findings: Finding[] = [];
    for (const file of files('force-app/main/**/*__c.field-meta.xml')) {
      const source = read(file);
      if (!/<description>\s*\S/.test(source)) findings.push({ file, message: 'has no description' });
      if (!/<inlineHelpText>\s*\S/.test(source)) findings.push({ file, message: 'has no help text' });
    }
    return findings;
  },
};
