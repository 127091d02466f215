/** A deploy report as text. */
import type { DeployReport } from '../../org/deploy-report.ts';

/** Problems first, then what nothing acts on, one line each; nothing for a deploy that had neither. */
export function reportLines({ problems, ignored }: DeployReport): string[] {
  return [
    ...problems.map(({ kind, file, line, column, message }) => {
      const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
      return `${kind} error  ${place}  ${message}`;
    }),
    ...ignored.map(({ type, count, file, line }) => {
      return `Not acted on  ${type}${count > 1 ? ` (${count} times)` : ''}  ${file}:${line}`;
    }),
  ];
}

/** `40 objects, 134 classes, …`, and how long it took. */
export function summaryLine({ counts, phases }: DeployReport): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  const milliseconds = phases.reduce((total, phase) => total + phase.milliseconds, 0);
  return `Deployed ${parts.join(', ') || 'nothing'} in ${(milliseconds / 1000).toFixed(1)} s`;
}
