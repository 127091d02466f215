/** Functions that choose between values, and that evaluate only what they need. */
import { wrongCount } from '../errors.ts';
import type { Expression } from '../expression.ts';
import { mismatch, requireType } from '../operands.ts';
import { equals } from '../operators/equality.ts';
import { compileConjunction, compileDisjunction } from '../operators/logic.ts';
import { commonType, type FormulaType } from '../types.ts';
import { requireCount, special } from './define.ts';

/** The type of all results; throws at the first that does not fit those before it. */
function resultType(subject: string, results: readonly Expression[]): FormulaType {
  let type: FormulaType = 'Null';
  for (const result of results) {
    if (result.type === 'Picklist' || result.type === 'MultiPicklist') throw mismatch(subject, result, []);
    const common = commonType(type, result.type);
    if (common === undefined) throw mismatch(subject, result, [type]);
    type = common;
  }
  return type;
}

/** `CASE(value, match, result, …, else)`: a picklist is matched against literal texts. */
const caseFunction = special('CASE', (operands, call, subject) => {
  if (operands.length < 4 || operands.length % 2 !== 0) {
    const expected = 4 + Math.max(0, Math.floor((operands.length - 4) / 2)) * 2;
    throw wrongCount(subject, expected, operands.length, call.position);
  }
  const [value, ...rest] = operands as [Expression, ...Expression[]];
  const otherwise = rest.pop()!;
  const matches = rest.filter((_, index) => index % 2 === 0);
  const results = rest.filter((_, index) => index % 2 === 1);
  const valueType = value.type === 'Picklist' ? 'Text' : value.type;
  let type: FormulaType = valueType;
  for (const match of matches) {
    const common = commonType(type, match.type);
    if (common === undefined || common === 'Boolean') throw mismatch(subject, match, [valueType]);
    type = common;
  }
  const asText = type === 'Text';
  return {
    type: resultType(subject, [...results, otherwise]),
    evaluate: (context) => {
      const found = value.evaluate(context);
      const index = matches.findIndex((match) => equals(found, match.evaluate(context), asText) === true);
      return (results[index] ?? otherwise).evaluate(context);
    },
  };
});

export const logicalFunctions = [
  special('IF', (operands, call, subject) => {
    requireCount(call, 3);
    const [condition, consequent, otherwise] = operands as [Expression, Expression, Expression];
    requireType(subject, condition, ['Boolean']);
    return {
      type: resultType(subject, [consequent, otherwise]),
      evaluate: (context) => (condition.evaluate(context) === true ? consequent : otherwise).evaluate(context),
    };
  }),
  caseFunction,
  special('AND', (operands, call, subject) => {
    requireCount(call, 1, Infinity);
    return compileConjunction(operands, subject);
  }),
  special('OR', (operands, call, subject) => {
    requireCount(call, 1, Infinity);
    return compileDisjunction(operands, subject);
  }),
];
