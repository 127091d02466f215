/** Runs classes of Apex tests in a whole org, for what the library does through its services. */
import assert from 'node:assert/strict';
import { OpenOrg } from '../../../org/test-support/open-org.ts';

/** Deploys the classes with other source files and runs their tests, all of which must pass. */
export function passesInOrg(classes: readonly string[], files: Readonly<Record<string, string>> = {}): void {
  const sources = classes.map((source) => {
    const name = /(?:class|interface|enum)\s+(\w+)/.exec(source)![1];
    return [`classes/${name}.cls`, source] as const;
  });
  const opened = new OpenOrg({ ...files, ...Object.fromEntries(sources) });
  try {
    const { tests } = opened.org.runTests({});
    const failures = tests.filter(({ outcome }) => outcome !== 'Pass');
    assert.deepEqual(
      failures.map(({ className, methodName, message, stackTrace }) => ({
        test: `${className}.${methodName}`,
        message,
        stackTrace,
      })),
      [],
    );
    assert.notEqual(tests.length, 0);
  } finally {
    opened.close();
  }
}
