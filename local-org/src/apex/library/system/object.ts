/** What every value can be asked ("Object Class", Apex Reference Guide). */
import { equalsOf, hashOf, stringOf } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';

export const objectClass = libraryClass(
  'System.Object',
  {
    'Boolean equals(Object other)': equalsOf,
    'Integer hashCode()': hashOf,
    'String toString()': stringOf,
  },
  { extensible: true },
);
