/** What the columns are that a report's summary formulas name. */
import type { ReportDefinition } from './definition.ts';
import type { ReportField, ReportFields } from './report-fields.ts';
import type { FormulaColumns } from './summary-formula.ts';

/**
 * A column that the report names in another way is the same: formulas write `Order__c.Total__c` for `Order__c$Total__c`
 * ("Report", Metadata API Developer Guide, sample definitions).
 */
export function formulaColumns(definition: ReportDefinition, fields: ReportFields): FormulaColumns {
  const groupings = [...definition.groupingsDown, ...definition.groupingsAcross].map(({ column }) => column);
  const summarized = definition.summaries.map(({ column }) => column);
  const named = (name: string, known: readonly string[]): string => {
    if (known.includes(name) || /^(?:ROW_|COLUMN_)?GRAND_SUMMARY$/i.test(name)) return name;
    const wanted = fields.get(name);
    return known.find((one) => isSame(fields.get(one), wanted)) ?? name;
  };
  return {
    column: (name) => {
      const own = named(name, summarized);
      return { name: own, type: fields.get(own).type };
    },
    grouping: (name) => named(name, groupings),
  };
}

function isSame({ column: left }: ReportField, { column: right }: ReportField): boolean {
  return left !== undefined && right !== undefined && left.table === right.table && left.path === right.path;
}

/** Of a formula across blocks, each column is one of the block that it names. */
export function blockColumns(blocks: ReadonlyMap<string, FormulaColumns>): FormulaColumns {
  const first = [...blocks.values()][0];
  return {
    column: (name, block) => {
      const columns = block === undefined ? first : blocks.get(block);
      if (columns === undefined) return { name, type: 'double' };
      return columns.column(name, undefined);
    },
    grouping: (name) => name,
  };
}
