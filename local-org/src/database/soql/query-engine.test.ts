import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../../schema/ids.ts';
import { DateValue, Decimal } from '../../schema/values/index.ts';
import { TestDatabase } from '../test-support/database.ts';
import { zoo } from '../test-support/zoo.ts';

const database = zoo();
const names = (where: string) => database.column(`SELECT Name FROM Bear__c WHERE ${where}`);

describe('SELECT', () => {
  it('answers fields in the order asked, however they are spelled', () => {
    assert.deepEqual(database.rows("SELECT weight__C, NAME, Id FROM bear__c WHERE Name = 'bruno'"), [
      { Weight__c: '350.50', Name: 'Bruno', Id: newId('a02', 1) },
    ]);
  });

  it('answers parents, and null where there is none', () => {
    assert.deepEqual(database.rows('SELECT Name, Keeper__r.Name, Keeper__r.Mentor__r.Since__c FROM Bear__c'), [
      { Name: 'Bruno', Keeper__r: { Name: 'Tom', Mentor__r: null } },
      { Name: 'ursa', Keeper__r: { Name: 'Zoé', Mentor__r: { Since__c: '2020-05-01' } } },
      { Name: 'Ödön 50%', Keeper__r: null },
    ]);
  });

  it('lets Apex see ids and references that come along', () => {
    const [bear] = database.query('SELECT Keeper__r.Name FROM Bear__c').records;
    assert.equal(bear.id, newId('a02', 1));
    assert.equal(bear.values.get('Keeper__c'), bear.parents.get('Keeper__r')!.id);
    assert.equal(bear.has('Name'), false);
  });

  it('answers polymorphic parents', () => {
    assert.deepEqual(
      database.rows(
        "SELECT Owner.Name, Owner.Type, Owner.Title FROM Bear__c WHERE Owner.Name LIKE '%n%' ORDER BY Owner.Name DESC",
      ),
      [
        { Owner: { Name: 'Night shift', Type: 'Group', Title: null } },
        { Owner: { Name: 'Ann', Type: 'User', Title: 'Boss' } },
        { Owner: { Name: 'Ann', Type: 'User', Title: 'Boss' } },
      ],
    );
    const [bear] = database.query('SELECT Owner.Name FROM Bear__c').records;
    assert.equal(bear.parents.get('Owner')!.schema.name, 'User');
    assert.throws(
      () => database.query('SELECT Owner.ManagerId FROM Bear__c'),
      /No such column 'ManagerId' on entity 'Name'/,
    );
  });

  it('answers TYPEOF by the kind of parent', () => {
    assert.deepEqual(
      database.rows('SELECT TYPEOF Owner WHEN User THEN Title, Manager.Name ELSE Name END FROM Bear__c LIMIT 2'),
      [{ Owner: { Title: 'Boss', Manager: null } }, { Owner: { Name: 'Night shift' } }],
    );
  });

  it('answers children of all rows by one statement for each level, limited for each parent', () => {
    assert.deepEqual(
      database.rows(
        'SELECT Name, (SELECT Name FROM Students__r), (SELECT Name FROM Bears__r WHERE Weight__c > 1 ORDER BY Name DESC LIMIT 1) FROM Keeper__c',
      ),
      [
        { Name: 'Tom', Students__r: [{ Name: 'Zoé' }], Bears__r: [{ Name: 'Bruno' }] },
        { Name: 'Zoé', Students__r: [], Bears__r: [{ Name: 'ursa' }] },
      ],
    );
    const nested = database.rows(
      'SELECT Name, (SELECT Name, (SELECT Name FROM Bears__r) FROM Students__r) FROM Keeper__c LIMIT 1',
    );
    assert.deepEqual(nested, [{ Name: 'Tom', Students__r: [{ Name: 'Zoé', Bears__r: [{ Name: 'ursa' }] }] }]);
  });

  it('answers FIELDS(), which needs a small limit unless standard', () => {
    const [row] = database.rows('SELECT FIELDS(CUSTOM) FROM Keeper__c LIMIT 1') as object[];
    assert.deepEqual(Object.keys(row), ['Since__c', 'Mentor__c']);
    assert.throws(() => database.query('SELECT FIELDS(ALL) FROM Keeper__c LIMIT 201'), /LIMIT of at most 200/);
    assert.equal('Name' in (database.rows('SELECT FIELDS(STANDARD) FROM Keeper__c')[0] as object), true);
  });

  it('answers labels and formatted values', () => {
    assert.deepEqual(
      database.rows(
        'SELECT toLabel(Mood__c), FORMAT(Weight__c) w, FORMAT(Born__c) b, FORMAT(Seen__c) s FROM Bear__c WHERE Tame__c = TRUE',
      ),
      [{ Mood__c: 'Quite calm', w: '350.50', b: '2/29/2024', s: '1/13/2026 11:30 PM' }],
    );
    assert.deepEqual(names("toLabel(Mood__c) = 'quite calm'"), ['Bruno']);
  });

  it('computes formula fields wherever a field may stand', () => {
    assert.deepEqual(
      database.rows('SELECT Title__c, Half__c, Heavy__c FROM Bear__c ORDER BY Half__c DESC NULLS LAST'),
      [
        { Title__c: 'Bruno of Tom!', Half__c: '175.250', Heavy__c: true },
        { Title__c: 'ursa of Zoé', Half__c: '60.125', Heavy__c: false },
        { Title__c: 'Ödön 50% of ', Half__c: null, Heavy__c: false },
      ],
    );
    assert.deepEqual(names('Heavy__c = true AND Half__c > 175.2'), ['Bruno']);
    assert.deepEqual(names("Title__c LIKE 'URSA%zoÉ'"), ['ursa']);
    assert.deepEqual(database.rows('SELECT Heavy__c, COUNT(Id) n FROM Bear__c GROUP BY Heavy__c ORDER BY Heavy__c'), [
      { Heavy__c: false, n: 2 },
      { Heavy__c: true, n: 1 },
    ]);
  });
});

describe('WHERE', () => {
  it('compares text without regard to case, in any alphabet, but by case where the field says so', () => {
    assert.deepEqual(names("Name = 'URSA'"), ['ursa']);
    assert.deepEqual(names("Name = 'öDÖN 50%'"), ['Ödön 50%']);
    assert.deepEqual(names("Keeper__r.Name = 'ZOÉ'"), ['ursa']);
    assert.deepEqual(names("Code__c = 'B'"), ['ursa']);
    assert.deepEqual(names("Name > 'BRUNO'"), ['ursa', 'Ödön 50%']);
  });

  it('matches patterns with escapes', () => {
    assert.deepEqual(names("Name LIKE '%\\%'"), ['Ödön 50%']);
    assert.deepEqual(names("Name LIKE 'b_UNO'"), ['Bruno']);
    assert.deepEqual(names("Name LIKE 'b\\_uno'"), []);
    assert.deepEqual(names("Name LIKE 'ÖD%'"), ['Ödön 50%']);
    assert.deepEqual(database.bound('SELECT Name FROM Bear__c WHERE Name LIKE :p', { p: ['b%', 'u%'] }), [
      'Bruno',
      'ursa',
    ]);
  });

  it('knows true and false only: empty fields are unequal to every value', () => {
    assert.deepEqual(names("Mood__c != 'Calm'"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names("(NOT Mood__c = 'Calm')"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names("(NOT Mood__c LIKE 'C%')"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names("Mood__c NOT IN ('Calm')"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names('(NOT Weight__c > 200)'), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names('Mood__c = null'), ['Ödön 50%']);
    assert.deepEqual(names("Mood__c IN ('Wild', null)"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names('Mood__c != null'), ['Bruno', 'ursa']);
    assert.deepEqual(names("Mood__c = ''"), ['Ödön 50%']);
    assert.deepEqual(names("Keeper__c != ''"), ['Bruno', 'ursa']);
  });

  it('treats empty checkboxes, also of missing parents, as false', () => {
    assert.deepEqual(names('Tame__c = null'), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names('Keeper__r.IsDeleted = false'), ['Bruno', 'ursa', 'Ödön 50%']);
  });

  it('compares numbers exactly', () => {
    assert.deepEqual(names('Weight__c = 350.5'), ['Bruno']);
    assert.deepEqual(names('Weight__c = 350.501'), []);
    assert.deepEqual(names('Weight__c > 350.499'), ['Bruno']);
    assert.deepEqual(names('Count__c >= 1.5'), ['Bruno']);
    assert.deepEqual(
      database.bound('SELECT Name FROM Bear__c WHERE Weight__c IN :w', { w: [Decimal.parse('120.2500'), 7] }),
      ['ursa'],
    );
  });

  it('compares dates with literals on the calendar of the user', () => {
    assert.deepEqual(names('Born__c = 2024-02-29'), ['Bruno']);
    assert.deepEqual(names('Seen__c = YESTERDAY'), ['Bruno'], '23:30 in New York');
    assert.deepEqual(names('Seen__c = TODAY'), ['ursa']);
    assert.deepEqual(names('Seen__c != TODAY'), ['Bruno', 'Ödön 50%']);
    assert.deepEqual(names('Seen__c < TODAY'), ['Bruno']);
    assert.deepEqual(names('Seen__c <= TODAY'), ['Bruno', 'ursa']);
    assert.deepEqual(names('Born__c = LAST_N_DAYS:20'), ['ursa']);
    assert.deepEqual(names('Born__c < THIS_YEAR AND Born__c > N_YEARS_AGO:2'), ['ursa']);
    assert.deepEqual(names('Seen__c > 2026-01-14T05:00:00+01:00'), ['Bruno', 'ursa']);
  });

  it('evaluates date functions by GMT, or by the user with convertTimezone', () => {
    assert.deepEqual(names('CALENDAR_YEAR(Born__c) = 2024'), ['Bruno']);
    assert.deepEqual(names('DAY_ONLY(Seen__c) = 2026-01-14'), ['Bruno', 'ursa']);
    assert.deepEqual(names('DAY_ONLY(convertTimezone(Seen__c)) = 2026-01-13'), ['Bruno']);
    assert.deepEqual(names('HOUR_IN_DAY(convertTimezone(Seen__c)) = 23'), ['Bruno']);
    assert.deepEqual(names('DAY_IN_WEEK(Born__c) = 5 AND DAY_IN_YEAR(Born__c) = 60 AND WEEK_IN_MONTH(Born__c) = 5'), [
      'Bruno',
    ]);
  });

  it('finds multi-select values', () => {
    assert.deepEqual(names("Foods__c INCLUDES ('HONEY')"), ['Bruno', 'ursa']);
    assert.deepEqual(names("Foods__c INCLUDES ('fish;honey', 'x')"), ['Bruno']);
    assert.deepEqual(names("Foods__c EXCLUDES ('fish')"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(names("Foods__c INCLUDES ('hone')"), []);
  });

  it('joins on ids of other queries', () => {
    assert.deepEqual(names("Keeper__c IN (SELECT Id FROM Keeper__c WHERE Name = 'tom')"), ['Bruno']);
    assert.deepEqual(names("Keeper__c NOT IN (SELECT Id FROM Keeper__c WHERE Name = 'tom')"), ['ursa', 'Ödön 50%']);
    assert.deepEqual(
      database.column('SELECT Name FROM Keeper__c WHERE Id IN (SELECT Keeper__c FROM Bear__c WHERE Weight__c < 200)'),
      ['Zoé'],
    );
    assert.throws(() => names('Name IN (SELECT Id FROM Keeper__c)'), /should be an id field, cannot use: 'Name'/);
  });

  it('takes values from binds, among them null and 15-character ids', () => {
    const find = (value: Parameters<TestDatabase['bound']>[1][string]) =>
      database.bound('SELECT Name FROM Bear__c WHERE Id = :v', { v: value });
    assert.deepEqual(find(newId('a02', 2).slice(0, 15)), ['ursa']);
    assert.deepEqual(database.bound('SELECT Name FROM Bear__c WHERE Mood__c IN :v', { v: ['calm', null] }), [
      'Bruno',
      'Ödön 50%',
    ]);
    assert.deepEqual(database.bound('SELECT Name FROM Bear__c WHERE Mood__c NOT IN :v', { v: [] }), [
      'Bruno',
      'ursa',
      'Ödön 50%',
    ]);
    assert.deepEqual(database.bound('SELECT Name FROM Bear__c WHERE Born__c = :v', { v: DateValue.of(2024, 2, 29) }), [
      'Bruno',
    ]);
    assert.deepEqual(database.bound('SELECT Name FROM Bear__c LIMIT :v', { v: 1 }), ['Bruno']);
    assert.throws(() => find('abc'), { code: 'INVALID_QUERY_FILTER_OPERATOR', message: /invalid ID field: abc/ });
    assert.throws(() => names('Name = :v'), {
      code: 'MALFORMED_QUERY',
      message: 'Bind variables only allowed in Apex code',
    });
  });

  it('leaves deleted rows out unless all rows are asked for', () => {
    const own = zoo();
    const [bruno] = own.query("SELECT Id FROM Bear__c WHERE Name = 'Bruno'").records;
    own.store.deleteRow(bruno.schema, bruno.id!, { root: bruno.id!, at: 0, by: '005' });
    assert.deepEqual(own.column('SELECT Name FROM Bear__c'), ['ursa', 'Ödön 50%']);
    assert.deepEqual(own.column('SELECT Name FROM Bear__c WHERE IsDeleted = true ALL ROWS'), ['Bruno']);
    assert.deepEqual(own.column("SELECT Name FROM Bear__c WHERE Name = 'Bruno'", { allRows: true }), ['Bruno']);
  });
});

describe('ORDER BY, LIMIT and OFFSET', () => {
  it('sorts without regard to case, picklists by the order of their values, nulls first unless told otherwise', () => {
    const sorted = (order: string) => database.column(`SELECT Name FROM Bear__c ORDER BY ${order}`);
    assert.deepEqual(sorted('Name DESC'), ['Ödön 50%', 'ursa', 'Bruno']);
    assert.deepEqual(sorted('Mood__c'), ['Ödön 50%', 'ursa', 'Bruno']);
    assert.deepEqual(sorted('Mood__c DESC NULLS LAST'), ['Bruno', 'ursa', 'Ödön 50%']);
    assert.deepEqual(sorted('Weight__c DESC'), ['Ödön 50%', 'Bruno', 'ursa']);
    assert.deepEqual(sorted('Keeper__r.Mentor__r.Name NULLS LAST, Weight__c NULLS LAST'), [
      'ursa',
      'Bruno',
      'Ödön 50%',
    ]);
    assert.deepEqual(sorted('Name LIMIT 1 OFFSET 1'), ['ursa']);
    assert.deepEqual(sorted('Name OFFSET 2'), ['Ödön 50%']);
    assert.throws(() => sorted('Name OFFSET 2001'), { code: 'NUMBER_OUTSIDE_VALID_RANGE', message: /allowed is 2000/ });
  });
});

describe('Aggregates', () => {
  it('counts', () => {
    assert.equal(database.query('SELECT COUNT() FROM Bear__c').totalSize, 3);
    assert.equal(database.query('SELECT COUNT() FROM Bear__c LIMIT 2').totalSize, 2);
    assert.deepEqual(database.rows('SELECT COUNT(Id), COUNT(Mood__c) moods, COUNT_DISTINCT(Keeper__c) FROM Bear__c'), [
      { expr0: 3, moods: 2, expr1: 2 },
    ]);
  });

  it('sums exactly and averages', () => {
    assert.deepEqual(
      database.rows(
        'SELECT SUM(Weight__c) s, AVG(Weight__c) a, MIN(Born__c) f, MAX(Name) n, SUM(Half__c) h, MAX(Mood__c) m FROM Bear__c',
      ),
      [{ s: '470.75', a: '235.375', f: '2024-02-29', n: 'Ödön 50%', h: '235.375', m: 'Calm' }],
    );
    assert.deepEqual(database.rows("SELECT SUM(Weight__c) s, COUNT(Id) c FROM Bear__c WHERE Name = 'none'"), [
      { s: null, c: 0 },
    ]);
  });

  it('groups by fields of parents and by functions', () => {
    assert.deepEqual(database.rows('SELECT Keeper__r.Name, COUNT(Id) c FROM Bear__c GROUP BY Keeper__r.Name'), [
      { Name: null, c: 1 },
      { Name: 'Tom', c: 1 },
      { Name: 'Zoé', c: 1 },
    ]);
    assert.deepEqual(
      database.rows(
        'SELECT CALENDAR_YEAR(Born__c) y, SUM(Count__c) FROM Bear__c GROUP BY CALENDAR_YEAR(Born__c) ORDER BY SUM(Count__c) DESC NULLS LAST',
      ),
      [
        { y: 2024, expr0: 3 },
        { y: 2025, expr0: 1 },
        { y: null, expr0: null },
      ],
    );
  });

  it('filters groups', () => {
    const own = zoo();
    own.add('Bear__c', { Name: 'BRUNO', Weight__c: '1' });
    assert.deepEqual(
      own.rows("SELECT Name, COUNT(Id) c FROM Bear__c GROUP BY Name HAVING COUNT(Id) > 1 AND Name LIKE 'b%'"),
      [{ Name: 'BRUNO', c: 2 }],
    );
    assert.deepEqual(own.column('SELECT Name FROM Bear__c GROUP BY Name HAVING SUM(Weight__c) > 200.5'), ['BRUNO']);
  });

  it('adds subtotals', () => {
    assert.deepEqual(
      database.rows(
        'SELECT Mood__c, Tame__c, COUNT(Id) c, GROUPING(Mood__c) g FROM Bear__c WHERE Mood__c != null GROUP BY ROLLUP(Mood__c, Tame__c)',
      ),
      [
        { Mood__c: 'Calm', Tame__c: true, c: 1, g: 0 },
        { Mood__c: 'Calm', Tame__c: null, c: 1, g: 0 },
        { Mood__c: 'Wild', Tame__c: false, c: 1, g: 0 },
        { Mood__c: 'Wild', Tame__c: null, c: 1, g: 0 },
        { Mood__c: null, Tame__c: null, c: 2, g: 1 },
      ],
    );
    assert.equal(
      database.rows('SELECT Mood__c, Tame__c, COUNT(Id) c FROM Bear__c GROUP BY CUBE(Mood__c, Tame__c)').length,
      9,
    );
  });

  it('refuses what is neither grouped nor aggregated', () => {
    assert.throws(() => database.query('SELECT Name, COUNT(Id) FROM Bear__c'), {
      code: 'MALFORMED_QUERY',
      message: /Field must be grouped or aggregated: Name/,
    });
    assert.throws(() => database.query('SELECT SUM(Name) FROM Bear__c'), /does not support aggregate operator SUM/);
    assert.throws(() => database.query('SELECT COUNT(Id) FROM Bear__c LIMIT 1'), /cannot also use LIMIT/);
    assert.throws(() => database.query('SELECT COUNT(Id) n, COUNT(Name) N FROM Bear__c'), /duplicate alias: N/);
  });
});
