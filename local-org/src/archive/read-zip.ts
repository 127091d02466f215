/**
 * Reads zip archives that strangers send (".ZIP File Format Specification", PKWARE). Nothing is taken on trust: what the archive says of
 * itself is held against its contents, and no more is unpacked than it may hold. Libraries read what is broken as well as they can, and
 * unpack without a limit, where a deploy must refuse.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { requireSafePath } from './safe-path.ts';
import { ZipError } from './zip-error.ts';

export interface ZipFile {
  readonly path: string;
  readonly data: Uint8Array;
}

export interface ZipLimits {
  readonly files: number;
  /** Bytes of all files, unpacked. */
  readonly bytes: number;
}

interface Entry {
  readonly path: string;
  readonly name: Buffer;
  readonly stored: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x1;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;
const FOLDER = 0o040000;
const names = new TextDecoder('utf-8', { fatal: true });

/** The files of the archive, folders left out. Throws `ZipError`. */
export function readZip(bytes: Uint8Array, limits: ZipLimits): ZipFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(zip, limits);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes) {
    throw new ZipError(`The zip file holds ${total} bytes, limit is: ${limits.bytes}`, { isTooLarge: true });
  }
  const paths = new Set<string>();
  let free = 0;
  return entries
    .toSorted((left, right) => left.offset - right.offset)
    .map((entry) => {
      if (paths.has(entry.path)) throw new ZipError(`The zip file has duplicate entries: ${entry.path}`);
      paths.add(entry.path);
      if (entry.offset < free) throw new ZipError('The zip file has entries that overlap');
      const start = contentStart(zip, entry);
      free = start + entry.packedSize;
      return { path: entry.path, data: unpack(zip.subarray(start, free), entry) };
    })
    .filter(({ path }) => !path.endsWith('/'));
}

function readDirectory(zip: Buffer, limits: ZipLimits): Entry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (zip.readUInt16LE(end + 8) !== count || count === 0xffff || at === 0xffffffff) {
    throw new ZipError('The zip file is in several parts or in the format Zip64, which is not read');
  }
  if (count > limits.files) {
    throw new ZipError(`Too many files in zip: ${count}, limit is: ${limits.files}`, { isTooLarge: true });
  }
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    requireHeader(zip, at, CENTRAL_SIZE, CENTRAL);
    const length = zip.readUInt16LE(at + 28);
    requireHeader(zip, at, CENTRAL_SIZE + length, CENTRAL);
    entries.push(readEntry(zip, at, zip.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + length)));
    at += CENTRAL_SIZE + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - END_SIZE; at >= Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new ZipError('The file is not a zip file, or is incomplete');
}

function readEntry(zip: Buffer, at: number, name: Buffer): Entry {
  const path = decodeName(name);
  requireSafePath(path.replace(/\/$/, ''));
  const flags = zip.readUInt16LE(at + 8);
  const method = zip.readUInt16LE(at + 10);
  if ((flags & ENCRYPTED) !== 0) throw new ZipError(`The zip file has an encrypted entry: ${path}`);
  if (method !== 0 && method !== 8)
    throw new ZipError(`The zip file has an entry that is packed in another way: ${path}`);
  const fileType = zip.readUInt8(at + 5) === UNIX ? zip.readUInt16LE(at + 40) & FILE_TYPE : 0;
  if (![0, REGULAR_FILE, FOLDER].includes(fileType)) {
    throw new ZipError(`The zip file has an entry that is a link or a device: ${path}`);
  }
  return {
    path,
    name,
    stored: method === 0,
    crc: zip.readUInt32LE(at + 16),
    packedSize: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
}

function decodeName(name: Buffer): string {
  try {
    return names.decode(name);
  } catch {
    throw new ZipError('The zip file has an entry whose name is not in UTF-8');
  }
}

/** The local header repeats the name; one that differs would be read as another file by others. */
function contentStart(zip: Buffer, { offset, name, packedSize, path }: Entry): number {
  requireHeader(zip, offset, LOCAL_SIZE, LOCAL);
  const length = zip.readUInt16LE(offset + 26);
  const start = offset + LOCAL_SIZE + length + zip.readUInt16LE(offset + 28);
  if (!zip.subarray(offset + LOCAL_SIZE, offset + LOCAL_SIZE + length).equals(name)) {
    throw new ZipError(`The zip file has an entry with two names: ${path}`);
  }
  if (start + packedSize > zip.length) throw new ZipError(`The zip file is incomplete: ${path}`);
  return start;
}

function unpack(packed: Buffer, { path, stored, size, crc }: Entry): Uint8Array {
  const data = stored ? packed : inflate(packed, size, path);
  if (data.length !== size || crc32(data) !== crc) {
    throw new ZipError(`The zip file has an entry that is not what it says: ${path}`);
  }
  return data;
}

/** No more is unpacked than the entry says, which counts against the limits. */
function inflate(packed: Buffer, size: number, path: string): Buffer {
  if (size === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: size });
  } catch {
    throw new ZipError(`The zip file has an entry that cannot be unpacked: ${path}`);
  }
}

function requireHeader(zip: Buffer, at: number, size: number, signature: number): void {
  if (at + size > zip.length || zip.readUInt32LE(at) !== signature) {
    throw new ZipError('The zip file is broken');
  }
}
