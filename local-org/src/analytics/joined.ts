/**
 * Joined reports: blocks, each a report of its own, side by side under the groups that they have in common ("Joined Reports" in
 * Salesforce Help). Only sums are joined: blocks have different rows, which each keeps.
 */
import { compareValues } from './accumulator.ts';
import type { GroupNode } from './cells.ts';
import { type ReportDefinition, ReportError } from './definition.ts';
import { Decimal, type FieldValue } from '../schema/values/index.ts';
import type { Group } from './grouping.ts';
import type { ReportColumn, ReportType } from './report-type.ts';
import { type ReportResult, type ResultRow, type ResultSummary, shownSummary } from './result.ts';
import type { SummaryFormula, SummaryLookup } from './summary-formula.ts';

/** A group of one or more blocks; the total is the group that all lie in. */
export interface JoinedGroup {
  readonly path: string;
  readonly group: Group | undefined;
  /** Of each block, where it has the group. */
  readonly nodes: readonly (GroupNode | undefined)[];
  readonly children: readonly JoinedGroup[];
}

export interface JoinedBlock {
  readonly id: string;
  readonly result: ReportResult;
}

type RowsByGroup = ReadonlyMap<GroupNode, readonly ResultRow[]>;

export class JoinedResult {
  readonly blocks: readonly JoinedBlock[];
  readonly total: JoinedGroup;
  /** Of all blocks, named `B1#Sum:…`, and the formulas across them. */
  readonly summaries: readonly ResultSummary[];
  readonly #formulas: readonly SummaryFormula[];
  readonly #rows: readonly RowsByGroup[];

  constructor(blocks: readonly JoinedBlock[], formulas: readonly SummaryFormula[]) {
    this.blocks = blocks;
    this.#formulas = formulas;
    this.#rows = blocks.map(({ result }) => Map.groupBy(result.rows, ({ down }) => down));
    this.total = joined(
      blocks.map(({ result }) => result.cells.down),
      'T',
      blocks[0]?.result,
    );
    this.summaries = [
      ...blocks.flatMap(({ id, result }) =>
        result.summaries.map((one) => ({
          ...one,
          name: `${id}#${one.name}`,
          label: `${result.definition.name}: ${one.label}`,
        })),
      ),
      ...formulas.map(({ definition }) => shownSummary(definition)),
    ];
  }

  /** Rows of a block that lie in the group and in none below it. */
  rows(group: JoinedGroup, block: number): readonly ResultRow[] {
    const node = group.nodes[block];
    return node === undefined ? [] : (this.#rows[block].get(node) ?? []);
  }

  /** The sums of one block in the order of its `summaries`; null where it has no such group. */
  valuesOfBlock(group: JoinedGroup, block: number): FieldValue[] {
    const { result } = this.blocks[block];
    const node = group.nodes[block];
    return node === undefined ? result.summaries.map(() => null) : result.values(node, result.cells.across);
  }

  /** In the order of `summaries`. */
  values(group: JoinedGroup): FieldValue[] {
    const own = this.blocks.flatMap((_, index) => this.valuesOfBlock(group, index));
    const lookup: SummaryLookup = (name) => {
      const [id, summary = ''] = name.split(/#(.*)/s);
      const index = this.blocks.findIndex((block) => block.id === id);
      const { result } = this.blocks[index] ?? {};
      const node = group.nodes[index];
      if (result === undefined) return null;
      // A block without the group has no rows in it.
      return node === undefined ? Decimal.ZERO : result.value(summary, node, result.cells.across);
    };
    const parent = (): SummaryLookup => lookup;
    const around = { own: lookup, parent, previous: () => undefined };
    return [...own, ...this.#formulas.map((formula) => formula.evaluate(around))];
  }
}

function joined(
  nodes: readonly (GroupNode | undefined)[],
  path: string,
  first: ReportResult | undefined,
  group?: Group,
  depth = 0,
): JoinedGroup {
  const groups = new Map(
    nodes.flatMap((node) => node?.children ?? []).map((child) => [child.group!.key, child.group!]),
  );
  const descending = first?.down[depth]?.definition.descending === true;
  const sorted = [...groups.values()].sort(
    (left, right) => compareValues(left.order, right.order) * (descending ? -1 : 1),
  );
  const children = sorted.map((one, index) => {
    const below = nodes.map((node) => node?.children.find((child) => child.group?.key === one.key));
    return joined(below, path === 'T' ? String(index) : `${path}_${index}`, first, one, depth + 1);
  });
  return { path, group, nodes, children };
}

/** The blocks of the report, each grouped by its own columns that mean the same as the common ones. */
export function groupedBlocks(definition: ReportDefinition, typeOf: (name: string) => ReportType): ReportDefinition[] {
  const types = definition.blocks.map((block) => typeOf(block.definition.reportType));
  const common = definition.groupingsDown.map(({ column }) => {
    const known = types.map((type) => columnOf(type, column)).find((one) => one !== undefined);
    if (known === undefined) throw new ReportError(`No block of ${definition.name} has the column ${column}.`);
    return known;
  });
  return definition.blocks.map((block, index) => ({
    ...block.definition,
    groupingsAcross: [],
    groupingsDown: definition.groupingsDown.map((grouping, position) => ({
      ...grouping,
      column: sameColumn(types[index], common[position]),
    })),
  }));
}

function columnOf(type: ReportType, name: string): ReportColumn | undefined {
  try {
    return type.column(name);
  } catch (error) {
    if (error instanceof ReportError) return undefined;
    throw error;
  }
}

/** The type's own column of this name, or one that shows the same field of the same object. */
function sameColumn(type: ReportType, { name, label, field }: ReportColumn): string {
  if (columnOf(type, name) !== undefined) return name;
  for (const { path, object } of type.tables) {
    if (object.name === field.object) return `${path}$${field.name}`;
    const reference = [...object.fields.values()].find((one) => one.referenceTo.includes(field.object));
    if (reference !== undefined) {
      return field.nameField ? `${path}$${reference.name}` : `${path}$${reference.name}.${field.name}`;
    }
  }
  throw new ReportError(`The blocks of ${type.label} cannot be grouped by ${label}.`);
}
