import { describe, it } from 'node:test';
import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../values/index.ts';
import { assertEvaluationError, assertFormulaError, assertValues, type Given } from '../test-support.ts';

const text = (Text__c: string): Given => ({ values: { Text__c } });

describe('logical functions', () => {
  it('choose', () => {
    assertValues([
      ['IF(1 < 2, "a", "b")', 'a'],
      ['IF(Number__c > 1, 1, 2)', '2'],
      ['AND(TRUE, 1 = 1, NOT(FALSE))', true],
      ['OR(FALSE, Check__c)', false],
      ['CASE(2, 1, "one", 2, "two", "many")', 'two'],
      ['CASE(Number__c, 1, "one", "none")', 'none'],
      ['CASE(Text__c, "", "blank", "filled")', 'blank'],
      ['CASE(Color__c, "Red", 1, "Blue", 2, 0)', '2', { values: { Color__c: 'Blue' } }],
      ['CASE(1, 1, NULL, 5)', null],
    ]);
  });

  it('check numbers and types of parameters', () => {
    assertFormulaError('IF(TRUE, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2");
    assertFormulaError('CASE(1, 1, 2)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3");
    assertFormulaError(
      'CASE(1, 1, 2, 3, 4)',
      "Incorrect number of parameters for function 'CASE()'. Expected 4, received 5",
    );
    assertFormulaError(
      'IF(1, 2, 3)',
      "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number",
    );
    assertFormulaError(
      'IF(TRUE, 1, "a")',
      "Incorrect parameter type for function 'IF()'. Expected Number, received Text",
    );
    assertFormulaError(
      'IF(TRUE, Color__c, "a")',
      'Field Color__c is a picklist field. Picklist fields are only supported in certain functions.',
    );
    assertFormulaError(
      'CASE("a", 1, 2, 3)',
      "Incorrect parameter type for function 'CASE()'. Expected Text, received Number",
    );
    assertFormulaError('MINIMUM(1, 2)', 'Unknown function MINIMUM. Check spelling.');
  });
});

describe('functions about blanks', () => {
  it('find and replace them', () => {
    assertValues([
      ['ISBLANK(Text__c)', true],
      ['ISBLANK(Number__c)', true],
      ['ISBLANK(Color__c)', true],
      ['ISBLANK("a")', false],
      ['ISNULL(Number__c)', true],
      ['ISNULL(Text__c)', false],
      ['BLANKVALUE(Text__c, "none")', 'none'],
      ['BLANKVALUE(Number__c, 5)', '5'],
      ['NULLVALUE(Text__c, "none")', null],
      ['NULLVALUE(Date__c, TODAY())', DateValue.parse('2026-01-31')],
    ]);
    assertFormulaError(
      'BLANKVALUE(Text__c, 1)',
      "Incorrect parameter type for function 'BLANKVALUE()'. Expected Text, received Number",
    );
    assertFormulaError('BLANKVALUE(Check__c, TRUE)', "Incorrect argument type for function 'BLANKVALUE()'.");
  });
});

describe('functions about the save', () => {
  const saved = { values: { Text__c: 'new', Color__c: 'Red' }, before: { Text__c: 'old', Color__c: 'Red' } };

  it('know the record before it', () => {
    assertValues([
      ['ISNEW()', false, saved],
      ['ISNEW()', true],
      ['ISCLONE()', false],
      ['ISCHANGED(Text__c)', true, saved],
      ['ISCHANGED(Color__c)', false, saved],
      ['ISCHANGED(Text__c)', false, text('new')],
      ['PRIORVALUE(Text__c)', 'old', saved],
      ['ISPICKVAL(PRIORVALUE(Color__c), "Red")', true, saved],
      ['TEXT(PRIORVALUE(Color__c))', 'Red', saved],
      ['PRIORVALUE(Text__c)', null, text('new')],
    ]);
  });

  it('take only fields of the record', () => {
    assertFormulaError(
      'ISCHANGED(Parent__r.Name)',
      'The ISCHANGED function cannot reference the Parent__r.Name field.',
    );
    assertFormulaError('PRIORVALUE($User.Name)', 'The PRIORVALUE function cannot reference the $User.Name field.');
    assertFormulaError('PRIORVALUE("a")', "Incorrect argument type for function 'PRIORVALUE()'.");
  });
});

describe('picklist functions', () => {
  const given = { values: { Color__c: 'Red', Tags__c: 'a;b c' } };

  it('compare values', () => {
    assertValues([
      ['ISPICKVAL(Color__c, "Red")', true, given],
      ['ISPICKVAL(Color__c, "red")', false, given],
      ['ISPICKVAL(Color__c, "")', true],
      ['TEXT(Color__c)', 'Red', given],
      ['INCLUDES(Tags__c, "b c")', true, given],
      ['INCLUDES(Tags__c, "b")', false, given],
      ['INCLUDES(Tags__c, "a")', false],
      ['PICKLISTCOUNT(Tags__c)', '2', given],
      ['PICKLISTCOUNT(Tags__c)', '0'],
    ]);
  });

  it('refuse other fields', () => {
    assertFormulaError(
      'ISPICKVAL(Text__c, "a")',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text",
    );
    assertFormulaError(
      'ISPICKVAL(Color__c, Text__c)',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Text",
    );
    assertFormulaError(
      'INCLUDES(Color__c, "a")',
      "Incorrect parameter type for function 'INCLUDES()'. Expected Picklist, received Picklist",
    );
  });
});

describe('conversions', () => {
  it('to text', () => {
    assertValues([
      ['TEXT(1.500)', '1.5'],
      ['TEXT(1000000)', '1000000'],
      ['TEXT(TODAY())', '2026-01-31'],
      ['TEXT(NOW())', '2026-01-31 10:00:00Z'],
      ['TEXT(TIMENOW())', '10:00:00.000'],
      ['TEXT(Number__c)', null],
    ]);
    assertFormulaError(
      'TEXT(Text__c)',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Time, Picklist, received Text",
    );
  });

  it('to numbers', () => {
    assertValues([
      ['VALUE("12.50") + 1', '13.5'],
      ['VALUE(Text__c)', null],
      ['ISNUMBER("1e3")', true],
      ['ISNUMBER("1,000")', false],
      ['ISNUMBER(Text__c)', false],
    ]);
    assertEvaluationError('VALUE("twelve")');
  });
});

describe('text functions', () => {
  it('cut', () => {
    assertValues([
      ['LEFT("abc", 2)', 'ab'],
      ['LEFT("abc", 9)', 'abc'],
      ['LEFT("abc", -1)', null],
      ['RIGHT("abc", 2)', 'bc'],
      ['RIGHT("abc", 0)', null],
      ['MID("abcdef", 2, 3)', 'bcd'],
      ['MID("abcdef", 0, 2)', 'ab'],
      ['MID("abc", 9, 2)', null],
      ['LEFT(Text__c, 1)', null],
    ]);
  });

  it('measure and search', () => {
    assertValues([
      ['LEN("abc")', '3'],
      ['LEN(Text__c)', '0'],
      ['FIND("b", "abcb")', '2'],
      ['FIND("b", "abcb", 3)', '4'],
      ['FIND("x", "abc")', '0'],
      ['FIND("b", Text__c)', '0'],
      ['CONTAINS("Acme", "cm")', true],
      ['CONTAINS("Acme", "CM")', false],
      ['CONTAINS("Acme", Text__c)', true],
      ['IF(CONTAINS(Text__c, "a"), 1, 2)', '2'],
      ['NOT(CONTAINS(Text__c, "a"))', true],
      ['NOT(BEGINS(Text__c, "a"))', true],
      ['BEGINS("Acme", "Ac")', true],
      ['BEGINS("Acme", "me")', false],
      ['ASCII("A")', '65'],
      ['CHR(65)', 'A'],
    ]);
  });

  it('change', () => {
    assertValues([
      ['LOWER("ÄB")', 'äb'],
      ['UPPER("äb")', 'ÄB'],
      ['UPPER("i", "tr")', 'İ'],
      ['TRIM("  a b ")', 'a b'],
      ['TRIM("   ")', null],
      ['REVERSE("abc")', 'cba'],
      ['INITCAP("hELLO wORLD-wide 2nd")', 'Hello World-Wide 2nd'],
      ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
      ['SUBSTITUTE("a$b", "$", "$$")', 'a$$b'],
      ['SUBSTITUTE("abc", "b", Text__c)', 'ac'],
      ['LPAD("7", 3, "0")', '007'],
      ['LPAD("abc", 2)', 'ab'],
      ['RPAD("ab", 5, "xyz")', 'abxyz'],
      ['RPAD("ab", 3)', 'ab '],
    ]);
  });

  it('match patterns of Java', () => {
    assertValues([
      ['REGEX("12-34", "\\\\d{2}-\\\\d{2}")', true],
      ['REGEX("12-345", "\\\\d{2}-\\\\d{2}")', false],
      ['REGEX("ABC", "(?i)abc")', true],
      ['REGEX("ab1", "\\\\p{Alnum}+")', true],
      ['REGEX("a.b", "\\\\Qa.b\\\\E")', true],
      ['REGEX("axb", "\\\\Qa.b\\\\E")', false],
      ['REGEX("Ärger", "\\\\p{L}+")', true],
      ['REGEX("a+", "a\\\\+")', true],
      ['REGEX(Text__c, "")', true],
      ['REGEX("a", Text__c)', true, text('[a-c]')],
    ]);
  });

  it('make markup', () => {
    assertValues([
      ['"a" & BR() & "b"', 'a<br>b'],
      ['HYPERLINK("/x?a=1&b=2", "Go")', '<a href="/x?a=1&amp;b=2" target="_blank">Go</a>'],
      ['HYPERLINK("/x", "Go", "_self")', '<a href="/x" target="_self">Go</a>'],
      ['IMAGE("/i.png", "dot")', '<img src="/i.png" alt="dot" border="0"/>'],
      ['IMAGE("/i.png", "dot", 5, 6)', '<img src="/i.png" alt="dot" style="height:5px; width:6px;" border="0"/>'],
      ['HTMLENCODE("<a>")', '&lt;a&gt;'],
      ['URLENCODE("a b&c")', 'a+b%26c'],
      [`JSENCODE("it's")`, "it\\'s"],
    ]);
  });

  it('give ids their safe form', () => {
    assertValues([
      ['Id', 'a00000000000001', { values: { Id: 'a00000000000001AAA' } }],
      ['CASESAFEID(Id)', 'a00000000000001AAA', { values: { Id: 'a00000000000001AAA' } }],
    ]);
  });
});

describe('number functions', () => {
  it('compute', () => {
    assertValues([
      ['ABS(-1.5)', '1.5'],
      ['MOD(7, 3)', '1'],
      ['MOD(-7, 3)', '-1'],
      ['MAX(1, 3, 2)', '3'],
      ['MIN(1, 3, 2)', '1'],
      ['MAX(1, Number__c)', null],
      ['SQRT(16)', '4'],
      ['EXP(0)', '1'],
      ['LN(1)', '0'],
      ['LOG(1000)', '2.9999999999999996'],
      ['ROUND(PI(), 4)', '3.1416'],
      ['ROUND(SIN(PI() / 2) + COS(0), 6)', '2'],
    ]);
    assertEvaluationError('MOD(1, 0)');
    assertEvaluationError('SQRT(-1)');
    assertEvaluationError('LN(0)');
  });

  it('round', () => {
    assertValues([
      ['ROUND(1.5, 0)', '2'],
      ['ROUND(-1.5, 0)', '-2'],
      ['ROUND(225.49823, -2)', '200'],
      ['ROUND(750, -3)', '0'],
      ['ROUND(1.25, 1)', '1.3'],
      ['TRUNC(-1.79, 1)', '-1.7'],
      ['TRUNC(1.79)', '1'],
      ['CEILING(-2.5)', '-3'],
      ['CEILING(2.1)', '3'],
      ['FLOOR(-2.5)', '-2'],
      ['MCEILING(-2.5)', '-2'],
      ['MFLOOR(-2.5)', '-3'],
      ['CEILING(1 / 3 * 3)', '1'],
      ['MROUND(17, 5)', '15'],
    ]);
  });
});

describe('date functions', () => {
  const given = {
    values: { Datetime__c: DatetimeValue.parse('2026-01-31T03:30:00Z') },
    timeZone: 'America/Los_Angeles',
  };

  it('take apart and build', () => {
    assertValues([
      ['DATE(2024, 2, 29)', DateValue.parse('2024-02-29')],
      ['YEAR(TODAY()) * 10000 + MONTH(TODAY()) * 100 + DAY(TODAY())', '20260131'],
      ['WEEKDAY(DATE(2026, 2, 1))', '1'],
      ['DAYOFYEAR(DATE(2024, 12, 31))', '366'],
      ['ISOWEEK(DATE(2021, 1, 3))', '53'],
      ['ISOYEAR(DATE(2021, 1, 3))', '2020'],
      ['ISOWEEK(DATE(2018, 12, 31))', '1'],
      ['ADDMONTHS(DATE(2026, 1, 31), 1)', DateValue.parse('2026-02-28')],
      ['ADDMONTHS(DATE(2026, 2, 28), 1)', DateValue.parse('2026-03-31')],
      ['ADDMONTHS(DATE(2026, 3, 15), -13)', DateValue.parse('2025-02-15')],
      ['ADDMONTHS(NOW(), 1)', DatetimeValue.parse('2026-02-28T10:00:00Z')],
    ]);
    assertEvaluationError('DATE(2026, 2, 29)');
    assertEvaluationError('DATE(2026, 13, 1)');
    assertFormulaError(
      'YEAR(NOW())',
      "Incorrect parameter type for function 'YEAR()'. Expected Date, received DateTime",
    );
  });

  it('convert, dates by the user\u2019s time zone and times in GMT', () => {
    assertValues([
      ['DATEVALUE("2026-1-5")', DateValue.parse('2026-01-05')],
      ['DATEVALUE(Datetime__c)', DateValue.parse('2026-01-30'), given],
      ['TIMEVALUE(Datetime__c)', TimeValue.of(3, 30), given],
      ['DATETIMEVALUE("2026-01-31 10:20:30")', DatetimeValue.parse('2026-01-31T10:20:30Z')],
      ['DATETIMEVALUE(TODAY())', DatetimeValue.parse('2026-01-31T00:00:00Z'), given],
      ['TIMEVALUE("17:30:45.125")', TimeValue.of(17, 30, 45, 125)],
      ['HOUR(TIMEVALUE("17:30:45.125"))', '17'],
      ['MINUTE(TIMEVALUE("17:30:45.125"))', '30'],
      ['SECOND(TIMEVALUE("17:30:45.125"))', '45'],
      ['MILLISECOND(TIMEVALUE("17:30:45.125"))', '125'],
      ['UNIXTIMESTAMP(DATE(1970, 1, 2))', '86400'],
      ['FROMUNIXTIME(86400.5)', DatetimeValue.parse('1970-01-02T00:00:00.500Z')],
      ['FORMATDURATION(3661)', '01:01:01'],
      ['FORMATDURATION(90061, TRUE)', '1:01:01:01'],
      ['FORMATDURATION(NOW(), NOW() + 1.5)', '1:12:00:00'],
    ]);
    assertEvaluationError('DATEVALUE("2026-02-30")');
    assertEvaluationError('DATEVALUE("soon")');
    assertEvaluationError('DATETIMEVALUE("2026-01-31")');
    assertEvaluationError('TIMEVALUE("25:00:00.000")');
  });
});

describe('VLOOKUP', () => {
  it('asks the context', () => {
    assertValues([
      [
        'VLOOKUP($ObjectType.Widget__c.Fields.Text__c, $ObjectType.Widget__c.Fields.Name, "x")',
        'Widget__c.Text__c where Name = x',
      ],
    ]);
    assertFormulaError(
      'VLOOKUP(Text__c, Name, "x")',
      "Incorrect parameter for function 'VLOOKUP()'. Expected field reference.",
    );
  });
});

describe('globals', () => {
  it('have the types of what they name', () => {
    assertValues([
      ['$User.Name & "!"', 'Ann!', { globals: { '$User.Name': 'Ann' } }],
      ['$Permission.Skip', true, { globals: { '$Permission.Skip': true } }],
      [
        '$Setup.Limit_Setting__c.Maximum__c + 1',
        '6',
        { globals: { '$Setup.Limit_Setting__c.Maximum__c': Decimal.of(5) } },
      ],
      ['$RecordType.DeveloperName', 'Big', { values: { 'RecordType.DeveloperName': 'Big' } }],
      ['$Label.Hello', 'Hi', { globals: { '$Label.Hello': 'Hi' } }],
      ['YEAR(DATEVALUE($System.OriginDateTime))', '1900'],
    ]);
    assertFormulaError('$User.Shoe__c', 'Field $User.Shoe__c does not exist. Check spelling.');
    assertFormulaError('$Nothing.Name', 'Field $Nothing.Name does not exist. Check spelling.');
  });
});
