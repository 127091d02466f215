/** What a deploy says about itself. */

/** Something in the project that does not work: using it fails, the rest is deployed. */
export interface DeployProblem {
  readonly kind: 'Apex' | 'Flow' | 'Formula' | 'Visualforce' | 'Metadata' | 'Process' | 'Reference';
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

/** Metadata that was read and that nothing acts on. */
export interface IgnoredMetadata {
  readonly type: string;
  readonly count: number;
  /** The first place it stands in. */
  readonly file: string;
  readonly line: number;
}

export interface DeployPhase {
  readonly name: string;
  readonly milliseconds: number;
}

export interface DeployReport {
  readonly phases: readonly DeployPhase[];
  readonly problems: readonly DeployProblem[];
  readonly ignored: readonly IgnoredMetadata[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Runs the phases of a deploy one after the other and measures them. */
export class DeployProgress {
  readonly phases: DeployPhase[] = [];
  readonly #onPhase: (phase: DeployPhase) => void;

  constructor(onPhase: (phase: DeployPhase) => void) {
    this.#onPhase = onPhase;
  }

  run<T>(name: string, work: () => T): T {
    const started = performance.now();
    const result = work();
    const phase = { name, milliseconds: Math.round(performance.now() - started) };
    this.phases.push(phase);
    this.#onPhase(phase);
    return result;
  }
}

/** One entry for each kind of metadata, with the number of places. */
export function summarizeIgnored(
  ignored: readonly { readonly type: string; readonly file: string; readonly line: number }[],
): IgnoredMetadata[] {
  return [...Map.groupBy(ignored, ({ type }) => type)].map(([type, places]) => ({
    type,
    count: places.length,
    file: places[0].file,
    line: places[0].line,
  }));
}
