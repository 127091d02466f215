/** The generated code of one class, as a script that programs evaluate. */
import vm from 'node:vm';
import type { ClassSymbol } from '../check/symbols.ts';
import * as api from '../runtime/api.ts';
import { machine } from '../runtime/machine.ts';
import { registerScript } from '../runtime/stack.ts';
import { frameNamer } from './frame-names.ts';
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

type Script = (...args: unknown[]) => LoadedScript;

let scriptCount = 0;

/** Outlives the compiler that made it: an unchanged class is evaluated again for the next program. */
export class ClassCode {
  readonly symbol: ClassSymbol;
  readonly file: string;
  /** Apex lines that hold a statement, for coverage. */
  readonly executableLines: ReadonlySet<number>;
  private readonly constants: readonly unknown[];
  private readonly text: string;
  private readonly filename: string;
  private script: Script | undefined;

  constructor(symbol: ClassSymbol, { file, executableLines, constants, classes }: Unit, writer: CodeWriter) {
    this.symbol = symbol;
    this.file = file;
    this.executableLines = executableLines;
    this.constants = constants;
    this.filename = `apex:${symbol.name}#${++scriptCount}`;
    const header = [
      '(function ($R, $M, $K, $C, $V) {',
      constants.length === 0 ? '' : `const ${constants.map((_, index) => `k${index} = $K[${index}]`).join(', ')};`,
      classes.size === 0 ? '' : `let ${[...classes].map((id) => `c${id} = $C[${id}]`).join(', ')};`,
    ];
    const link = [...classes].map((id) => `c${id} = $C[${id}];`).join(' ');
    const footer = [`return { generated: ${jsClassName(symbol)}, link($C) { ${link} } };`, '})'];
    this.text = [...header, ...writer.lines, ...footer].join('\n');
    const lines = [...header.map(() => 0), ...writer.apexLines];
    registerScript(this.filename, { file, lines, frameName: frameNamer(symbol) });
  }

  /**
   * Evaluates the class. Its superclass must have been evaluated; the other classes are linked later. `counters` counts
   * executions by line when the unit was compiled for coverage.
   */
  evaluate(classes: readonly unknown[], counters: Uint32Array | undefined): LoadedScript {
    this.script ??= new vm.Script(this.text, { filename: this.filename }).runInThisContext() as Script;
    return this.script(api, machine, this.constants, classes, counters);
  }
}
