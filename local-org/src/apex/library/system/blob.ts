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
    'Integer size()': (self: BlobValue | null) => present(self).size,
    'String toString()': textOf,
  }),
  { takesNull: true },
);

/** Apex refuses bytes that are no text. */
function textOf(self: BlobValue | null): string {
  const { bytes } = present(self);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
  }
}

/** A Blob that is null is refused as an argument is, not as an object that is missing. */
function present(self: BlobValue | null): BlobValue {
  return self ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
}
