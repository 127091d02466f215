/** Checks and compiles a set of classes that have been declared by name. */
import { declareMembers, declareSupertypes } from '../check/declare.ts';
import { topLevel, type ClassSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import { verifyClass } from '../check/verify.ts';
import { compileClass } from './class.ts';
import { ClassCode } from './class-code.ts';
import { Unit } from './unit.ts';

export interface UnitOptions {
  readonly labels: ReadonlyMap<string, string>;
  /** Names of Visualforce pages by their lower case. */
  readonly pages: ReadonlyMap<string, string>;
  readonly coverage: boolean;
  /** A method that does not compile says so when it is reached, and the rest of its class can be used. */
  readonly tolerant: boolean;
}

export interface CompiledSymbols {
  /** Superclasses before their subclasses. */
  readonly ordered: readonly ClassSymbol[];
  readonly units: ReadonlyMap<ClassSymbol, Unit>;
  /** Classes with code; some may have errors in their unit. */
  readonly codes: readonly ClassCode[];
  /** What each top-level class has asked for, by `Universe.noting`. */
  readonly asked: ReadonlyMap<ClassSymbol, ReadonlySet<string>>;
}

export function compileSymbols(
  universe: Universe,
  symbols: readonly ClassSymbol[],
  options: UnitOptions,
): CompiledSymbols {
  const units = new Map(symbols.map((symbol) => [symbol, new Unit(universe, symbol, options)]));
  const asked = new Map(symbols.map((symbol) => [topLevel(symbol), new Set<string>()]));
  const forEach = (order: Iterable<ClassSymbol>, step: (symbol: ClassSymbol, unit: Unit) => void): void => {
    for (const symbol of order) {
      universe.noting(asked.get(topLevel(symbol))!, () => step(symbol, units.get(symbol)!));
    }
  };
  forEach(symbols, (symbol, unit) => declareSupertypes(universe, symbol, unit.attempt));
  const ordered = bySuperclass(universe, symbols);
  forEach(ordered, (symbol, unit) => declareMembers(universe, symbol, unit.attempt));
  forEach(symbols, (symbol, unit) => verifyClass(universe, symbol, unit.attempt));
  const codes: ClassCode[] = [];
  forEach(ordered, (symbol, unit) => {
    if (symbol.kind === 'class') codes.push(new ClassCode(symbol, unit, compileClass(unit, symbol)));
  });
  return { ordered, units, codes, asked };
}

/** The same classes, superclasses first. */
export function bySuperclass(universe: Universe, symbols: readonly ClassSymbol[]): ClassSymbol[] {
  const known = new Set(symbols);
  const ordered = new Set<ClassSymbol>();
  const add = (symbol: ClassSymbol, path: ReadonlySet<ClassSymbol>): void => {
    if (ordered.has(symbol) || path.has(symbol) || !known.has(symbol)) return;
    const superclass = universe.superclassOf(symbol);
    if (superclass !== undefined) add(superclass, new Set([...path, symbol]));
    ordered.add(symbol);
  };
  for (const symbol of symbols) add(symbol, new Set());
  return [...ordered];
}
