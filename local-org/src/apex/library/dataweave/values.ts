/** Values of DataWeave: texts, booleans, numbers, dates, arrays, objects and functions. */
import { DatetimeValue, DateValue, Decimal, TimeValue } from '../../../schema/values/index.ts';

export interface DwEntry {
  readonly key: string;
  readonly attributes: readonly DwEntry[];
  readonly value: DwValue;
}

/** Entries in order; a key may occur several times. */
export class DwObject {
  readonly entries: readonly DwEntry[];
  /** `as Object {class: "…"}`: the Apex class or object that it becomes. */
  readonly className: string | undefined;

  constructor(entries: readonly DwEntry[], className?: string) {
    this.entries = entries;
    this.className = className;
  }

  get(key: string): DwValue {
    return this.entries.find((entry) => entry.key === key)?.value ?? null;
  }
}

/** A point in time as a time zone shows it. */
export class Zoned {
  readonly datetime: DatetimeValue;
  readonly zone: string;

  constructor(datetime: DatetimeValue, zone: string) {
    this.datetime = datetime;
    this.zone = zone;
  }
}

export type DwFunction = (...args: DwValue[]) => DwValue;

export type DwValue =
  null | boolean | string | Decimal | DateValue | TimeValue | Zoned | DwObject | DwFunction | readonly DwValue[];

export function isArray(value: DwValue): value is readonly DwValue[] {
  return Array.isArray(value);
}

/** As `++` and writers show it. */
export function textOf(value: DwValue): string {
  if (value instanceof Zoned) return value.datetime.toString().replace('+0000', 'Z');
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- each of these types has a text of its own
  return String(value);
}
