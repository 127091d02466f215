/**
 * The order of texts for `<`, `>`, `<=` and `>=`: "performed according to the locale of the context user" (Expression
 * Operators, Apex Developer Guide), without regard to case. As in Java's collation rules, blanks and hyphens only count
 * between texts that are otherwise equal.
 */
import { currentTransaction } from '../../database/transaction.ts';
import { intlLocale } from '../library/support/locale.ts';

const collators = new Map<string, Intl.Collator>();

/** Collator of a locale as users have it, e.g. `en_US`. */
function collatorOf(locale: string): Intl.Collator {
  let collator = collators.get(locale);
  if (collator === undefined) {
    collators.set(locale, (collator = new Intl.Collator(intlLocale(locale), { sensitivity: 'accent' })));
  }
  return collator;
}

/** Negative, zero or positive. */
export function collate(left: string, right: string): number {
  const collator = collatorOf(currentTransaction().user.locale);
  return collator.compare(bare(left), bare(right)) || collator.compare(left, right);
}

function bare(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}
