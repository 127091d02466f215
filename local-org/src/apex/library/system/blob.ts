/** System.Blob ("Blob Class", Apex Reference Guide). */
import { BlobValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const blobClass = libraryClass(
  'System.Blob',
  refusingNulls({
    'static Blob valueOf(String stringToBlob)': (text: string) => BlobValue.ofText(text),
    'Integer size()': (self: BlobValue) => self.size,
    'String toString()': textOf,
  }),
);

/** Apex refuses bytes that are no text. */
function textOf(self: BlobValue): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(self.bytes);
  } catch {
    throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
  }
}
