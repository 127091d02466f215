import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inUnits } from './modules/shell/analytics/displayUnits.ts';

test('large numbers of a dashboard are shortened, and keep their sign and currency', () => {
  assert.equal(inUnits('$4,978,000.00', 4_978_000, 'auto'), '$4.98M');
  assert.equal(inUnits('-$71,540.20', -71_540.2, 'auto'), '-$71.5K');
  assert.equal(inUnits('EUR 1,250.00', 1250, 'auto'), 'EUR 1.25K');
  assert.equal(inUnits('5,100', 5100, 'auto'), '5.1K');
});

test('small numbers, ratios and numbers in other units stay as they are', () => {
  assert.equal(inUnits('$999.99', 999.99, 'auto'), '$999.99');
  assert.equal(inUnits('72.4%', 72.4, 'auto'), '72.4%');
  assert.equal(inUnits('-', null, 'auto'), '-');
  assert.equal(inUnits('$4,978,000.00', 4_978_000, null), '$4,978,000.00');
});
