/** Turns generated classes into scripts and evaluates them. */
import vm from 'node:vm';
import type { ClassSymbol } from '../check/symbols.ts';
import { machine } from '../runtime/machine.ts';
import { registerScript } from '../runtime/stack.ts';
import * as api from '../runtime/api.ts';
import { jsClassName } from './js-names.ts';
import type { Unit } from './unit.ts';
import type { CodeWriter } from './writer.ts';

/** A generated class: its members are found by the names that the compiler gave them. */
export type GeneratedClass = (new () => object) & Readonly<Record<string, unknown>>;

export interface LoadedScript {
  readonly generated: GeneratedClass;
  /** Tells the script the classes it refers to. */
  link(classes: readonly unknown[]): void;
}

let scriptCount = 0;

/**
 * Evaluates the script of a class. The superclass must have been evaluated; the other classes are linked later.
 * `counters` counts executions by line when the unit was compiled for coverage.
 */
export function loadClass(
  unit: Unit,
  symbol: ClassSymbol,
  writer: CodeWriter,
  classes: readonly unknown[],
  frames: { readonly prefix: string; readonly names: ReadonlyMap<string, string> },
  counters: Uint32Array | undefined,
): LoadedScript {
  const header = [
    '(function ($R, $M, $K, $C, $V) {',
    unit.constants.length === 0
      ? ''
      : `const ${unit.constants.map((_, index) => `k${index} = $K[${index}]`).join(', ')};`,
    unit.classes.size === 0 ? '' : `let ${[...unit.classes].map((id) => `c${id} = $C[${id}]`).join(', ')};`,
  ];
  const link = [...unit.classes].map((id) => `c${id} = $C[${id}];`).join(' ');
  const footer = [`return { generated: ${jsClassName(symbol)}, link($C) { ${link} } };`, '})'];
  const name = `apex:${symbol.name}#${++scriptCount}`;
  registerScript(name, {
    file: unit.file,
    lines: [...header.map(() => 0), ...writer.apexLines],
    frameName: (functionName) => frameName(frames, functionName),
  });
  const text = [...header, ...writer.lines, ...footer].join('\n');
  const factory = new vm.Script(text, { filename: name }).runInThisContext() as (...args: unknown[]) => LoadedScript;
  return factory(api, machine, unit.constants, classes, counters);
}

/** `Class.Foo.bar` from the name of a generated method. */
function frameName(
  frames: { readonly prefix: string; readonly names: ReadonlyMap<string, string> },
  functionName: string,
): string {
  const { prefix, names } = frames;
  if (functionName.startsWith('new$') || functionName.startsWith('$init')) return `${prefix}.<init>`;
  if (functionName === '$clinit') return `${prefix}.<clinit>`;
  const slot = functionName.split('$')[0];
  const name = names.get(slot);
  return name === undefined || name === '' ? prefix : `${prefix}.${name}`;
}
