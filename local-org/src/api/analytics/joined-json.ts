/** A joined report in the shape of a report with one row of sums for each common group. */
import type { JoinedGroup, JoinedResult } from '../../analytics/joined.ts';
import { jsonValue } from '../ui-api/field-values.ts';
import { aggregateName, dataType } from './names.ts';
import type { ShownValues } from './shown-values.ts';

export function joinedJson(result: JoinedResult, shown: ShownValues) {
  const down = result.blocks[0]?.result.down ?? [];
  const facts = all(result.total).map((group) => {
    const values = result.values(group);
    const aggregates = result.summaries.map((summary, index) => shown.summary(summary, values[index] ?? null));
    return [`${group.path}!T`, { aggregates, rows: [] }] as const;
  });
  const groups = ({ children }: JoinedGroup, depth: number): object[] =>
    children.map((child) => {
      const value = child.group?.value ?? null;
      return {
        groupings: groups(child, depth + 1),
        key: child.path,
        label: child.group?.label ?? shown.group(down[depth].field, value),
        value: jsonValue(value),
      };
    });
  return {
    allData: true,
    factMap: Object.fromEntries(facts),
    groupingsAcross: { groupings: [] },
    groupingsDown: { groupings: groups(result.total, 0) },
    hasDetailRows: false,
    hasExceededTogglePageSize: false,
    picklistColors: {},
    reportExtendedMetadata: {
      aggregateColumnInfo: Object.fromEntries(
        result.summaries.map(({ name, label, type }) => [
          blockAggregate(name),
          { acrossGroupingContext: null, dataType: dataType(type), downGroupingContext: null, label },
        ]),
      ),
      detailColumnInfo: {},
      groupingColumnInfo: Object.fromEntries(
        down.map(({ field }, groupingLevel) => [
          field.name,
          { dataType: dataType(field.type), groupingLevel, label: field.label },
        ]),
      ),
    },
  };
}

/** `B1#Sum:…` → `B1#s!…`. */
function blockAggregate(name: string): string {
  const [block, own] = name.split(/#(.*)/s);
  return own === undefined ? aggregateName(name) : `${block}#${aggregateName(own)}`;
}

function all(group: JoinedGroup): JoinedGroup[] {
  return [group, ...group.children.flatMap(all)];
}
