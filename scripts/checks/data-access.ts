/** The graph engine follows data from every entry point to its queries and DML. Needs Java 17. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createEnginePlugin } from '@salesforce/code-analyzer-sfge-engine';
import { repository } from '../suites/suite.ts';
import { read, type Check } from './check.ts';
import { analyze } from './code-analyzer.ts';

/** Milliseconds for the paths of one entry point; its own, 30 seconds, are not enough on a machine that does other work too. */
const TIMEOUT = 180_000;

export const dataAccess: Check = {
  name: 'Permissions and sharing by the graph engine',
  async run() {
    const findings = await analyze({
      engine: createEnginePlugin(),
      engines: { sfge: { java_thread_count: availableParallelism(), java_thread_timeout: TIMEOUT } },
      rules: ['sfge:ApexFlsViolation', 'sfge:DatabaseOperationsMustUseWithSharing'],
      folders: [path.join(repository, 'force-app', 'main')],
      whenNoRule: 'The graph engine offers no rule: is Java 17 or later installed?',
    });
    return findings.filter(({ file }) => file === undefined || !saysWhyAsSystem(read(file)));
  },
};

/** Whether the comment at the head of the class says why it works as the system: the engine cannot know the reason. */
function saysWhyAsSystem(source: string): boolean {
  const head = /^\/\*\*[\s\S]*?\*\//.exec(source)?.[0] ?? '';
  return /as\s+(?:\*\s+)?the\s+(?:\*\s+)?system/i.test(head);
}
