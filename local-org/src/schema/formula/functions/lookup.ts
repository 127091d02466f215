import { NotSupported } from '../../errors.ts';
import { FormulaError } from '../errors.ts';
import type { Expression } from '../expression.ts';
import { toFormulaValue } from '../read-reference.ts';
import { requireCount, special } from './define.ts';

/** The object and field of `$ObjectType.Zip__c.Fields.City__c`. */
function objectField(operand: Expression): readonly [object: string, field: string] {
  const { field, path } = operand.reference ?? {};
  if (field === undefined || !path?.toLowerCase().startsWith('$objecttype.')) {
    throw new FormulaError(
      "Incorrect parameter for function 'VLOOKUP()'. Expected field reference.",
      operand.node.position,
    );
  }
  return [field.object, field.name];
}

/**
 * `VLOOKUP(field_to_return, field_on_lookup_object, lookup_value)`, fields written `$ObjectType.Zip__c.Fields.City__c`:
 * searches a custom object by its name field.
 */
export const lookupFunctions = [
  special('VLOOKUP', (operands, call) => {
    requireCount(call, 3);
    const [result, key, value] = operands as [Expression, Expression, Expression];
    const [object, field] = objectField(result);
    const [, lookupField] = objectField(key);
    return {
      type: result.type,
      evaluate: (context) => {
        if (context.vlookup === undefined) throw new NotSupported('VLOOKUP in this kind of formula');
        return toFormulaValue(context.vlookup(object, field, lookupField, value.evaluate(context)));
      },
    };
  }),
];
