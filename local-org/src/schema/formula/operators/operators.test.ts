import { describe, it } from 'node:test';
import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../values/index.ts';
import { assertEvaluationError, assertFormulaError, assertValues } from '../test-support.ts';

const number = (text: string) => ({ values: { Number__c: Decimal.parse(text) } });

describe('operators on numbers', () => {
  it('compute exactly', () => {
    assertValues([
      ['0.1 + 0.2', '0.3'],
      ['1 - 2 * 3', '-5'],
      ['10 / 4', '2.5'],
      ['(1 / 3) * 3 = 1', false],
      ['2 ^ 10', '1024'],
      ['2 ^ -2', '0.25'],
      ['1.0000001 ^ 999999999 > 2', true],
      ['0 ^ 5', '0'],
      ['-(3)', '-3'],
    ]);
  });

  it('are blank when an operand is blank', () => {
    assertValues([
      ['Number__c + 1', null],
      ['1 / Number__c', null],
      ['-Number__c', null],
      ['Number__c > 0', false],
      ['IF(Number__c > 0, "yes", "no")', 'no'],
    ]);
  });

  it('take blank fields as zero where told to', () => {
    assertValues([
      ['Number__c + 1', '1', { blanks: 'zero' }],
      ['ISBLANK(Amount__c)', false, { blanks: 'zero' }],
      ['ISBLANK(Text__c)', true, { blanks: 'zero' }],
    ]);
  });

  it('refuse to divide by zero and powers that are out of range', () => {
    assertEvaluationError('1 / 0');
    assertEvaluationError('1 / Number__c', { blanks: 'zero' });
    assertEvaluationError('10 ^ 65');
    assertEvaluationError('2 ^ 0.5');
    assertEvaluationError('0 ^ -1');
  });

  it('see percentages as fractions and whole numbers as numbers', () => {
    assertValues([
      ['Percent__c', '0.125', { values: { Percent__c: Decimal.parse('12.5') } }],
      ['Count__c / 4', '0.5', { values: { Count__c: 2 } }],
    ]);
  });
});

describe('operators on dates and times', () => {
  const given = {
    values: {
      Date__c: DateValue.parse('2026-02-27'),
      Datetime__c: DatetimeValue.parse('2026-02-27T12:00:00Z'),
      Time__c: TimeValue.of(23, 0),
    },
  };

  it('add days, fractions of days and milliseconds', () => {
    assertValues([
      ['Date__c + 2.9', DateValue.parse('2026-03-01'), given],
      ['2 + Date__c', DateValue.parse('2026-03-01'), given],
      ['Date__c - 27', DateValue.parse('2026-01-31'), given],
      ['Datetime__c + 0.5', DatetimeValue.parse('2026-02-28T00:00:00Z'), given],
      ['Datetime__c - 1/86400', DatetimeValue.parse('2026-02-27T11:59:59Z'), given],
      ['Time__c + 7200000', TimeValue.of(1, 0), given],
    ]);
  });

  it('subtract', () => {
    assertValues([
      ['Date__c - DATE(2026, 1, 31)', '27', given],
      ['Datetime__c - DATETIMEVALUE("2026-02-26 18:00:00")', '0.75', given],
      ['TIMEVALUE("01:00:00.000") - Time__c', '7200000', given],
    ]);
  });

  it('compare', () => {
    assertValues([
      ['Date__c > TODAY()', true, given],
      ['Date__c = DATE(2026, 2, 27)', true, given],
      ['Datetime__c <= NOW()', false, given],
      ['Time__c < TIMEVALUE("23:00:00.001")', true, given],
    ]);
  });

  it('refuse to mix', () => {
    assertFormulaError(
      'Date__c + Date__c',
      "Incorrect parameter type for operator '+'. Expected Number, received Date",
    );
    assertFormulaError(
      'Date__c = NOW()',
      "Incorrect parameter type for operator '='. Expected Date, received DateTime",
    );
    assertFormulaError('1 - TODAY()', "Incorrect parameter type for operator '-'. Expected Number, received Date");
    assertFormulaError('Time__c + Time__c', "Incorrect argument type for operator '+'.");
  });
});

describe('operators on texts', () => {
  it('join, a blank being empty', () => {
    assertValues([
      ['"a" & Text__c & "b"', 'ab'],
      ['"a" + "b"', 'ab'],
      ['Text__c & Text__c', null],
    ]);
    assertFormulaError('"a" & 1', "Incorrect parameter type for operator '&'. Expected Text, received Number");
    assertFormulaError('"a" + 1', "Incorrect parameter type for operator '+'. Expected Text, received Number");
  });

  it('compare with regard to case, a blank being equal to an empty text', () => {
    assertValues([
      ['"a" = "A"', false],
      ['Text__c = ""', true],
      ['Text__c <> "a"', true],
      ['"a" < "b"', true],
      ['Text__c < "b"', false],
    ]);
  });

  it('refuse picklists', () => {
    assertFormulaError(
      'Color__c = "red"',
      'Field Color__c is a picklist field. Picklist fields are only supported in certain functions.',
    );
    assertFormulaError(
      'Tags__c & "red"',
      'Field Tags__c is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.',
    );
  });
});

describe('logical operators', () => {
  it('take a blank as false', () => {
    assertValues([
      ['TRUE && Number__c > 1', false],
      ['Number__c > 1 || TRUE', true],
      ['NOT(Number__c > 1)', false],
      ['!Check__c', true],
      ['Check__c = FALSE', true],
    ]);
  });

  it('do not evaluate what cannot matter', () => {
    assertValues([
      ['FALSE && 1 / 0 > 1', false],
      ['TRUE || 1 / 0 > 1', true],
      ['IF(Number__c = 0, 0, 1 / Number__c)', '0', number('0')],
    ]);
  });

  it('refuse other types', () => {
    assertFormulaError(
      'Check__c && 1',
      "Incorrect parameter type for operator '&&'. Expected Boolean, received Number",
    );
  });
});
