import { DmlError } from '../database/dml-error.ts';
import type { SObject } from '../schema/sobject.ts';
import { asFault, dataFault, type DataOperation, type FlowFault } from './fault.ts';
import type { Interview } from './interview.ts';

/** What one interview writes. */
export interface InterviewWrite {
  readonly interview: Interview;
  readonly records: readonly SObject[];
}

/** A row of the write, and the interviews that asked for it. */
interface Row {
  readonly record: SObject;
  readonly owners: readonly Interview[];
}

/**
 * Writes the records of all interviews with one call of `save`, all or none; when a record fails, the interviews that wrote
 * it fail, and the others are written again without them ("Flow Bulkification in Transactions" in the Salesforce help).
 */
export function writeInBulk(
  writes: readonly InterviewWrite[],
  operation: DataOperation,
  save: (records: readonly SObject[]) => void,
): ReadonlyMap<Interview, FlowFault> {
  const faults = new Map<Interview, FlowFault>();
  for (;;) {
    const rows = rowsOf(writes.filter(({ interview }) => !faults.has(interview)));
    if (rows.length === 0) return faults;
    try {
      save(rows.map(({ record }) => record));
      return faults;
    } catch (error) {
      const failed = failedRows(error, rows);
      for (const { row, fault } of failed ?? rows.map((row) => ({ row, fault: faultOf(error, operation) }))) {
        for (const owner of row.owners) if (!faults.has(owner)) faults.set(owner, fault);
      }
    }
  }

  function failedRows(error: unknown, rows: readonly Row[]): { row: Row; fault: FlowFault }[] | undefined {
    if (!(error instanceof DmlError)) return undefined;
    return error.failures.map(({ row, errors: [first] }) => ({
      row: rows[row],
      fault: dataFault(operation, first.statusCode, first.message),
    }));
  }
}

function faultOf(error: unknown, operation: DataOperation): FlowFault {
  return asFault(error, ({ code, message }) => dataFault(operation, code, message));
}

/** A record that several interviews change is written once, with what the later ones set over what the earlier set. */
function rowsOf(writes: readonly InterviewWrite[]): Row[] {
  const rows: { record: SObject; owners: Interview[] }[] = [];
  const byId = new Map<string, (typeof rows)[number]>();
  for (const { interview, records } of writes) {
    for (const record of records) {
      const shared = record.id === null ? undefined : byId.get(record.id);
      if (shared !== undefined && !shared.owners.includes(interview)) {
        for (const [name, value] of record.values) shared.record.set(name, value);
        shared.owners.push(interview);
      } else {
        const row = { record: record.id === null ? record : record.clone(), owners: [interview] };
        if (record.id !== null) byId.set(record.id, row);
        rows.push(row);
      }
    }
  }
  return rows;
}
