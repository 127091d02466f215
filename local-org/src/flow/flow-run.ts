import { formulaEnvironment } from '../database/formula-environment.ts';
import { RecordGraph } from '../database/record-graph.ts';
import type { AccessMode } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FormulaEnvironment } from '../schema/formula/index.ts';
import type { SObject } from '../schema/sobject.ts';
import { RecordTracker } from './record-tracker.ts';

/** With whose rights a flow reads and writes. */
export interface FlowAccess {
  readonly mode: AccessMode;
  readonly sharing: boolean;
}

/** What the interviews that run together share. */
export class FlowRun {
  readonly tx: Transaction;
  readonly access: FlowAccess;
  readonly records = new RecordTracker();
  readonly #known = new Set<SObject>();
  #environment: FormulaEnvironment | undefined;

  constructor(tx: Transaction, access: FlowAccess) {
    this.tx = tx;
    this.access = access;
  }

  get timeZone(): string {
    return this.tx.user.timeZone;
  }

  /** Parents as they were read since the last write. */
  get environment(): FormulaEnvironment {
    return (this.#environment ??= formulaEnvironment(this.tx, new RecordGraph(this.tx, this.#known)));
  }

  /** Parents of these records are read together when one of them is asked for. */
  know(records: Iterable<SObject>): void {
    for (const record of records) this.#known.add(record);
    this.#environment = undefined;
  }

  /** Something was written: what was read before may no longer hold. */
  refresh(): void {
    this.#environment = undefined;
  }
}
