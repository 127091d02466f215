/** TypeScript's own checks: the strict one over the local org and the harness, and the components' over the package. */
import { binary, runProgram } from '../suites/suite.ts';
import { programFinding, type Check } from './check.ts';

function typeCheck(name: string, project: string): Check {
  return {
    name,
    run: async () =>
      programFinding(await runProgram(binary('tsc'), ['--pretty', 'false', '-p', project], { quiet: true })),
  };
}

export const typescriptOfTools = typeCheck('TypeScript of the local org and the harness', 'tsconfig.json');
export const typescriptOfApp = typeCheck(
  'TypeScript of the Lightning app',
  'local-org/src/lightning/modules/tsconfig.json',
);
export const typescriptOfComponents = typeCheck('TypeScript of the components', 'config/tsconfig.lwc.json');
