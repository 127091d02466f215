/** Upsert by Id or by an external id ("Upserting Records", Apex Developer Guide). */
import type { DmlOptions, SaveError } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { deniedOutcome } from './checks/access.ts';
import { saveErrors } from './errors.ts';
import { isHidden } from './hidden-field.ts';
import type { Outcome } from './outcome.ts';
import { saveChunk } from './save-chunk.ts';

/** Records that match none are inserted, then those that match one are updated. */
export function upsertChunk(
  tx: Transaction,
  object: ObjectSchema,
  records: readonly SObject[],
  keyField: string,
  options: DmlOptions,
): Outcome[] {
  const key = object.field(keyField);
  if (key === undefined) throw new OrgError('INVALID_FIELD', `No such column '${keyField}' on entity '${object.name}'`);
  if (isHidden(tx, object, key, options)) {
    throw new OrgError('INVALID_FIELD', `No such column '${keyField}' on entity '${object.name}'`);
  }
  const matches = key.type === 'id' ? records.map(matchById) : matchByKey(tx, object, records, key);
  const outcomes = matches.map(({ outcome }) => outcome);
  const failed = () => outcomes.some((outcome) => outcome?.errors !== undefined);
  for (const operation of ['insert', 'update'] as const) {
    const group = matches.flatMap((match, index) => (match.operation === operation ? [{ ...match, index }] : []));
    if (group.length === 0 || (options.allOrNone && failed())) continue;
    const denied = deniedOutcome(tx, object, operation, options);
    const targets = group.map(({ target }) => target);
    const saved = denied === undefined ? saveChunk(tx, object, operation, targets, options) : targets.map(() => denied);
    group.forEach(({ index }, at) => {
      outcomes[index] = { ...saved[at], created: operation === 'insert' };
    });
  }
  return outcomes.map((outcome) => outcome ?? { id: null });
}

/** What an upsert does with one record. */
interface Match {
  readonly target: SObject;
  readonly operation?: 'insert' | 'update';
  /** Set when the record cannot be matched. */
  readonly outcome?: Outcome;
}

function matchById(record: SObject): Match {
  return { target: record, operation: record.id === null ? 'insert' : 'update' };
}

/** One query; a record that matches a stored one is updated as a copy that carries its Id. */
function matchByKey(tx: Transaction, object: ObjectSchema, records: readonly SObject[], key: FieldSchema): Match[] {
  if (!key.externalId && !key.unique) {
    throw new OrgError('INVALID_FIELD', `${key.name} is not an external id field of ${object.name}`);
  }
  const fold = (value: unknown) => (key.caseSensitive ? String(value) : String(value).toLowerCase());
  const values = records.map((record) => record.get(key.name)).filter((value) => value !== null);
  const found = Map.groupBy(tx.store.findRows(object, key.name, values), (row) => fold(row.get(key.name)));
  const seen = new Set<string>();
  return records.map((record): Match => {
    const value = record.get(key.name);
    if (value === null) return refused(record, saveErrors.keyMissing(key.name));
    if (seen.has(fold(value))) return refused(record, saveErrors.keyRepeated(key.name, String(value)));
    seen.add(fold(value));
    const stored = found.get(fold(value)) ?? [];
    if (stored.length > 1)
      return refused(
        record,
        saveErrors.keyAmbiguous(
          key.name,
          stored.map(({ id }) => id!),
        ),
      );
    if (stored.length === 0) return { target: record, operation: 'insert' };
    const target = record.clone();
    target.id = stored[0].id;
    return { target, operation: 'update' };
  });
}

function refused(record: SObject, error: SaveError): Match {
  return { target: record, outcome: { id: null, errors: [error] } };
}
