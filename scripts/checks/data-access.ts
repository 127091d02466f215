/** The graph engine follows data from every entry point to its queries and DML. Needs Java 17. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createEnginePlugin } from '@salesforce/code-analyzer-sfge-engine';
import { entryPoints } from '../review/entry-points.ts';
import { repository } from '../suites/suite.ts';
import { read, type Check, type Finding } from './check.ts';
import { analyze, NOT_ANALYZED } from './code-analyzer.ts';

/** Milliseconds for the paths of one entry point: its own, 30 seconds, are not enough on a machine that does other work too. */
const TIMEOUT = 600_000;

/**
 * Entry points that the engine gives up on, with an error of its own: it has no node for `??` and knows no iterators. Their access
 * rests on PMD, the security-review sheet and the matrix of permissions.
 */
const NOT_FOLLOWED: ReadonlySet<string> = new Set([
  'InvoiceActionsController.loadCreditable',
  'InvoiceEditController.findRates',
  'InvoiceEditController.hold',
  'InvoiceEditController.removeWork',
  'InvoiceEditController.writeOff',
  'LaunchProjectAction.launch',
  'MeasuresController.drill',
  'MeasuresController.drillEntries',
  'OpportunityHandoffController.launch',
  'OpportunityHandoffController.load',
  'ProjectBillingController.getBilling',
  'ProjectRevenueController.getRevenue',
  'ReceivablesController.exportJournal',
  'TimesheetController.saveWeek',
  'TimesheetController.startTimer',
  'TimesheetController.stopTimer',
  'TimesheetController.submit',
]);

export const dataAccess: Check = {
  name: 'Permissions and sharing by the graph engine',
  async run() {
    const files = new Set(entryPoints().map(({ file }) => path.join(repository, file)));
    const findings = await analyze({
      engine: createEnginePlugin(),
      engines: { sfge: { java_thread_count: availableParallelism(), java_thread_timeout: TIMEOUT } },
      rules: ['sfge:ApexFlsViolation', 'sfge:DatabaseOperationsMustUseWithSharing'],
      folders: [path.join(repository, 'force-app', 'main')],
      targets: [...files],
      whenNoRule: 'The graph engine offers no rule: is Java 17 or later installed?',
    });
    const isError = ({ message }: Finding): boolean => message.startsWith(NOT_ANALYZED);
    const errors = findings.filter(isError);
    const givenUp = new Set(errors.map(methodAt));
    return [
      ...errors.filter((error) => !NOT_FOLLOWED.has(methodAt(error))),
      ...[...NOT_FOLLOWED]
        .filter((name) => !givenUp.has(name))
        .map((name) => ({ message: `${name} is followed now: take it off the list of those that are not` })),
      ...findings
        .filter((finding) => !isError(finding))
        .filter(({ file }) => file === undefined || !saysWhyAsSystem(read(file))),
    ];
  },
};

/** `Class.method` that is declared where the finding points. */
function methodAt({ file, line }: Finding): string {
  if (file === undefined || line === undefined) return '';
  const [, method = ''] = /(\w+)\s*\(/.exec(read(file).split('\n')[line - 1] ?? '') ?? [];
  return `${path.basename(file, '.cls')}.${method}`;
}

/** Whether the comment at the head of the class says why it works as the system: the engine cannot know the reason. */
function saysWhyAsSystem(source: string): boolean {
  const head = /^\/\*\*[\s\S]*?\*\//.exec(source)?.[0] ?? '';
  return /as\s+(?:\*\s+)?the\s+(?:\*\s+)?system/i.test(head);
}
