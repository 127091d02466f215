/** The flow scanner's rules over the package's flows. */
import scanner from '@flow-scanner/lightning-flow-scanner-core';
import path from 'node:path';
import { repository } from '../suites/suite.ts';
import { files, type Check } from './check.ts';

/** Rules that a flow is not held to, each with the reason. */
const NOT_HELD: readonly { readonly rule: string; readonly flow: string; readonly because: string }[] = [
  {
    rule: 'RecursiveAfterUpdate',
    flow: 'Opportunity_AfterSave_LaunchProject',
    because:
      'it notes on the sale why no project was made, which is known only after the save, and its entry conditions do not hold again',
  },
];

export const flowRules: Check = {
  name: 'Flows by the flow scanner',
  async run() {
    const paths = files('force-app/**/*.flow-meta.xml');
    if (paths.length === 0) return [{ message: 'There is no flow to check.' }];
    const results = scanner.scan(await scanner.parse(paths.map((file) => path.join(repository, file))));
    return results.flatMap(({ flow, ruleResults }) =>
      ruleResults
        .filter(({ occurs, ruleName }) => occurs && !isExempt(ruleName, flow.name ?? ''))
        .flatMap(({ ruleName, details }) =>
          details.map((detail) => ({
            file: paths.find((file) => path.basename(file).startsWith(`${flow.name}.`)),
            message: `${ruleName}: ${detail.name}`,
          })),
        ),
    );
  },
};

function isExempt(rule: string, flow: string): boolean {
  return NOT_HELD.some((one) => one.rule === rule && one.flow === flow);
}
