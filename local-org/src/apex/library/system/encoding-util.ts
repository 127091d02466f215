/** System.EncodingUtil ("EncodingUtil Class", Apex Reference Guide). */
import { BlobValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const encodingUtilClass = libraryClass(
  'System.EncodingUtil',
  refusingNulls({
    'static Blob base64Decode(String inputString)': (text: string) => BlobValue.ofBase64(text),
    'static String base64Encode(Blob inputBlob)': (blob: BlobValue) => blob.toBase64(),
    'static Blob convertFromHex(String inputString)': (text: string) => {
      if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) throwApex('System.StringException', `Invalid hex string: ${text}`);
      return new BlobValue(new Uint8Array(Buffer.from(text, 'hex')));
    },
    'static String convertToHex(Blob inputBlob)': (blob: BlobValue) => Buffer.from(blob.bytes).toString('hex'),
    'static String urlDecode(String inputString, String encodingScheme)': urlDecode,
    'static String urlEncode(String inputString, String encodingScheme)': (text: string, encoding: string) =>
      Array.from(Buffer.from(text, charset(encoding)), encodedByte).join(''),
  }),
);

function charset(name: string): BufferEncoding {
  const encodings: Readonly<Record<string, BufferEncoding>> = {
    'UTF-8': 'utf8',
    UTF8: 'utf8',
    'ISO-8859-1': 'latin1',
    'US-ASCII': 'latin1',
    'UTF-16LE': 'utf16le',
  };
  return (
    encodings[name.toUpperCase()] ?? throwApex('System.InvalidParameterValueException', `Unsupported encoding: ${name}`)
  );
}

/** As Java's URLEncoder: letters, digits and `.-*_` stay, a space is `+`. */
function encodedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z0-9.*_-]/.test(character)) return character;
  return character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function urlDecode(text: string, encoding: string): string {
  const bytes: number[] = [];
  for (const [token, hex] of text.replaceAll('+', ' ').matchAll(/%([0-9a-fA-F]{2})|[^]/gu)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else bytes.push(...Buffer.from(token, charset(encoding)));
  }
  return Buffer.from(bytes).toString(charset(encoding));
}
