/** `lightning/uiRelatedListApi`. */
import { uiApi } from '../../shell/http/http.ts';
import { onRefresh } from '../../shell/refresh/refresh.ts';
import {
  fieldNames,
  objectName,
  type FieldReference,
  type ObjectReference,
  type RecordData,
} from '../../shell/records/types.ts';
import { WireAdapter, wireAdapter } from '../../shell/wire/wire.ts';

interface RelatedListConfig {
  readonly parentObjectApiName: ObjectReference | undefined;
  readonly relatedListId: string | undefined;
  readonly recordTypeId?: string;
}

export const getRelatedListInfo = wireAdapter<RelatedListConfig, unknown>(
  ({ parentObjectApiName, relatedListId }) => Boolean(parentObjectApiName) && Boolean(relatedListId),
  ({ parentObjectApiName, relatedListId, recordTypeId }) =>
    uiApi('GET', `related-list-info/${objectName(parentObjectApiName!)}/${relatedListId}`, { recordTypeId }),
);

export const getRelatedListsInfo = wireAdapter<Omit<RelatedListConfig, 'relatedListId'>, unknown>(
  ({ parentObjectApiName }) => Boolean(parentObjectApiName),
  ({ parentObjectApiName, recordTypeId }) =>
    uiApi('GET', `related-list-info/${objectName(parentObjectApiName!)}`, { recordTypeId }),
);

export const getRelatedListCount = wireAdapter<RelatedRecordsConfig, unknown>(
  isComplete,
  ({ parentRecordId, relatedListId }) => uiApi('GET', `related-list-count/${parentRecordId}/${relatedListId}`),
);

interface RelatedRecordsConfig {
  readonly parentRecordId: string | undefined;
  readonly relatedListId: string | undefined;
  readonly fields?: readonly FieldReference[];
  readonly optionalFields?: readonly FieldReference[];
  readonly sortBy?: readonly string[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly where?: string;
}

interface RecordPage {
  readonly count: number;
  readonly nextPageToken: string | null;
  readonly records: readonly RecordData[];
}

function isComplete({ parentRecordId, relatedListId }: RelatedRecordsConfig): boolean {
  return Boolean(parentRecordId) && Boolean(relatedListId);
}

/** Wire adapter: the child records; read again when data on the page changes. */
export class getRelatedListRecords extends WireAdapter<RelatedRecordsConfig, RecordPage> {
  private end: (() => void) | undefined;

  override connect(): void {
    this.end = onRefresh(() => this.reload());
    super.connect();
  }

  override disconnect(): void {
    this.end?.();
    super.disconnect();
  }

  protected isComplete(config: RelatedRecordsConfig): boolean {
    return isComplete(config);
  }

  protected load({
    parentRecordId,
    relatedListId,
    fields,
    optionalFields,
    ...rest
  }: RelatedRecordsConfig): Promise<RecordPage> {
    return uiApi(
      'POST',
      `related-list-records/${parentRecordId}/${relatedListId}`,
      {},
      {
        ...rest,
        ...(fields === undefined ? {} : { fields: fieldNames(fields) }),
        ...(optionalFields === undefined ? {} : { optionalFields: fieldNames(optionalFields) }),
      },
    );
  }
}
