/** System.Time ("Time Class", Apex Reference Guide). */
import { TimeValue } from '../../../schema/values/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const timeClass = libraryClass(
  'System.Time',
  refusingNulls({
    'static Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': (
      hour: number,
      minute: number,
      second: number,
      millisecond: number,
    ) => TimeValue.of(hour, minute, second, millisecond),
    'Time addHours(Integer additionalHours)': (self: TimeValue, count: number) =>
      self.addMilliseconds(count * 3_600_000),
    'Time addMilliseconds(Integer additionalMilliseconds)': (self: TimeValue, count: number) =>
      self.addMilliseconds(count),
    'Time addMinutes(Integer additionalMinutes)': (self: TimeValue, count: number) =>
      self.addMilliseconds(count * 60_000),
    'Time addSeconds(Integer additionalSeconds)': (self: TimeValue, count: number) =>
      self.addMilliseconds(count * 1000),
    'Integer hour()': (self: TimeValue) => self.hour,
    'Integer millisecond()': (self: TimeValue) => self.millisecond,
    'Integer minute()': (self: TimeValue) => self.minute,
    'Integer second()': (self: TimeValue) => self.second,
  }),
);
