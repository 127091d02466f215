/** Functions that take picklist fields. */
import { Decimal } from '../../values/index.ts';
import { FormulaError, wrongType } from '../errors.ts';
import { isPicklist, type Expression } from '../expression.ts';
import { mismatch } from '../operands.ts';
import { requireCount, special } from './define.ts';

function requirePicklist(subject: string, operand: Expression, multiple: boolean): void {
  if (isPicklist(operand, multiple)) return;
  throw wrongType(subject, [multiple ? 'MultiPicklist' : 'Picklist'], operand.type, operand.node.position);
}

/** The values of a multi-select picklist, which are stored in one text. */
function selected(stored: unknown): string[] {
  return typeof stored === 'string' ? stored.split(';').map((value) => value.trim()) : [];
}

export const picklistFunctions = [
  special('ISPICKVAL', (operands, call, subject) => {
    requireCount(call, 2);
    const [field, value] = operands as [Expression, Expression];
    requirePicklist(subject, field, false);
    if (value.node.kind !== 'text') {
      const message = `Incorrect parameter type for ${subject}. Expected Text Literal, received ${value.type}`;
      throw new FormulaError(message, value.node.position);
    }
    return {
      type: 'Boolean',
      evaluate: (context) => (field.evaluate(context) ?? '') === value.evaluate(context),
    };
  }),
  special('INCLUDES', (operands, call, subject) => {
    requireCount(call, 2);
    const [field, value] = operands as [Expression, Expression];
    requirePicklist(subject, field, true);
    if (value.type !== 'Text') throw mismatch(subject, value, ['Text']);
    return {
      type: 'Boolean',
      evaluate: (context) => {
        const wanted = value.evaluate(context);
        return wanted !== null && selected(field.evaluate(context)).includes(wanted as string);
      },
    };
  }),
  special('PICKLISTCOUNT', (operands, call, subject) => {
    requireCount(call, 1);
    const [field] = operands as [Expression];
    requirePicklist(subject, field, true);
    return { type: 'Number', evaluate: (context) => Decimal.of(selected(field.evaluate(context)).length) };
  }),
];
