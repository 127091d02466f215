import type { SqlValue } from './sql-value.ts';

/** The select list of a statement; the same expression is fetched once. */
export class Columns {
  private readonly expressions: string[] = [];
  private readonly positions = new Map<string, number>();
  private hasNumbers = false;

  /** Position of the expression in each row. */
  add({ sql, encoding }: Pick<SqlValue, 'sql' | 'encoding'>): number {
    if (encoding.kind === 'decimal' || encoding.kind === 'integer') this.hasNumbers = true;
    return this.addSql(sql);
  }

  addSql(sql: string): number {
    let position = this.positions.get(sql);
    if (position === undefined) {
      position = this.expressions.push(sql) - 1;
      this.positions.set(sql, position);
    }
    return position;
  }

  /** Whether integers may pass what a JavaScript number holds exactly. */
  get bigInts(): boolean {
    return this.hasNumbers;
  }

  get sql(): string {
    return this.expressions.join();
  }

  get count(): number {
    return this.expressions.length;
  }

  expression(position: number): string {
    return this.expressions[position];
  }
}
