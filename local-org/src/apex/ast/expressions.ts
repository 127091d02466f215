/** Expressions of the syntax tree. */
import type { SoslQuery } from '../../database/sosl/ast.ts';
import type { Node, StaticQuery, TypeNode } from './nodes.ts';

export type Expression =
  | Literal
  | NameExpression
  | ThisExpression
  | MemberExpression
  | CallExpression
  | ConstructorCall
  | IndexExpression
  | NewExpression
  | NewArrayExpression
  | NewListExpression
  | NewMapExpression
  | CastExpression
  | ClassLiteral
  | UnaryExpression
  | IncrementExpression
  | BinaryExpression
  | InstanceOfExpression
  | ConditionalExpression
  | AssignExpression
  | SoqlExpression
  | SoslExpression;

export type LiteralType = 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly type: LiteralType;
  /** Digits of a number without its suffix, the content of a string with escapes resolved, `true`, `false`. */
  readonly text: string;
}

export interface NameExpression extends Node {
  readonly kind: 'name';
  readonly name: string;
}

export interface ThisExpression extends Node {
  readonly kind: 'this' | 'super';
}

export interface MemberExpression extends Node {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: string;
  /** `?.` */
  readonly safe: boolean;
}

export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly target: Expression | null;
  readonly name: string;
  readonly safe: boolean;
  readonly args: readonly Expression[];
}

/** `this(…)` and `super(…)` at the start of a constructor. */
export interface ConstructorCall extends Node {
  readonly kind: 'constructorCall';
  readonly of: 'this' | 'super';
  readonly args: readonly Expression[];
}

export interface IndexExpression extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

/** `new Foo(…)`; for records the arguments are assignments. */
export interface NewExpression extends Node {
  readonly kind: 'new';
  readonly type: TypeNode;
  readonly args: readonly Expression[];
}

/** `new Integer[5]`. */
export interface NewArrayExpression extends Node {
  readonly kind: 'newArray';
  /** Element type. */
  readonly type: TypeNode;
  readonly size: Expression;
}

/** `new List<X>{…}`, `new Set<X>{…}`, `new X[]{…}`; also an empty `new Map<K, V>{}`. */
export interface NewListExpression extends Node {
  readonly kind: 'newList';
  readonly type: TypeNode;
  readonly values: readonly Expression[];
}

export interface NewMapExpression extends Node {
  readonly kind: 'newMap';
  readonly type: TypeNode;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface CastExpression extends Node {
  readonly kind: 'cast';
  readonly type: TypeNode;
  readonly value: Expression;
}

/** `Foo.class`; null for `void.class`. */
export interface ClassLiteral extends Node {
  readonly kind: 'classLiteral';
  readonly type: TypeNode | null;
}

export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~';
  readonly value: Expression;
}

export interface IncrementExpression extends Node {
  readonly kind: 'increment';
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly target: Expression;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '&'
  | '^'
  | '|'
  | '&&'
  | '||'
  | '??';

export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface InstanceOfExpression extends Node {
  readonly kind: 'instanceOf';
  readonly value: Expression;
  readonly type: TypeNode;
}

export interface ConditionalExpression extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export type AssignOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export interface AssignExpression extends Node {
  readonly kind: 'assign';
  readonly operator: AssignOperator;
  readonly target: Expression;
  readonly value: Expression;
}

export interface SoqlExpression extends Node {
  readonly kind: 'soql';
  readonly query: StaticQuery;
}

export interface SoslExpression extends Node {
  readonly kind: 'sosl';
  readonly query: SoslQuery;
  readonly binds: StaticQuery['binds'];
}
