/** How many rows a report found. */
import type { ReportRun } from './types.ts';

/** Of a joined report, in all its blocks. The count of rows is the last sum of a report. */
export function recordCount({ blocks, factMap }: ReportRun): number {
  const facts = blocks === undefined ? [factMap] : blocks.map((block) => block.factMap);
  return facts.reduce((sum, one) => sum + Number(one['T!T']?.aggregates.at(-1)?.value ?? 0), 0);
}
