/** System.Blob ("Blob Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { BlobValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const blobClass = libraryClass(
  'System.Blob',
  refusingNulls({
    'static Blob valueOf(String stringToBlob)': (text: string) => BlobValue.ofText(text),
    // "Creates a binary object out of the given string, encoding it as a PDF file"; plain text is HTML without tags.
    'static Blob toPdf(String stringToConvert)': (text: string) => {
      const tx = currentTransaction();
      return new BlobValue(tx.org.pages.toPdf(tx, text));
    },
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
