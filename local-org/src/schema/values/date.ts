import { OrgError } from '../errors.ts';
import { type CivilDate, civilDate, daysInMonth, daysOf, isCivilDate, pad } from './calendar.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day without a time or a time zone. */
export class DateValue {
  /** Days since 1970-01-01. */
  readonly days: number;
  #civil: CivilDate | undefined;

  constructor(days: number) {
    this.days = days;
  }

  /** Rolls over as Apex's `Date.newInstance` does: month 13 is next January, February 30 is March 1 or 2. */
  static of(year: number, month: number, day: number): DateValue {
    return new DateValue(daysOf(year, month, day));
  }

  /** Whether these numbers name a day as they stand. */
  static isValid(year: number, month: number, day: number): boolean {
    return isCivilDate(year, month, day);
  }

  /** Reads `2026-01-31`. Throws `OrgError('JSON_PARSER_ERROR')` in the REST API's words for anything else. */
  static parse(text: string): DateValue {
    const parsed = DateValue.tryParse(text);
    if (parsed === undefined) {
      throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize instance of date from VALUE_STRING value ${text}`);
    }
    return parsed;
  }

  /** As `parse`, and undefined for text that is not a date. */
  static tryParse(text: string): DateValue | undefined {
    const match = ISO_DATE.exec(text);
    if (match === null) return undefined;
    const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
    return isCivilDate(year, month, day) ? DateValue.of(year, month, day) : undefined;
  }

  get year(): number {
    return this.civil.year;
  }

  /** 1 to 12. */
  get month(): number {
    return this.civil.month;
  }

  get day(): number {
    return this.civil.day;
  }

  /** 0 for Sunday to 6 for Saturday. */
  get dayOfWeek(): number {
    return (((this.days + 4) % 7) + 7) % 7;
  }

  /** 1 for January 1. */
  get dayOfYear(): number {
    return this.days - daysOf(this.year, 1, 1) + 1;
  }

  addDays(count: number): DateValue {
    return new DateValue(this.days + count);
  }

  /** Clamps to the last day of a shorter month, as Apex's `addMonths`: January 31 plus one is February 28 or 29. */
  addMonths(count: number): DateValue {
    const { year, month, day } = this.civil;
    const first = civilDate(daysOf(year, month + count, 1));
    return DateValue.of(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
  }

  equals(other: unknown): boolean {
    return other instanceof DateValue && other.days === this.days;
  }

  compare(other: DateValue): number {
    return this.days - other.days;
  }

  hashKey(): string {
    return String(this.days);
  }

  /** `2026-01-31`. */
  toString(): string {
    const { year, month, day } = this.civil;
    return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  }

  toJSON(): string {
    return this.toString();
  }

  private get civil(): CivilDate {
    return (this.#civil ??= civilDate(this.days));
  }
}
