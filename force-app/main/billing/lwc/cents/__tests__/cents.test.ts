import { allocate, amountText, moneyText, parseAmount, sum } from 'c/cents';

describe('c/cents', () => {
  it('reads amounts as people type them', () => {
    expect(parseAmount('1234.5')).toBe(1234.5);
    expect(parseAmount(' 1,234.50 ')).toBe(1234.5);
    expect(parseAmount('12,34')).toBe(12.34);
    expect(parseAmount('1 234')).toBe(1234);
    expect(parseAmount('1,234,567.89')).toBe(1234567.89);
    expect(parseAmount('-5')).toBe(-5);
  });

  it('takes nothing else for an amount', () => {
    for (const text of ['', 'much', '1.234', '1.2.3', '--1']) expect(parseAmount(text)).toBeUndefined();
  });

  it('sums to the cent', () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(amountText(sum([0.1, 0.2]))).toBe('0.30');
  });

  it('shows amounts in the way of the user', () => {
    expect(moneyText(11368.8, 'USD')).toBe('11,368.80 USD');
  });

  it('allocates oldest first and never more than is open', () => {
    expect(allocate(100, [60.1, 60, 5])).toEqual([60.1, 39.9, 0]);
    expect(allocate(200, [60, 60])).toEqual([60, 60]);
    expect(allocate(-5, [60])).toEqual([0]);
  });
});
