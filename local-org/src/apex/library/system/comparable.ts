/** System.Comparable and System.Comparator ("Comparable Interface", "Comparator Interface", Apex Reference Guide). */
import { libraryInterface } from '../define.ts';

export const comparableInterface = libraryInterface('System.Comparable', [
  'Integer compareTo(Object objectToCompareTo)',
]);

export const comparatorInterface = libraryInterface('System.Comparator<T>', ['Integer compare(T o1, T o2)']);
