import type { BinaryOperator, FormulaNode } from './ast.ts';
import { FormulaError } from './errors.ts';
import { tokenize, type Token } from './lexer.ts';

/**
 * Binary operators from loosest to tightest; all associate to the left. `&` stands with `+`, and `^` binds looser than
 * `*` and `/`, as in the grammar of Salesforce's published formula engine (github.com/salesforce/formula-engine).
 */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['=', '<>'],
  ['<', '<=', '>', '>='],
  ['+', '-', '&'],
  ['^'],
  ['*', '/'],
];

/** Throws `FormulaError` with the platform's text where the formula is malformed. */
export function parseFormula(source: string): FormulaNode {
  return new Parser(tokenize(source)).formula();
}

class Parser {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  formula(): FormulaNode {
    const root = this.#binary(0);
    const rest = this.#peek();
    if (rest.kind !== 'end') throw new FormulaError(`Syntax error. Extra ${rest.text}`, rest.position);
    return root;
  }

  #binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const token = this.#peek();
      const operator = operators.find((candidate) => token.kind === 'operator' && candidate === token.text);
      if (operator === undefined) return left;
      this.#index++;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1), position: token.position };
    }
  }

  #unary(): FormulaNode {
    const { kind, text, position } = this.#peek();
    if (kind === 'operator' && (text === '-' || text === '+')) {
      this.#index++;
      return { kind: 'unary', operator: text, operand: this.#unary(), position };
    }
    if ((kind === 'operator' && text === '!') || (kind === 'name' && text.toUpperCase() === 'NOT')) {
      this.#index++;
      return { kind: 'unary', operator: 'NOT', operand: this.#unary(), position };
    }
    return this.#primary();
  }

  #primary(): FormulaNode {
    const { kind, text, position } = this.#peek();
    this.#index++;
    switch (kind) {
      case 'number':
        return { kind, text, position };
      case 'text':
        return { kind, value: text, position };
      case 'merge':
        return { kind: 'reference', path: text, position };
      case 'name':
        return this.#name(text, position);
      case 'operator':
        if (text === '(') return this.#parenthesized();
        break;
      case 'end':
        throw new FormulaError('Syntax error. Found end of formula', position);
    }
    throw new FormulaError(`Syntax error. Found '${text}'`, position);
  }

  #name(text: string, position: number): FormulaNode {
    if (this.#accept('(')) return { kind: 'call', name: text.toUpperCase(), args: this.#args(), position };
    switch (text.toUpperCase()) {
      case 'TRUE':
      case 'FALSE':
        return { kind: 'boolean', value: text.toUpperCase() === 'TRUE', position };
      case 'NULL':
        return { kind: 'null', position };
      default:
        return { kind: 'reference', path: text, position };
    }
  }

  #args(): FormulaNode[] {
    if (this.#accept(')')) return [];
    const args = [this.#binary(0)];
    while (this.#accept(',')) args.push(this.#binary(0));
    this.#expect(')');
    return args;
  }

  #parenthesized(): FormulaNode {
    const inner = this.#binary(0);
    this.#expect(')');
    return inner;
  }

  #peek(): Token {
    return this.#tokens[this.#index];
  }

  #accept(operator: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'operator' || text !== operator) return false;
    this.#index++;
    return true;
  }

  #expect(operator: string): void {
    if (!this.#accept(operator)) {
      throw new FormulaError(`Syntax error. Missing '${operator}'`, this.#peek().position);
    }
  }
}
