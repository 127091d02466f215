/** A SOQL query as written. Names are as the author spelled them; nothing is resolved against the schema yet. */
import type { DatetimeValue, DateValue, Decimal, TimeValue } from '../../schema/values/index.ts';
import type { SoqlBind } from '../services.ts';

/** Place in the query's text; both count from 1, as the platform's messages do. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface FieldPath {
  readonly kind: 'field';
  /** `Account.Owner.Name` is three names. */
  readonly names: readonly string[];
  readonly position: Position;
}

export interface FunctionCall {
  readonly kind: 'function';
  /** Upper case: `COUNT`, `SUM`, `CALENDAR_YEAR`, `TOLABEL`, `FORMAT`, `CONVERTCURRENCY`, … */
  readonly name: string;
  /** Undefined for `COUNT()`. */
  readonly argument?: FieldPath | FunctionCall;
  readonly position: Position;
}

export type Expression = FieldPath | FunctionCall;

export interface SelectExpression {
  readonly kind: 'expression';
  readonly expression: Expression;
  readonly alias?: string;
}

/** `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`. */
export interface SelectFields {
  readonly kind: 'fields';
  readonly which: 'ALL' | 'STANDARD' | 'CUSTOM';
  readonly position: Position;
}

export interface SelectChildren {
  readonly kind: 'children';
  readonly query: SoqlQuery;
}

export interface TypeOfBranch {
  readonly object: string;
  readonly fields: readonly FieldPath[];
  readonly position: Position;
}

export interface SelectTypeOf {
  readonly kind: 'typeof';
  readonly relationship: FieldPath;
  readonly branches: readonly TypeOfBranch[];
  readonly otherwise?: readonly FieldPath[];
}

export type SelectItem = SelectExpression | SelectFields | SelectChildren | SelectTypeOf;

export interface FromEntry {
  /** The object; in a sub-query the child relationship; after a comma a path that starts with an earlier alias. */
  readonly path: FieldPath;
  readonly alias?: string;
}

export type ComparisonOperator =
  '=' | '!=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Decimal }
  /** `value` has its escapes replaced; `pattern` keeps `\%`, `\_` and `\\` for LIKE. */
  | { readonly kind: 'string'; readonly value: string; readonly pattern: string }
  | { readonly kind: 'date'; readonly value: DateValue }
  | { readonly kind: 'datetime'; readonly value: DatetimeValue }
  | { readonly kind: 'time'; readonly value: TimeValue }
  /** `TODAY`, `LAST_N_DAYS` with `count`, … */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly count?: number }
  /** `USD5000` */
  | { readonly kind: 'currency'; readonly isoCode: string; readonly amount: Decimal }
  | { readonly kind: 'bind'; readonly bind: SoqlBind }
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'query'; readonly query: SoqlQuery };

export interface Comparison {
  readonly kind: 'comparison';
  readonly left: Expression;
  readonly operator: ComparisonOperator;
  readonly value: Value;
  readonly position: Position;
}

export type Condition =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition };

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls?: 'FIRST' | 'LAST';
}

export interface GroupBy {
  readonly type: 'plain' | 'ROLLUP' | 'CUBE';
  readonly expressions: readonly Expression[];
}

export type RowCount =
  { readonly kind: 'number'; readonly value: number } | { readonly kind: 'bind'; readonly bind: SoqlBind };

export interface SoqlQuery {
  /** The text the positions refer to. */
  readonly text: string;
  readonly select: readonly SelectItem[];
  readonly from: readonly FromEntry[];
  readonly scope?: string;
  readonly where?: Condition;
  readonly access?: 'SECURITY_ENFORCED' | 'USER_MODE' | 'SYSTEM_MODE';
  readonly groupBy?: GroupBy;
  readonly having?: Condition;
  readonly orderBy: readonly OrderItem[];
  readonly limit?: RowCount;
  readonly offset?: RowCount;
  readonly allRows: boolean;
  readonly forClauses: readonly ('VIEW' | 'UPDATE' | 'REFERENCE')[];
  /** `UPDATE TRACKING`, `UPDATE VIEWSTAT`. */
  readonly updates: readonly string[];
}
