/** `lightning/uiListApi`, the older way to list views. */
import { uiApi } from '../../shell/http/http.ts';
import { objectName, type ObjectReference } from '../../shell/records/types.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

/** `listViewApiName` of the recently viewed records: `getListUi({ objectApiName, listViewApiName: MRU })`. */
export const MRU = '__Recent';

interface ListUiConfig {
  readonly objectApiName?: ObjectReference;
  readonly listViewApiName?: string;
  readonly listViewId?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: string | readonly string[];
}

export const getListUi = wireAdapter<ListUiConfig, unknown>(
  ({ objectApiName }) => Boolean(objectApiName),
  ({ objectApiName, listViewApiName, listViewId, pageSize, pageToken, sortBy }) => {
    const list = listViewApiName ?? listViewId;
    const path = `list-ui/${objectName(objectApiName!)}${list === undefined ? '' : `/${list}`}`;
    return uiApi('GET', path, { pageSize, pageToken, sortBy: Array.isArray(sortBy) ? sortBy.join(',') : sortBy });
  },
);
