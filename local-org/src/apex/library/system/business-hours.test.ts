import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('office hours', () => {
  passesInOrg([
    `@IsTest class HoursTest {
      private static Id hours(List<String> days, Integer first, Integer last) {
        SObject hours = Schema.getGlobalDescribe().get('BusinessHours').newSObject();
        hours.put('Name', 'Hours');
        hours.put('IsActive', true);
        hours.put('TimeZoneSidKey', 'GMT');
        for (String day : days) {
          hours.put(day + 'StartTime', Time.newInstance(first, 0, 0, 0));
          hours.put(day + 'EndTime', Time.newInstance(last, 0, 0, 0));
        }
        insert hours;
        return hours.Id;
      }
      @IsTest static void overTheWeekend() {
        Id id = hours(new List<String>{ 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday' }, 9, 17);
        // Friday, 30 January 2026, four in the afternoon
        Datetime friday = Datetime.newInstanceGmt(2026, 1, 30, 16, 0, 0);
        Assert.areEqual(Datetime.newInstanceGmt(2026, 2, 2, 10, 0, 0), BusinessHours.add(id, friday, 2 * 3600000L));
        Assert.areEqual(2 * 3600000L, BusinessHours.diff(id, friday, Datetime.newInstanceGmt(2026, 2, 2, 10, 0, 0)));
        Assert.areEqual(-3600000L, BusinessHours.diff(id, friday.addHours(5), friday));
        Assert.isTrue(BusinessHours.isWithin(id, friday));
        Assert.isFalse(BusinessHours.isWithin(id, friday.addHours(2)));
        Assert.areEqual(Datetime.newInstanceGmt(2026, 2, 2, 9, 0, 0), BusinessHours.nextStartDate(id, friday.addHours(2)));
        Assert.areEqual(friday, BusinessHours.nextStartDate(id, friday));
      }
      @IsTest static void aroundTheClock() {
        Id id = hours(new List<String>{ 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday' }, 0, 0);
        Datetime start = Datetime.newInstanceGmt(2026, 1, 30, 16, 0, 0);
        Assert.areEqual(start.addDays(3), BusinessHours.add(id, start, 3 * 86400000L));
      }
    }`,
  ]);
});
