/**
 * A joined report in the shape of a report with one row of sums for each common group, and beside it `blocks`, each a report of its
 * own under the same groups, with its rows. The guide has no shape of blocks.
 */
import type { JoinedGroup, JoinedResult } from '../../analytics/joined.ts';
import { jsonValue } from '../ui-api/field-values.ts';
import { aggregateName, dataType } from './names.ts';
import { dataRow, extendedMetadata } from './result-json.ts';
import type { ShownValues } from './shown-values.ts';

export function joinedJson(result: JoinedResult, shown: ShownValues, withDetails: boolean) {
  const down = result.blocks[0]?.result.down ?? [];
  const groupsOfAll = all(result.total);
  const facts = groupsOfAll.map((group) => {
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
    allData: result.blocks.every((block) => !block.result.rowsCut),
    blocks: result.blocks.map((_, index) => blockJson(result, index, groupsOfAll, shown, withDetails)),
    factMap: Object.fromEntries(facts),
    groupingsAcross: { groupings: [] },
    groupingsDown: { groupings: groups(result.total, 0) },
    hasDetailRows: withDetails,
    hasExceededTogglePageSize: false,
    picklistColors: {},
    reportExtendedMetadata: joinedExtendedMetadata(result),
  };
}

/** Labels and data types of what all blocks sum up, and of the groups that they have in common. */
export function joinedExtendedMetadata({ blocks, summaries }: JoinedResult) {
  return {
    aggregateColumnInfo: Object.fromEntries(
      summaries.map(({ name, label, type }) => [
        blockAggregate(name),
        { acrossGroupingContext: null, dataType: dataType(type), downGroupingContext: null, label },
      ]),
    ),
    detailColumnInfo: {},
    groupingColumnInfo: Object.fromEntries(
      (blocks[0]?.result.down ?? []).map(({ field }, groupingLevel) => [
        field.name,
        { dataType: dataType(field.type), groupingLevel, label: field.label },
      ]),
    ),
  };
}

function blockJson(
  joined: JoinedResult,
  index: number,
  groups: readonly JoinedGroup[],
  shown: ShownValues,
  withDetails: boolean,
) {
  const { id, result } = joined.blocks[index];
  const { aggregateColumnInfo, detailColumnInfo } = extendedMetadata(result);
  const facts = groups.map((group) => {
    const values = joined.valuesOfBlock(group, index);
    const aggregates = result.summaries.map((summary, position) => shown.summary(summary, values[position] ?? null));
    if (!withDetails) return [`${group.path}!T`, { aggregates }] as const;
    const rows = joined.rows(group, index).map((row) => dataRow(result, row, shown));
    return [`${group.path}!T`, { aggregates, rows }] as const;
  });
  return {
    aggregateColumnInfo,
    blockId: id,
    detailColumnInfo,
    detailColumns: result.columns.map(({ name }) => name),
    factMap: Object.fromEntries(facts),
    name: result.definition.name,
    reportType: { label: result.type.label, type: result.type.name },
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
