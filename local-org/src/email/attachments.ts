/** What goes along with an email: files given as such, and stored ones by id. */
import type { EmailAttachment, OutgoingEmail } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { isId } from '../schema/ids.ts';
import type { SObject } from '../schema/sobject.ts';
import { BlobValue } from '../schema/values/index.ts';
import { EmailError } from './email-error.ts';

/** "The total size of all file attachments": 25 MB ("Email Limits", Salesforce Help). */
const MOST_BYTES = 25_000_000;

interface FileFields {
  readonly name: (row: SObject) => string;
  readonly body: string;
  readonly contentType: string | undefined;
}

/** Objects whose rows can be attached ("setEntityAttachments(ids)"). */
const FILES: Readonly<Record<string, FileFields>> = {
  ContentVersion: { name: versionName, body: 'VersionData', contentType: undefined },
  Attachment: { name: (row) => String(row.get('Name')), body: 'Body', contentType: 'ContentType' },
  Document: { name: (row) => String(row.get('Name')), body: 'Body', contentType: 'ContentType' },
};

export function allAttachments(tx: Transaction, email: OutgoingEmail): EmailAttachment[] {
  const stored = (email.entityAttachments ?? []).map((id) => storedFile(tx, id));
  const all = [...(email.attachments ?? []), ...stored];
  if (all.reduce((size, { body }) => size + body.length, 0) > MOST_BYTES) {
    throw new EmailError('FILE_SIZE_LIMIT_EXCEEDED', 'The attachments are larger than 25 MB');
  }
  return all;
}

function storedFile(tx: Transaction, id: string): EmailAttachment {
  const object = isId(id) ? tx.org.schema.objectOfId(id) : undefined;
  const fields = object === undefined ? undefined : FILES[object.name];
  if (object === undefined || fields === undefined) {
    throw new EmailError('INVALID_ID_FIELD', `Only Document, ContentVersion and Attachment ids can be attached: ${id}`);
  }
  const row = tx.store.getRows(object, [id]).get(id);
  if (row === undefined || tx.org.security.recordAccess(tx, tx.user.id, object, [id]).get(id) === 'None') {
    throw new EmailError('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
  }
  const body = row.get(fields.body);
  return {
    fileName: fields.name(row),
    contentType: fields.contentType === undefined ? null : (row.get(fields.contentType) as string | null),
    body: body instanceof BlobValue ? body.bytes : new Uint8Array(),
  };
}

function versionName(row: SObject): string {
  const extension = row.get('FileExtension') as string | null;
  const title = String(row.get('Title'));
  return extension === null || title.toLowerCase().endsWith(`.${extension}`) ? title : `${title}.${extension}`;
}
