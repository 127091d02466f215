import type { DateValue, DatetimeValue, FieldValue } from '../values/index.ts';

/** What a formula asks while it is evaluated. Paths are those of `CompiledFormula.references`. */
export interface FormulaContext {
  /** Value of a field of the record or, along a path, of its parents; null where a parent is missing. */
  value(path: string): FieldValue;
  /** Value of a global: `$User.Id`, `$Setup.My_Setting__c.Limit__c`. */
  global(path: string): FieldValue;
  /** Value of one of the record's own fields before the save; absent when the record is new. */
  readonly prior?: (path: string) => FieldValue;
  readonly isNew: boolean;
  readonly isClone?: boolean;
  /** Whether the save changes one of the record's own fields; false for new records. */
  isChanged(path: string): boolean;
  readonly now: DatetimeValue;
  /** The day on the user's calendar. */
  readonly today: DateValue;
  /** The user's time zone. */
  readonly timeZone: string;
  /** `VLOOKUP`: the field of the record of `object` whose `lookupField` equals the value; null when there is none. */
  vlookup?(object: string, field: string, lookupField: string, value: FieldValue): FieldValue;
}
