/** `lightning/uiObjectInfoApi`. */
import { objectInfo, picklist, picklists } from '../../shell/records/metadata.ts';
import {
  fieldName,
  objectName,
  type FieldReference,
  type ObjectInfo,
  type ObjectReference,
  type PicklistField,
} from '../../shell/records/types.ts';
import { uiApi } from '../../shell/http/http.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

export const getObjectInfo = wireAdapter<{ readonly objectApiName: ObjectReference | undefined }, ObjectInfo>(
  ({ objectApiName }) => Boolean(objectApiName),
  ({ objectApiName }) => objectInfo(objectName(objectApiName!)),
);

interface Results {
  readonly results: readonly { readonly result: unknown; readonly statusCode: number }[];
}

export const getObjectInfos = wireAdapter<{ readonly objectApiNames: readonly ObjectReference[] | undefined }, Results>(
  ({ objectApiNames }) => (objectApiNames?.length ?? 0) > 0,
  ({ objectApiNames }) => uiApi('GET', `object-info/batch/${objectApiNames!.map(objectName).join(',')}`),
);

interface PicklistConfig {
  readonly recordTypeId: string | undefined;
  readonly fieldApiName: FieldReference | undefined;
}

export const getPicklistValues = wireAdapter<PicklistConfig, PicklistField>(
  ({ recordTypeId, fieldApiName }) => Boolean(recordTypeId) && Boolean(fieldApiName),
  ({ recordTypeId, fieldApiName }) => {
    const [object, field] = fieldName(fieldApiName!).split('.');
    return picklist(object!, recordTypeId!, field!);
  },
);

interface RecordTypePicklistConfig {
  readonly recordTypeId: string | undefined;
  readonly objectApiName: ObjectReference | undefined;
}

export const getPicklistValuesByRecordType = wireAdapter<
  RecordTypePicklistConfig,
  { readonly picklistFieldValues: Readonly<Record<string, PicklistField>> }
>(
  ({ recordTypeId, objectApiName }) => Boolean(recordTypeId) && Boolean(objectApiName),
  async ({ recordTypeId, objectApiName }) => ({
    picklistFieldValues: await picklists(objectName(objectApiName!), recordTypeId!),
  }),
);
