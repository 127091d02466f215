/** Files by the urls under which browsers and pages get them. */
import type { Transaction } from '../database/transaction.ts';
import { isId } from '../schema/ids.ts';
import type { SObject } from '../schema/sobject.ts';
import { BlobValue } from '../schema/values/index.ts';

export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The id in `/sfc/servlet.shepherd/version/download/068…` and its kin. */
export function contentUrlId(url: string): string | undefined {
  const id =
    /\/sfc\/servlet\.shepherd\/(?:version|document)\/(?:download|renditionDownload\?.*(?:version|document)Id=)\/?(\w{15,18})/.exec(
      url,
    )?.[1] ?? /\/servlet\/servlet\.(?:FileDownload|ImageServer)\?.*\b(?:file|id)=(\w{15,18})/.exec(url)?.[1];
  return id !== undefined && isId(id) ? id : undefined;
}

interface FileColumns {
  readonly body: string;
  readonly name: (row: SObject) => string;
  readonly contentType: (row: SObject) => string | null;
}

const text = (row: SObject, field: string) => row.get(field) as string | null;

const COLUMNS: Readonly<Record<string, FileColumns>> = {
  ContentVersion: {
    body: 'VersionData',
    name: versionName,
    contentType: (row) => mimeType(text(row, 'FileExtension') ?? ''),
  },
  Attachment: { body: 'Body', name: (row) => text(row, 'Name') ?? '', contentType: (row) => text(row, 'ContentType') },
  Document: { body: 'Body', name: (row) => text(row, 'Name') ?? '', contentType: (row) => text(row, 'ContentType') },
  LocalSentEmailFile: {
    body: 'Body',
    name: (row) => text(row, 'Name') ?? '',
    contentType: (row) => text(row, 'ContentType'),
  },
};

/** The file of a version, of a document's latest version, or of an attachment, if the running user may see it. */
export function fileOfVersion(tx: Transaction, id: string): StoredFile | undefined {
  const object = tx.org.schema.objectOfId(id);
  if (object?.name === 'ContentDocument') {
    const latest = visible(tx, `SELECT LatestPublishedVersionId FROM ContentDocument WHERE Id = '${id}'`)?.get(
      'LatestPublishedVersionId',
    );
    return typeof latest === 'string' ? fileOfVersion(tx, latest) : undefined;
  }
  const columns = object === undefined ? undefined : COLUMNS[object.name];
  if (object === undefined || columns === undefined) return undefined;
  if (visible(tx, `SELECT Id FROM ${object.name} WHERE Id = '${id}'`) === undefined) return undefined;
  const row = tx.store.getRows(object, [id]).get(id);
  const body = row?.get(columns.body);
  if (row === undefined || !(body instanceof BlobValue)) return undefined;
  const name = columns.name(row);
  return {
    name,
    contentType: columns.contentType(row) ?? mimeType(name.slice(name.lastIndexOf('.') + 1)),
    bytes: body.bytes,
  };
}

function visible(tx: Transaction, soql: string): SObject | undefined {
  return tx.org.query.lookUp(tx, soql, { mode: 'user', sharing: true }).records[0];
}

/** `Title.ext`, as downloads are named. */
export function versionName(row: SObject): string {
  const extension = text(row, 'FileExtension');
  const title = text(row, 'Title') ?? '';
  return extension === null || title.toLowerCase().endsWith(`.${extension}`) ? title : `${title}.${extension}`;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  xml: 'text/xml',
  json: 'application/json',
  zip: 'application/zip',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

export function mimeType(extension: string): string {
  return MIME_TYPES[extension.toLowerCase()] ?? 'application/octet-stream';
}
