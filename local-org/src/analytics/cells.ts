/**
 * The groups of a report and what is added up for each pair of a group down and a group across, subtotals and totals
 * included.
 */
import { Accumulator, compareValues, type Part } from './accumulator.ts';
import type { SummaryDefinition } from './definition.ts';
import type { Group, Grouping } from './grouping.ts';

export class GroupNode {
  readonly group: Group | undefined;
  readonly depth: number;
  readonly parent: GroupNode | undefined;
  readonly #children = new Map<string, GroupNode>();
  #sorted: readonly GroupNode[] = [];
  /** `0_2`: place among its siblings and those of its parents; `T` for the total. */
  path = 'T';

  constructor(group: Group | undefined, parent: GroupNode | undefined) {
    this.group = group;
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  /** In the order of the report, once it has been sorted. */
  get children(): readonly GroupNode[] {
    return this.#sorted;
  }

  child(group: Group): GroupNode {
    let node = this.#children.get(group.key);
    if (node === undefined) {
      node = new GroupNode(group, this);
      this.#children.set(group.key, node);
    }
    return node;
  }

  /** Sorts what is below by `compare` of its level, and names the paths. */
  sort(compare: (left: GroupNode, right: GroupNode) => number): void {
    this.#sorted = [...this.#children.values()].sort(compare);
    for (const [index, node] of this.#sorted.entries()) {
      node.path = this.parent === undefined ? String(index) : `${this.path}_${index}`;
      node.sort(compare);
    }
  }

  /** This node and those it lies in, up to the total. */
  line(): GroupNode[] {
    return this.parent === undefined ? [this] : [this, ...this.parent.line()];
  }

  all(): GroupNode[] {
    return [this, ...this.#sorted.flatMap((child) => child.all())];
  }
}

/** What is added up for one pair of groups. */
export class Cell {
  readonly accumulators: readonly Accumulator[];
  rowCount = 0;

  constructor(summaries: readonly { readonly definition: SummaryDefinition; readonly scale: number }[]) {
    this.accumulators = summaries.map(({ definition, scale }) => new Accumulator(definition.operation, scale));
  }

  add(rowCount: number, parts: readonly Part[]): void {
    this.rowCount += rowCount;
    for (const [index, part] of parts.entries()) this.accumulators[index]?.add(part);
  }
}

export class Cells {
  readonly down = new GroupNode(undefined, undefined);
  readonly across = new GroupNode(undefined, undefined);
  readonly #cells = new Map<GroupNode, Map<GroupNode, Cell>>();
  readonly #newCell: () => Cell;

  constructor(newCell: () => Cell) {
    this.#newCell = newCell;
    this.#cellFor(this.down, this.across);
  }

  /** Adds rows of one group down and one across to it and to all it lies in. */
  add(down: readonly Group[], across: readonly Group[], rowCount: number, parts: readonly Part[]): GroupNode[] {
    const [row, column] = this.find(down, across);
    for (const below of row.line()) {
      for (const beside of column.line()) this.#cellFor(below, beside).add(rowCount, parts);
    }
    return [row, column];
  }

  /** The groups of a row that has been added up already. */
  find(down: readonly Group[], across: readonly Group[]): GroupNode[] {
    return [
      down.reduce((node, group) => node.child(group), this.down),
      across.reduce((node, group) => node.child(group), this.across),
    ];
  }

  get(down: GroupNode, across: GroupNode): Cell | undefined {
    return this.#cells.get(down)?.get(across);
  }

  sort(
    down: readonly Grouping[],
    across: readonly Grouping[],
    summary: (name: string, down: GroupNode, across: GroupNode) => unknown,
  ): void {
    this.down.sort(byGrouping(down, (node, name) => summary(name, node, this.across)));
    this.across.sort(byGrouping(across, (node, name) => summary(name, this.down, node)));
  }

  #cellFor(down: GroupNode, across: GroupNode): Cell {
    let row = this.#cells.get(down);
    if (row === undefined) this.#cells.set(down, (row = new Map<GroupNode, Cell>()));
    let cell = row.get(across);
    if (cell === undefined) row.set(across, (cell = this.#newCell()));
    return cell;
  }
}

function byGrouping(
  groupings: readonly Grouping[],
  summary: (node: GroupNode, name: string) => unknown,
): (left: GroupNode, right: GroupNode) => number {
  return (left, right) => {
    const { descending, sortBySummary } = groupings[left.depth - 1].definition;
    const order = (node: GroupNode) =>
      (sortBySummary === undefined ? node.group?.order : summary(node, sortBySummary)) as Group['order'];
    const difference = compareValues(order(left) ?? null, order(right) ?? null);
    return descending ? -difference : difference;
  };
}
