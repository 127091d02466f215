/** Code coverage of a test run: test classes do not count ("Code Coverage Best Practices", Apex Developer Guide). */
import type { Coverage } from '../compile/coverage.ts';
import type { ClassCoverage, CoverageReport } from './results.ts';

export function coverageReport(coverage: Coverage): CoverageReport {
  const classes = coverage
    .report()
    .filter(({ isTest, lines }) => !isTest && lines.size > 0)
    .map(({ name, file, lines }): ClassCoverage => {
      const numbers = [...lines.keys()];
      return {
        name,
        file,
        coveredLines: numbers.filter((line) => lines.get(line)! > 0),
        uncoveredLines: numbers.filter((line) => lines.get(line) === 0),
      };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  return { classes, percent: percentOf(classes) };
}

export function percentOf(classes: readonly ClassCoverage[]): number {
  let covered = 0;
  let executable = 0;
  for (const { coveredLines, uncoveredLines } of classes) {
    covered += coveredLines.length;
    executable += coveredLines.length + uncoveredLines.length;
  }
  return executable === 0 ? 100 : (covered / executable) * 100;
}
