/** One query of a report: collects what is selected, and reads it back from the rows. */
import type { FieldValue } from '../schema/values/index.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Leg } from './legs.ts';
import type { ReportColumn } from './report-type.ts';

export type Read = (row: SObject) => FieldValue;

const NOTHING: Read = () => null;

export class LegQuery {
  readonly leg: Leg;
  /** Whether the database adds up: what is selected without an aggregate function is grouped by. */
  readonly aggregated: boolean;
  /** Whether rows are in several currencies, and shown in the user's. */
  readonly converts: boolean;
  readonly #selected = new Map<string, string>();
  readonly #groupedBy: string[] = [];

  constructor(leg: Leg, aggregated: boolean, converts: boolean) {
    this.leg = leg;
    this.aggregated = aggregated;
    this.converts = converts;
  }

  /** A column, or a date function of it. */
  value(column: Pick<ReportColumn, 'table'>, path: string, wrap: (path: string) => string = (inner) => inner): Read {
    const full = this.leg.path(column, path);
    if (full === undefined) return NOTHING;
    const expression = wrap(full);
    if (!this.aggregated) {
      this.#selected.set(expression, '');
      const steps = full.split('.');
      return (row) => at(row, steps);
    }
    if (!this.#selected.has(expression)) this.#groupedBy.push(expression);
    return this.#aliased(expression);
  }

  /** `SUM`, `MIN`, `MAX` or `COUNT` of a column over the rows of a group; of all rows without a column. */
  aggregate(name: string, column?: ReportColumn): Read {
    const path = column === undefined ? 'Id' : this.leg.path(column, column.path);
    return path === undefined ? NOTHING : this.#aliased(`${name}(${path})`);
  }

  #aliased(expression: string): Read {
    const alias = this.#selected.get(expression) ?? `e${this.#selected.size}`;
    this.#selected.set(expression, alias);
    return (row) => row.values.get(alias) ?? null;
  }

  soql(conditions: readonly string[], rest = ''): string {
    const selected = [...this.#selected].map(([expression, alias]) => `${expression} ${alias}`.trim());
    if (!this.aggregated && !this.#selected.has('Id')) selected.push('Id');
    const where = [...this.leg.conditions(), ...conditions];
    return [
      `SELECT ${selected.join(', ')} FROM ${this.leg.objectName}`,
      ...(where.length === 0 ? [] : [`WHERE ${where.join(' AND ')}`]),
      ...(this.#groupedBy.length === 0 ? [] : [`GROUP BY ${this.#groupedBy.join(', ')}`]),
      ...(rest === '' ? [] : [rest]),
    ].join(' ');
  }
}

function at(row: SObject, steps: readonly string[]): FieldValue {
  let record: SObject | null | undefined = row;
  for (const step of steps.slice(0, -1)) record = record?.parents.get(step);
  return record?.values.get(steps.at(-1)!) ?? null;
}
