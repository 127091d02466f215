/** System.Map ("Map Class", Apex Reference Guide). */
import { SObject } from '../../../schema/sobject.ts';
import { ApexKeySet } from '../../runtime/key-set.ts';
import { ApexList, ApexMap, equalsOf, hashOf, stringOf, throwApex } from '../../runtime/index.ts';
import type { ApexType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { cloneRecord } from '../support/record-clone.ts';
import { sobjectTypeOf } from './list.ts';

export const mapClass = libraryClass('System.Map<K, V>', {
  'Map()': (key: ApexType, value: ApexType) => new ApexMap(key, value),
  ...refusingNulls({
    'Map(Map<K, V> mapToCopy)': (key: ApexType, value: ApexType, other: ApexMap) =>
      new ApexMap(key, value, other.entries()),
    'Map(List<SObject> records)': (key: ApexType, value: ApexType, records: ApexList<SObject | null>) => {
      const map = new ApexMap(key, value);
      for (const [index, record] of records.items.entries()) {
        const id = idOfRow(record, index);
        if (map.has(id)) throwApex('System.ListException', `Row with duplicate Id at index: ${index}`);
        map.put(id, record);
      }
      return map;
    },
    'void putAll(Map<K, V> fromMap)': (self: ApexMap, other: ApexMap) => {
      for (const [key, value] of [...other.entries()]) self.put(key, value);
    },
    'void putAll(List<SObject> records)': (self: ApexMap, records: ApexList<SObject | null>) => {
      for (const record of records) self.put(record?.id ?? null, record);
    },
  }),
  'void clear()': (self: ApexMap) => self.clear(),
  'Map<K, V> clone()': (self: ApexMap) => new ApexMap(self.keyType, self.valueType, self.entries()),
  'Boolean containsKey(K key)': (self: ApexMap, key: unknown) => self.has(key),
  'Map<K, V> deepClone()': (self: ApexMap) =>
    new ApexMap(self.keyType, self.valueType, [...self.entries()].map(copiedEntry)),
  'Boolean equals(Object other)': equalsOf,
  'V get(K key)': (self: ApexMap, key: unknown) => self.get(key),
  'Schema.SObjectType getSObjectType()': (self: ApexMap) => sobjectTypeOf(self.valueType),
  'Integer hashCode()': (self: ApexMap) => hashOf(self),
  'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
  'Set<K> keySet()': (self: ApexMap) => new ApexKeySet(self),
  'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
  'V remove(K key)': (self: ApexMap, key: unknown) => self.remove(key),
  'Integer size()': (self: ApexMap) => self.size,
  'String toString()': (self: ApexMap) => stringOf(self),
  'List<V> values()': (self: ApexMap) => new ApexList(self.valueType, [...self.values()]),
});

function idOfRow(record: SObject | null, index: number): string {
  return record?.id ?? throwApex('System.ListException', `Row with null Id at index: ${index}`);
}

function copiedEntry([key, value]: [unknown, unknown]): [unknown, unknown] {
  return [key, value instanceof SObject ? cloneRecord(value, { preserveId: true, deep: true }) : value];
}
