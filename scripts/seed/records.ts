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
    results.forEach((result, index) => {
      if (!result.success) throw refused('insert', object, chunk[index], result.errors);
      ids.push(result.id);
    });
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
    results.forEach((result, index) => {
      if (!result.success) throw refused('update', object, chunk[index], result.errors);
    });
  }
}

/** All rows of a query. */
export async function queryAll<Row>(connection: Connection, soql: string): Promise<Row[]> {
  const result = await connection.query(soql, { autoFetch: true, maxFetch: 50_000 });
  return result.records as Row[];
}

function refused(
  verb: string,
  object: string,
  record: Fields | undefined,
  errors: readonly { statusCode?: string; errorCode?: string; message: string }[],
): Error {
  const texts = errors.map((error) => `${error.statusCode ?? error.errorCode ?? 'ERROR'}: ${error.message}`);
  return new Error(`Could not ${verb} ${object} ${JSON.stringify(record)}: ${texts.join('; ')}`);
}
