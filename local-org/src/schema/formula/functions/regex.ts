import { javaRegex, PatternSyntaxError, type JavaRegex } from '../../java-regex.ts';
import { FormulaError, FormulaEvaluationError } from '../errors.ts';
import type { Expression } from '../expression.ts';
import { requireType } from '../operands.ts';
import { requireCount, special } from './define.ts';

/** `REGEX(text, pattern)`: whether the pattern, in Java's syntax, matches the whole text; blanks are empty texts. */
export const regexFunctions = [
  special('REGEX', (operands, call, subject) => {
    requireCount(call, 2);
    for (const operand of operands) requireType(subject, operand, ['Text']);
    const [text, pattern] = operands as [Expression, Expression];
    if (pattern.node.kind === 'text') {
      const { value, position } = pattern.node;
      compiled(value, (message) => new FormulaError(message, position));
    }
    return {
      type: 'Boolean',
      evaluate: (context) => {
        const source = (pattern.evaluate(context) ?? '') as string;
        const expression = compiled(source, (message) => new FormulaEvaluationError(message));
        return expression.matches((text.evaluate(context) ?? '') as string);
      },
    };
  }),
];

function compiled(source: string, failure: (message: string) => Error): JavaRegex {
  try {
    return javaRegex(source);
  } catch (error) {
    if (error instanceof PatternSyntaxError) throw failure(`Invalid regular expression: ${error.description}`);
    throw error;
  }
}
