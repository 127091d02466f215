// The running user is in New York and uses en_US; now is 2026-01-14T10:00Z.
import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';

const datetime = 'Datetime.newInstanceGmt(2026, 1, 31, 15, 4, 5)';

test('dates', () => {
  checkApex({
    'String.valueOf(Date.newInstance(2026, 13, 1))': '2027-01-01',
    'String.valueOf(Date.newInstance(2024, 2, 29).addYears(1))': '2025-02-28',
    'String.valueOf(Date.newInstance(2026, 1, 31).addMonths(1).addDays(1))': '2026-03-01',
    'Date.newInstance(2026, 1, 1).daysBetween(Date.newInstance(2026, 3, 1))': '59',
    'Date.newInstance(2026, 1, 31).monthsBetween(Date.newInstance(2026, 2, 1))': '1',
    'String.valueOf(Date.newInstance(2026, 1, 14).toStartOfWeek())': '2026-01-11',
    'String.valueOf(Date.newInstance(2026, 1, 14).toStartOfMonth())': '2026-01-01',
    'Date.newInstance(2026, 12, 31).dayOfYear()': '365',
    'Date.daysInMonth(2024, 2) + (Date.isLeapYear(1900) ? 100 : 0)': '29',
    'Date.newInstance(2026, 1, 31).format()': '1/31/2026',
    "String.valueOf(Date.parse('12/27/2009'))": '2009-12-27',
    "Date.parse('27/12/2009')": 'System.TypeException: Invalid date: 27/12/2009',
    "String.valueOf(Date.valueOf('2026-1-5 10:00:00'))": '2026-01-05',
    "Date.valueOf('2026-02-30')": 'System.TypeException: Invalid date: 2026-02-30',
    'String.valueOf(Date.today())': '2026-01-14',
    'Date.today().daysBetween(null)': 'System.NullPointerException: Argument 1 cannot be null',
  });
});

test('datetimes on the clock of the user and of Greenwich', () => {
  checkApex({
    [`${datetime}.hour() + 100 * ${datetime}.hourGmt()`]: '1510',
    'Datetime.newInstance(2026, 1, 31, 22, 0, 0).dayGmt()': '1',
    [`${datetime}.getTime()`]: '1769871845000',
    [`${datetime}.format()`]: '1/31/2026, 10:04 AM',
    [`${datetime}.formatLong()`]: '1/31/2026, 10:04:05 AM EST',
    [`${datetime}.format('yyyy-MM-dd\\'T\\'HH:mm:ss.SSSZ')`]: '2026-01-31T10:04:05.000-0500',
    [`${datetime}.formatGmt('EEEE, MMMM d, yyyy h:mm a')`]: 'Saturday, January 31, 2026 3:04 PM',
    [`${datetime}.format('HH:mm z', 'Europe/Berlin')`]: '16:04 CET',
    [`${datetime}.format('bb')`]: "System.StringException: Illegal pattern character 'b'",
    [`String.valueOfGmt(${datetime}.addDays(1).addHours(-1).addMinutes(1).addSeconds(1))`]: '2026-02-01 14:05:06',
    [`String.valueOf(${datetime}.addMonths(1).date())`]: '2026-02-28',
    // The clocks go forward on 8 March: a day later is 23 hours later.
    'Datetime.newInstance(2026, 3, 7, 12, 0, 0).addDays(1).getTime() - Datetime.newInstance(2026, 3, 7, 12, 0, 0).getTime()':
      '82800000',
    "String.valueOfGmt(Datetime.valueOf('2026-01-31 10:00:00'))": '2026-01-31 15:00:00',
    "String.valueOfGmt(Datetime.valueOfGmt('2026-1-5 1:02:03'))": '2026-01-05 01:02:03',
    "Datetime.valueOfGmt('2026-01-31 10:00:00-0800').formatGmt('HH:mm')": '10:00',
    "Datetime.valueOf('tomorrow')": 'System.TypeException: Invalid date/time: tomorrow',
    "String.valueOfGmt(Datetime.parse('10/14/2011, 11:46 AM'))": '2011-10-14 15:46:00',
    'String.valueOf(Datetime.now())': '2026-01-14 05:00:00',
  });
});

test('times and time zones', () => {
  checkApex({
    'Time.newInstance(23, 30, 0, 5).addHours(1).addMinutes(15)': '00:45:00.005Z',
    'Time.newInstance(1, 2, 3, 4).second() + Time.newInstance(1, 2, 3, 4).millisecond()': '7',
    "TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2026, 7, 1))": '-25200000',
    "TimeZone.getTimeZone('nowhere').getID()": 'GMT',
    "TimeZone.getTimeZone('Asia/Tokyo').getDisplayName()": '(GMT+09:00) Japan Standard Time (Asia/Tokyo)',
    'UserInfo.getTimeZone().getID()': 'America/New_York',
  });
});
