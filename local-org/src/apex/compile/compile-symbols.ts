/** Checks and compiles a set of classes that have been declared by name. */
import { declareMembers, declareSupertypes } from '../check/declare.ts';
import type { ClassSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import { verifyClass } from '../check/verify.ts';
import { compileClass } from './class.ts';
import { Unit } from './unit.ts';
import type { CodeWriter } from './writer.ts';

export interface UnitOptions {
  readonly labels: ReadonlyMap<string, string>;
  /** Names of Visualforce pages by their lower case. */
  readonly pages: ReadonlyMap<string, string>;
  readonly coverage: boolean;
  /** A method that does not compile says so when it is reached, and the rest of its class can be used. */
  readonly tolerant: boolean;
}

export interface CompiledUnit {
  readonly symbol: ClassSymbol;
  readonly unit: Unit;
  readonly writer: CodeWriter;
}

export interface CompiledSymbols {
  /** Superclasses before their subclasses. */
  readonly ordered: readonly ClassSymbol[];
  readonly units: ReadonlyMap<ClassSymbol, Unit>;
  /** Classes with code; some may have errors in their unit. */
  readonly compiled: readonly CompiledUnit[];
}

export function compileSymbols(
  universe: Universe,
  symbols: readonly ClassSymbol[],
  options: UnitOptions,
): CompiledSymbols {
  const units = new Map(symbols.map((symbol) => [symbol, new Unit(universe, symbol, options)]));
  for (const [symbol, unit] of units) declareSupertypes(universe, symbol, unit.attempt);
  const ordered = bySuperclass(universe, symbols);
  for (const symbol of ordered) declareMembers(universe, symbol, units.get(symbol)!.attempt);
  for (const [symbol, unit] of units) verifyClass(universe, symbol, unit.attempt);
  const compiled = ordered
    .filter((symbol) => symbol.kind === 'class')
    .map((symbol) => {
      const unit = units.get(symbol)!;
      return { symbol, unit, writer: compileClass(unit, symbol) };
    });
  return { ordered, units, compiled };
}

function bySuperclass(universe: Universe, symbols: readonly ClassSymbol[]): ClassSymbol[] {
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

/** A class declared by `declareClass`, with all its inner classes. */
export function withInnerClasses(symbol: ClassSymbol): ClassSymbol[] {
  return [symbol, ...[...symbol.inner.values()].flatMap(withInnerClasses)];
}
