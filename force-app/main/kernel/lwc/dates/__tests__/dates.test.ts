import { dateText, daysText } from 'c/dates';

describe('c/dates', () => {
  it('writes a date as the locale does, on the same day wherever the reader is', () => {
    expect(dateText('2026-01-05')).toBe('Jan 5, 2026');
    expect(dateText('2026-12-31')).toBe('Dec 31, 2026');
  });

  it('writes a span without saying anything twice', () => {
    expect(daysText('2026-01-05', '2026-01-09')).toMatch(/^Jan 5\s–\s9, 2026$/u);
    expect(daysText('2026-12-28', '2027-01-03')).toMatch(/^Dec 28, 2026\s–\sJan 3, 2027$/u);
    expect(daysText('2026-01-05', '2026-01-05')).toBe('Jan 5, 2026');
  });
});
