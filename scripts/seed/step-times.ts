/** How long each step of something took, so that a slow start says where the time went. */

export class StepTimes {
  private readonly times = new Map<string, number>();
  private readonly clock: () => number;
  private current: { readonly step: string; readonly since: number } | undefined;

  /** clock: milliseconds from any start on. */
  constructor(clock: () => number = () => performance.now()) {
    this.clock = clock;
  }

  /** Ends the step before, if there is one. */
  begin(step: string): void {
    this.end();
    this.current = { step, since: this.clock() };
  }

  end(): void {
    if (this.current === undefined) return;
    const { step, since } = this.current;
    this.times.set(step, (this.times.get(step) ?? 0) + this.clock() - since);
    this.current = undefined;
  }

  /** Seconds of all steps that ended, then of each, the slowest first. */
  toString(): string {
    const slowestFirst = [...this.times].sort(([, left], [, right]) => right - left);
    const total = slowestFirst.reduce((sum, [, time]) => sum + time, 0);
    return `${seconds(total)}: ${slowestFirst.map(([step, time]) => `${step} ${seconds(time)}`).join(', ')}`;
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
