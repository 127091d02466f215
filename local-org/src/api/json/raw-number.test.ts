import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../schema/values/index.ts';
import { rawNumber } from './raw-number.ts';

const cases: [string, string][] = [
  ['5', '5.0'],
  ['5.00', '5.0'],
  ['10.250', '10.25'],
  ['0', '0.0'],
  ['-3', '-3.0'],
  ['12345678901234567.89', '12345678901234567.89'],
  ['1000000', '1000000.0'],
];
for (const [value, printed] of cases) {
  test(`${value} is printed ${printed}`, () => assert.equal(JSON.stringify(rawNumber(Decimal.parse(value))), printed));
}
