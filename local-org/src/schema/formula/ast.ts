/** The tree of a parsed formula. */

/** Where a node starts in the source: characters from the start, for error messages. */
interface Positioned {
  readonly position: number;
}

export interface NumberNode extends Positioned {
  readonly kind: 'number';
  readonly text: string;
}

export interface TextNode extends Positioned {
  readonly kind: 'text';
  readonly value: string;
}

export interface BooleanNode extends Positioned {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends Positioned {
  readonly kind: 'null';
}

/** A field or a global, as written: `Amount`, `Account.Owner.Name`, `$User.Id`. */
export interface ReferenceNode extends Positioned {
  readonly kind: 'reference';
  readonly path: string;
}

export interface CallNode extends Positioned {
  readonly kind: 'call';
  /** Upper case. */
  readonly name: string;
  readonly args: readonly FormulaNode[];
}

export type UnaryOperator = '+' | '-' | 'NOT';

export interface UnaryNode extends Positioned {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: FormulaNode;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export interface BinaryNode extends Positioned {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}

export type FormulaNode =
  NumberNode | TextNode | BooleanNode | NullNode | ReferenceNode | CallNode | UnaryNode | BinaryNode;
