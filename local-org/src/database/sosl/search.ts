/** Runs SOSL: finds the ids first, then selects them by SOQL, with all its rules. */
import type { FieldSchema, FieldType, ObjectSchema } from '../../schema/model.ts';
import type { QueryOptions, SearchResult } from '../services.ts';
import type { Condition, FieldPath, SoqlQuery } from '../soql/ast.ts';
import { malformed, noSuchObject } from '../soql/errors.ts';
import type { QueryEngine } from '../soql/query-engine.ts';
import { quoted } from '../store/names.ts';
import type { Transaction } from '../transaction.ts';
import type { SearchGroup, SoslQuery, SoslReturning } from './ast.ts';
import { fixedSearchResults } from './fixed-results.ts';
import { type Matcher, searchMatcher, wordsOf } from './search-text.ts';

/** "SOSL returns at most 2,000 records" ("Execution Governors and Limits"). */
const MAX_RECORDS = 2000;

const ALL_TYPES: readonly FieldType[] = [
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
];
const NAME_FIELDS = new Set(['firstname', 'lastname', 'middlename']);
const HERE = { row: 1, column: 1 };

export function search(engine: QueryEngine, tx: Transaction, query: SoslQuery, options: QueryOptions): SearchResult[] {
  const bound = query.search.kind === 'bind' ? options.bind?.(query.search.bind) : query.search.value;
  if (typeof bound !== 'string') throw malformed('The search text must be a string');
  const matcher = searchMatcher(bound);
  const isReadable = engine.fieldFilter(tx, query, options);
  return returnedObjects(engine, tx, query, options).map((returning) => {
    const object = tx.store.schema.object(returning.object);
    if (object === undefined) throw noSuchObject(returning.object, query.text, HERE);
    const ids = tx.isTest
      ? fixedIds(tx, object)
      : matchingIds(tx, object, matcher, (field) => isSearched(field, query.group) && isReadable(object, field));
    const bind: QueryOptions['bind'] = (name) => (name === FOUND.bind ? ids : options.bind!(name));
    const { records, shape } = engine.lookUp(tx, selection(query, returning), { ...options, bind });
    return { object, records, shape };
  });
}

/** Without RETURNING, the ids of everything that has a name and that the user may read. */
function returnedObjects(
  engine: QueryEngine,
  tx: Transaction,
  query: SoslQuery,
  options: QueryOptions,
): readonly SoslReturning[] {
  if (query.returning.length > 0) return query.returning;
  const isReadable = engine.objectFilter(tx, query, options);
  const named = [...tx.store.schema.objects.values()].filter(
    (object) =>
      object.queryable &&
      object.rowsMissing !== true &&
      object.nameField !== undefined &&
      (object.kind === 'standard' || object.kind === 'custom') &&
      isReadable(object),
  );
  return named.map(({ name }) => ({ object: name, fields: [], orderBy: [] }));
}

const ID: FieldPath = { kind: 'field', names: ['Id'], position: HERE };
const FOUND = { kind: 'bind', bind: { text: 'ids found' } } as const;

function selection(query: SoslQuery, returning: SoslReturning): SoqlQuery {
  const found: Condition = { kind: 'comparison', left: ID, operator: 'IN', value: FOUND, position: HERE };
  const { where } = returning;
  return {
    text: query.text,
    select: returning.fields.length > 0 ? returning.fields : [{ kind: 'expression', expression: ID }],
    from: [{ path: { kind: 'field', names: [returning.object], position: HERE } }],
    where: where === undefined ? found : { kind: 'and', operands: [found, where] },
    ...(query.access && { access: query.access }),
    orderBy: returning.orderBy,
    limit: returning.limit ?? query.limit ?? { kind: 'number', value: MAX_RECORDS },
    ...(returning.offset && { offset: returning.offset }),
    allRows: false,
    forClauses: [],
    updates: [],
  };
}

function fixedIds(tx: Transaction, object: ObjectSchema): string[] {
  return fixedSearchResults(tx).filter((id) => id.startsWith(object.keyPrefix));
}

/** Looks at the words of every live row: a local org's tables are small, and an index would have to be kept current. */
function matchingIds(
  tx: Transaction,
  object: ObjectSchema,
  matcher: Matcher,
  isSearchable: (field: FieldSchema) => boolean,
): string[] {
  const table = tx.store.table(object);
  const fields = [...object.fields.values()].filter((field) => table.column(field.name) && isSearchable(field));
  if (fields.length === 0) return [];
  const columns = fields.map(({ name }) => quoted(name));
  const live = table.hasRecycleBin ? ' WHERE "IsDeleted"=0' : '';
  const rows = tx.store.prepare(`SELECT "Id",${columns.join()} FROM ${table.sqlName}${live} ORDER BY rowid`).all();
  return (rows as unknown as [string, ...(string | null)[]][])
    .filter(([, ...texts]) => matcher(texts.flatMap((text) => (text === null ? [] : wordsOf(text)))))
    .map(([id]) => id);
}

function isSearched(field: FieldSchema, group: SearchGroup): boolean {
  switch (group) {
    case 'EMAIL':
      return field.type === 'email';
    case 'PHONE':
      return field.type === 'phone';
    case 'NAME':
      return field.nameField || NAME_FIELDS.has(field.name.toLowerCase());
    default:
      return ALL_TYPES.includes(field.type);
  }
}
