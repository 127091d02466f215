/** What a person reaches by REST: tried, several attempts in one request. */
import type { Connection, DescribeSObjectResult } from 'jsforce';
import { API_VERSION } from '../../seed/api-version.ts';
import type { Fixtures } from './fixtures.ts';
import { isRefused, type Reach } from './reach.ts';
import { objectTable } from './table.ts';

/** Requests of one composite batch (REST API Developer Guide, "Batch"). */
const BATCH = 25;

interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly statusCode: number;
  readonly result: unknown;
}

export async function batch(connection: Connection, requests: readonly Request[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < requests.length; start += BATCH) {
    const batchRequests = requests.slice(start, start + BATCH).map(({ method, path, body }) => ({
      method,
      url: `v${API_VERSION}/${path}`,
      ...(body === undefined ? {} : { richInput: body }),
    }));
    const { results } = await connection.request<{ results: Answer[] }>({
      method: 'POST',
      url: `${connection._baseUrl()}/composite/batch`,
      body: JSON.stringify({ batchRequests }),
      headers: { 'content-type': 'application/json' },
    });
    answers.push(...results);
  }
  return answers;
}

export function query(soql: string): Request {
  return { method: 'GET', path: `query?q=${encodeURIComponent(soql)}` };
}

/** The code of an answer that is an error. */
export function errorCode({ statusCode, result }: Answer): string | undefined {
  return statusCode < 400 ? undefined : (result as readonly { errorCode: string }[])[0]?.errorCode;
}

/** The objects that the person is told of. */
export async function describeAll(
  connection: Connection,
  objects: readonly string[],
): Promise<ReadonlyMap<string, DescribeSObjectResult>> {
  const answers = await batch(
    connection,
    objects.map((object) => ({ method: 'GET', path: `sobjects/${object}/describe` })),
  );
  const told = objects.flatMap((object, index) => {
    const { statusCode, result } = answers[index];
    return statusCode === 200 ? [[object, result as DescribeSObjectResult] as const] : [];
  });
  return new Map(told);
}

/** Tries to create a record of each object, and to read and edit the one there is; whether it could be deleted is asked. */
export async function reachByRest(connection: Connection, fixtures: Fixtures): Promise<Reach> {
  const objects = [...objectTable.keys()];
  const idOf = (object: string) => fixtures.get(object) ?? '';
  const attempts = async (request: (object: string) => Request) => batch(connection, objects.map(request));
  const created = await attempts((object) => ({ method: 'POST', path: `sobjects/${object}`, body: {} }));
  const found = await attempts((object) => query(`SELECT Id FROM ${object} WHERE Id = '${idOf(object)}'`));
  const edited = await attempts((object) => ({
    method: 'PATCH',
    path: `sobjects/${object}/${idOf(object)}`,
    body: {},
  }));
  const deletable = await attempts((object) =>
    query(
      `SELECT HasDeleteAccess FROM UserRecordAccess WHERE UserId = '${connection.userInfo?.id ?? ''}' AND RecordId = '${idOf(object)}'`,
    ),
  );
  return new Map(
    objects.map((object, index) => {
      const reached = new Set<string>();
      if (!isRefused(errorCode(created[index]))) reached.add('C');
      if ((found[index]?.result as { totalSize?: number }).totalSize === 1) reached.add('R');
      if (!isRefused(errorCode(edited[index]))) reached.add('E');
      const access = deletable[index]?.result as { records?: readonly { HasDeleteAccess: boolean }[] };
      if (access.records?.[0]?.HasDeleteAccess === true) reached.add('D');
      return [object, reached];
    }),
  );
}
