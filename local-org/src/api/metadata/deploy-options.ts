/** Options of a deploy ("DeployOptions", Metadata API Developer Guide). */
import type { DeployOptions, TestLevel } from '../../metadata-api/deploy-result.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';

const LEVELS = new Set<unknown>(['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg']);
/** Of no effect in this org: reserved, or about a recycle bin of components. */
const IGNORED = ['autoUpdatePackage', 'purgeOnDelete'];
/** Not built; harmless while they are off. */
const OFF = ['performRetrieve', 'runAllTests'];
const FLAGS = ['allowMissingFiles', 'checkOnly', 'ignoreWarnings', 'rollbackOnError', 'singlePackage'] as const;

/** From texts of SOAP or values of JSON. Tests run when they are asked for, as in every org that is not for production. */
export function deployOptions(given: Readonly<Record<string, unknown>>): DeployOptions {
  const known = new Set<string>([...FLAGS, ...IGNORED, 'testLevel', 'runTests']);
  const isOff = (name: string) => OFF.includes(name) && [false, 'false'].includes(given[name] as string);
  const unknown = Object.keys(given).find((name) => !known.has(name) && !isOff(name));
  if (unknown !== undefined) throw new NotSupported(`the option ${unknown} of a deploy`, 'DeployOptions');
  const flags = Object.fromEntries(FLAGS.map((name) => [name, given[name] === true || given[name] === 'true']));
  const runTests = listOf(given.runTests);
  const testLevel = (given.testLevel ?? 'NoTestRun') as TestLevel;
  if ((testLevel as string) === 'RunRelevantTests')
    throw new NotSupported('the test level RunRelevantTests', 'DeployOptions');
  if (!LEVELS.has(testLevel)) throw new OrgError('INVALID_TYPE', `${testLevel} is not a valid test level`);
  if (runTests.length > 0 !== (testLevel === 'RunSpecifiedTests')) {
    throw new OrgError(
      'UNKNOWN_EXCEPTION',
      'runTests can be used only with a testLevel of RunSpecifiedTests, which needs them',
    );
  }
  return { ...(flags as Record<(typeof FLAGS)[number], boolean>), testLevel, runTests };
}

function listOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.map(String).filter((name) => name !== '');
}
