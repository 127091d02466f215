/** What a report found. */
import type { FieldType } from '../schema/model.ts';
import { Decimal, type FieldValue } from '../schema/values/index.ts';
import type { Cell, Cells, GroupNode } from './cells.ts';
import type {
  FormulaLevel,
  ReportDefinition,
  SummaryDefinition,
  SummaryFormulaDefinition,
  SummaryOperation,
} from './definition.ts';
import type { Grouping } from './grouping.ts';
import type { ReportField } from './report-fields.ts';
import type { ReportType } from './report-type.ts';
import type { SummaryFormula, SummaryLookup, Surroundings } from './summary-formula.ts';

export interface ResultRow {
  readonly down: GroupNode;
  readonly across: GroupNode;
  readonly values: readonly { readonly value: FieldValue; readonly id: string | null }[];
}

/** A column of sums: `Sum:Order__c$Total__c`, a formula's name, or `RowCount`. */
export interface ResultSummary {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly scale: number;
}

interface Parts {
  readonly definition: ReportDefinition;
  readonly type: ReportType;
  readonly columns: readonly ReportField[];
  readonly down: readonly Grouping[];
  readonly across: readonly Grouping[];
  readonly summaries: readonly {
    readonly definition: SummaryDefinition;
    readonly field: ReportField;
    readonly shown: boolean;
  }[];
  readonly formulas: readonly SummaryFormula[];
  readonly cells: Cells;
  readonly rows: ResultRow[];
  readonly rowsCut: boolean;
}

const LABELS: Readonly<Record<SummaryOperation, string>> = {
  Sum: 'Sum of',
  Average: 'Average',
  Maximum: 'Largest',
  Minimum: 'Smallest',
  Unique: 'Unique Count of',
};

export class ReportResult {
  readonly definition: ReportDefinition;
  readonly type: ReportType;
  /** Columns of the rows that the user may see. */
  readonly columns: readonly ReportField[];
  readonly down: readonly Grouping[];
  readonly across: readonly Grouping[];
  readonly cells: Cells;
  readonly rows: readonly ResultRow[];
  /** Whether there are more rows than are shown. */
  readonly rowsCut: boolean;
  readonly summaries: readonly ResultSummary[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #formulas: readonly SummaryFormula[];

  constructor(parts: Parts) {
    this.definition = parts.definition;
    this.type = parts.type;
    this.columns = parts.columns;
    this.down = parts.down;
    this.across = parts.across;
    this.cells = parts.cells;
    this.rows = parts.rows;
    this.rowsCut = parts.rowsCut;
    this.#formulas = parts.formulas;
    this.#positions = new Map(parts.summaries.map(({ definition }, index) => [nameOf(definition), index]));
    this.summaries = [
      ...parts.summaries.filter(({ shown }) => shown).map(summaryOf),
      ...parts.formulas.map(({ definition }) => shownSummary(definition)),
      { name: 'RowCount', label: 'Record Count', type: 'int' as const, scale: 0 },
    ];
  }

  /** The summaries of a pair of groups, in the order of `summaries`; null where there is nothing, or a formula is not shown. */
  values(down: GroupNode, across: GroupNode): FieldValue[] {
    return this.summaries.map(({ name, scale }) => rounded(this.value(name, down, across), scale));
  }

  value(name: string, down: GroupNode, across: GroupNode): FieldValue {
    const formula = this.#formulas.find(({ definition }) => definition.name === name);
    if (formula === undefined) {
      const cell = this.cells.get(down, across);
      return cell === undefined ? null : this.#valueIn(cell, name);
    }
    const { definition } = formula;
    if (!isShown(definition.down, this.down, down) || !isShown(definition.across, this.across, across)) return null;
    return formula.evaluate(this.#around(down, across));
  }

  /** A summary that is no formula. */
  #valueIn(cell: Cell, name: string): FieldValue {
    if (name === 'RowCount') return Decimal.of(cell.rowCount);
    const position = this.#positions.get(name);
    return position === undefined ? null : (cell.accumulators[position]?.value ?? null);
  }

  /** Rows in the order of their groups, and within one as they were found. */
  sortRows(): void {
    const position = new Map(
      [...this.cells.down.all(), ...this.cells.across.all()].map((node, index) => [node, index]),
    );
    const place = (node: GroupNode) => position.get(node) ?? 0;
    (this.rows as ResultRow[]).sort(
      (left, right) => place(left.down) - place(right.down) || place(left.across) - place(right.across),
    );
  }

  #around(down: GroupNode, across: GroupNode): Surroundings {
    const at =
      (row: GroupNode, column: GroupNode): SummaryLookup =>
      (name) =>
        this.value(name, row, column);
    return {
      own: at(down, across),
      parent: (grouping) => {
        const below = ancestor(down, this.down, grouping);
        const beside = ancestor(across, this.across, grouping);
        if (/^ROW_GRAND_SUMMARY$/i.test(grouping)) return at(this.cells.down, across);
        if (/^COLUMN_GRAND_SUMMARY$/i.test(grouping)) return at(down, this.cells.across);
        return at(
          below ?? (beside === undefined ? this.cells.down : down),
          beside ?? (below === undefined ? this.cells.across : across),
        );
      },
      previous: (grouping, steps) => {
        const below = before(down, this.down, grouping, steps);
        if (below !== null) return below && at(below, across);
        const beside = before(across, this.across, grouping, steps);
        return beside ? at(down, beside) : undefined;
      },
    };
  }
}

function nameOf({ column, operation }: SummaryDefinition): string {
  return `${operation}:${column}`;
}

function summaryOf({ definition, field }: Parts['summaries'][number]): ResultSummary {
  const isCount = definition.operation === 'Unique' || field.type === 'boolean';
  return {
    name: nameOf(definition),
    label: `${LABELS[definition.operation]} ${field.label}`,
    type: isCount ? 'int' : field.type,
    scale: isCount ? 0 : field.scale,
  };
}

/** A formula among the summaries. */
export function shownSummary({ name, label, type, scale }: SummaryFormulaDefinition): ResultSummary {
  return { name, label, type: formulaType(type), scale };
}

function formulaType(type: string): FieldType {
  return type === 'currency' || type === 'percent' ? type : 'double';
}

function rounded(value: FieldValue, scale: number): FieldValue {
  return value instanceof Decimal ? value.setScale(scale) : value;
}

function isShown(level: FormulaLevel, groupings: readonly Grouping[], node: GroupNode): boolean {
  if (level.level === 'all') return true;
  if (level.level === 'grand') return node.depth === 0;
  return groupings[node.depth - 1]?.definition.column === level.column;
}

/** The group of the named grouping that `node` lies in; undefined when it lies in none. */
function ancestor(node: GroupNode, groupings: readonly Grouping[], grouping: string): GroupNode | undefined {
  return node.line().find(({ depth }) => groupings[depth - 1]?.definition.column === grouping);
}

/** The group `steps` before; undefined when there is none, null when the grouping is not of this side. */
function before(
  node: GroupNode,
  groupings: readonly Grouping[],
  grouping: string,
  steps: number,
): GroupNode | undefined | null {
  const own = ancestor(node, groupings, grouping);
  if (own?.parent === undefined) return null;
  const siblings = own.parent.children;
  const sibling = siblings[siblings.indexOf(own) - steps];
  if (sibling === undefined || own === node) return sibling;
  return sibling.all().find((one) => one.group?.key === node.group?.key && one.depth === node.depth);
}
