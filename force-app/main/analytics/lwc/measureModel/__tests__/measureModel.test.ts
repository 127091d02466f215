import { format, monthFrom, NOTHING, periodsAround, todayIn } from 'c/measureModel';

describe('c/measureModel', () => {
  it('writes measures in their units, and a dash where there is none', () => {
    expect(format(68.9, 'percent', 'USD')).toBe('68.9 %');
    expect(format(36.54, 'days', 'USD')).toBe('36.5 days');
    expect(format(2, 'times', 'USD')).toBe('2 ×');
    expect(format(9000, 'amount', 'USD')).toBe('$9,000');
    expect(format(1_234_567, 'amount', 'USD')).toBe('$1.2M');
    expect(format(0, 'percent', 'USD')).toBe('0 %');
    expect(format(undefined, 'percent', 'USD')).toBe(NOTHING);
  });

  it('counts months across years', () => {
    expect(monthFrom('2026-01-31', -1)).toBe('2025-12-01');
    expect(monthFrom('2026-12-31', 2)).toBe('2027-02-01');
  });

  it('offers months around the day', () => {
    const periods = new Map(
      periodsAround('2026-11-22').map(({ value, fromDay, toDay }) => [value, [fromDay, toDay].join(' ')]),
    );
    expect(periods.get('year')).toBe('2026-01-01 2026-11-01');
    expect(periods.get('lastMonth')).toBe('2026-10-01 2026-10-01');
    expect(periods.get('quarter')).toBe('2026-10-01 2026-12-01');
    expect(periods.get('lastQuarter')).toBe('2026-07-01 2026-09-01');
    expect(periods.get('twelve')).toBe('2025-12-01 2026-11-01');
    expect(periods.get('next')).toBe('2026-12-01 2027-02-01');
  });

  it('takes the day of the browser and not of Greenwich', () => {
    expect(todayIn(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
  });
});
