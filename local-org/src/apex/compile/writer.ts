/** Collects generated JavaScript line by line, with the Apex line each one comes from. */
export class CodeWriter {
  readonly lines: string[] = [];
  readonly apexLines: number[] = [];
  private current = 0;

  /** Apex line of what is written next. */
  at(line: number): void {
    this.current = line;
  }

  write(code: string): void {
    this.lines.push(code);
    this.apexLines.push(this.current);
  }

  append(other: CodeWriter): void {
    this.lines.push(...other.lines);
    this.apexLines.push(...other.apexLines);
  }
}
