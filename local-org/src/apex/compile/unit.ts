/** What is shared while one class, trigger or anonymous block is compiled to a script of its own. */
import type { Decimal } from '../../schema/values/index.ts';
import type { Node } from '../ast/nodes.ts';
import { CheckError } from '../check/errors.ts';
import type { ClassSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import type { CompileError } from '../parse/errors.ts';
import { TypeValue } from '../runtime/type-value.ts';
import type { ApexType } from '../types/apex-type.ts';
import { topLevel } from '../check/symbols.ts';
import type { UnitOptions } from './compile-symbols.ts';

export class Unit {
  readonly universe: Universe;
  readonly file: string;
  readonly errors: CompileError[] = [];
  /** Steps that were given up, also those whose reason was reported before. */
  readonly failures: { readonly line: number; readonly message: string }[] = [];
  /** Values that generated code refers to by position. */
  readonly constants: unknown[] = [];
  /** Classes of the project that generated code refers to. */
  readonly classes = new Set<number>();
  /** The top-level class that is compiled. */
  private readonly owner: ClassSymbol;
  /** Apex lines that hold a statement, for coverage. */
  readonly executableLines = new Set<number>();
  readonly coverage: boolean;
  readonly tolerant: boolean;
  readonly labels: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
  private readonly typeValues = new Map<ApexType, TypeValue>();
  private readonly decimals = new Map<string, Decimal>();
  private readonly constantCodes = new Map<unknown, string>();

  constructor(universe: Universe, symbol: ClassSymbol, options: UnitOptions) {
    this.universe = universe;
    this.file = symbol.file;
    this.owner = topLevel(symbol);
    this.coverage = options.coverage;
    this.tolerant = options.tolerant;
    this.labels = options.labels;
    this.pages = options.pages;
  }

  /** Code that gives this value; equal objects share a constant. */
  constant(value: unknown): string {
    let code = this.constantCodes.get(value);
    if (code === undefined) {
      code = `k${this.constants.push(value) - 1}`;
      this.constantCodes.set(value, code);
    }
    return code;
  }

  /** Code of `type.class`. */
  typeValue(type: ApexType): string {
    let constant = this.typeValues.get(type);
    if (constant === undefined) this.typeValues.set(type, (constant = new TypeValue(type)));
    return this.constant(constant);
  }

  /** Code that gives a Decimal which is made once per text of digits. */
  decimal(digits: string, make: (digits: string) => Decimal): string {
    let constant = this.decimals.get(digits);
    if (constant === undefined) this.decimals.set(digits, (constant = make(digits)));
    return this.constant(constant);
  }

  /** Code that gives the generated class. */
  classCode(symbol: ClassSymbol): string {
    this.dependOn(symbol);
    this.classes.add(symbol.id);
    return `c${symbol.id}`;
  }

  /** Code that gives the static fields of a class, initialised on first use in the transaction. */
  staticsCode(symbol: ClassSymbol): string {
    this.dependOn(symbol);
    return `($M.statics[${symbol.id}] ?? $R.initialize(${symbol.id}))`;
  }

  dependOn(symbol: ClassSymbol): void {
    this.owner.uses.add(topLevel(symbol).type);
  }

  error(node: Node, message: string): void {
    this.failures.push({ line: node.line, message });
    this.errors.push({ file: this.file, line: node.line, column: node.column, message });
  }

  /** Runs one step; a compile error in it is recorded and does not stop the next. */
  readonly attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (!(error instanceof CheckError)) throw error;
      if (error.isNews) this.error(error.node, error.message);
      else this.failures.push({ line: error.node.line, message: error.message });
    }
  };
}
