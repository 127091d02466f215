/** A SOSL search as written. */
import type { SoqlBind } from '../services.ts';
import type { Condition, OrderItem, RowCount, SelectExpression } from '../soql/ast.ts';

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

export interface SoslReturning {
  readonly object: string;
  /** Empty: the id alone. */
  readonly fields: readonly SelectExpression[];
  readonly where?: Condition;
  readonly orderBy: readonly OrderItem[];
  readonly limit?: RowCount;
  readonly offset?: RowCount;
}

export interface SoslQuery {
  readonly text: string;
  /** The search text as written between quotes or braces, or what is bound. */
  readonly search:
    { readonly kind: 'text'; readonly value: string } | { readonly kind: 'bind'; readonly bind: SoqlBind };
  readonly group: SearchGroup;
  /** Empty: every searchable object, ids only. */
  readonly returning: readonly SoslReturning[];
  readonly access?: 'USER_MODE' | 'SYSTEM_MODE';
  readonly limit?: RowCount;
}
