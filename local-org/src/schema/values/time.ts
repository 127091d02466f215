import { OrgError } from '../errors.ts';
import { MS_PER_DAY, pad } from './calendar.ts';

const ISO_TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/;

/** A time of day without a date or a time zone. */
export class TimeValue {
  /** Milliseconds since midnight, 0 to 86,399,999. */
  readonly ms: number;

  /** Wraps around midnight in both directions. */
  constructor(ms: number) {
    this.ms = ((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  }

  static of(hour: number, minute: number, second = 0, millisecond = 0): TimeValue {
    return new TimeValue(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  /** Reads `10:30:00.000Z` (fraction and `Z` may be left out). Throws `OrgError('JSON_PARSER_ERROR')` for anything else. */
  static parse(text: string): TimeValue {
    const parsed = TimeValue.tryParse(text);
    if (parsed === undefined) {
      throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize instance of time from VALUE_STRING value ${text}`);
    }
    return parsed;
  }

  /** As `parse`, and undefined for text that is not a time of day. */
  static tryParse(text: string): TimeValue | undefined {
    const match = ISO_TIME.exec(text);
    if (match === null) return undefined;
    const [hour, minute, second] = match.slice(1, 4).map(Number) as [number, number, number];
    if (hour > 23 || minute > 59 || second > 59) return undefined;
    return TimeValue.of(hour, minute, second, Number((match[4] ?? '').padEnd(3, '0')));
  }

  get hour(): number {
    return Math.floor(this.ms / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.ms / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.ms / 1000) % 60;
  }

  get millisecond(): number {
    return this.ms % 1000;
  }

  addMilliseconds(count: number): TimeValue {
    return new TimeValue(this.ms + count);
  }

  equals(other: unknown): boolean {
    return other instanceof TimeValue && other.ms === this.ms;
  }

  compare(other: TimeValue): number {
    return this.ms - other.ms;
  }

  hashKey(): string {
    return String(this.ms);
  }

  /** `10:30:00.000Z`. */
  toString(): string {
    return `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}.${pad(this.millisecond, 3)}Z`;
  }

  toJSON(): string {
    return this.toString();
  }
}
