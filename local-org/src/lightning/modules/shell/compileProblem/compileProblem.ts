/** What stands in for a component that does not compile: it fails when it is used, and shows file and line over the page. */
import { LightningElement } from 'lwc';

export interface CompileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type Listener = (problems: readonly CompileProblem[]) => void;

const problems: CompileProblem[] = [];
const listeners = new Set<Listener>();

/** Hands on the problems known so far, and again when there are more. */
export function onCompileProblems(listener: Listener): () => void {
  listeners.add(listener);
  listener(problems);
  return () => listeners.delete(listener);
}

export function compileProblem(problem: CompileProblem): typeof LightningElement {
  problems.push(problem);
  for (const listener of listeners) listener([...problems]);
  return class extends LightningElement {
    constructor() {
      super();
      throw new Error(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
    }
  } as unknown as typeof LightningElement;
}
