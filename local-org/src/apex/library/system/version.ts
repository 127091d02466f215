/** System.Version ("Version Class", Apex Reference Guide). */
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export class VersionValue extends LibraryObject {
  readonly typeName = 'System.Version';
  /** Major, minor and, when it was given, patch. */
  readonly parts: readonly number[];

  constructor(parts: readonly number[]) {
    super();
    this.parts = parts;
  }

  override toString(): string {
    return this.parts.join('.');
  }
}

export const versionClass = libraryClass(
  'System.Version',
  refusingNulls({
    'Version(Integer major, Integer minor)': (...parts: number[]) => new VersionValue(parts),
    'Version(Integer major, Integer minor, Integer patch)': (...parts: number[]) => new VersionValue(parts),
    'Integer compareTo(System.Version version)': (self: VersionValue, other: VersionValue) => {
      const difference = self.parts.map((part, index) => part - (other.parts[index] ?? 0)).find((part) => part !== 0);
      return Math.sign(difference ?? 0);
    },
    'Integer major()': (self: VersionValue) => self.parts[0],
    'Integer minor()': (self: VersionValue) => self.parts[1],
    'Integer patch()': (self: VersionValue) => self.parts[2] ?? null,
  }),
);
