/** What running a query takes. Made once for a query, a schema and (where sharing matters) a user. */
import type { ObjectSchema } from '../../../schema/model.ts';
import type { ResultShape } from '../../services.ts';
import type { Decoder } from '../../store/encoding.ts';
import type { SoqlQuery } from '../ast.ts';
import type { FieldUse, ObjectUse } from './context.ts';
import type { Parameters } from './parameters.ts';
import type { RecordNode } from './record-node.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: Parameters;
  /** Whether integers are read as bigints. */
  readonly bigInts: boolean;
}

/** Rows that become records. */
export interface RecordPlan {
  readonly kind: 'records';
  readonly statement: Statement;
  readonly node: RecordNode;
  readonly children: readonly ChildPlan[];
}

/** The children of all records of the level above, by one statement. */
export interface ChildPlan extends RecordPlan {
  readonly relationshipName: string;
  /** Position of the parent's id in each row. */
  readonly parentPosition: number;
}

export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly statement: Statement;
  readonly object: ObjectSchema;
  readonly columns: readonly { readonly name: string; readonly decode: Decoder }[];
  readonly shape: ResultShape;
  /** Position of the number of rows in each group; undefined when groups are what counts against the limit. */
  readonly rowsPosition: number | undefined;
}

/** `SELECT COUNT() …` */
export interface CountPlan {
  readonly kind: 'count';
  readonly statement: Statement;
}

export interface QueryPlan {
  readonly query: SoqlQuery;
  readonly body: RecordPlan | AggregatePlan | CountPlan;
  /** The queried object first. */
  readonly objectUses: readonly ObjectUse[];
  readonly fieldUses: readonly FieldUse[];
}
