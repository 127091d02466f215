/** Reads a related list: its columns and its records. */
import { uiApi } from '../http/http.ts';
import type { ListColumn } from '../listTable/listTable.ts';
import type { RecordData } from '../records/types.ts';

export interface RelatedListInfo {
  readonly displayColumns: readonly ListColumn[];
  readonly fieldApiName: string;
  readonly label: string;
  readonly objectApiNames: readonly string[];
  readonly orderedByInfo: readonly { readonly fieldApiName: string; readonly isAscending: boolean }[];
}

export interface RecordPage {
  readonly nextPageToken: string | null;
  readonly records: readonly RecordData[];
}

export function relatedListInfo(
  parentName: string,
  id: string,
  columns: readonly string[] = [],
): Promise<RelatedListInfo> {
  return uiApi('GET', `related-list-info/${parentName}/${id}`, { columns: columns.join(',') });
}

/** Whether the list offers a button for new records: the user may make them, and the layout has the button. */
export async function offersNew(parentId: string, id: string): Promise<boolean> {
  const answer = await uiApi<{ actions: Readonly<Record<string, { actions: readonly unknown[] }>> }>(
    'GET',
    `actions/record/${parentId}/related-list/${id}`,
  );
  return answer.actions[parentId]!.actions.length > 0;
}

export interface PageRequest {
  readonly columns: readonly ListColumn[];
  readonly sortBy: string | undefined;
  readonly pageSize: number;
  readonly pageToken?: string;
}

export function relatedRecords(
  parentId: string,
  id: string,
  { columns, sortBy, pageSize, pageToken }: PageRequest,
): Promise<RecordPage> {
  const names = columns.flatMap((column) => [
    column.fieldApiName,
    ...(column.referenceField === null ? [] : [column.referenceField]),
  ]);
  return uiApi(
    'POST',
    `related-list-records/${parentId}/${id}`,
    {},
    {
      fields: [],
      optionalFields: names,
      pageSize,
      ...(sortBy === undefined ? {} : { sortBy: [sortBy] }),
      ...(pageToken === undefined ? {} : { pageToken }),
    },
  );
}
