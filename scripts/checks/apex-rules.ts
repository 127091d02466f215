/** PMD's AppExchange and Recommended rules over the package. Needs Java 17. */
import path from 'node:path';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { repository } from '../suites/suite.ts';
import type { Check } from './check.ts';
import { analyze, type Exemption } from './code-analyzer.ts';

/** Rules of the two sets that are not held against the package, each with the reason. */
const NOT_HELD: readonly Exemption[] = [
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
    in: /(BypassPermission|Key|CertifiedUntil|Assignment|Credit\w*)__c\.field-meta\.xml$/,
    because: 'the rule goes by the name; these hold a permission name, a record key, a date, a booking and credits',
  },
];

export const apexRules: Check = {
  name: 'PMD AppExchange and Recommended',
  run: () =>
    analyze({
      engine: createEnginePlugin(),
      rules: ['pmd:AppExchange', 'pmd:Recommended'],
      folders: [path.join(repository, 'force-app')],
      exemptions: NOT_HELD,
      whenNoRule: 'No PMD rule was found: is Java 17 or later installed?',
    }),
};
