import type { BinaryNode, BinaryOperator, UnaryNode } from '../ast.ts';
import type { Compiled, Expression } from '../expression.ts';
import { compileAddition } from './addition.ts';
import { compileArithmetic } from './arithmetic.ts';
import { compileComparison } from './comparison.ts';
import { compileConcatenation } from './concatenation.ts';
import { compileEquality } from './equality.ts';
import { compileConjunction, compileDisjunction, compileNegation } from './logic.ts';
import { compileSign } from './sign.ts';

type BinaryCompiler = (node: BinaryNode, left: Expression, right: Expression) => Compiled;

const BINARY: Readonly<Record<BinaryOperator, BinaryCompiler>> = {
  '+': compileAddition,
  '-': compileAddition,
  '*': compileArithmetic,
  '/': compileArithmetic,
  '^': compileArithmetic,
  '&': compileConcatenation,
  '=': compileEquality,
  '<>': compileEquality,
  '<': compileComparison,
  '<=': compileComparison,
  '>': compileComparison,
  '>=': compileComparison,
  '&&': (_node, left, right) => compileConjunction([left, right], "operator '&&'"),
  '||': (_node, left, right) => compileDisjunction([left, right], "operator '||'"),
};

export function compileBinary(node: BinaryNode, left: Expression, right: Expression): Compiled {
  return BINARY[node.operator](node, left, right);
}

export function compileUnary(node: UnaryNode, operand: Expression): Compiled {
  return node.operator === 'NOT' ? compileNegation(operand) : compileSign(node, operand);
}
