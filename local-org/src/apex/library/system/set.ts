/** System.Set ("Set Class", Apex Reference Guide). */
import { ApexSet, equalsOf, hashOf, stringOf } from '../../runtime/index.ts';
import type { ApexType } from '../../types/apex-type.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { iterate } from '../support/iteration.ts';
import { IteratorValue } from './iterator.ts';

type Values = Iterable<unknown>;

/** A method that takes a list as well as a set. */
function withCollection(
  name: string,
  behaviour: (self: ApexSet, values: Values) => boolean,
): Record<string, Behaviour> {
  return {
    [`Boolean ${name}(List<T> values)`]: behaviour,
    [`Boolean ${name}(Set<T> values)`]: behaviour,
  };
}

/** Does it for each value, walked over beforehand; true when one of them changed the set. */
function changedByAny(values: Values, change: (value: unknown) => boolean): boolean {
  return [...values].map(change).includes(true);
}

export const setClass = libraryClass(
  'System.Set<T>',
  {
    'Set()': (element: ApexType) => new ApexSet(element),
    ...refusingNulls({
      'Set(Set<T> setToCopy)': (element: ApexType, values: Values) => new ApexSet(element, values),
      'Set(List<T> listToCopy)': (element: ApexType, values: Values) => new ApexSet(element, values),
      'Set(Iterable<T> iterable)': (element: ApexType, values: unknown) => new ApexSet(element, iterate(values)),
      ...withCollection('addAll', (self, values) => changedByAny(values, (value) => self.add(value))),
      ...withCollection('containsAll', (self, values) => [...values].every((value) => self.has(value))),
      ...withCollection('removeAll', (self, values) => changedByAny(values, (value) => self.remove(value))),
      ...withCollection('retainAll', (self, values) => {
        const kept = new ApexSet(self.elementType, values);
        const others = [...self].filter((value) => !kept.has(value));
        return changedByAny(others, (value) => self.remove(value));
      }),
    }),
    'Boolean add(T setElement)': (self: ApexSet, value: unknown) => self.add(value),
    'void clear()': (self: ApexSet) => self.clear(),
    'Set<T> clone()': (self: ApexSet) => new ApexSet(self.elementType, self),
    'Boolean contains(T setElement)': (self: ApexSet, value: unknown) => self.has(value),
    'Boolean equals(Object other)': equalsOf,
    'Integer hashCode()': (self: ApexSet) => hashOf(self),
    'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
    'Iterator<T> iterator()': (self: ApexSet) => new IteratorValue(self),
    'Boolean remove(T setElement)': (self: ApexSet, value: unknown) => self.remove(value),
    'Integer size()': (self: ApexSet) => self.size,
    'String toString()': (self: ApexSet) => stringOf(self),
  },
  { implements: ['Iterable<T>'] },
);
