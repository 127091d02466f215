/** System.Collator ("Collator Class", Apex Reference Guide). */
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { intlLocale } from '../support/locale.ts';
import { userLocale } from '../support/user-clock.ts';

class CollatorValue extends LibraryObject {
  readonly typeName = 'System.Collator';
  private readonly collator = new Intl.Collator(intlLocale(userLocale()), { sensitivity: 'accent' });

  /** Nulls first. */
  compare(left: string | null, right: string | null): number {
    if (left === null || right === null) return Number(right === null) - Number(left === null);
    return this.collator.compare(left, right);
  }
}

export const collatorClass = libraryClass(
  'System.Collator',
  {
    'static System.Collator getInstance()': () => new CollatorValue(),
    'Integer compare(Object o1, Object o2)': (self: CollatorValue, left: string | null, right: string | null) =>
      self.compare(left, right),
  },
  { implements: ['System.Comparator<String>'] },
);
