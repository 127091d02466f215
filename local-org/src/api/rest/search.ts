/** `search` and `parameterizedSearch` (REST API Developer Guide, "Search", "Parameterized Search"). */
import { NotSupported } from '../../schema/errors.ts';
import { transact, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, optionalText, readObject, requiredText, type JsonObject } from '../json/read-body.ts';
import { recordJson } from '../json/record-json.ts';
import type { Route } from '../router.ts';

export const searchRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'search', resource: (call) => search(call, soslParameter(call)) },
  { method: 'GET', pattern: 'parameterizedSearch', resource: parameterizedSearch },
  { method: 'POST', pattern: 'parameterizedSearch', resource: parameterizedSearch },
];

function soslParameter(call: Call): string {
  const sosl = call.request.query.get('q');
  if (sosl === null || sosl.trim() === '')
    throw new ApiError(400, 'MALFORMED_SEARCH', 'A search string has to be specified');
  return sosl;
}

function search(call: Call, sosl: string): Answer {
  const results = transact(call, (tx) => call.org.query.search(tx, sosl, { mode: 'user', sharing: true }));
  const searchRecords = results.flatMap(({ records, shape }) =>
    records.map((record) => recordJson(record, shape, call.basePath)),
  );
  return ok({ searchRecords });
}

/** A search whose parts stand in parameters: `q`, `sobject` (one or several), `fields` of all objects. */
function parameterizedSearch(call: Call): Answer {
  const { method, query } = call.request;
  return search(call, method === 'GET' ? soslOfParameters(query) : soslOfBody(readObject(call.request)));
}

function soslOfParameters(query: URLSearchParams): string {
  const unknown = [...query.keys()].find((name) => !['q', 'sobject', 'fields'].includes(name));
  if (unknown !== undefined) throw new NotSupported(`parameterizedSearch with the parameter ${unknown}`);
  const objects = query.getAll('sobject').flatMap((names) => names.split(','));
  const fields = (query.get('fields') ?? '').split(',').filter((name) => name !== '');
  return sosl(
    query.get('q') ?? '',
    objects.map((name) => ({ name, fields })),
  );
}

function soslOfBody(body: JsonObject): string {
  const unknown = Object.keys(body).find((name) => !['q', 'fields', 'sobjects'].includes(name));
  if (unknown !== undefined) throw new NotSupported(`parameterizedSearch with ${unknown}`);
  const shared = body.fields === undefined ? [] : asArray(body.fields, 'fields').map(String);
  const objects = asArray(body.sobjects ?? [], 'sobjects').map((entry) =>
    readTarget(asObject(entry, 'an object'), shared),
  );
  return sosl(requiredText(body, 'q'), objects);
}

interface Target {
  readonly name: string;
  readonly fields: readonly string[];
  readonly limit?: number;
}

function readTarget(entry: JsonObject, shared: readonly string[]): Target {
  const unknown = Object.keys(entry).find((name) => !['name', 'fields', 'limit'].includes(name));
  if (unknown !== undefined) throw new NotSupported(`parameterizedSearch with ${unknown} of an object`);
  const fields = entry.fields === undefined ? shared : asArray(entry.fields, 'fields').map(String);
  const limit = entry.limit === undefined ? undefined : Number(entry.limit);
  return { name: optionalText(entry, 'name') ?? '', fields, limit };
}

/** In the search text of SOSL these characters are escaped ("FIND {SearchQuery}", SOQL and SOSL Reference). */
function sosl(text: string, targets: readonly Target[]): string {
  const escaped = text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&');
  const returning = targets.map(({ name, fields, limit }) => {
    const inner = [fields.join(','), limit === undefined ? '' : ` LIMIT ${limit}`].join('');
    return inner === '' ? name : `${name}(${fields.length === 0 ? 'Id' : ''}${inner})`;
  });
  return `FIND {${escaped}}${returning.length === 0 ? '' : ` RETURNING ${returning.join(',')}`}`;
}
