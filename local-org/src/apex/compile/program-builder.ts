/** Compiles all classes and triggers of a project to a program. One bad class never hides the others. */
import type { TriggerEvent } from '../../database/services.ts';
import type { Schema } from '../../schema/model.ts';
import type { TriggerDeclaration, TypeDeclaration } from '../ast/nodes.ts';
import { declareClass } from '../check/declare.ts';
import { topLevel, withInnerClasses, type ClassSymbol } from '../check/symbols.ts';
import { Universe } from '../check/universe.ts';
import type { LibraryClass } from '../library/define.ts';
import type { CompileError } from '../parse/errors.ts';
import { parseClass, parseTrigger, type Parsed } from '../parse/parse.ts';
import type { SyntaxCache } from '../parse/syntax-cache.ts';
import { PlatformLibrary } from '../platform/platform-library.ts';
import { sobjectType } from '../types/apex-type.ts';
import {
  isSameEnvironment,
  unchangedUnits,
  type ApexSource,
  type Build,
  type BuiltUnit,
  type SourceUnit,
} from './build.ts';
import { bySuperclass, compileSymbols, type UnitOptions } from './compile-symbols.ts';
import { CompiledProgram } from './compiled-program.ts';
import { unitClass } from './unit-class.ts';
import type { Unit } from './unit.ts';

export interface ProgramSources {
  readonly classes: readonly ApexSource[];
  readonly triggers?: readonly ApexSource[];
}

export interface ProgramOptions extends Partial<UnitOptions> {
  readonly schema: Schema;
  readonly library: Iterable<LibraryClass>;
  /** Tells libraries apart whose classes are not the same. */
  readonly libraryKey?: string;
  /** The project's own namespace. */
  readonly namespace?: string;
  /** Where syntax trees are kept between starts. */
  readonly cache?: SyntaxCache;
  /** The project as it was compiled before: what has not changed since is taken over. */
  readonly former?: Build;
}

export interface ProgramResult {
  readonly program: CompiledProgram;
  readonly errors: CompileError[];
  /** For the next build of the same project. */
  readonly build: Build;
}

export function buildProgram(sources: ProgramSources, options: ProgramOptions): ProgramResult {
  return new ProgramBuilder(options).build(sources);
}

class ProgramBuilder {
  private readonly universe: Universe;
  private readonly options: UnitOptions;
  private readonly environment: string;
  private readonly cache: SyntaxCache | undefined;
  private readonly former: Build | undefined;
  /** Whether compiled code of the former build means the same now; its trees do always. */
  private readonly keepsCode: boolean;
  private readonly errors: CompileError[] = [];
  /** The first error of each top-level class that has one. */
  private readonly broken = new Map<ClassSymbol, CompileError>();
  /** Top-level classes in which a step was given up, for whatever reason. */
  private readonly unsound = new Set<ClassSymbol>();

  constructor({ schema, library, libraryKey, namespace, cache, former, ...options }: ProgramOptions) {
    this.cache = cache;
    this.former = former;
    this.options = {
      labels: options.labels ?? new Map(),
      pages: options.pages ?? new Map(),
      coverage: options.coverage ?? false,
      tolerant: options.tolerant ?? false,
    };
    const { labels, pages, ...rest } = this.options;
    this.environment = JSON.stringify([[...labels], [...pages], rest, namespace, libraryKey]);
    this.keepsCode = former !== undefined && isSameEnvironment(former, schema, this.environment);
    const keptLibrary = this.keepsCode ? former?.universe.library : undefined;
    this.universe = new Universe(schema, keptLibrary ?? new PlatformLibrary(library), namespace, former?.universe.ids);
  }

  build({ classes, triggers = [] }: ProgramSources): ProgramResult {
    const units = this.withoutDuplicates([
      ...classes.map((source) => this.readClass(source)),
      ...triggers.map((source) => this.readTrigger(source)),
    ]);
    const kept = this.keepsCode ? unchangedUnits(this.former!, units) : new Map<SourceUnit, BuiltUnit>();
    const symbols = new Map(units.map((unit) => [unit, this.symbolOf(unit, kept.get(unit))]));
    const fresh = units.filter((unit) => !kept.has(unit)).flatMap((unit) => withInnerClasses(symbols.get(unit)!));
    const compiled = compileSymbols(this.universe, fresh, this.options);
    for (const [symbol, unit] of compiled.units) this.collect(symbol, unit);
    const codes = Map.groupBy(compiled.codes, (code) => topLevel(code.symbol));
    const built = units.map((unit) => {
      const symbol = symbols.get(unit)!;
      const asked = compiled.asked.get(symbol);
      if (asked === undefined) return kept.get(unit)!;
      return { ...unit, symbol, codes: codes.get(symbol) ?? [], asked, isSound: !this.unsound.has(symbol) };
    });
    if (!this.options.tolerant) this.breakDependents([...symbols.values()]);
    const build = {
      universe: this.universe,
      environment: this.environment,
      units: new Map(built.map((unit) => [unit.source.file, unit])),
    };
    return { program: this.load(built), errors: this.errors, build };
  }

  private load(units: readonly BuiltUnit[]): CompiledProgram {
    const program = new CompiledProgram(this.universe, this.options);
    const sound = units.filter(({ symbol }) => this.options.tolerant || !this.broken.has(symbol));
    program.load(
      bySuperclass(
        this.universe,
        sound.flatMap(({ symbol }) => withInnerClasses(symbol)),
      ),
      sound.flatMap(({ codes }) => codes),
    );
    const byName = sound.toSorted((left, right) => (left.symbol.name < right.symbol.name ? -1 : 1));
    for (const { symbol, trigger } of byName) {
      if (trigger !== undefined) program.addTrigger({ symbol, ...trigger });
    }
    return program;
  }

  private readClass(source: ApexSource): SourceUnit | undefined {
    const tree = this.parse('class', source, parseClass);
    if (tree === undefined) return undefined;
    return { source, tree, declaration: tree, key: tree.name.toLowerCase() };
  }

  private readTrigger(source: ApexSource): SourceUnit | undefined {
    const tree = this.parse('trigger', source, parseTrigger);
    if (tree === undefined) return undefined;
    const object = this.universe.schema.object(tree.object);
    if (object?.triggerable !== true) {
      const message =
        object === undefined ? `Invalid type: ${tree.object}` : `SObject type does not allow triggers: ${object.name}`;
      this.errors.push({ file: source.file, line: tree.line, column: tree.column, message });
      return undefined;
    }
    return {
      source,
      tree,
      declaration: unitClass(tree),
      key: `trigger ${tree.name.toLowerCase()}`,
      trigger: { object, events: tree.events as TriggerEvent[] },
    };
  }

  /** Only sources without syntax errors have a tree to keep. */
  private parse<T extends TypeDeclaration | TriggerDeclaration>(
    kind: 'class' | 'trigger',
    { source, file }: ApexSource,
    parse: (source: string, file: string) => Parsed<T>,
  ): T | undefined {
    const former = this.former?.units.get(file);
    if (former?.source.source === source) return former.tree as T;
    const known = this.cache?.get(kind, source);
    if (known !== undefined) return known as T;
    const parsed = parse(source, file);
    if (parsed.error !== undefined) {
      this.errors.push(parsed.error);
      return undefined;
    }
    this.cache?.put(kind, source, parsed.tree);
    return parsed.tree;
  }

  private withoutDuplicates(units: readonly (SourceUnit | undefined)[]): SourceUnit[] {
    const byKey = new Map<string, SourceUnit>();
    for (const unit of units) {
      if (unit === undefined) continue;
      if (!byKey.has(unit.key)) byKey.set(unit.key, unit);
      else {
        const { line, column, name } = unit.declaration;
        const kind = unit.trigger === undefined ? 'class' : 'trigger';
        this.errors.push({ file: unit.source.file, line, column, message: `Duplicate ${kind} name: ${name}` });
      }
    }
    return [...byKey.values()];
  }

  private symbolOf({ source, declaration, trigger }: SourceUnit, kept: BuiltUnit | undefined): ClassSymbol {
    if (kept !== undefined) {
      this.universe.adopt(kept.symbol);
      return kept.symbol;
    }
    const { file } = source;
    const symbol = declareClass(this.universe, declaration, null, {
      file,
      lineCount: lineCount(source.source),
      ...(trigger === undefined ? {} : { unitKind: 'trigger', triggerType: sobjectType(trigger.object.name) }),
    });
    if (trigger === undefined) this.universe.classes.set(symbol.type.key, symbol);
    return symbol;
  }

  private collect(symbol: ClassSymbol, unit: Unit): void {
    this.errors.push(...unit.errors);
    if (unit.failures.length > 0) this.unsound.add(topLevel(symbol));
    const [first] = unit.errors;
    if (first !== undefined && !this.broken.has(topLevel(symbol))) this.broken.set(topLevel(symbol), first);
  }

  /** A class that uses a broken one is broken too. */
  private breakDependents(roots: readonly ClassSymbol[]): void {
    let found = true;
    while (found) {
      found = false;
      for (const symbol of roots) {
        if (this.broken.has(symbol)) continue;
        const cause = symbol.uses
          .values()
          .map((type) => this.universe.symbols.get(type))
          .find((used) => used !== undefined && this.broken.has(used));
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
