/** The files of a record, as its related list shows them. */
import { queryAsUser, type UiApiContext } from '../../api/ui-api/context.ts';
import { ApiError } from '../../api/http/errors.ts';
import { jsonValue } from '../../api/ui-api/field-values.ts';
import { isId } from '../../schema/ids.ts';

export function recordFiles(context: UiApiContext, recordId: string) {
  if (!isId(recordId)) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${recordId}`);
  const { org, tx, user } = context;
  const links = queryAsUser(
    context,
    `SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${recordId}'`,
  );
  const ids = links.records.map((link) => String(link.get('ContentDocumentId')));
  if (ids.length === 0) return { files: [] };
  const { records } = queryAsUser(
    context,
    `SELECT Id, Title, FileExtension, FileType, ContentSize, ContentModifiedDate, Owner.Name, LatestPublishedVersionId
     FROM ContentDocument WHERE Id IN (${ids.map((id) => `'${id}'`).join()}) ORDER BY ContentModifiedDate DESC, Id DESC`,
  );
  const access = org.security.recordAccess(tx, user.id, org.schema.require('ContentDocument'), ids);
  return {
    files: records.map((document) => ({
      id: document.id,
      versionId: document.get('LatestPublishedVersionId'),
      title: document.get('Title'),
      extension: document.get('FileExtension'),
      size: Number(document.get('ContentSize') ?? 0),
      modified: jsonValue(document.get('ContentModifiedDate')),
      owner: document.parents.get('Owner')?.get('Name') ?? null,
      deletable: access.get(document.id ?? '') === 'All',
    })),
  };
}
