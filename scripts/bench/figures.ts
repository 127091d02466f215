/** Figures and the table they are printed as. */

export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What it should be, where there is an aim. */
  readonly aim?: string;
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

export const perSecond = (count: number, milliseconds: number): string =>
  `${Math.round((count * 1000) / Math.max(1, milliseconds))} /s`;

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map((figure) => figure.what.length));
  const lines = figures.map(
    ({ what, value, aim }) =>
      `  ${what.padEnd(width)}  ${value.padStart(12)}${aim === undefined ? '' : `  aim: ${aim}`}`,
  );
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}
