/** Saves the rows of an ingest job. */
import type { SaveResult } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import { isId } from '../../schema/ids.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { saveOptions, type Call } from '../call.ts';
import { parseJsonValue } from '../ui-api/field-values.ts';
import { parseCsv } from './csv.ts';
import type { IngestJob, IngestRow } from './jobs.ts';

/** Rows saved in one transaction, as many as triggers get in one chunk (Bulk API 2.0 Developer Guide, "How Requests Are Processed"). */
const CHUNK = 200;
/** How a cell says that a field is to be emptied; an empty cell leaves it as it is. */
const NULL_CELL = '#N/A';

/** Reads the uploaded data, saves row by row, and leaves results and state on the job. */
export function processIngest(call: Call, job: IngestJob): void {
  const [header = [], ...rows] = parseCsv(job.data ?? '', job.format.delimiter);
  job.header = header;
  try {
    const object = call.org.schema.require(job.object);
    checkHeader(object, header);
    const done: IngestRow[] = [];
    for (let from = 0; from < rows.length; from += CHUNK) {
      done.push(...saveChunk(call, job, object, header, rows.slice(from, from + CHUNK)));
    }
    job.rows = done;
    job.recordsProcessed = done.length;
    job.state = 'JobComplete';
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    job.state = 'Failed';
    job.errorMessage = `${error.code} : ${error.message}`;
    job.unprocessed = rows;
  }
}

function checkHeader(object: ObjectSchema, header: readonly string[]): void {
  for (const column of header) {
    const [first = '', second] = column.split('.');
    const known = second === undefined ? object.field(first) : object.relationship(first);
    if (known === undefined) throw new OrgError('InvalidBatch', `Field name not found : ${column}`);
  }
}

function saveChunk(
  call: Call,
  job: IngestJob,
  object: ObjectSchema,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): IngestRow[] {
  const read = rows.map((cells) => readRow(call, object, header, cells));
  const good = read.flatMap((row) => (row instanceof SObject ? [row] : []));
  const results = call.org.transaction(call.user, (tx) => save(call, tx, job, good))[Symbol.iterator]();
  return rows.map((cells, index) => {
    const row = read[index];
    if (!(row instanceof SObject)) return { cells, id: '', created: false, error: row };
    return resultRow(cells, results.next().value);
  });
}

function resultRow(cells: readonly string[], result: SaveResult | undefined): IngestRow {
  const [error] = result?.errors ?? [];
  const text =
    error === undefined ? undefined : `${error.statusCode}:${error.message}:${error.fields.join(', ') || '--'}`;
  return { cells, id: result?.id ?? '', created: result?.created === true, error: text };
}

function save(call: Call, tx: Transaction, job: IngestJob, records: readonly SObject[]): SaveResult[] {
  const options = saveOptions(call, false);
  const { dml } = call.org;
  switch (job.operation) {
    case 'insert':
      return dml.insert(tx, records, options).map((result) => ({ ...result, created: result.success }));
    case 'update':
      return dml.update(tx, records, options);
    case 'upsert':
      return dml.upsert(tx, records, job.externalIdFieldName ?? 'Id', options);
    case 'delete':
    case 'hardDelete':
      return dml.delete(
        tx,
        records.map((record) => record.id ?? ''),
        options,
      );
  }
}

/** The record of a row, or what is wrong with it. `Owner.Username` columns name a parent by an external id. */
function readRow(
  call: Call,
  object: ObjectSchema,
  header: readonly string[],
  cells: readonly string[],
): SObject | string {
  const record = new SObject(object);
  try {
    for (const [index, column] of header.entries()) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      const [first = '', second] = column.split('.');
      if (second === undefined) setField(record, first, cell);
      else setParent(call, record, first, second, cell);
    }
    return record;
  } catch (error) {
    if (error instanceof OrgError) return `${error.code}:${error.message}:${error.fields.join(', ') || '--'}`;
    throw error;
  }
}

function setField(record: SObject, name: string, cell: string): void {
  const field = record.schema.field(name);
  if (field === undefined) return;
  if (field.type === 'id' && !isId(cell)) throw new OrgError('MALFORMED_ID', `malformed id ${cell}`, [field.name]);
  record.set(field.name, cell === NULL_CELL ? null : parseJsonValue(field, cell));
}

function setParent(call: Call, record: SObject, relationship: string, name: string, cell: string): void {
  const reference = record.schema.relationship(relationship);
  if (reference?.relationshipName === undefined) return;
  const [target = ''] = reference.referenceTo;
  const parent = new SObject(call.org.schema.require(target));
  const field = parent.schema.field(name);
  if (field === undefined)
    throw new OrgError('INVALID_FIELD', `No such column '${name}' on entity '${target}'`, [name]);
  parent.set(field.name, parseJsonValue(field, cell));
  record.parents.set(reference.relationshipName, parent);
}
