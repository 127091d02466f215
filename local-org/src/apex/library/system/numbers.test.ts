import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';

test('numbers from text and objects', () => {
  checkApex({
    "Integer.valueOf('-12')": '-12',
    "Integer.valueOf('12.5')": 'System.TypeException: Invalid integer: 12.5',
    "Integer.valueOf('2147483648')": 'System.TypeException: Invalid integer: 2147483648',
    'Integer.valueOf((Object) 7.9)': '7',
    "Long.valueOf('9223372036854775807')": '9223372036854775807',
    "Long.valueOf('x')": 'System.TypeException: Invalid long: x',
    "Decimal.valueOf('12.340')": '12.340',
    "Decimal.valueOf('1,2')": 'System.TypeException: Invalid decimal: 1,2',
    'Decimal.valueOf(2.5d)': '2.5',
    'Decimal.valueOf(2.0d)': '2.0',
    "Double.valueOf('1e3')": '1000.0',
    "Boolean.valueOf('TRUE')": 'true',
    "Boolean.valueOf('yes')": 'false',
    'Boolean.valueOf(null)': 'System.NullPointerException: Argument 1 cannot be null',
  });
});

// The roundings are those of the tables in "Decimal Class", Apex Reference Guide.
test('decimals round half-even unless told otherwise', () => {
  checkApex({
    "new List<Decimal>{Decimal.valueOf('5.245').setScale(2), Decimal.valueOf('5.235').setScale(2)}": '(5.24, 5.24)',
    '2.5.round() + 3.5.round() * 100': '402',
    '5.5.round(System.RoundingMode.HALF_DOWN)': '5',
    '(-1.1).setScale(0, System.RoundingMode.FLOOR)': '-2',
    '1.5.setScale(0, System.RoundingMode.UNNECESSARY)': 'System.MathException: Rounding necessary',
    '1.0.setScale(34)': 'System.MathException: Scale must be between -33 and 33',
    '10.0.divide(3, 4)': '3.3333',
    '10.0.divide(3, 2, System.RoundingMode.UP)': '3.34',
    '1.0.divide(0, 2)': 'System.MathException: Divide by 0',
    '1.10.pow(2)': '1.2100',
    '123.4500.stripTrailingZeros()': '123.45',
    '123.45.precision() + 10 * 123.45.scale()': '25',
    '(-7.9).intValue()': '-7',
    '12345678.125.format()': '12,345,678.125',
  });
});

test('Math', () => {
  checkApex({
    'Math.round(2.5) + Math.round(3.5d) * 10': '42',
    'Math.roundToLong(-1.5)': '-2',
    'Math.mod(-7, 3)': '-1',
    'Math.mod(7, 0)': 'System.MathException: Divide by 0',
    'Math.abs(-2147483648)': '-2147483648',
    'Math.max(1.5, 2)': '2',
    'Math.min(3L, 4L)': '3',
    'Math.ceil(1.2) + Math.floor(-1.2)': '0',
    'Math.pow(2, 10)': '1024.0',
    'Math.sqrt(-1.0)': 'System.MathException: Result is not a number',
    'Math.signum(-3.2)': '-1',
    'Math.rint(2.5d)': '2.0',
  });
});
