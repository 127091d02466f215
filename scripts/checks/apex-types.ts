/** Type check of all Apex by apex-ls, which ships in the code analyzer's PMD engine. Needs Java 17. */
import { runProgram } from '../suites/suite.ts';
import { files, type Check } from './check.ts';

const JARS = 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/*';

export const apexTypes: Check = {
  name: 'Apex types by apex-ls',
  async run() {
    if (files('force-app/**/*.cls').length === 0) return [{ message: 'There is no Apex to check.' }];
    const result = await runProgram(
      'java',
      ['-cp', JARS, 'io.github.apexdevtools.apexls.CheckForIssues', '-n', '-w', '.'],
      {
        quiet: true,
      },
    ).catch(() => undefined);
    if (result === undefined) return [{ message: 'Java 17 or later is needed for this check and was not found.' }];
    const problems = result.output
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^(Loaded|Parsed|Total|Time|Workspace|Errors: 0)/.test(line));
    return result.code === 0 && problems.length === 0 ? [] : problems.map((message) => ({ message }));
  },
};
