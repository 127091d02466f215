import { javaPattern } from '../java-pattern.ts';
import type { Expression } from '../expression.ts';
import { requireType } from '../operands.ts';
import { requireCount, special } from './define.ts';

/** `REGEX(text, pattern)`: whether the pattern, in Java's syntax, matches the whole text; blanks are empty texts. */
export const regexFunctions = [
  special('REGEX', (operands, call, subject) => {
    requireCount(call, 2);
    for (const operand of operands) requireType(subject, operand, ['Text']);
    const [text, pattern] = operands as [Expression, Expression];
    const literal = pattern.node.kind === 'text' ? javaPattern(pattern.node.value, true) : undefined;
    return {
      type: 'Boolean',
      evaluate: (context) => {
        const source = pattern.evaluate(context) ?? '';
        const expression = literal ?? javaPattern(source as string, true);
        return expression.test((text.evaluate(context) ?? '') as string);
      },
    };
  }),
];
