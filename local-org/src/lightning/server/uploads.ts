/** Uploads from the browser: the file is the body, what it belongs to is in the query. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../../api/http/errors.ts';
import type { Authenticate } from '../../api/ui-api/routes.ts';
import type { Transaction } from '../../database/transaction.ts';
import { mimeType } from '../../files/stored-files.ts';
import type { Org } from '../../org/org.ts';
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, type FieldValue } from '../../schema/values/index.ts';

const options = { mode: 'user', sharing: true, allOrNone: true } as const;

export function registerUploads(scope: FastifyInstance, org: Org, authenticate: Authenticate): void {
  scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  scope.post('/_app/files', (request, reply) => {
    const user = authenticate(request);
    return reply.send(org.transaction(user, (tx) => upload(tx, request)));
  });
}

/** Makes the version, published to the record or linked to nothing but its owner. */
function upload(tx: Transaction, request: FastifyRequest) {
  const { name, recordId, field, value } = request.query as Readonly<Record<string, string | undefined>>;
  if (name === undefined || name === '') throw new ApiError(400, 'REQUIRED_FIELD_MISSING', 'A file needs a name.');
  if (!(request.body instanceof Buffer))
    throw new ApiError(400, 'INVALID_PARAMETER', 'An upload is sent as application/octet-stream.');
  const versions = tx.org.schema.require('ContentVersion');
  const values: [string, FieldValue][] = [
    ['PathOnClient', name],
    ['VersionData', new BlobValue(request.body)],
    ...(recordId === undefined ? [] : [['FirstPublishLocationId', recordId] as [string, FieldValue]]),
    ...(field === undefined ? [] : [[field, value ?? null] as [string, FieldValue]]),
  ];
  const version = new SObject(versions, values);
  tx.org.dml.insert(tx, [version], options);
  const row = tx.store.getRows(versions, [version.id!]).get(version.id!);
  return {
    name,
    documentId: row?.get('ContentDocumentId') ?? null,
    contentVersionId: version.id,
    contentBodyId: version.id,
    mimeType: mimeType(String(row?.get('FileExtension') ?? '')),
  };
}
