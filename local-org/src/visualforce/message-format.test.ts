import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DateValue, DatetimeValue, Decimal } from '../schema/values/index.ts';
import { formatMessage } from './message-format.ts';

describe('message formats of Visualforce', () => {
  const number = (value: string, pattern: string) => formatMessage(`{0,number,${pattern}}`, [Decimal.parse(value)]);

  it('format numbers by pattern', () => {
    assert.equal(number('1234567.895', '#,##0.00'), '1,234,567.90');
    assert.equal(number('0.5', '0.00'), '0.50');
    assert.equal(number('0.5', '#.##'), '.5');
    assert.equal(number('-1234.5', '#,##0.00'), '-1,234.50');
    assert.equal(number('-1234.5', '#,##0.00;(#,##0.00)'), '(1,234.50)');
    assert.equal(number('0.19', '0%'), '19%');
    assert.equal(number('7', '000'), '007');
    assert.equal(number('2.345', '$0.00'), '$2.34');
    assert.equal(number('19.000', '0.###'), '19');
  });

  it('format dates in GMT', () => {
    const values = [DateValue.of(2026, 1, 31), DatetimeValue.parse('2026-01-31T23:30:00Z')];
    assert.equal(
      formatMessage('{0,date,d MMMM yyyy} {1,date,yyyy-MM-dd HH:mm}', values),
      '31 January 2026 2026-01-31 23:30',
    );
    assert.equal(formatMessage("It''s {0,date,d 'of' MMM}", values), "It's 31 of Jan");
  });

  it('leave nothing for null, and placeholders without a value', () => {
    assert.equal(formatMessage('[{0}] {1}', [null]), '[] {1}');
  });
});
