/** Records by way of jsforce, in bulk, with errors that say which record was refused and why. */
import type { Connection } from 'jsforce';

export type Fields = Record<string, string | number | boolean | null | undefined>;

/** Records in one request of the collections resource. */
const CHUNK = 200;

/** Inserts all records or throws; returns their ids in order. */
export async function insertAll(connection: Connection, object: string, records: readonly Fields[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    const results = await connection.sobject(object).create([...chunk], { allOrNone: true });
    throwRefusal('insert', object, chunk, results);
    ids.push(...results.map((result) => result.id ?? ''));
  }
  return ids;
}

/** Updates all records or throws. */
export async function updateAll(
  connection: Connection,
  object: string,
  records: readonly (Fields & { Id: string })[],
): Promise<void> {
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    const results = await connection.sobject(object).update([...chunk], { allOrNone: true });
    throwRefusal('update', object, chunk, results);
  }
}

/** All rows of a query. */
export async function queryAll<Row>(connection: Connection, soql: string): Promise<Row[]> {
  const result = await connection.query(soql, { autoFetch: true, maxFetch: 50_000 });
  return result.records as Row[];
}

/** Records that were given up because of another one say so; what was wrong stands at the other. */
const ROLLED_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

type Result = Exclude<Awaited<ReturnType<ReturnType<Connection['sobject']>['create']>>, readonly unknown[]>;

function throwRefusal(verb: string, object: string, records: readonly Fields[], results: readonly Result[]): void {
  const texts = results.map((result) => (result.success ? undefined : textOf(result.errors)));
  const wrong = texts.findIndex((text) => text !== undefined && !text.startsWith(ROLLED_BACK));
  const index = wrong < 0 ? texts.findIndex((text) => text !== undefined) : wrong;
  if (index < 0) return;
  throw new Error(`Could not ${verb} ${object} ${JSON.stringify(records[index])}: ${texts[index] ?? ''}`);
}

function textOf(errors: readonly { statusCode?: string; errorCode?: string; message: string }[]): string {
  return errors.map((error) => `${error.statusCode ?? error.errorCode ?? 'ERROR'}: ${error.message}`).join('; ');
}
