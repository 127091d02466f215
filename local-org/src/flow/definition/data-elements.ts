/** Elements that read and write records. */
import type {
  FlowRecordCreate,
  FlowRecordDelete,
  FlowRecordLookup,
  FlowRecordRollback,
  FlowRecordUpdate,
} from '@salesforce/types/metadata';
import { element, flag, list, oneOf, required, shape, text, withDefault, type ValueOf } from '../../metadata/shape.ts';
import { connector, flowValue, inputFieldAssignment, nodeParts, outputFieldAssignment, recordFilter } from './parts.ts';

export const recordLookup = shape<FlowRecordLookup>()({
  ...nodeParts,
  assignNullValuesIfNoRecordsFound: withDefault(flag, false),
  connector,
  faultConnector: connector,
  filterLogic: text,
  filters: list(recordFilter),
  getFirstRecordOnly: withDefault(flag, false),
  limit: flowValue,
  object: required(text),
  outputAssignments: list(outputFieldAssignment),
  outputReference: text,
  queriedFields: list(text),
  relatedRecords: list(element),
  sortField: text,
  sortOrder: oneOf('Asc', 'Desc'),
  storeOutputAutomatically: withDefault(flag, false),
});
export type RecordLookupSource = ValueOf<typeof recordLookup>;

export const recordCreate = shape<FlowRecordCreate>()({
  ...nodeParts,
  assignRecordIdToReference: text,
  connector,
  doesUpsert: withDefault(flag, false),
  doesUpsertAllOrNone: flag,
  faultConnector: connector,
  filterLogic: text,
  filters: list(recordFilter),
  inputAssignments: list(inputFieldAssignment),
  inputReference: text,
  object: text,
  operationMultMatchingRecords: text,
  operationOneMatchingRecord: text,
  operationZeroMatchingRecords: text,
  storeOutputAutomatically: withDefault(flag, false),
  upsertExternalIdField: text,
  upsertStandardIdField: text,
});
export type RecordCreateSource = ValueOf<typeof recordCreate>;

export const recordUpdate = shape<FlowRecordUpdate>()({
  ...nodeParts,
  connector,
  faultConnector: connector,
  filterLogic: text,
  filters: list(recordFilter),
  inputAssignments: list(inputFieldAssignment),
  inputReference: text,
  object: text,
});
export type RecordUpdateSource = ValueOf<typeof recordUpdate>;

export const recordDelete = shape<FlowRecordDelete>()({
  ...nodeParts,
  connector,
  faultConnector: connector,
  filterLogic: text,
  filters: list(recordFilter),
  inputReference: text,
  object: text,
});
export type RecordDeleteSource = ValueOf<typeof recordDelete>;

export const recordRollback = shape<FlowRecordRollback>()({ ...nodeParts, connector });
export type RecordRollbackSource = ValueOf<typeof recordRollback>;
