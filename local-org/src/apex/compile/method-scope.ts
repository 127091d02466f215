/** The surroundings of the code of one method: its variables, its class and what it returns. */
import type { Node } from '../ast/nodes.ts';
import { fail } from '../check/errors.ts';
import type { ClassSymbol, FieldSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { Unit } from './unit.ts';
import { CodeWriter } from './writer.ts';

export interface LocalVariable {
  readonly name: string;
  readonly type: ApexType;
  readonly code: string;
  readonly final: boolean;
  /** Never null: what loops count with. */
  readonly nonNull: boolean;
}

export interface MethodScopeOptions {
  readonly owner: ClassSymbol | null;
  readonly static: boolean;
  /** Null where `return` is not allowed. */
  readonly returns: ApexType | null;
  /** The property whose accessor this is: its name means the backing field inside. */
  readonly accessorOf?: FieldSymbol;
  /** Constructors and initialisers may assign final fields. */
  readonly initializing?: boolean;
  /** Names that the body assigns (see `reassignedNames`). */
  readonly reassigned?: ReadonlySet<string>;
  /** Constructors give the object they made. */
  readonly constructing?: boolean;
}

const none: ReadonlySet<string> = new Set();

export class MethodScope {
  readonly unit: Unit;
  readonly universe: Universe;
  readonly owner: ClassSymbol | null;
  readonly static: boolean;
  readonly returns: ApexType | null;
  readonly accessorOf: FieldSymbol | undefined;
  readonly initializing: boolean;
  readonly reassigned: ReadonlySet<string>;
  readonly writer = new CodeWriter();
  /** Whether the code calls methods of the project: only such methods count towards the depth of calls. */
  callsOut = false;
  /** Whether the method has a loop. */
  loops = false;
  /** Whether the code reads or writes records: then the sharing mode of the class must be in force. */
  usesData = false;
  loopDepth = 0;
  private readonly constructing: boolean;
  private blocks = [new Map<string, LocalVariable>()];
  private temporaries: string[] = [];
  private readonly broken = new Set<string>();

  constructor(unit: Unit, options: MethodScopeOptions) {
    this.unit = unit;
    this.universe = unit.universe;
    this.owner = options.owner;
    this.static = options.static;
    this.returns = options.returns;
    this.accessorOf = options.accessorOf;
    this.initializing = options.initializing ?? false;
    this.reassigned = options.reassigned ?? none;
    this.constructing = options.constructing ?? false;
  }

  /** Whether private members marked `@TestVisible` can be seen. */
  get isTest(): boolean {
    return this.owner?.isTest ?? false;
  }

  /** Notes a variable whose declaration has an error: using it is no news. */
  declareBroken(name: string): void {
    this.broken.add(name.toLowerCase());
  }

  /** Whether the name is that of a variable or field whose declaration has an error. */
  isBroken(name: string): boolean {
    const key = name.toLowerCase();
    if (this.broken.has(key)) return true;
    for (let owner = this.owner; owner !== null; owner = owner.outer) if (owner.brokenFields.has(key)) return true;
    return false;
  }

  variable(name: string): LocalVariable | undefined {
    const key = name.toLowerCase();
    for (let index = this.blocks.length - 1; index >= 0; index--) {
      const found = this.blocks[index].get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The variables that can be named here, inner ones first. */
  variables(): LocalVariable[] {
    return this.blocks.toReversed().flatMap((block) => [...block.values()]);
  }

  /** Declares a variable in the current block; a name may be used once in a method at a time. */
  declare(
    node: Node,
    name: string,
    type: ApexType,
    options: { final?: boolean; nonNull?: boolean } = {},
  ): LocalVariable {
    if (this.variable(name) !== undefined) fail(node, `Duplicate variable: ${name}`);
    const variable: LocalVariable = {
      name,
      type,
      code: `_${name.toLowerCase()}`,
      final: options.final ?? false,
      nonNull: options.nonNull ?? false,
    };
    this.blocks.at(-1)!.set(name.toLowerCase(), variable);
    return variable;
  }

  /** Runs `step` with a block of its own for variables. */
  block(step: () => void): void {
    this.blocks.push(new Map());
    try {
      step();
    } finally {
      this.blocks.pop();
    }
  }

  /** Runs `step` as the body of a loop. */
  loop(step: () => void): void {
    this.loops = true;
    this.loopDepth++;
    step();
    this.loopDepth--;
  }

  /** Code that returns from the method with this value (null: none). */
  returnCode(code: string | null): string {
    if (this.constructing) return 'return this;';
    return code === null ? 'return;' : `return ${code};`;
  }

  /** Null checks of the safe navigations in the chain being compiled, in the order they run. */
  chainGuards: string[] = [];

  /** A JavaScript variable of the method for a value that is used twice. */
  temporary(): string {
    const name = `t${this.temporaries.length}`;
    this.temporaries.push(name);
    return name;
  }

  /** Declaration of the temporaries; empty when there are none. */
  get temporaryDeclaration(): string {
    return this.temporaries.length === 0 ? '' : `let ${this.temporaries.join(', ')};`;
  }

  write(code: string): void {
    this.writer.write(code);
  }

  /** Marks the start of a statement: its line is what stack traces and coverage show. */
  statement(node: Node): void {
    this.writer.at(node.line);
    this.unit.executableLines.add(node.line);
    if (this.unit.coverage) this.write(`$V[${node.line}]++;`);
  }
}
