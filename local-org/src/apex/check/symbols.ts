/** What the checker knows about the classes of the project. Maps are keyed by lower-cased names. */
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  Declarator,
  EnumDeclaration,
  InterfaceDeclaration,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
} from '../ast/nodes.ts';
import type { Access } from '../runtime/runtime-class.ts';
import type { ApexType } from '../types/apex-type.ts';

/** `inherit` covers both `inherited sharing` and no declaration: the caller decides. */
export type Sharing = 'with' | 'without' | 'inherited' | 'undeclared';

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
  readonly final: boolean;
}

export interface FieldSymbol {
  readonly kind: 'field';
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly type: ApexType;
  readonly static: boolean;
  readonly final: boolean;
  readonly access: Access;
  /** Visible to tests although private (`@TestVisible`). */
  readonly testVisible: boolean;
  readonly modifiers: Modifiers;
  /** Null for properties. */
  readonly declarator: Declarator | null;
  readonly property: PropertySymbol | null;
  /** Name of the JavaScript property that holds the value. */
  readonly slot: string;
}

export interface PropertySymbol {
  readonly declaration: PropertyDeclaration;
  readonly getter: AccessorSymbol | null;
  readonly setter: AccessorSymbol | null;
  /** Reading and writing need no call: neither accessor has a body, and none can be overridden. */
  readonly plain: boolean;
  readonly abstract: boolean;
}

export interface AccessorSymbol {
  readonly declaration: Accessor;
  readonly access: Access;
}

export interface MethodSymbol {
  readonly kind: 'method' | 'constructor';
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly override: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly modifiers: Modifiers;
  readonly parameters: readonly ParameterSymbol[];
  readonly returns: ApexType;
  readonly declaration: MethodDeclaration | ConstructorDeclaration;
  readonly parameterNodes: readonly Parameter[];
  /** Name of the generated JavaScript method. */
  readonly slot: string;
}

/** A trigger or anonymous block is compiled as a class with one static method. */
export type UnitKind = 'class' | 'trigger' | 'anonymous';

export interface ClassSymbol {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly unitKind: UnitKind;
  /** The records of a trigger. */
  readonly triggerType?: ApexType;
  /** `Outer.Inner`. */
  readonly name: string;
  readonly simpleName: string;
  readonly type: ApexType;
  readonly outer: ClassSymbol | null;
  readonly file: string;
  readonly declaration: ClassDeclaration | InterfaceDeclaration | EnumDeclaration;
  readonly access: Access;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly sharing: Sharing;
  readonly isTest: boolean;
  readonly inner: Map<string, ClassSymbol>;
  /** A class of the project, or Exception. */
  superclass: ApexType | null;
  interfaces: readonly ApexType[];
  readonly fields: Map<string, FieldSymbol>;
  /** Lower-cased names of fields whose declaration has an error. */
  readonly brokenFields: Set<string>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
  /** Enum constants as declared. */
  readonly constants: readonly string[];
  /** Lines of the source file. */
  readonly lineCount: number;
  /** Top-level classes whose soundness a top-level class depends on. */
  readonly uses: Set<ApexType>;
  /** Names the class in generated code; a class keeps it when the project is compiled again. */
  readonly id: number;
}

/** A class declared by `declareClass`, with all its inner classes. */
export function withInnerClasses(symbol: ClassSymbol): ClassSymbol[] {
  return [symbol, ...[...symbol.inner.values()].flatMap(withInnerClasses)];
}

/** The outermost class around this one (itself when it is not an inner class). */
export function topLevel(symbol: ClassSymbol): ClassSymbol {
  let current = symbol;
  while (current.outer !== null) current = current.outer;
  return current;
}
