/** Statements of the syntax tree. */
import type { Expression } from './expressions.ts';
import type { Declarator, Node, TypeNode } from './nodes.ts';

export type Statement =
  | Block
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | JumpStatement
  | DmlStatement
  | RunAsStatement
  | VariableStatement
  | ExpressionStatement;

export interface Block extends Node {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}

export interface IfStatement extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | null;
}

export interface SwitchStatement extends Node {
  readonly kind: 'switch';
  readonly value: Expression;
  readonly branches: readonly SwitchBranch[];
}

export interface SwitchBranch extends Node {
  /** `when else` has neither values nor a type. */
  readonly values: readonly Expression[];
  /** `when Account account`. */
  readonly type: TypeNode | null;
  readonly variable: string | null;
  readonly body: Block;
}

export interface ForStatement extends Node {
  readonly kind: 'for';
  readonly start: VariableStatement | readonly Expression[];
  readonly condition: Expression | null;
  readonly update: readonly Expression[];
  readonly body: Statement | null;
}

export interface ForEachStatement extends Node {
  readonly kind: 'forEach';
  readonly type: TypeNode;
  readonly variable: string;
  readonly values: Expression;
  readonly body: Statement | null;
}

export interface WhileStatement extends Node {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement | null;
}

export interface DoWhileStatement extends Node {
  readonly kind: 'doWhile';
  readonly body: Block;
  readonly condition: Expression;
}

export interface TryStatement extends Node {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finally: Block | null;
}

export interface CatchClause extends Node {
  readonly type: TypeNode;
  readonly variable: string;
  readonly body: Block;
}

export interface ReturnStatement extends Node {
  readonly kind: 'return';
  readonly value: Expression | null;
}

export interface ThrowStatement extends Node {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface JumpStatement extends Node {
  readonly kind: 'break' | 'continue';
}

export interface DmlStatement extends Node {
  readonly kind: 'dml';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  readonly access: 'user' | 'system' | null;
  readonly value: Expression;
  /** The records that are merged into `value`. */
  readonly duplicates: Expression | null;
  /** The external id field of an upsert, as written. */
  readonly externalId: string | null;
}

export interface RunAsStatement extends Node {
  readonly kind: 'runAs';
  readonly args: readonly Expression[];
  readonly body: Block;
}

export interface VariableStatement extends Node {
  readonly kind: 'variables';
  readonly type: TypeNode;
  readonly final: boolean;
  readonly variables: readonly Declarator[];
}

export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
}
