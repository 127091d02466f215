/** `lightning/uiListsApi`: list views and their records. */
import { uiApi } from '../../shell/http/http.ts';
import {
  fieldNames,
  objectName,
  type FieldReference,
  type ObjectReference,
  type RecordData,
} from '../../shell/records/types.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

interface ListConfig {
  readonly objectApiName: ObjectReference | undefined;
  readonly listViewApiName: string | undefined;
}

function isComplete({ objectApiName, listViewApiName }: ListConfig): boolean {
  return Boolean(objectApiName) && Boolean(listViewApiName);
}

export const getListInfoByName = wireAdapter<ListConfig, unknown>(isComplete, ({ objectApiName, listViewApiName }) =>
  uiApi('GET', `list-info/${objectName(objectApiName!)}/${listViewApiName}`),
);

export const getListInfosByObjectName = wireAdapter<{ readonly objectApiName: ObjectReference | undefined }, unknown>(
  ({ objectApiName }) => Boolean(objectApiName),
  ({ objectApiName }) => uiApi('GET', `list-info/${objectName(objectApiName!)}`),
);

interface ListRecordsConfig extends ListConfig {
  readonly fields?: readonly FieldReference[];
  readonly optionalFields?: readonly FieldReference[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly searchTerm?: string;
  readonly sortBy?: readonly string[];
}

export interface RecordPage {
  readonly count: number;
  readonly nextPageToken: string | null;
  readonly previousPageToken: string | null;
  readonly records: readonly RecordData[];
}

export const getListRecordsByName = wireAdapter<ListRecordsConfig, RecordPage>(
  isComplete,
  ({ objectApiName, listViewApiName, fields, optionalFields, ...rest }) =>
    uiApi(
      'POST',
      `list-records/${objectName(objectApiName!)}/${listViewApiName}`,
      {},
      {
        ...rest,
        ...(fields === undefined ? {} : { fields: fieldNames(fields) }),
        ...(optionalFields === undefined ? {} : { optionalFields: fieldNames(optionalFields) }),
      },
    ),
);
