/** Amounts of money as whole cents, because sums of decimal fractions are not exact in JavaScript. */
import LOCALE from '@salesforce/i18n/locale';

const SHOWN = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The cents of an amount. */
export function toCents(amount: number): number {
  return Math.round(amount * 100);
}

/** The amount of whole cents. */
export function fromCents(cents: number): number {
  return cents / 100;
}

/** The amount that was typed, with a point or a comma before the cents; undefined when it is none. */
export function parseAmount(text: string): number | undefined {
  const plain = text.trim().replace(/[\s'](?=\d{3})/g, '');
  const decimal = /^-?\d+[.,]\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain.replace(/,(?=\d{3}(\D|$))/g, '');
  return /^-?\d+(\.\d{1,2})?$/.test(decimal) ? Number(decimal) : undefined;
}

/** Two decimals, as an input shows it. */
export function amountText(amount: number): string {
  return amount.toFixed(2);
}

/** Two decimals and the grouping of the user's locale. */
export function groupedText(amount: number): string {
  return SHOWN.format(amount);
}

/** The grouped amount with its currency, as a sentence shows it. */
export function moneyText(amount: number, currencyCode: string): string {
  return `${groupedText(amount)} ${currencyCode}`;
}

/** Gives each balance, in order, what is left of the amount; in the order of the balances. */
export function allocate(amount: number, balances: readonly number[]): number[] {
  let left = toCents(amount);
  return balances.map((balance) => {
    const share = Math.max(Math.min(left, toCents(balance)), 0);
    left -= share;
    return fromCents(share);
  });
}

/** Exact sum. */
export function sum(amounts: readonly number[]): number {
  return fromCents(amounts.reduce((total, amount) => total + toCents(amount), 0));
}
