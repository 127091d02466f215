/** The classes of a project, ready to run. */
import type { TriggerEvent } from '../../database/services.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import { inheritanceDistance } from '../check/supertypes.ts';
import { topLevel, type ClassSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import type { LibraryClass } from '../library/define.ts';
import type { Program } from '../runtime/program.ts';
import type { RuntimeClass } from '../runtime/runtime-class.ts';
import { machine } from '../runtime/machine.ts';
import { parseTypeText } from '../types/type-text.ts';
import { types, type ApexType } from '../types/apex-type.ts';
import type { ClassCode, GeneratedClass, LoadedScript } from './class-code.ts';
import type { UnitOptions } from './compile-symbols.ts';
import { makeRuntimeClass } from './runtime-class.ts';
import { Coverage } from './coverage.ts';
import { unitMethod } from './unit-class.ts';

export interface ProgramTrigger {
  readonly name: string;
  readonly object: ObjectSchema;
  readonly events: ReadonlySet<TriggerEvent>;
  readonly run: () => void;
}

interface StaticMembers {
  $statics(): object;
  $clinit(): void;
}

export class CompiledProgram implements Program {
  readonly universe: Universe;
  readonly options: UnitOptions;
  readonly coverage: Coverage | undefined;
  private readonly triggers: ProgramTrigger[] = [];
  /** Generated classes by class number; enums and interfaces stand in with their constants. */
  private readonly generated: unknown[] = [];
  private readonly byType = new Map<ApexType, RuntimeClass>();
  private readonly byName = new Map<string, RuntimeClass>();

  constructor(universe: Universe, options: UnitOptions) {
    this.universe = universe;
    this.options = options;
    this.coverage = options.coverage ? new Coverage() : undefined;
  }

  get schema(): Schema {
    return this.universe.schema;
  }

  /** Evaluates compiled classes; `symbols` are all that become usable, superclasses first. */
  load(symbols: readonly ClassSymbol[], codes: readonly ClassCode[]): void {
    const scripts: LoadedScript[] = [];
    const codeOf = new Map(codes.map((code) => [code.symbol, code]));
    for (const symbol of symbols) {
      const code = codeOf.get(symbol);
      const script = code?.evaluate(this.generated, this.coverage?.countersOf(code));
      if (script !== undefined) scripts.push(script);
      this.register(symbol, script?.generated);
    }
    for (const script of scripts) script.link(this.generated);
  }

  /** Evaluates a trigger or an anonymous block, with its inner classes; the result runs it. */
  loadUnit(symbols: readonly ClassSymbol[], codes: readonly ClassCode[]): () => void {
    this.load(symbols, codes);
    return this.unitRunner(symbols.find((symbol) => symbol.outer === null)!);
  }

  /** What runs the statements of a trigger or anonymous block. */
  private unitRunner(symbol: ClassSymbol): () => void {
    const method = this.byType.get(symbol.type)!.methods.find(({ name }) => name === unitMethod)!;
    return () => void method.invoke(null, []);
  }

  addTrigger(trigger: { symbol: ClassSymbol; object: ObjectSchema; events: readonly TriggerEvent[] }): void {
    const { symbol, object, events } = trigger;
    this.triggers.push({ name: symbol.name, object, events: new Set(events), run: this.unitRunner(symbol) });
  }

  triggersOf(object: ObjectSchema, event: TriggerEvent): ProgramTrigger[] {
    return this.triggers.filter((trigger) => trigger.object.name === object.name && trigger.events.has(event));
  }

  private register(symbol: ClassSymbol, generated: GeneratedClass | undefined): void {
    const superclass = symbol.superclass === null ? null : (this.byType.get(symbol.superclass) ?? null);
    const runtimeClass = makeRuntimeClass(this.universe, symbol, generated, superclass);
    this.generated[symbol.id] = generated ?? { constants: runtimeClass.constants };
    if (generated !== undefined) {
      Object.defineProperty(generated.prototype, '$class', { value: runtimeClass });
      Object.defineProperty(generated.prototype, 'apexType', { value: symbol.type });
    }
    this.byType.set(symbol.type, runtimeClass);
    if (topLevel(symbol).unitKind === 'class') this.byName.set(symbol.name.toLowerCase(), runtimeClass);
  }

  findClass(name: string): RuntimeClass | undefined {
    return this.byName.get(name.toLowerCase());
  }

  classOf(type: ApexType): RuntimeClass | undefined {
    return this.byType.get(type);
  }

  classes(): Iterable<RuntimeClass> {
    return this.byName.values();
  }

  /** The symbol of a class that can be run. */
  symbolOf(name: string): ClassSymbol | undefined {
    const runtimeClass = this.findClass(name);
    return runtimeClass === undefined ? undefined : this.universe.classOf(runtimeClass.type);
  }

  findType(name: string): ApexType | undefined {
    let text;
    try {
      text = parseTypeText(name);
    } catch {
      return undefined;
    }
    const type = this.universe.resolve(text, null);
    if (typeof type === 'string') return undefined;
    return type.kind === 'class' && !this.byType.has(type) ? undefined : type;
  }

  libraryOf(type: ApexType): LibraryClass | undefined {
    return this.universe.libraryOf(type);
  }

  isSubtype(from: ApexType, to: ApexType): boolean {
    return inheritanceDistance(this.universe, from, to, this.isSameArgument) !== undefined;
  }

  /** Collections of subtypes are instances of collections of their supertypes; generic records go both ways. */
  private readonly isSameArgument = (from: ApexType, to: ApexType): boolean => {
    if (from.kind === 'sobject' && to.kind === 'sobject')
      return from === to || from === types.SObject || to === types.SObject;
    return to === types.Object || this.isSubtype(from, to);
  };

  initialize(classId: number): object {
    const members = this.generated[classId] as StaticMembers;
    const statics = members.$statics();
    machine.statics[classId] = statics;
    members.$clinit();
    return statics;
  }
}
