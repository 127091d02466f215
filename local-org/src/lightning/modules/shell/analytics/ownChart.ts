/** The chart that a report has of its own. */
import type { ChartSpec } from './chartModel.ts';
import { recordCount } from './recordCount.ts';
import type { ReportRun } from './types.ts';

/** Undefined where it has none, no groups to draw, or no rows. */
export function ownChart(run: ReportRun): ChartSpec | undefined {
  const { chart, groupingsDown, groupingsAcross } = run.reportMetadata;
  const known = new Set([...groupingsDown, ...groupingsAcross].map(({ name }) => name));
  if (chart === null || known.size === 0 || recordCount(run) === 0) return undefined;
  return {
    type: chart.chartType,
    units: 'auto',
    groupings: chart.groupings.filter((name) => known.has(name)),
    aggregates: chart.summaries,
    maxRows: null,
    showValues: chart.showChartValues,
  };
}
