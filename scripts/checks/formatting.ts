/** Layout and lint rules: Prettier over everything, ESLint over TypeScript and components, slds-linter over styles. */
import { binary, runProgram } from '../suites/suite.ts';
import { files, programFinding, type Check } from './check.ts';

export const prettier: Check = {
  name: 'Prettier',
  run: async () =>
    programFinding(await runProgram(binary('prettier'), ['--check', '--log-level=warn', '.'], { quiet: true })),
};

export const eslint: Check = {
  name: 'ESLint',
  run: async () => programFinding(await runProgram(binary('eslint'), ['--max-warnings=0', '.'], { quiet: true })),
};

export const sldsLinter: Check = {
  name: 'SLDS linter',
  async run() {
    const sources = files('force-app/main/*/lwc/*/*.{html,css}');
    if (sources.length === 0) return [{ message: 'There is no component to check.' }];
    const result = await runProgram(binary('slds-linter'), ['lint', 'force-app/main/**/lwc/**/*.{html,css}'], {
      quiet: true,
    });
    return programFinding(result);
  },
};
