/** What an all-or-none write throws when one of its records could not be saved. */
import { OrgError } from '../schema/errors.ts';
import type { SaveError, SaveResult } from './services.ts';

export type DmlOperation =
  'Insert' | 'Update' | 'Upsert' | 'Delete' | 'Undelete' | 'Merge' | 'ConvertLead' | 'Process' | 'Lock' | 'Unlock';

/** One record that failed: `row` is its position in the list that was given. */
export interface DmlFailure {
  readonly row: number;
  readonly id: string | null;
  readonly errors: readonly SaveError[];
}

/**
 * Nothing of the call was saved. The message is that of `System.DmlException` ("Insert failed. First exception on row
 * 0; first error: …"); `code` and `fields` are those of the first error, as an API would answer them.
 */
export class DmlError extends OrgError {
  readonly operation: DmlOperation;
  readonly results: readonly SaveResult[];
  readonly failures: readonly DmlFailure[];
  /** Set when the user may not do this to the object at all: Apex throws `System.SecurityException` with this text. */
  readonly denied: string | undefined;

  constructor(operation: DmlOperation, results: readonly SaveResult[], denied?: string) {
    const failures = results.flatMap((result, row): DmlFailure[] =>
      result.success ? [] : [{ row, id: result.id, errors: result.errors }],
    );
    const first = failures[0]?.errors[0];
    if (first === undefined) throw new Error('A DmlError needs a result that failed');
    super(first.statusCode, describeFailure(operation, failures[0], first), first.fields);
    this.name = 'DmlError';
    this.operation = operation;
    this.results = results;
    this.failures = failures;
    this.denied = denied;
  }
}

function describeFailure(operation: DmlOperation, failure: DmlFailure, error: SaveError): string {
  const row = failure.id === null ? `row ${failure.row}` : `row ${failure.row} with id ${failure.id}`;
  const fields = `[${error.fields.join(', ')}]`;
  return `${operation} failed. First exception on ${row}; first error: ${error.statusCode}, ${error.message}: ${fields}`;
}
