/** Compiles all classes and triggers of a project to a program. One bad class never hides the others. */
import type { TriggerEvent } from '../../database/services.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import type { TypeDeclaration } from '../ast/nodes.ts';
import { declareClass } from '../check/declare.ts';
import { topLevel, type ClassSymbol } from '../check/symbols.ts';
import { Universe } from '../check/universe.ts';
import type { LibraryClass } from '../library/define.ts';
import type { CompileError } from '../parse/errors.ts';
import { parseClass, parseTrigger, type Parsed } from '../parse/parse.ts';
import type { SyntaxCache } from '../parse/syntax-cache.ts';
import { PlatformLibrary } from '../platform/platform-library.ts';
import { sobjectType } from '../types/apex-type.ts';
import { compileSymbols, type CompiledSymbols, type UnitOptions } from './compile-symbols.ts';
import { CompiledProgram } from './compiled-program.ts';
import { unitClass } from './unit-class.ts';
import type { Unit } from './unit.ts';

export interface ApexSource {
  readonly name: string;
  readonly source: string;
  readonly file: string;
}

export interface ProgramSources {
  readonly classes: readonly ApexSource[];
  readonly triggers?: readonly ApexSource[];
}

export interface ProgramOptions extends Partial<UnitOptions> {
  readonly schema: Schema;
  readonly library: Iterable<LibraryClass>;
  /** The project's own namespace. */
  readonly namespace?: string;
  /** Where syntax trees are kept between starts. */
  readonly cache?: SyntaxCache;
}

export interface ProgramResult {
  readonly program: CompiledProgram;
  readonly errors: CompileError[];
}

export function buildProgram(sources: ProgramSources, options: ProgramOptions): ProgramResult {
  return new ProgramBuilder(options).build(sources);
}

interface DeclaredTrigger {
  readonly symbol: ClassSymbol;
  readonly object: ObjectSchema;
  readonly events: readonly TriggerEvent[];
}

class ProgramBuilder {
  private readonly universe: Universe;
  private readonly options: UnitOptions;
  private readonly cache: SyntaxCache | undefined;
  private readonly triggers: DeclaredTrigger[] = [];
  private readonly errors: CompileError[] = [];
  /** The first error of each top-level class that has one. */
  private readonly broken = new Map<ClassSymbol, CompileError>();

  constructor({ schema, library, namespace, cache, ...options }: ProgramOptions) {
    this.cache = cache;
    this.universe = new Universe(schema, new PlatformLibrary(library), namespace);
    this.options = {
      labels: options.labels ?? new Map(),
      pages: options.pages ?? new Map(),
      coverage: options.coverage ?? false,
      tolerant: options.tolerant ?? false,
    };
  }

  build({ classes, triggers = [] }: ProgramSources): ProgramResult {
    for (const source of classes) this.addClass(source);
    for (const source of triggers) this.addTrigger(source);
    const compiled = compileSymbols(this.universe, [...this.universe.symbols.values()], this.options);
    for (const [symbol, unit] of compiled.units) this.collect(symbol, unit);
    if (!this.options.tolerant) this.breakDependents();
    return { program: this.load(compiled), errors: this.errors };
  }

  private load(compiled: CompiledSymbols): CompiledProgram {
    const program = new CompiledProgram(this.universe, this.options);
    const isSound = (symbol: ClassSymbol): boolean => this.options.tolerant || !this.broken.has(topLevel(symbol));
    program.load(
      compiled.ordered.filter(isSound),
      compiled.compiled.filter(({ symbol }) => isSound(symbol)),
    );
    const byName = this.triggers.toSorted((left, right) => (left.symbol.name < right.symbol.name ? -1 : 1));
    for (const trigger of byName) if (isSound(trigger.symbol)) program.addTrigger(trigger);
    return program;
  }

  private addClass({ source, file }: ApexSource): void {
    const parsed = this.parse('class', source, () => parseClass(source, file));
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
    this.universe.classes.set(key, declareClass(this.universe, tree, null, { file, lineCount: lineCount(source) }));
  }

  /** Only sources without syntax errors have a tree to keep. */
  private parse<T extends object>(kind: string, source: string, parse: () => Parsed<T>): Parsed<T> {
    const known = this.cache?.get(kind, source);
    if (known !== undefined) return { tree: known as T };
    const parsed = parse();
    if (parsed.error === undefined) this.cache?.put(kind, source, parsed.tree);
    return parsed;
  }

  private addTrigger({ source, file }: ApexSource): void {
    const parsed = this.parse('trigger', source, () => parseTrigger(source, file));
    if (parsed.error !== undefined) {
      this.errors.push(parsed.error);
      return;
    }
    const { tree } = parsed;
    const object = this.universe.schema.object(tree.object);
    if (object?.triggerable !== true) {
      const message =
        object === undefined ? `Invalid type: ${tree.object}` : `SObject type does not allow triggers: ${object.name}`;
      this.errors.push({ file, line: tree.line, column: tree.column, message });
      return;
    }
    const symbol = declareClass(this.universe, unitClass(tree), null, {
      file,
      lineCount: lineCount(source),
      unitKind: 'trigger',
      triggerType: sobjectType(object.name),
    });
    this.triggers.push({ symbol, object, events: tree.events as TriggerEvent[] });
  }

  private collect(symbol: ClassSymbol, unit: Unit): void {
    this.errors.push(...unit.errors);
    const [first] = unit.errors;
    if (first !== undefined && !this.broken.has(topLevel(symbol))) this.broken.set(topLevel(symbol), first);
  }

  /** A class that uses a broken one is broken too. */
  private breakDependents(): void {
    const roots = [...this.universe.symbols.values()].filter((symbol) => symbol.outer === null);
    let found = true;
    while (found) {
      found = false;
      for (const symbol of roots) {
        if (this.broken.has(symbol)) continue;
        const cause = symbol.uses.values().find((used) => this.broken.has(used));
        if (cause === undefined) continue;
        found = true;
        this.breakDependent(symbol, cause);
      }
    }
  }

  private breakDependent(symbol: ClassSymbol, cause: ClassSymbol): void {
    const { line, column } = symbol.declaration;
    const prefix = 'Dependent class is invalid and needs recompilation:\n Class ';
    const original = this.broken.get(cause)!.message;
    const message = original.startsWith(prefix) ? original : `${prefix}${cause.name} : ${original}`;
    const error = { file: symbol.file, line, column, message };
    this.errors.push(error);
    this.broken.set(symbol, error);
  }
}

export function lineCount(source: string): number {
  return source.split('\n').length;
}
