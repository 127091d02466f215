/** Shows components that do not compile, with file and line, over the page. */
import { LightningElement } from 'lwc';
import { onCompileProblems, type CompileProblem } from '../compileProblem/compileProblem.ts';

export default class CompileOverlay extends LightningElement {
  private problems: readonly CompileProblem[] = [];
  private isClosed = false;

  connectedCallback(): void {
    onCompileProblems((problems) => {
      this.problems = problems;
      this.isClosed = false;
    });
  }

  get isShown(): boolean {
    return this.problems.length > 0 && !this.isClosed;
  }

  get views(): readonly object[] {
    return this.problems.map(({ file, line, column, message }) => ({
      key: file + line,
      place: `${file}:${line}:${column}`,
      message,
    }));
  }

  handleClose(): void {
    this.isClosed = true;
  }
}
