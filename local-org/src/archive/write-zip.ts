/** Writes zip archives (".ZIP File Format Specification", PKWARE). */
import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipFile } from './read-zip.ts';

const VERSION = 20;
const NAMES_IN_UTF8 = 0x800;
const DEFLATED = 8;
/** 1 January 1980: the same files make the same archive. */
const DATE = 0x21;

export function writeZip(files: readonly ZipFile[]): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, data } of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(data);
    const common = commonHeader(name, data, packed);
    const local = Buffer.concat([uint32(0x04034b50), common, name, packed]);
    directory.push(uint32(0x02014b50), uint16(VERSION), common, Buffer.alloc(10), uint32(offset), name);
    contents.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = uint16(files.length);
  const end = [uint32(0x06054b50), Buffer.alloc(4), count, count, uint32(central.length), uint32(offset), uint16(0)];
  return Buffer.concat([...contents, central, ...end]);
}

function commonHeader(name: Buffer, data: Uint8Array, packed: Buffer): Buffer {
  return Buffer.concat([
    ...[VERSION, NAMES_IN_UTF8, DEFLATED, 0, DATE].map(uint16),
    ...[crc32(data), packed.length, data.length].map(uint32),
    ...[name.length, 0].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
