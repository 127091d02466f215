/** What a standard object does beyond what its fields say. One file per object. */
import type { DmlOptions, SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { SaveBatch } from '../save-row.ts';

/** Records of one object on their way into the recycle bin, or back out of it. */
export interface DeleteBatch {
  readonly tx: Transaction;
  readonly object: ObjectSchema;
  readonly options: DmlOptions;
  readonly rows: readonly DeleteRow[];
}

export interface DeleteRow {
  /** The live record: before it is deleted, or after it came back. */
  readonly live: SObject;
  readonly errors: SaveError[];
}

export interface ObjectBehaviour {
  /** API names of the objects. */
  readonly objects: readonly string[];
  /** Sets values the platform derives, before flows and triggers see the record. */
  derive?(batch: SaveBatch): void;
  /** Sets what depends on values that flows and before triggers may have changed, and adds errors; before validation rules. */
  settle?(batch: SaveBatch): void;
  /** Follows up in other records, after the record is saved and before after triggers. */
  saved?(batch: SaveBatch): void;
  /** Adds errors to records that may not be deleted. */
  deleting?(batch: DeleteBatch): void;
  /** Follows up in other records after a delete or an undelete, before after triggers. */
  removed?(batch: DeleteBatch): void;
  restored?(batch: DeleteBatch): void;
}
