/** The groups of an aggregate query, and what may be said of a group: its keys, and aggregates over its rows. */
import type { Expression, GroupBy, SoqlQuery } from '../ast.ts';
import { malformed, QueryError } from '../errors.ts';
import { aggregateValue, isAggregate } from './aggregate-functions.ts';
import { rowFunction } from './functions.ts';
import { converted, inCorporateCurrency, inUserCurrency } from './currency.ts';
import type { OrderTerm } from './order.ts';
import type { Rows } from './rows.ts';
import { comparisonKey, computedValue, foldsCase, type SqlValue } from './sql-value.ts';

interface Key {
  readonly expression: Expression;
  readonly value: SqlValue;
}

export class Grouping {
  private readonly rows: Rows;
  private readonly keys: readonly Key[];
  readonly type: GroupBy['type'];

  constructor(rows: Rows, query: SoqlQuery) {
    this.rows = rows;
    this.type = query.groupBy?.type ?? 'plain';
    this.keys = (query.groupBy?.expressions ?? []).map((expression) => ({ expression, value: this.key(expression) }));
  }

  /** Which keys are grouped by in each part of the result: all for a plain GROUP BY, fewer and fewer for subtotals. */
  sets(): boolean[][] {
    const count = this.keys.length;
    if (this.type === 'plain') return [this.keys.map(() => true)];
    if (this.type === 'ROLLUP') {
      return Array.from({ length: count + 1 }, (_, dropped) => this.keys.map((__, index) => index < count - dropped));
    }
    return Array.from({ length: 2 ** count }, (_, mask) => this.keys.map((__, index) => (mask & (1 << index)) === 0));
  }

  /** The GROUP BY of one part, with a space before it; empty when it is one group of all rows. */
  groupBySql(set: readonly boolean[]): string {
    const grouped = this.keys.filter((_, index) => set[index]).map(({ value }) => comparisonKey(value));
    return grouped.length === 0 ? '' : ` GROUP BY ${grouped.join()}`;
  }

  /** Order when none is asked for: by the keys, each subtotal after the groups it sums up. */
  defaultOrder(set: readonly boolean[]): OrderTerm[] {
    return this.keys.flatMap(({ value }, index) => {
      const key = {
        key: set[index] ? comparisonKey(this.groupedKey(value, true)) : 'NULL',
        direction: 'ASC NULLS FIRST',
      };
      if (this.type === 'plain') return [key];
      return [{ key: set[index] ? '0' : '1', direction: 'ASC' }, key];
    });
  }

  /** What the expression is for a group. Throws when it differs among the group's rows. */
  resolve(expression: Expression, set: readonly boolean[]): SqlValue {
    const position = this.keys.findIndex((key) => this.same(key.expression, expression));
    if (position >= 0) return this.groupedKey(this.keys[position].value, set[position]);
    const { context } = this.rows.scope;
    if (expression.kind === 'field') {
      const detail = `Field must be grouped or aggregated: ${expression.names.join('.')}`;
      throw malformed(detail, context.settings.text, expression.position);
    }
    const { name, argument } = expression;
    if (isAggregate(name))
      return aggregateValue(context, expression, argument && this.amount(this.rows.resolve(argument)));
    if (name === 'GROUPING') return this.groupingFlag(argument!, set);
    return rowFunction(context, expression, (inner) => this.resolve(inner, set));
  }

  /**
   * "If a query includes a GROUP BY or HAVING clause, any currency data returned by using an aggregate function … is in the
   * org's default currency" ("convertCurrency()", SOQL and SOSL Reference); a roll-up is in that of its record.
   */
  private amount(value: SqlValue): SqlValue {
    const { scope } = this.rows;
    const { amountsIn } = scope.context.settings;
    if (amountsIn === undefined) return inCorporateCurrency(value);
    if (amountsIn === 'user') return inUserCurrency(scope.context, value);
    return converted(value, scope.value(amountsIn.split('.')).sql);
  }

  private key(expression: Expression): SqlValue {
    const value = this.rows.resolve(expression);
    const { settings } = this.rows.scope.context;
    if (value.field?.groupable === false && !settings.groupsByAny) {
      const detail = `field '${value.name}' can not be grouped in a query call`;
      throw new QueryError('INVALID_FIELD', detail, settings.text, expression.position);
    }
    return value;
  }

  /** Text that differs in case is one group, shown as one of its spellings. In a subtotal the key is empty. */
  private groupedKey(value: SqlValue, grouped: boolean): SqlValue {
    const decode: SqlValue['decode'] = (raw) => (raw === null ? null : value.decode(raw));
    if (!grouped) return { ...value, sql: 'NULL', decode };
    return { ...value, sql: foldsCase(value) ? `MIN(${value.sql})` : comparisonKey(value), decode };
  }

  private groupingFlag(argument: Expression, set: readonly boolean[]): SqlValue {
    const position = this.keys.findIndex((key) => this.same(key.expression, argument));
    if (position < 0) {
      const { text } = this.rows.scope.context.settings;
      throw malformed('GROUPING() takes a field of GROUP BY ROLLUP or GROUP BY CUBE', text, argument.position);
    }
    return computedValue(set[position] ? '0' : '1', 'int', 'GROUPING');
  }

  private same(left: Expression, right: Expression): boolean {
    if (left.kind === 'field') {
      if (right.kind !== 'field') return false;
      const { scope } = this.rows;
      const names = (path: readonly string[]) => scope.withoutPrefix(path).join('.').toLowerCase();
      return names(left.names) === names(right.names);
    }
    if (right.kind === 'field' || left.name !== right.name) return false;
    if (left.argument === undefined || right.argument === undefined) return left.argument === right.argument;
    return this.same(left.argument, right.argument);
  }
}
