import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluateLogic, formatLogic, parseConditionLogic } from './condition-logic.ts';

function holds(source: string | undefined, ...conditions: boolean[]): boolean {
  return evaluateLogic(parseConditionLogic(source, conditions.length)!, (index) => conditions[index]);
}

describe('condition logic', () => {
  it('is and, or, or an expression', () => {
    assert.equal(holds(undefined, true, false), false);
    assert.equal(holds('and', true, true), true);
    assert.equal(holds('OR', false, true), true);
    assert.equal(holds('1 AND (2 OR NOT 3)', true, false, false), true);
    assert.equal(holds('1 or 2 and 3', true, false, false), true);
    assert.equal(holds('(1 or 2) and 3', true, false, false), false);
  });

  it('can be written over other texts', () => {
    const logic = parseConditionLogic('1 AND (2 OR NOT 3)', 3)!;
    assert.equal(
      formatLogic(logic, (index) => 'abc'[index]),
      '(a AND (b OR (NOT c)))',
    );
  });

  it('is refused when it is malformed', () => {
    for (const source of ['1 AND', '1 2', '(1', '4', '0', '1 XOR 2', '']) {
      assert.equal(parseConditionLogic(source, 3), undefined, source);
    }
  });
});
