/** System.TimeZone ("TimeZone Class", Apex Reference Guide). */
import { DatetimeValue } from '../../../schema/values/index.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { formatByPattern } from '../support/java-date-format.ts';
import { timeZoneName } from '../support/time-zones.ts';

export class TimeZoneValue extends LibraryObject {
  readonly typeName = 'System.TimeZone';
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }

  hashKey(): string {
    return this.id;
  }

  override toString(): string {
    return this.id;
  }
}

export const timeZoneClass = libraryClass(
  'System.TimeZone',
  refusingNulls({
    'static TimeZone getTimeZone(String timeZoneIdString)': (id: string) =>
      new TimeZoneValue(timeZoneName(id) === 'GMT' ? 'GMT' : id),
    'String getDisplayName()': ({ id }: TimeZoneValue) => {
      const january = DatetimeValue.parse('2026-01-01T00:00:00Z');
      return formatByPattern(january, `'(GMT'XXX') 'zzzz' (${id})'`, timeZoneName(id), 'en_US').replace(
        'GMTZ',
        'GMT+00:00',
      );
    },
    'String getID()': (self: TimeZoneValue) => self.id,
    'Integer getOffset(Datetime dt)': (self: TimeZoneValue, datetime: DatetimeValue) =>
      DatetimeValue.of(datetime.civil(timeZoneName(self.id))).ms - datetime.ms,
    'String toString()': (self: TimeZoneValue) => self.id,
  }),
);
