/** Records with a file, as `multipart/form-data` (REST API Developer Guide, "Insert or Update Blob Data"). */
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { BlobValue } from '../../schema/values/index.ts';
import type { ApiRequest } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asObject, type JsonObject, readObject } from './read-body.ts';
import { readRecord } from './read-record.ts';

/** The record of a request that may carry a file beside it: the part with a file name is the field it is named after. */
export function readRecordWithFile(request: ApiRequest, object: ObjectSchema, schema: Schema): SObject {
  const message = readMultipart(request);
  if (message === undefined) return readRecord(readObject(request), object, schema);
  const record = readRecord(message.entity, object, schema);
  for (const { name, content } of message.files) {
    const field = object.field(name);
    if (field?.type !== 'base64') {
      throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', `${name} is no field of ${object.name} that holds a file`);
    }
    record.set(field.name, new BlobValue(content));
  }
  return record;
}

export interface MultipartMessage {
  readonly entity: JsonObject;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
}

/** The JSON part and the files; undefined for a request of another kind. */
export function readMultipart(request: ApiRequest): MultipartMessage | undefined {
  const type = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data\s*;.*\bboundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) return undefined;
  const parts = partsOf(Buffer.from(request.body), boundary);
  const entity = parts.find(({ fileName }) => fileName === undefined);
  if (entity === undefined)
    throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', 'Multipart message has no entity part');
  return {
    entity: asObject(parse(entity.content), 'the entity'),
    files: parts.filter(({ fileName }) => fileName !== undefined),
  };
}

interface Part {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly content: Buffer;
}

function partsOf(body: Buffer, boundary: string): Part[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const end = body.indexOf(delimiter, from);
    if (end < 0) break;
    const part = readPart(body.subarray(from, end));
    if (part !== undefined) parts.push(part);
    start = end;
  }
  return parts;
}

function readPart(bytes: Buffer): Part | undefined {
  const split = bytes.indexOf('\r\n\r\n');
  if (split < 0) return undefined;
  const head = bytes.subarray(0, split).toString('utf8');
  const disposition = /content-disposition\s*:([^\r\n]*)/i.exec(head)?.[1] ?? '';
  const parameter = (name: string) => new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
  // The line end before the next boundary belongs to it.
  return {
    name: parameter('name') ?? '',
    fileName: parameter('filename'),
    content: bytes.subarray(split + 4, bytes.length - 2),
  };
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch (error) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', (error as SyntaxError).message);
  }
}
