/** A grouping of a report: which group a row belongs to. */
import type { PicklistEntry } from '../schema/model.ts';
import { DatetimeValue, DateValue, type FieldValue } from '../schema/values/index.ts';
import type { SObject } from '../schema/sobject.ts';
import { keyOf } from './accumulator.ts';
import type { GroupingDefinition } from './definition.ts';
import type { LegQuery } from './leg-query.ts';
import { type Period, type PeriodCalendar, periodFunctions, periodOfDay, periodOfParts } from './periods.ts';
import type { ReportField } from './report-fields.ts';

export interface Group {
  /** The same for all rows of the group. */
  readonly key: string;
  /** An id, a date, or the value itself. */
  readonly value: FieldValue;
  /** Undefined where the value's own text is shown. */
  readonly label: string | undefined;
  /** What groups are sorted by. */
  readonly order: FieldValue;
}

export type ReadGroup = (row: SObject) => Group;

const EMPTY: Group = { key: '', value: null, label: undefined, order: null };

export class Grouping {
  readonly definition: GroupingDefinition;
  readonly field: ReportField;
  readonly #calendar: PeriodCalendar;
  readonly #timeZone: string;

  constructor(definition: GroupingDefinition, field: ReportField, calendar: PeriodCalendar, timeZone: string) {
    this.definition = definition;
    this.field = field;
    this.#calendar = calendar;
    this.#timeZone = timeZone;
  }

  get isDate(): boolean {
    return this.field.type === 'date' || this.field.type === 'datetime';
  }

  get granularity(): GroupingDefinition['granularity'] {
    if (!this.isDate) return 'None';
    return this.definition.granularity === 'None' ? 'Day' : this.definition.granularity;
  }

  reader(query: LegQuery): ReadGroup {
    if (this.isDate) return this.#periodReader(query);
    const { value, id } = this.field.read(query);
    const order = picklistOrder(this.field.column?.field.picklistValues ?? []);
    return (row) => {
      const shown = value(row);
      if (shown === null) return EMPTY;
      const recordId = id?.(row) ?? null;
      if (recordId !== null) return { key: keyOf(recordId), value: recordId, label: String(shown), order: shown };
      return { key: keyOf(shown), value: shown, label: undefined, order: order(shown) };
    };
  }

  #periodReader(query: LegQuery): ReadGroup {
    const { column } = this.field;
    const functions = periodFunctions(this.granularity);
    if (query.aggregated && column !== undefined) {
      const isMoment = this.field.type === 'datetime';
      const local = (path: string): string => (isMoment ? `convertTimezone(${path})` : path);
      if (functions !== undefined) {
        const reads = functions.map((name) => query.value(column, column.path, (path) => `${name}(${local(path)})`));
        return (row) => {
          const parts = reads.map((read) => read(row));
          if (parts.includes(null)) return EMPTY;
          return groupOf(periodOfParts(this.granularity, parts.map(Number), this.#calendar));
        };
      }
      const day = query.value(column, column.path, isMoment ? (path) => `DAY_ONLY(${local(path)})` : undefined);
      return (row) => this.#dayGroup(day(row));
    }
    const { value } = this.field.read(query);
    return (row) => this.#dayGroup(value(row));
  }

  #dayGroup(value: FieldValue): Group {
    const day = value instanceof DatetimeValue ? value.date(this.#timeZone) : value;
    return day instanceof DateValue ? groupOf(periodOfDay(this.granularity, day, this.#calendar)) : EMPTY;
  }
}

function groupOf({ start, label }: Period): Group {
  return { key: keyOf(start), value: start, label, order: start };
}

/** Picklist values are in the order of the list, and before others. */
function picklistOrder(entries: readonly PicklistEntry[]): (value: FieldValue) => FieldValue {
  if (entries.length === 0) return (value) => value;
  const positions = new Map(entries.map(({ value }, index) => [value, index]));
  return (value) => positions.get(String(value)) ?? entries.length;
}
