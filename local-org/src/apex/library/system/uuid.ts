/** System.UUID ("UUID Class", Apex Reference Guide). */
import { randomUUID } from 'node:crypto';
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export class UuidValue extends LibraryObject {
  readonly typeName = 'System.UUID';
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  hashKey(): string {
    return this.text;
  }

  override toString(): string {
    return this.text;
  }
}

export const uuidClass = libraryClass('System.UUID', {
  'static System.UUID randomUUID()': () => new UuidValue(randomUUID()),
  ...refusingNulls({
    'static System.UUID fromString(String input)': (text: string) => {
      if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
        throwApex('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
      }
      return new UuidValue(text.toLowerCase());
    },
  }),
  'String toString()': (self: UuidValue) => self.text,
});
