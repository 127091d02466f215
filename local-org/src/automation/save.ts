/** The one way in for every write: `DmlService` over the save order, deletes, upsert and merge. */
import { DmlError, type DmlOperation } from '../database/dml-error.ts';
import type {
  DmlOptions,
  DmlService,
  LeadConversion,
  LeadConversionRequest,
  SaveResult,
} from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import { isId, to18 } from '../schema/ids.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { deniedOutcome, type WriteOperation } from './checks/access.ts';
import { mixedDmlError } from './checks/mixed-dml.ts';
import { BATCH_SIZE, inChunks } from './chunks.ts';
import { convertLead } from './convert-lead.ts';
import { deleteChunk } from './delete-chunk.ts';
import { saveErrors } from './errors.ts';
import { mergeRecords } from './merge.ts';
import type { Outcome } from './outcome.ts';
import { saveChunk } from './save-chunk.ts';
import { undeleteChunk } from './undelete-chunk.ts';
import { upsertChunk } from './upsert-chunk.ts';

/** Most runs of one object in a list of several ("Creating and Updating Records of Different Types", Apex Developer Guide). */
const MAX_RUNS = 10;

interface Write<T> {
  readonly name: DmlOperation;
  /** Undefined when objects are checked one operation at a time, as upsert does. */
  readonly operation: WriteOperation | undefined;
  readonly items: readonly T[];
  readonly objectOf: (item: T) => ObjectSchema | undefined;
  /** Writes at most 200 records of one object; one outcome for each. */
  readonly run: (object: ObjectSchema, chunk: readonly T[]) => readonly Outcome[];
  /** What an item is that is no record of any object. */
  readonly unknown?: (item: T) => Outcome;
}

export class SaveService implements DmlService {
  insert(tx: Transaction, records: readonly SObject[], options: DmlOptions): SaveResult[] {
    refuseRepeatedElements(records);
    // Inserting platform events publishes them ("Publish Event Messages Using Apex", Platform Events Developer Guide).
    if (records.some(isEvent)) {
      if (!records.every(isEvent)) throw new NotSupported('inserting platform events together with other records');
      return tx.org.async.publish(tx, records);
    }
    return write(tx, options, {
      name: 'Insert',
      operation: 'insert',
      items: records,
      objectOf: ({ schema }) => schema,
      run: (object, chunk) => saveChunk(tx, object, 'insert', chunk, options),
    });
  }

  update(tx: Transaction, records: readonly SObject[], options: DmlOptions): SaveResult[] {
    refuseRepeatedIds(records.map(({ id }) => id));
    return write(tx, options, {
      name: 'Update',
      operation: 'update',
      items: records,
      objectOf: ({ schema }) => schema,
      run: (object, chunk) => saveChunk(tx, object, 'update', chunk, options),
    });
  }

  upsert(tx: Transaction, records: readonly SObject[], externalIdField: string, options: DmlOptions): SaveResult[] {
    refuseRepeatedElements(records);
    refuseRepeatedIds(records.map(({ id }) => id));
    return write(tx, options, {
      name: 'Upsert',
      operation: undefined,
      items: records,
      objectOf: ({ schema }) => schema,
      run: (object, chunk) => upsertChunk(tx, object, chunk, externalIdField, options),
    });
  }

  delete(tx: Transaction, ids: readonly string[], options: DmlOptions): SaveResult[] {
    refuseRepeatedIds(ids);
    return write(tx, options, {
      name: 'Delete',
      operation: 'delete',
      ...recordsById(tx, ids),
      run: (object, chunk) => deleteChunk(tx, object, chunk, options),
    });
  }

  undelete(tx: Transaction, ids: readonly string[], options: DmlOptions): SaveResult[] {
    return write(tx, options, {
      name: 'Undelete',
      operation: 'undelete',
      ...recordsById(tx, ids),
      run: (object, chunk) => undeleteChunk(tx, object, chunk, options),
    });
  }

  convertLeads(tx: Transaction, requests: readonly LeadConversionRequest[], options: DmlOptions): LeadConversion[] {
    tx.limits.use('dmlStatements');
    tx.limits.use('dmlRows', requests.length);
    const savepoint = tx.savepoint();
    const results = requests.map((request) => convertLead(tx, request));
    const isUndone = options.allOrNone && results.some(({ success }) => !success);
    if (isUndone) tx.rollbackTo(savepoint);
    tx.release(savepoint);
    if (isUndone) throw new DmlError('ConvertLead', results);
    return results;
  }

  merge(tx: Transaction, master: SObject, duplicateIds: readonly string[], options: DmlOptions): SaveResult {
    const [result] = write(tx, options, {
      name: 'Merge',
      operation: 'update',
      items: [master],
      objectOf: ({ schema }) => schema,
      run: (object) => [mergeRecords(tx, object, master, duplicateIds.map(to18), options)],
    });
    return result;
  }
}

/** Counts the statement, runs all chunks and keeps what succeeded; undoes everything and throws when that was asked for. */
function write<T>(tx: Transaction, options: DmlOptions, request: Write<T>): SaveResult[] {
  if (request.items.length === 0) return [];
  tx.limits.use('dmlStatements');
  tx.limits.use('dmlRows', request.items.length);
  const savepoint = tx.savepoint();
  let outcomes: Outcome[] = [];
  let keep = false;
  try {
    outcomes = runChunks(tx, options, request);
    keep = !options.allOrNone || outcomes.every(({ errors }) => errors === undefined);
  } finally {
    if (!keep) tx.rollbackTo(savepoint);
    tx.release(savepoint);
  }
  const results = outcomes.map(({ id, errors = [], created }) => ({
    id,
    success: errors.length === 0,
    created: errors.length === 0 && (created ?? request.operation === 'insert'),
    errors,
  }));
  if (keep) {
    setIds(request.items, outcomes);
    return results;
  }
  throw new DmlError(request.name, results, outcomes.find(({ denied }) => denied !== undefined)?.denied);
}

/** After a failure that undoes everything, the rest is not looked at: it has neither id nor errors. */
function runChunks<T>(tx: Transaction, options: DmlOptions, request: Write<T>): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { object, items } of runsOf(request)) {
    for (const chunk of inChunks(items, BATCH_SIZE)) {
      const stopped = options.allOrNone && outcomes.some(({ errors }) => errors !== undefined);
      outcomes.push(...(stopped ? chunk.map(() => ({ id: null })) : runChunk(tx, options, request, object, chunk)));
    }
  }
  return outcomes;
}

function runChunk<T>(
  tx: Transaction,
  options: DmlOptions,
  { operation, run, unknown }: Write<T>,
  object: ObjectSchema | undefined,
  chunk: readonly T[],
): readonly Outcome[] {
  if (object === undefined) return chunk.map(unknown!);
  const denied = operation === undefined ? undefined : deniedOutcome(tx, object, operation, options);
  if (denied !== undefined) return chunk.map(() => denied);
  const records = chunk.filter((item) => item instanceof SObject);
  const mixed = mixedDmlError(tx, object, operation ?? 'update', records);
  if (mixed !== undefined) return chunk.map(() => ({ id: null, errors: [mixed] }));
  return run(object, chunk);
}

interface Run<T> {
  readonly object: ObjectSchema | undefined;
  readonly items: T[];
}

/** Neighbours of the same object together. */
function runsOf<T>({ items, objectOf }: Write<T>): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const item of items) {
    const object = objectOf(item);
    const last = runs.at(-1);
    if (last !== undefined && last.object === object) last.items.push(item);
    else runs.push({ object, items: [item] });
  }
  if (runs.length > MAX_RUNS) {
    throw new OrgError(
      'TYPE_EXCEPTION',
      `Cannot have more than ${MAX_RUNS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    );
  }
  return runs;
}

function recordsById(tx: Transaction, ids: readonly string[]): Pick<Write<string>, 'items' | 'objectOf' | 'unknown'> {
  return {
    items: ids.map((id) => (isId(id) ? to18(id) : id)),
    objectOf: (id) => (isId(id) ? tx.org.schema.objectOfId(id) : undefined),
    unknown: (id) => ({ id, errors: [saveErrors.malformedId(id)] }),
  };
}

/** The records that were saved carry their ids afterwards. */
function setIds(items: readonly unknown[], outcomes: readonly Outcome[]): void {
  outcomes.forEach(({ id, errors }, index) => {
    const item = items[index];
    if (errors === undefined && item instanceof SObject) item.id = id;
  });
}

function isEvent({ schema }: SObject): boolean {
  return schema.kind === 'platformEvent';
}

function refuseRepeatedElements(records: readonly SObject[]): void {
  if (new Set(records).size === records.length) return;
  throw new OrgError('LIST_EXCEPTION', 'Before Insert or Upsert list must not have two identically equal elements');
}

function refuseRepeatedIds(ids: readonly (string | null)[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (id === null) continue;
    const key = id.slice(0, 15);
    if (seen.has(key)) throw new OrgError('LIST_EXCEPTION', `Duplicate id in list: ${id}`);
    seen.add(key);
  }
}
