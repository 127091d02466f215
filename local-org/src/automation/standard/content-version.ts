/** ContentVersion: every upload belongs to a document, which is linked to its owner and where it was published first ("ContentVersion", Object Reference). */
import { createHash } from 'node:crypto';
import type { Transaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DatetimeValue, type FieldValue } from '../../schema/values/index.ts';
import { saveErrors } from '../errors.ts';
import { goodRows, isChanged, type SaveRow } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** `FileType` where it is not the extension in upper case. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  txt: 'TEXT',
  docx: 'WORD_X',
  doc: 'WORD',
  xlsx: 'EXCEL_X',
  xls: 'EXCEL',
  pptx: 'POWER_POINT_X',
  ppt: 'POWER_POINT',
  jpeg: 'JPG',
};

export const contentVersion: ObjectBehaviour = {
  objects: ['ContentVersion'],

  derive(batch) {
    for (const row of goodRows(batch)) {
      const { record } = row;
      if (isChanged(row, 'PathOnClient')) describePath(record);
      if (isChanged(row, 'VersionData')) describeData(record);
      if (batch.operation === 'insert') {
        record.values.set('IsLatest', true);
        record.values.set('PublishStatus', 'P');
        record.values.set('ContentModifiedDate', new DatetimeValue(batch.tx.org.clock.now()));
        record.values.set('ContentModifiedById', batch.tx.user.id);
      }
    }
  },

  /** A new version takes the right to change the file. */
  settle(batch) {
    const { tx, operation, options } = batch;
    if (operation === 'insert') for (const row of goodRows(batch)) checkContent(row);
    if (operation !== 'insert' || !(options.mode === 'user' || options.sharing)) return;
    const rows = goodRows(batch).filter(({ record }) => record.get('ContentDocumentId') !== null);
    const ids = rows.map(({ record }) => record.get('ContentDocumentId') as string);
    const documents = tx.org.schema.require('ContentDocument');
    const access = ids.length === 0 ? new Map() : tx.org.security.recordAccess(tx, tx.user.id, documents, ids);
    for (const { record, errors } of rows) {
      if (['Edit', 'All'].includes(String(access.get(record.get('ContentDocumentId'))))) continue;
      errors.push(saveErrors.notEditable());
    }
  },

  saved({ tx, operation, rows }) {
    if (operation !== 'insert') return;
    for (const { record } of rows) {
      if (record.get('ContentDocumentId') === null) addDocument(tx, record);
      else replaceLatest(tx, record);
    }
  },
};

/** A file needs a name and content; a link has an address instead ("ContentVersion", Object Reference). */
function checkContent({ record, errors }: SaveRow): void {
  if (record.get('ContentUrl') !== null) return;
  const data = record.get('VersionData');
  if ((record.get('PathOnClient') ?? '') === '') errors.push(saveErrors.requiredMissing(['PathOnClient']));
  else if (data instanceof BlobValue && data.size === 0) errors.push(saveErrors.requiredMissing(['VersionData']));
}

function describePath(record: SObject): void {
  const path = (record.get('PathOnClient') as string | null) ?? '';
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? null : name.slice(dot + 1).toLowerCase();
  if (record.get('Title') === null) record.values.set('Title', dot < 0 ? name : name.slice(0, dot));
  record.values.set('FileExtension', extension);
  record.values.set('FileType', extension === null ? 'UNKNOWN' : (FILE_TYPES[extension] ?? extension.toUpperCase()));
}

function describeData(record: SObject): void {
  const data = record.get('VersionData');
  if (!(data instanceof BlobValue)) return;
  record.values.set('ContentSize', data.bytes.length);
  record.values.set('Checksum', createHash('md5').update(data.bytes).digest('hex'));
}

function addDocument(tx: Transaction, version: SObject): void {
  const id = add(tx, 'ContentDocument', {
    Title: version.get('Title'),
    OwnerId: version.get('OwnerId'),
    PublishStatus: 'P',
    LatestPublishedVersionId: version.id,
    ...fileFields(version),
  });
  change(tx, version, { ContentDocumentId: id, VersionNumber: '1' });
  link(tx, id, version.get('OwnerId'), 'I');
  const location = version.get('FirstPublishLocationId');
  if (location !== null && location !== version.get('OwnerId')) link(tx, id, location, 'V');
}

function replaceLatest(tx: Transaction, version: SObject): void {
  const documents = tx.org.schema.require('ContentDocument');
  const id = version.get('ContentDocumentId') as string;
  const earlier = tx.store.findRows(version.schema, 'ContentDocumentId', [id]).filter((row) => row.id !== version.id);
  for (const row of earlier) tx.store.updateRow(version.schema, row.id!, new Map([['IsLatest', false]]));
  change(tx, version, { VersionNumber: String(earlier.length + 1) });
  const values = { LatestPublishedVersionId: version.id, Title: version.get('Title'), ...fileFields(version) };
  tx.store.updateRow(documents, id, new Map(Object.entries(values)));
}

function fileFields(version: SObject): Record<string, FieldValue> {
  return {
    ContentSize: version.get('ContentSize'),
    FileType: version.get('FileType'),
    FileExtension: version.get('FileExtension'),
    ContentModifiedDate: version.get('ContentModifiedDate'),
  };
}

function link(tx: Transaction, document: string, entity: FieldValue, shareType: string): void {
  const values = { ContentDocumentId: document, LinkedEntityId: entity, ShareType: shareType, Visibility: 'AllUsers' };
  add(tx, 'ContentDocumentLink', values);
}

function change(tx: Transaction, version: SObject, values: Readonly<Record<string, FieldValue>>): void {
  for (const [name, value] of Object.entries(values)) version.values.set(name, value);
  tx.store.updateRow(version.schema, version.id!, new Map(Object.entries(values)));
}

function add(tx: Transaction, objectName: string, values: Readonly<Record<string, FieldValue>>): string {
  const object = tx.org.schema.require(objectName);
  const id = tx.store.newId(object);
  const now = new DatetimeValue(tx.org.clock.now());
  const audit: Record<string, FieldValue> = {
    CreatedById: tx.user.id,
    CreatedDate: now,
    LastModifiedById: tx.user.id,
    LastModifiedDate: now,
    SystemModstamp: now,
  };
  const known = Object.entries(audit).filter(([name]) => object.field(name) !== undefined);
  tx.store.insertRow(new SObject(object, [['Id', id], ...known, ...Object.entries(values)]));
  return id;
}
