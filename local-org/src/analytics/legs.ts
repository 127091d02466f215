/**
 * A report over joined tables is one query per leg: the rows of the last table with their parents, and, where a join keeps rows
 * that have none in the next table ("with or without"), those rows by themselves.
 */
import type { ReportColumn, ReportTable, ReportType } from './report-type.ts';

export class Leg {
  readonly #tables: readonly ReportTable[];
  /** Position of the table whose rows this leg reads. */
  readonly #depth: number;

  constructor(tables: readonly ReportTable[], depth: number) {
    this.#tables = tables;
    this.#depth = depth;
  }

  get objectName(): string {
    return this.#tables[this.#depth].object.name;
  }

  /** Path of the column from a row of this leg; undefined where the leg has no row of the column's table. */
  path({ table }: Pick<ReportColumn, 'table'>, path: string): string | undefined {
    if (table > this.#depth) return undefined;
    const steps = this.#tables.slice(table + 1, this.#depth + 1).map(({ parentRelationship }) => parentRelationship!);
    return [...steps.reverse(), path].join('.');
  }

  /** Conditions that make a row belong to this leg. */
  conditions(): string[] {
    const parents = this.#tables.slice(1, this.#depth + 1).map((table, index) => {
      return `${this.path({ table: index + 1 }, table.parentField!)} != NULL`;
    });
    const next = this.#tables[this.#depth + 1];
    if (next === undefined) return parents;
    return [
      ...parents,
      `Id NOT IN (SELECT ${next.parentField} FROM ${next.object.name} WHERE ${next.parentField} != NULL)`,
    ];
  }
}

export function legsOf({ tables }: ReportType): Leg[] {
  const last = tables.length - 1;
  const shorter = tables.flatMap((table, index) => (table.outer ? [new Leg(tables, index - 1)] : []));
  return [new Leg(tables, last), ...shorter.reverse()];
}
