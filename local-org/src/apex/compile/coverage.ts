/** How often each line of the project's Apex has run. */
import { topLevel, type ClassSymbol } from '../check/symbols.ts';
import type { ClassCode } from './class-code.ts';

export interface LineCoverage {
  readonly name: string;
  readonly file: string;
  readonly isTest: boolean;
  /** Number of executions by line, for lines that hold a statement. */
  readonly lines: ReadonlyMap<number, number>;
}

interface FileCounters {
  readonly symbol: ClassSymbol;
  readonly counters: Uint32Array;
  readonly executable: Set<number>;
}

export class Coverage {
  private readonly files = new Map<string, FileCounters>();

  /** The counters of a file, shared by the classes in it. */
  countersOf({ symbol, file: path, executableLines }: ClassCode): Uint32Array {
    let file = this.files.get(path);
    if (file === undefined) {
      const { lineCount } = topLevel(symbol);
      file = { symbol: topLevel(symbol), counters: new Uint32Array(lineCount + 1), executable: new Set() };
      this.files.set(path, file);
    }
    for (const line of executableLines) file.executable.add(line);
    return file.counters;
  }

  reset(): void {
    for (const file of this.files.values()) file.counters.fill(0);
  }

  report(): LineCoverage[] {
    return [...this.files].map(([file, { symbol, counters, executable }]) => ({
      name: symbol.name,
      file,
      isTest: symbol.isTest,
      lines: new Map([...executable].sort((left, right) => left - right).map((line) => [line, counters[line]])),
    }));
  }
}
