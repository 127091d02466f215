/**
 * What DML methods return for each record: Database.SaveResult, UpsertResult, DeleteResult, UndeleteResult and MergeResult
 * (Apex Reference Guide), which differ only in what they add.
 */
import type { SaveResult } from '../../../database/services.ts';
import { ApexList, LibraryObject, stringOf, type ApexObject } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';
import { errorList } from './error.ts';

export const RESULT_TYPES = [
  'SaveResult',
  'UpsertResult',
  'DeleteResult',
  'UndeleteResult',
  'MergeResult',
  'EmptyRecycleBinResult',
  'LeadConvertResult',
] as const;

/** Ids of the records that a lead was converted to, and of the lead. */
export const LEAD_RESULT_IDS = ['AccountId', 'ContactId', 'LeadId', 'OpportunityId'] as const;

export type ResultType = (typeof RESULT_TYPES)[number];

export class ResultValue extends LibraryObject {
  readonly typeName: string;
  readonly result: SaveResult;
  /** Ids of the records that were merged into this one. */
  readonly mergedIds: readonly string[];
  readonly leadIds: Readonly<Record<string, string | null>>;

  constructor(
    type: ResultType,
    result: SaveResult,
    mergedIds: readonly string[] = [],
    leadIds: Readonly<Record<string, string | null>> = {},
  ) {
    super();
    this.typeName = `Database.${type}`;
    this.result = result;
    this.mergedIds = mergedIds;
    this.leadIds = leadIds;
  }

  override toString(): string {
    const { id, success, errors } = this.result;
    return `${this.typeName}[getErrors=${stringOf(errorList(errors))};getId=${id};isSuccess=${success};]`;
  }
}

const common = readings<ResultValue>({
  'List<Database.Error> Errors': ({ result }) => errorList(result.errors),
  'Id Id': ({ result }) => result.id,
  'Boolean Success': ({ result }) => result.success,
});

export const resultClasses: readonly LibraryClass[] = [
  libraryClass('Database.SaveResult', common),
  libraryClass('Database.UpsertResult', {
    ...common,
    ...readings<ResultValue>({ 'Boolean Created': ({ result }) => result.created }),
  }),
  libraryClass('Database.DeleteResult', common),
  libraryClass('Database.UndeleteResult', common),
  libraryClass('Database.EmptyRecycleBinResult', common),
  libraryClass('Database.LeadConvertResult', {
    ...common,
    ...readings<ResultValue>(
      Object.fromEntries(LEAD_RESULT_IDS.map((name) => [`Id ${name}`, (self) => self.leadIds[name] ?? null])),
    ),
  }),
  libraryClass('Database.MergeResult', {
    ...common,
    ...readings<ResultValue>({
      'List<String> MergedRecordIds': ({ mergedIds }) => new ApexList(types.String, [...mergedIds]),
    }),
  }),
];

export function resultList(type: ResultType, results: readonly SaveResult[]): ApexList<ApexObject> {
  return new ApexList<ApexObject>(
    libraryType(`Database.${type}`),
    results.map((result) => new ResultValue(type, result)),
  );
}
