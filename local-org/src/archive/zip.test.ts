import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { readZip, type ZipFile } from './read-zip.ts';
import { writeZip } from './write-zip.ts';
import { ZipError } from './zip-error.ts';

const limits = { files: 3, bytes: 1000 };
const bear = file('classes/Bear.cls', 'class Bear {}'.repeat(9));

function file(path: string, text: string): ZipFile {
  return { path, data: Buffer.from(text) };
}

/** The archive with a number written over each place where the central directory's first entry has the field. */
function changed(zip: Buffer, field: number, value: number, size = 4): Buffer {
  const copy = Buffer.from(zip);
  const at = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUIntLE(value, at + field, size);
  return copy;
}

function refuses(zip: Uint8Array, message: RegExp): void {
  assert.throws(
    () => readZip(zip, limits),
    (error) => error instanceof ZipError && message.test(error.message),
  );
}

test('what is written is read', () => {
  const files = [bear, file('übung/leer.txt', ''), file('package.xml', '<Package/>')];
  assert.deepEqual(
    readZip(writeZip(files), limits).map(({ path, data }) => [path, Buffer.from(data).toString()]),
    files.map(({ path, data }) => [path, Buffer.from(data).toString()]),
  );
  assert.deepEqual(readZip(writeZip([]), limits), []);
  assert.deepEqual(readZip(writeZip([file('folder/', '')]), limits), []);
});

test('paths that leave the folder are refused on every system', () => {
  for (const path of [
    '../up.cls',
    'classes/../../up.cls',
    '/etc/passwd',
    'C:/up.cls',
    'classes\\..\\up.cls',
    'classes/./a',
    'a//b',
    'nul\0.cls',
    'line\n.cls',
    '..',
  ]) {
    refuses(writeZip([file(path, 'x')]), /illegal path/);
  }
});

test('links, encrypted entries and other ways of packing are refused', () => {
  const link = changed(changed(writeZip([bear]), 5, 3, 1), 40, 0o120777, 2);
  refuses(link, /a link or a device: classes\/Bear.cls/);
  refuses(changed(writeZip([bear]), 8, 1, 2), /encrypted/);
  refuses(changed(writeZip([bear]), 10, 12, 2), /packed in another way/);
});

test('duplicate and overlapping entries, and two names of one, are refused', () => {
  refuses(writeZip([bear, bear]), /duplicate entries: classes\/Bear.cls/);
  const two = writeZip([bear, file('classes/Bear.txt', 'x')]);
  const second = two.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  two.writeUInt32LE(0, second + 42);
  refuses(two, /overlap/);
  const renamed = writeZip([bear]);
  renamed.write('Wolf', renamed.indexOf('Bear'));
  refuses(renamed, /two names/);
});

test('an archive unpacks to no more than it may hold, whatever it says', () => {
  refuses(writeZip([file('a', 'x'.repeat(1001))]), /holds 1001 bytes, limit is: 1000/);
  refuses(writeZip(['a', 'b', 'c', 'd'].map((path) => file(path, 'x'))), /Too many files in zip: 4, limit is: 3/);
  const bomb = changed(writeZip([file('a', 'x'.repeat(1_000_000))]), 24, 10);
  assert.equal(deflateRawSync('x'.repeat(1_000_000)).length < 2000, true);
  refuses(bomb, /cannot be unpacked: a/);
});

test('what is no archive, broken or cut off is refused', () => {
  const zip = writeZip([bear]);
  refuses(Buffer.alloc(0), /not a zip file/);
  refuses(Buffer.from('<Package/>'), /not a zip file/);
  for (let length = 1; length < zip.length; length++) refuses(zip.subarray(0, length), /not a zip file/);
  refuses(changed(zip, 0, 0), /broken/);
  refuses(changed(zip, 42, 5), /broken/);
  refuses(changed(zip, 20, 5000), /incomplete: classes/);
  refuses(changed(zip, 16, 1), /not what it says/);
  refuses(changed(zip, 28, 60000, 2), /broken/);
  const wrong = writeZip([file('classes/Bäx.cls', 'x')]);
  for (let at = wrong.indexOf(0xc3); at >= 0; at = wrong.indexOf(0xc3, at + 1)) wrong[at] = 0xff;
  refuses(wrong, /not in UTF-8/);
});
