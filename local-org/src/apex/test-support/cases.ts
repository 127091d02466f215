/** Tables of small Apex programs and what they give. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, evaluateBody } from './program.ts';

/** One test per group; each line is an expression and the text of its value. */
export function expressions(
  group: string,
  cases: Readonly<Record<string, string>>,
  ...classes: readonly string[]
): void {
  test(group, () => {
    for (const [expression, expected] of Object.entries(cases)) {
      assert.equal(evaluate(expression, ...classes), expected, expression);
    }
  });
}

/** A test of one body: the statements, and the text of what they return. */
export function body(name: string, statements: string, expected: string, ...classes: readonly string[]): void {
  test(name, () => assert.equal(evaluateBody(statements, ...classes), expected));
}
