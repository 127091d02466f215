/** `lightning/uiLookupsApi`. */
import { uiApi } from '../../shell/http/http.ts';
import { fieldName, objectName, type FieldReference, type ObjectReference } from '../../shell/records/types.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

interface LookupConfig {
  readonly fieldApiName: FieldReference | undefined;
  readonly objectApiName?: ObjectReference;
  readonly requestParams?: { readonly q?: string; readonly pageSize?: number; readonly searchType?: string };
  readonly targetApiName: string | undefined;
}

export const getLookupRecords = wireAdapter<LookupConfig, unknown>(
  ({ fieldApiName, targetApiName }) => Boolean(fieldApiName) && Boolean(targetApiName),
  ({ fieldApiName, objectApiName, requestParams, targetApiName }) => {
    const [object, field] = fieldName(fieldApiName!).split('.');
    return uiApi(
      'GET',
      `lookups/${objectApiName === undefined ? object : objectName(objectApiName)}/${field}/${targetApiName}`,
      {
        ...requestParams,
      },
    );
  },
);
