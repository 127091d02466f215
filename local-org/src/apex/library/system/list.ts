/** System.List ("List Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { SObject } from '../../../schema/sobject.ts';
import {
  ApexList,
  callMethod,
  equalsOf,
  hashOf,
  objectToken,
  stringOf,
  type ApexObject,
  type SObjectTypeToken,
} from '../../runtime/index.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { iterate } from '../support/iteration.ts';
import { cloneRecord, type CloneOptions } from '../support/record-clone.ts';
import { compareValues } from '../support/sorting.ts';
import { IteratorValue } from './iterator.ts';

export const listClass = libraryClass(
  'System.List<T>',
  {
    'List()': (element: ApexType) => new ApexList(element),
    // Documented as void; code that hands on the result compiles all the same.
    'Boolean add(T listElement)': (self: ApexList, value: unknown) => {
      self.add(value);
      return true;
    },
    'Boolean contains(T listElement)': (self: ApexList, value: unknown) => indexOf(self, value) !== -1,
    'Integer indexOf(T listElement)': indexOf,
    'Boolean equals(Object other)': equalsOf,
    'void set(Integer index, T listElement)': (self: ApexList, index: number, value: unknown) => {
      self.set(index, value);
    },
    'void add(Integer index, T listElement)': (self: ApexList, index: number, value: unknown) =>
      self.insert(index, value),
    'T get(Integer index)': (self: ApexList, index: number) => self.at(index),
    ...refusingNulls({
      'List(List<T> listToCopy)': (element: ApexType, values: ApexList) => new ApexList(element, [...values]),
      'List(Set<T> setToCopy)': (element: ApexType, values: Iterable<unknown>) => new ApexList(element, [...values]),
      'List(Iterable<T> iterable)': (element: ApexType, values: unknown) => new ApexList(element, [...iterate(values)]),
      'List(Integer size)': (element: ApexType, size: number) =>
        new ApexList<unknown>(element, new Array(size).fill(null)),
      'void addAll(List<T> fromList)': (self: ApexList, values: ApexList) => self.addAll([...values]),
      'void addAll(Set<T> fromSet)': (self: ApexList, values: Iterable<unknown>) => self.addAll(values),
      'T remove(Integer index)': (self: ApexList, index: number) => self.remove(index),
      'void sort(Comparator<T> comparator)': (self: ApexList, comparator: ApexObject) =>
        self.sort((left, right) => callMethod(comparator, 'compare', left, right) as number),
      'List<T> deepClone(Boolean preserveId)': (self: ApexList, preserveId: boolean) => deepClone(self, { preserveId }),
      'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (
        self: ApexList,
        preserveId: boolean,
        preserveReadonlyTimestamps: boolean,
      ) => deepClone(self, { preserveId, preserveReadonlyTimestamps }),
      'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (
        self: ApexList,
        preserveId: boolean,
        preserveReadonlyTimestamps: boolean,
        preserveAutonumber: boolean,
      ) => deepClone(self, { preserveId, preserveReadonlyTimestamps, preserveAutonumber }),
    }),
    'void clear()': (self: ApexList) => self.clear(),
    'List<T> clone()': (self: ApexList) => new ApexList(self.elementType, [...self.items]),
    'List<T> deepClone()': (self: ApexList) => deepClone(self, {}),
    'Schema.SObjectType getSObjectType()': (self: ApexList) => sobjectTypeOf(self.elementType),
    'Iterator<T> iterator()': (self: ApexList) => new IteratorValue(self),
    'Boolean isEmpty()': (self: ApexList) => self.items.length === 0,
    'Integer size()': (self: ApexList) => self.items.length,
    'void sort()': (self: ApexList) => self.sort(compareValues),
    'Integer hashCode()': (self: ApexList) => hashOf(self),
    'String toString()': (self: ApexList) => stringOf(self),
  },
  { implements: ['Iterable<T>'] },
);

/** The token of the objects that a collection is typed with; null when it may hold records of any object. */
export function sobjectTypeOf(element: ApexType): SObjectTypeToken | null {
  if (element.kind !== 'sobject' || element === types.SObject) return null;
  return objectToken(currentTransaction().org.schema.require(element.name));
}

function indexOf(self: ApexList, value: unknown): number {
  return self.items.findIndex((item) => equalsOf(item, value));
}

function deepClone(self: ApexList, options: CloneOptions): ApexList {
  const copies = self.items.map((item) =>
    item instanceof SObject ? cloneRecord(item, { ...options, deep: true }) : item,
  );
  return new ApexList(self.elementType, copies);
}
