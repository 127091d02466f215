/** Metadata that does not change while the page is open: asked for once. */
import { uiApi } from '../http/http.ts';
import type { Layout, ObjectInfo, PicklistField } from './types.ts';

const answers = new Map<string, Promise<unknown>>();

function once<T>(path: string, query: Record<string, unknown> = {}): Promise<T> {
  const key = path + JSON.stringify(query);
  let answer = answers.get(key) as Promise<T> | undefined;
  if (answer === undefined) {
    answer = uiApi<T>('GET', path, query);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
  }
  return answer;
}

export function objectInfo(name: string): Promise<ObjectInfo> {
  return once(`object-info/${name}`);
}

export function layout(
  objectApiName: string,
  mode: 'View' | 'Edit' | 'Create',
  recordTypeId?: string,
  layoutType = 'Full',
): Promise<Layout> {
  return once(`layout/${objectApiName}`, { layoutType, mode, recordTypeId });
}

/** All picklists of an object for a record type, by field. */
export async function picklists(
  objectApiName: string,
  recordTypeId: string,
): Promise<Readonly<Record<string, PicklistField>>> {
  const answer = await once<{ picklistFieldValues: Record<string, PicklistField> }>(
    `object-info/${objectApiName}/picklist-values/${recordTypeId}`,
  );
  return answer.picklistFieldValues;
}

export function picklist(objectApiName: string, recordTypeId: string, field: string): Promise<PicklistField> {
  return once(`object-info/${objectApiName}/picklist-values/${recordTypeId}/${field}`);
}
