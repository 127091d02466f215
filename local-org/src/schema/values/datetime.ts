import { OrgError } from '../errors.ts';
import { type CivilTime, isCivilDate, MS_PER_DAY, pad } from './calendar.ts';
import { DateValue } from './date.ts';
import { TimeValue } from './time.ts';
import { zonedInstant, zoneOffset } from './time-zone.ts';

const ISO_DATETIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant, to the millisecond. */
export class DatetimeValue {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly ms: number;

  constructor(ms: number) {
    this.ms = ms;
  }

  /** What the clock of a time zone shows, GMT when none is given. Parts outside their range roll over. */
  static of(civil: Partial<CivilTime> & { year: number; month: number; day: number }, timeZone = 'GMT'): DatetimeValue {
    const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = civil;
    const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    return new DatetimeValue(zonedInstant(timeZone, DateValue.of(year, month, day).days * MS_PER_DAY + time));
  }

  /**
   * Reads `2026-01-31T10:00:00.000+0000`, `…Z` and `…+01:00`; without an offset it is GMT. Throws
   * `OrgError('JSON_PARSER_ERROR')` in the REST API's words for anything else.
   */
  static parse(text: string): DatetimeValue {
    const parsed = DatetimeValue.tryParse(text);
    if (parsed === undefined) {
      throw new OrgError(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of datetime from VALUE_STRING value ${text}`,
      );
    }
    return parsed;
  }

  /** As `parse`, and undefined for text that is not a date and time. */
  static tryParse(text: string): DatetimeValue | undefined {
    const match = ISO_DATETIME.exec(text);
    if (match === null) return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part || 0));
    if (!isCivilDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
    const millisecond = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
    const civil = { year, month, day, hour, minute, second, millisecond };
    return new DatetimeValue(DatetimeValue.of(civil).ms - offsetOf(match[8]));
  }

  /** Date and time of day on the clock of a time zone, GMT when none is given. */
  civil(timeZone = 'GMT'): CivilTime {
    const date = new Date(this.ms + zoneOffset(timeZone, this.ms));
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      millisecond: date.getUTCMilliseconds(),
    };
  }

  /** The day on the calendar of a time zone, GMT when none is given. */
  date(timeZone = 'GMT'): DateValue {
    return new DateValue(Math.floor((this.ms + zoneOffset(timeZone, this.ms)) / MS_PER_DAY));
  }

  /** The time of day on the clock of a time zone, GMT when none is given. */
  time(timeZone = 'GMT'): TimeValue {
    return new TimeValue(this.ms + zoneOffset(timeZone, this.ms));
  }

  addMilliseconds(count: number): DatetimeValue {
    return new DatetimeValue(this.ms + count);
  }

  equals(other: unknown): boolean {
    return other instanceof DatetimeValue && other.ms === this.ms;
  }

  compare(other: DatetimeValue): number {
    return this.ms - other.ms;
  }

  hashKey(): string {
    return String(this.ms);
  }

  /** The REST API's form, `2026-01-31T10:00:00.000+0000`. */
  toString(): string {
    const { year, month, day, hour, minute, second, millisecond } = this.civil();
    const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    return `${date}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}.${pad(millisecond, 3)}+0000`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Milliseconds of `Z`, `+0100` or `-05:30`. */
function offsetOf(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
