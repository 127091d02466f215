import { addDays, dateAt, daysBetween, formatWeek, weekDates, weekStartOf } from '../days';

describe('days', () => {
  it('counts over the ends of months and years, and a leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(weekDates('2026-12-28').at(-1)).toBe('2027-01-03');
    expect(daysBetween('2026-12-28', '2027-01-04')).toBe(7);
  });

  it('gives a Sunday on which clocks change its one day', () => {
    expect(weekDates('2026-03-23')).toEqual([
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
    ]);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  it('finds the week of a date for firms that start on Monday and on Sunday', () => {
    expect(weekStartOf('2026-11-22', '2026-11-16')).toBe('2026-11-16');
    expect(weekStartOf('2026-11-22', '2026-11-15')).toBe('2026-11-22');
    expect(weekStartOf('2026-11-14', '2026-11-16')).toBe('2026-11-09');
    expect(weekStartOf('2026-11-16', '2027-01-04')).toBe('2026-11-16');
  });

  it('tells the date from where the user is', () => {
    const instant = Date.parse('2026-11-22T03:00:00Z');
    expect(dateAt(instant, 'America/New_York')).toBe('2026-11-21');
    expect(dateAt(instant, 'Asia/Tokyo')).toBe('2026-11-22');
  });

  it('names a week', () => {
    expect(formatWeek('2026-11-16', 'en-US').replace(/\s/g, ' ')).toBe('Nov 16 – 22, 2026');
  });
});
