/** Literals. */
import { Decimal } from '../../../schema/values/index.ts';
import type { Literal } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import { types } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import { nullValue, value, type Value } from '../value.ts';

const maximumInteger = 2147483647;

export function compileLiteral(scope: MethodScope, literal: Literal): Value {
  switch (literal.type) {
    case 'Integer': {
      const number = Number(literal.text);
      // The smallest Integer is written as a negated literal that is one too large by itself.
      if (number > maximumInteger + 1) fail(literal, 'Illegal integer');
      return value(types.Integer, String(number), true);
    }
    case 'Long':
      return value(types.Long, `${BigInt(literal.text)}n`, true);
    case 'Double':
      return value(types.Double, String(Number(literal.text)), true);
    case 'Decimal':
      return value(types.Decimal, decimalConstant(scope, literal.text), true);
    case 'String':
      return value(types.String, JSON.stringify(literal.text), true);
    case 'Boolean':
      return value(types.Boolean, literal.text, true);
    case 'null':
      return nullValue;
  }
}

/** A Decimal that is made once. */
export function decimalConstant(scope: MethodScope, text: string): string {
  return scope.unit.decimal(text.startsWith('.') ? `0${text}` : text, (digits) => Decimal.parse(digits));
}
