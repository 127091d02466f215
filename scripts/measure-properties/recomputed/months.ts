/** Sums by subject and month: minutes exactly, amounts to the cent; rows in which everything is 0 are none. */
import type { Decimal } from 'decimal.js';
import { firstOfMonth } from '../../seed/dates.ts';
import { cents, text, ZERO, type Row } from './raw.ts';

/** By subject and first day of the month, then by field, as texts with two decimals. */
export type Months = Record<string, Record<string, string>>;

export class Sums {
  readonly #minutes = new Map<string, Decimal>();
  readonly #amounts = new Map<string, Decimal>();
  readonly #from: string;
  readonly #to: string;

  /** From the first day to the last. */
  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  addMinutes(subject: string, day: string, field: string, minutes: Decimal): void {
    this.#add(this.#minutes, subject, day, field, minutes);
  }

  add(subject: string, day: string, field: string, amount: Decimal): void {
    this.#add(this.#amounts, subject, day, field, amount);
  }

  months(fields: readonly string[]): Months {
    const months: Months = {};
    const put = (key: string, value: Decimal): void => {
      const [subject = '', month = '', field = ''] = key.split(' ');
      if (value.isZero() || !fields.includes(field)) return;
      const row = (months[`${subject} ${month}`] ??= Object.fromEntries(fields.map((name) => [name, '0.00'])));
      row[field] = value.toFixed(2);
    };
    for (const [key, value] of this.#amounts) put(key, value);
    for (const [key, value] of this.#minutes) put(key, cents(value.div(60)));
    return months;
  }

  #add(sums: Map<string, Decimal>, subject: string, day: string, field: string, more: Decimal): void {
    if (day < this.#from || day > this.#to) return;
    const key = `${subject} ${firstOfMonth(day)} ${field}`;
    sums.set(key, (sums.get(key) ?? ZERO).plus(more));
  }
}

/** What the package has stored, in the same form. */
export function storedMonths(rows: readonly Row[], subject: string, fields: readonly string[]): Months {
  return Object.fromEntries(
    rows.map((row) => [
      `${text(row, subject)} ${text(row, 'Month__c')}`,
      Object.fromEntries(fields.map((field) => [field, Number(text(row, field)).toFixed(2)])),
    ]),
  );
}
