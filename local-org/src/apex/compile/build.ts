/** What is kept of a compiled project, so that compiling it again after a change costs as much as the change. */
import type { TriggerEvent } from '../../database/services.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import type { TriggerDeclaration, TypeDeclaration } from '../ast/nodes.ts';
import { nestingOf, signatureOf } from '../check/signature.ts';
import { topLevel, withInnerClasses, type ClassSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import type { ClassCode } from './class-code.ts';

export interface ApexSource {
  readonly name: string;
  readonly source: string;
  readonly file: string;
}

/** A source file that could be read. */
export interface SourceUnit {
  readonly source: ApexSource;
  readonly tree: TypeDeclaration | TriggerDeclaration;
  /** A trigger is declared as a class. */
  readonly declaration: TypeDeclaration;
  /** Key of the type it declares. */
  readonly key: string;
  /** Set for triggers. */
  readonly trigger?: { readonly object: ObjectSchema; readonly events: readonly TriggerEvent[] };
}

/** A source file as it was compiled. */
export interface BuiltUnit extends SourceUnit {
  readonly symbol: ClassSymbol;
  readonly codes: readonly ClassCode[];
  /** What it asked the universe for, by `Universe.noting`. */
  readonly asked: ReadonlySet<string>;
  readonly isSound: boolean;
}

export interface Build {
  readonly universe: Universe;
  /** All that code depends on beside the project's code and the schema. */
  readonly environment: string;
  /** By file. */
  readonly units: ReadonlyMap<string, BuiltUnit>;
}

/** Whether code of the former build means the same now. */
export function isSameEnvironment(former: Build, schema: Schema, environment: string): boolean {
  return former.universe.schema === schema && former.environment === environment;
}

/** The units of the former build that are still what compiling them would give. */
export function unchangedUnits(former: Build, units: readonly SourceUnit[]): Map<SourceUnit, BuiltUnit> {
  const changed = changedKeys(former, units);
  const unchanged = new Map<SourceUnit, BuiltUnit>();
  for (const unit of units) {
    const built = former.units.get(unit.source.file);
    if (built?.tree !== unit.tree || !built.isSound || changed.has(built.key)) continue;
    if (!intersects(built.asked, changed)) unchanged.set(unit, built);
  }
  return unchanged;
}

/** Keys of the classes that others see differently than before, and of those that are new or gone. */
function changedKeys(former: Build, units: readonly SourceUnit[]): Set<string> {
  const changed = new Set<string>();
  /** Those in which, or below which, names may mean other classes than before. */
  const renamed = new Set<string>();
  const note = (keys: readonly string[], isRenamed: boolean): void => {
    for (const key of keys) {
      changed.add(key);
      if (isRenamed) renamed.add(key);
    }
  };
  const present = new Set<string>();
  for (const { source, tree, declaration, key } of units) {
    present.add(source.file);
    const before = former.units.get(source.file);
    if (before?.tree === tree) continue;
    if (before === undefined || before.key !== key) note([key, ...(before === undefined ? [] : [before.key])], true);
    else if (signatureOf(before.declaration) !== signatureOf(declaration)) {
      note([key], nestingOf(before.declaration) !== nestingOf(declaration));
    }
  }
  for (const [file, { key }] of former.units) if (!present.has(file)) note([key], true);
  for (let size = -1; size !== changed.size;) {
    size = changed.size;
    for (const unit of former.units.values()) {
      if (intersects(unit.asked, renamed)) note([unit.key], true);
      else if (superclassKeys(former.universe, unit.symbol).some((key) => changed.has(key))) note([unit.key], false);
    }
  }
  return changed;
}

/** Of the classes in this file; what they inherit changes what they are. */
function superclassKeys(universe: Universe, symbol: ClassSymbol): string[] {
  return withInnerClasses(symbol).flatMap((each) => {
    const superclass = universe.superclassOf(each);
    return superclass === undefined ? [] : [topLevel(superclass).type.key];
  });
}

function intersects(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  return small.values().some((key) => large.has(key));
}
