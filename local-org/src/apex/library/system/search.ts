/** System.Search ("Search Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SearchResult } from '../../../database/services.ts';
import { LimitExceeded } from '../../../database/limits.ts';
import { OrgError } from '../../../schema/errors.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { takeDynamicBinds } from '../../runtime/dynamic-binds.ts';
import { ApexList, LibraryObject, throwApex } from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { bindValue } from '../../runtime/queries.ts';
import { libraryType, listOf, sobjectType, types } from '../../types/apex-type.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import type { AccessLevelValue } from './access-level.ts';

export const searchClass = libraryClass('System.Search', {
  'static List<List<SObject>> query(String query)': (sosl: string | null) => lists(run(sosl)),
  'static List<List<SObject>> query(String query, System.AccessLevel accessLevel)': (
    sosl: string | null,
    access: AccessLevelValue | null,
  ) => lists(run(sosl, access)),
  'static Search.SearchResults find(String searchQuery)': (sosl: string | null) => new SearchResultsValue(run(sosl)),
  'static Search.SearchResults find(String searchQuery, System.AccessLevel accessLevel)': (
    sosl: string | null,
    access: AccessLevelValue | null,
  ) => new SearchResultsValue(run(sosl, access)),
});

class SearchResultsValue extends LibraryObject {
  readonly typeName = 'Search.SearchResults';
  readonly results: readonly SearchResult[];

  constructor(results: readonly SearchResult[]) {
    super();
    this.results = results;
  }
}

class SearchResultValue extends LibraryObject {
  readonly typeName = 'Search.SearchResult';
  readonly record: SObject;

  constructor(record: SObject) {
    super();
    this.record = record;
  }
}

/** What `Search.find` gives ("SearchResults Class", "SearchResult Class", Apex Reference Guide). */
export const searchResultClasses: readonly LibraryClass[] = [
  libraryClass('Search.SearchResults', {
    'List<Search.SearchResult> get(String sObjectType)': ({ results }: SearchResultsValue, name: string | null) => {
      const found = results.find(({ object }) => object.name.toLowerCase() === required(name, 1).toLowerCase());
      return new ApexList(
        libraryType('Search.SearchResult'),
        (found?.records ?? []).map((record) => new SearchResultValue(record)),
      );
    },
  }),
  libraryClass('Search.SearchResult', {
    'SObject getSObject()': ({ record }: SearchResultValue) => record,
  }),
];

function run(sosl: string | null, access?: AccessLevelValue | null): SearchResult[] {
  const text = required(sosl, 1);
  const bind = takeDynamicBinds();
  const tx = currentTransaction();
  const mode = access?.mode ?? 'system';
  try {
    return tx.org.query.search(tx, text, {
      mode,
      sharing: mode === 'user' || machine.sharing,
      bind: (wanted) => bindValue(bind(wanted)),
    });
  } catch (error) {
    if (error instanceof OrgError && !(error instanceof LimitExceeded)) {
      throwApex('System.SearchException', error.message);
    }
    throw error;
  }
}

/** One list for each object. */
function lists(results: readonly SearchResult[]): ApexList {
  return new ApexList(
    listOf(types.SObject),
    results.map(({ object, records }) => new ApexList(sobjectType(object.name), [...records])),
  );
}
