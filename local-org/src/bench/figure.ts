/** What was measured: `value` with its unit, `aim` where there is one. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly aim?: string;
}

/** Milliseconds that the work takes. */
export function took(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
