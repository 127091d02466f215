/** PMD's AppExchange and Recommended rules over the package, through the code analyzer's own API. Needs Java 17. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { repository } from '../suites/suite.ts';
import { relative, type Check } from './check.ts';

/** Rules of the two sets that are not held against the package, each with the reason. */
const NOT_HELD: readonly { readonly rule: string; readonly in: RegExp; readonly because: string }[] = [
  {
    rule: 'ApexDoc',
    in: /./,
    because: 'comments here say what the reader cannot see, not a tag per parameter whatever its name says',
  },
  {
    rule: 'ApexUnitTestClassShouldHaveRunAs',
    in: /^force-app\/test\//,
    because: 'tests about access run as somebody; tests of calculations need not',
  },
  {
    rule: 'ApexUnitTestClassShouldHaveAsserts',
    in: /^force-app\/test\//,
    because: 'the rule does not follow a test into the helper that asserts for it',
  },
  {
    rule: 'AvoidNonRestrictiveQueries',
    in: /^force-app\/test\//,
    because: 'a test sees only the rows it made',
  },
  {
    rule: 'ProtectSensitiveData',
    in: /(BypassPermission|Key|CertifiedUntil)__c\.field-meta\.xml$/,
    because: 'the rule goes by the name; these hold a permission name, a record key and a date',
  },
];

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
      const violations = results.getViolations().filter((violation) => {
        const file = relative(violation.getPrimaryLocation().getFile() ?? '');
        return !NOT_HELD.some((entry) => entry.rule === violation.getRule().getName() && entry.in.test(file));
      });
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
