/**
 * The syntax tree of Apex: plain data, so that it can be kept. Names are as written; the checker compares them without
 * regard to case. Lines and columns count from 1.
 */
import type { SoqlQuery } from '../../database/soql/ast.ts';
import type { Expression } from './expressions.ts';
import type { Block, Statement } from './statements.ts';

export interface Node {
  readonly line: number;
  readonly column: number;
}

/** A type as written; arrays are `List` with one argument. */
export interface TypeNode extends Node {
  /** Dotted. */
  readonly name: string;
  readonly args: readonly TypeNode[];
}

export interface Annotation extends Node {
  readonly name: string;
  /** By lower-cased name; a single unnamed value is called `value`. */
  readonly values: { readonly [name: string]: string | boolean | number };
}

export interface Modifiers {
  readonly annotations: readonly Annotation[];
  /** Lower-cased keywords; sharing as `with sharing`, `without sharing`, `inherited sharing`. */
  readonly words: readonly string[];
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration extends Node {
  readonly kind: 'class';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly extends: TypeNode | null;
  readonly implements: readonly TypeNode[];
  readonly members: readonly Member[];
}

export interface InterfaceDeclaration extends Node {
  readonly kind: 'interface';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly extends: readonly TypeNode[];
  readonly members: readonly MethodDeclaration[];
}

export interface EnumDeclaration extends Node {
  readonly kind: 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly constants: readonly string[];
}

export type Member =
  | TypeDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | FieldDeclaration
  | PropertyDeclaration
  | InitializerDeclaration;

export interface Parameter extends Node {
  readonly name: string;
  readonly type: TypeNode;
  readonly final: boolean;
}

export interface MethodDeclaration extends Node {
  readonly kind: 'method';
  readonly name: string;
  readonly modifiers: Modifiers;
  /** Null for void. */
  readonly returns: TypeNode | null;
  readonly parameters: readonly Parameter[];
  /** Null when abstract. */
  readonly body: Block | null;
}

export interface ConstructorDeclaration extends Node {
  readonly kind: 'constructor';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface FieldDeclaration extends Node {
  readonly kind: 'field';
  readonly modifiers: Modifiers;
  readonly type: TypeNode;
  readonly variables: readonly Declarator[];
}

export interface Declarator extends Node {
  readonly name: string;
  readonly value: Expression | null;
}

export interface Accessor extends Node {
  readonly modifiers: Modifiers;
  /** Null for `get;`. */
  readonly body: Block | null;
}

export interface PropertyDeclaration extends Node {
  readonly kind: 'property';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeNode;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}

export interface InitializerDeclaration extends Node {
  readonly kind: 'initializer';
  readonly static: boolean;
  readonly body: Block;
}

export interface TriggerDeclaration extends Node {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  /** `before insert`, … */
  readonly events: readonly string[];
  readonly members: readonly UnitMember[];
}

/** What stands at the top of a trigger or of an anonymous block, in order. */
export type UnitMember = Statement | Exclude<Member, ConstructorDeclaration | InitializerDeclaration>;

export interface AnonymousBlock extends Node {
  readonly kind: 'anonymous';
  readonly members: readonly UnitMember[];
}

/** A static query; binds are found by their text. */
export interface StaticQuery {
  readonly query: SoqlQuery;
  readonly binds: readonly { readonly text: string; readonly expression: Expression }[];
}
