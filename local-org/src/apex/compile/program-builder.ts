/** Compiles all classes of a project to a program. One bad class never hides the others. */
import type { Schema } from '../../schema/model.ts';
import type { TypeDeclaration } from '../ast/nodes.ts';
import { declareClass, declareMembers, declareSupertypes } from '../check/declare.ts';
import { topLevel, type ClassSymbol } from '../check/symbols.ts';
import { Universe } from '../check/universe.ts';
import { verifyClass } from '../check/verify.ts';
import type { LibraryClass } from '../library/define.ts';
import type { CompileError } from '../parse/errors.ts';
import { parseClass } from '../parse/parse.ts';
import { compileClass } from './class.ts';
import { CompiledProgram } from './compiled-program.ts';
import { Unit } from './unit.ts';
import type { CodeWriter } from './writer.ts';

export interface ApexSource {
  readonly name: string;
  readonly source: string;
  readonly file: string;
}

export interface ProgramOptions {
  readonly schema: Schema;
  readonly library: Iterable<LibraryClass>;
  /** Custom labels by lower-cased name. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly coverage?: boolean;
}

export interface CompiledUnit {
  readonly symbol: ClassSymbol;
  readonly unit: Unit;
  readonly writer: CodeWriter;
}

export interface ProgramResult {
  readonly program: CompiledProgram;
  readonly errors: CompileError[];
}

export function buildProgram(sources: readonly ApexSource[], options: ProgramOptions): ProgramResult {
  return new ProgramBuilder(options).build(sources);
}

class ProgramBuilder {
  private readonly universe: Universe;
  private readonly labels: ReadonlyMap<string, string>;
  private readonly coverage: boolean;
  private readonly errors: CompileError[] = [];
  /** Errors by the top-level class they are in. */
  private readonly broken = new Map<ClassSymbol, CompileError>();

  constructor(options: ProgramOptions) {
    this.universe = new Universe(options.schema, options.library);
    this.labels = options.labels ?? new Map();
    this.coverage = options.coverage ?? false;
  }

  build(sources: readonly ApexSource[]): ProgramResult {
    for (const source of sources) this.addSource(source);
    const symbols = [...this.universe.symbols.values()];
    const units = new Map(symbols.map((symbol) => [symbol, this.unit(symbol)]));
    for (const symbol of symbols) declareSupertypes(this.universe, symbol, units.get(symbol)!.attempt);
    const ordered = this.bySuperclass(symbols);
    for (const symbol of ordered) declareMembers(this.universe, symbol, units.get(symbol)!.attempt);
    for (const symbol of symbols) verifyClass(this.universe, symbol, units.get(symbol)!.attempt);
    const compiled: CompiledUnit[] = [];
    for (const symbol of ordered) {
      const unit = units.get(symbol)!;
      if (symbol.kind === 'class') compiled.push({ symbol, unit, writer: compileClass(unit, symbol) });
      this.collect(symbol, unit);
    }
    this.breakDependents(units);
    const sound = compiled.filter(({ symbol }) => !this.broken.has(topLevel(symbol)));
    const program = new CompiledProgram(this.universe, this.labels, this.coverage);
    program.load(
      ordered.filter((symbol) => !this.broken.has(topLevel(symbol))),
      sound,
    );
    return { program, errors: this.errors };
  }

  private addSource({ source, file }: ApexSource): void {
    const parsed = parseClass(source, file);
    if (parsed.error !== undefined) {
      this.errors.push(parsed.error);
      return;
    }
    const { tree }: { tree: TypeDeclaration } = parsed;
    const key = tree.name.toLowerCase();
    if (this.universe.classes.has(key)) {
      this.errors.push({ file, line: tree.line, column: tree.column, message: `Duplicate class name: ${tree.name}` });
      return;
    }
    this.universe.classes.set(
      key,
      declareClass(this.universe, tree, null, { file, lineCount: source.split('\n').length }),
    );
  }

  private unit(symbol: ClassSymbol): Unit {
    return new Unit(this.universe, symbol.file, { coverage: this.coverage, labels: this.labels });
  }

  private collect(symbol: ClassSymbol, unit: Unit): void {
    this.errors.push(...unit.errors);
    const [first] = unit.errors;
    if (first !== undefined && !this.broken.has(topLevel(symbol))) this.broken.set(topLevel(symbol), first);
  }

  /** Superclasses before their subclasses. */
  private bySuperclass(symbols: readonly ClassSymbol[]): ClassSymbol[] {
    const ordered = new Set<ClassSymbol>();
    const add = (symbol: ClassSymbol, path: ReadonlySet<ClassSymbol>): void => {
      if (ordered.has(symbol) || path.has(symbol)) return;
      const superclass = this.universe.superclassOf(symbol);
      if (superclass !== undefined) add(superclass, new Set([...path, symbol]));
      ordered.add(symbol);
    };
    for (const symbol of symbols) add(symbol, new Set());
    return [...ordered];
  }

  /** A class that uses a broken one is broken too. */
  private breakDependents(units: ReadonlyMap<ClassSymbol, Unit>): void {
    let found = true;
    while (found) {
      found = false;
      for (const [symbol, unit] of units) {
        if (this.broken.has(topLevel(symbol))) continue;
        const cause = this.brokenDependency(symbol, unit);
        if (cause === undefined) continue;
        found = true;
        const { line, column } = topLevel(symbol).declaration;
        const original = this.broken.get(cause)!;
        const message =
          `Dependent class is invalid and needs recompilation:\n Class ${cause.name} : ` +
          original.message.replace(/^Dependent class is invalid and needs recompilation:\n /, '');
        const error = { file: symbol.file, line, column, message };
        this.errors.push(error);
        this.broken.set(topLevel(symbol), error);
      }
    }
  }

  private brokenDependency(symbol: ClassSymbol, unit: Unit): ClassSymbol | undefined {
    for (const dependency of unit.dependencies) if (this.broken.has(dependency)) return dependency;
    for (const type of [symbol.superclass, ...symbol.interfaces]) {
      const declared = type === null ? undefined : this.universe.classOf(type);
      if (declared !== undefined && this.broken.has(topLevel(declared))) return topLevel(declared);
    }
    return undefined;
  }
}
