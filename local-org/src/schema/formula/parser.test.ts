import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormulaNode } from './ast.ts';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';

/** Fully parenthesised, to see what binds to what. */
function show(node: FormulaNode): string {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'text':
      return JSON.stringify(node.value);
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'reference':
      return node.path;
    case 'call':
      return `${node.name}(${node.args.map(show).join(', ')})`;
    case 'unary':
      return `(${node.operator} ${show(node.operand)})`;
    case 'binary':
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
  }
}

describe('parseFormula', () => {
  const cases: [string, string][] = [
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a & b + c', '((a & b) + c)'],
    ['2 * 3 ^ 2', '((2 * 3) ^ 2)'],
    ['a || b && c = d', '(a || (b && (c = d)))'],
    ['a < b = c', '((a < b) = c)'],
    ['-a + +b', '((- a) + (+ b))'],
    ['!a && NOT(b)', '((NOT a) && (NOT b))'],
    ['a == b', '(a = b)'],
    ['a != b', '(a <> b)'],
    ['if(TRUE, Null, false)', 'IF(true, null, false)'],
    ['Owner:User.Name', 'Owner:User.Name'],
    ['{!$Record.Amount} > {! limit }', '($Record.Amount > limit)'],
    ['a /* comment, with \'quotes" */ + b', '(a + b)'],
    ['TODAY()', 'TODAY()'],
    [`"a \\"b\\" \\\\d \\n" & 'it''`.replace("''", "'"), '("a \\"b\\" \\\\d \\\\n" & "it")'],
  ];
  for (const [source, tree] of cases) it(source, () => assert.equal(show(parseFormula(source)), tree));

  const errors: [string, string, number][] = [
    ['IF(a, b', "Syntax error. Missing ')'", 7],
    ['(a + b))', 'Syntax error. Extra )', 7],
    ['a + ', 'Syntax error. Found end of formula', 4],
    ['', 'Syntax error. Found end of formula', 0],
    ['a + * b', "Syntax error. Found '*'", 4],
    ['a ? b', "Syntax error. Found '?'", 2],
    ['a b', 'Syntax error. Extra b', 2],
    ['"open', "Syntax error. Found '\"'", 0],
  ];
  for (const [source, message, position] of errors) {
    it(`refuses ${source}`, () =>
      assert.throws(
        () => parseFormula(source),
        (error) => error instanceof FormulaError && error.message === message && error.position === position,
      ));
  }
});
