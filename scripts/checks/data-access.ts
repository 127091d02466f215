/** The graph engine follows data from every entry point to its queries and DML. Needs Java 17. */
import path from 'node:path';
import { createEnginePlugin } from '@salesforce/code-analyzer-sfge-engine';
import { repository } from '../suites/suite.ts';
import type { Check } from './check.ts';
import { analyze, type Exemption } from './code-analyzer.ts';

/** Classes that read or write what their user may not, each with the reason; they are in system mode at that statement alone. */
const SYSTEM_MODE: readonly { readonly file: string; readonly because: string }[] = [
  {
    file: 'kernel/classes/WorkCalendars.cls',
    because: 'working time is the same for everybody: a schedule must not depend on who looks at it',
  },
  {
    file: 'resourcing/classes/StaffingPool.cls',
    because: 'a person with bookings that the user may not see is not free',
  },
];

const RULES = ['ApexFlsViolation', 'DatabaseOperationsMustUseWithSharing'];

export const dataAccess: Check = {
  name: 'Permissions and sharing by the graph engine',
  run: () =>
    analyze({
      engine: createEnginePlugin(),
      rules: RULES.map((rule) => `sfge:${rule}`),
      folders: [path.join(repository, 'force-app', 'main')],
      exemptions: SYSTEM_MODE.flatMap(({ file, because }) =>
        RULES.map((rule): Exemption => ({ rule, in: new RegExp(`${file}$`), because })),
      ),
      whenNoRule: 'The graph engine offers no rule: is Java 17 or later installed?',
    }),
};
