/** Tables of Apex expressions and the texts of their values, compiled and run as they stand. */
import assert from 'node:assert/strict';
import { evaluateBody } from '../../test-support/program.ts';

/** An expression that throws has the text `System.MathException: Divide by 0`. */
export function checkApex(table: Readonly<Record<string, string>>, ...classes: readonly string[]): void {
  for (const [expression, expected] of Object.entries(table)) {
    const body = `try { return ${expression}; } catch (Exception e) { return e.getTypeName() + ': ' + e.getMessage(); }`;
    assert.equal(evaluateBody(body, ...classes), expected, expression);
  }
}
