/** PMD's AppExchange and Recommended rules over the package, through the code analyzer's own API. Needs Java 17. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { repository } from '../suites/suite.ts';
import { relative, type Check } from './check.ts';

/**
 * Recommended rules that are not this project's. ApexDoc asks for a tag per parameter whatever its name says; the style here asks
 * for comments that say what the reader cannot see. ApexUnitTestClassShouldHaveRunAs asks every test to run as somebody; here
 * those do that are about access, and tests of calculations do not.
 */
const NOT_OURS = new Set(['ApexDoc', 'ApexUnitTestClassShouldHaveRunAs']);

export const apexRules: Check = {
  name: 'PMD AppExchange and Recommended',
  async run() {
    const logs = await mkdtemp(path.join(tmpdir(), 'code-analyzer-'));
    try {
      const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ log_folder: logs }));
      await analyzer.addEnginePlugin(createEnginePlugin());
      const workspace = await analyzer.createWorkspace([path.join(repository, 'force-app')]);
      const rules = await analyzer.selectRules(['pmd:AppExchange', 'pmd:Recommended'], { workspace });
      if (rules.getCount() === 0) return [{ message: 'No PMD rule was found: is Java 17 or later installed?' }];
      const results = await analyzer.run(rules, { workspace });
      const violations = results.getViolations().filter((violation) => !NOT_OURS.has(violation.getRule().getName()));
      return violations.map((violation) => {
        const location = violation.getPrimaryLocation();
        const file = location.getFile();
        return {
          file: file === undefined ? undefined : relative(file),
          line: location.getStartLine(),
          message: `${violation.getRule().getName()}: ${violation.getMessage()}`,
        };
      });
    } finally {
      await rm(logs, { recursive: true, force: true });
    }
  },
};
