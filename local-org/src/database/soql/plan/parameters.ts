/** Values of a statement. They are always bound, never written into the SQL. */
import type { SQLInputValue } from 'node:sqlite';
import type { FieldValue } from '../../../schema/values/index.ts';
import type { Limits } from '../../limits.ts';
import type { SoqlBind } from '../../services.ts';
import type { Transaction } from '../../transaction.ts';
import type { FiscalYear } from '../dates/calendar.ts';

/** What a plan needs to know at the moment it runs. */
export interface RunContext {
  readonly tx: Transaction;
  /** What the rows count against; undefined: nothing. */
  readonly limits: Limits | undefined;
  readonly bind: (bind: SoqlBind) => FieldValue | readonly FieldValue[];
  readonly fiscalYear: () => FiscalYear;
  /** Ids of the rows whose children are fetched. */
  readonly parentIds?: readonly string[];
}

export type Producer = (run: RunContext) => SQLInputValue;

export class Parameters {
  private readonly producers: Producer[] = [];

  /** The mark that stands for a value known when planning. */
  constant(value: SQLInputValue): string {
    return this.dynamic(() => value);
  }

  /** The mark that stands for a value found when running. */
  dynamic(producer: Producer): string {
    this.producers.push(producer);
    return `?${this.producers.length}`;
  }

  values(run: RunContext): SQLInputValue[] {
    return this.producers.map((producer) => producer(run));
  }
}
