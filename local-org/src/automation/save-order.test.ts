import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DmlError } from '../database/dml-error.ts';
import { DatetimeValue, DateValue, Decimal } from '../schema/values/index.ts';
import { lookup, master, objectFiles, picklist, rollUp } from './test-support/metadata.ts';
import { partly, system, type TestCode, TestOrg } from './test-support/test-org.ts';

const files = {
  ...objectFiles('Bear__c', {
    fields: {
      Honey__c: { type: 'Number', precision: 8, scale: 2, defaultValue: 5 },
      Rank__c: { ...picklist(['Cub', 'Adult']) },
      Tag__c: { type: 'Text', length: 5, unique: true, externalId: true, caseSensitive: false },
      Email__c: { type: 'Email' },
      Born__c: { type: 'Date' },
      Seen__c: { type: 'DateTime' },
      Double_Honey__c: { type: 'Number', precision: 18, scale: 2, formula: 'Honey__c * 2' },
      Friend__c: lookup('Bear__c', 'Friends'),
      Den__c: { type: 'Text', length: 20, required: true, defaultValue: '&quot;Cave&quot;' },
      Hungry__c: { type: 'Checkbox', defaultValue: true },
      Paws__c: rollUp('sum', 'Paw__c.Bear__c', 'Claws__c'),
    },
    rules: {
      Enough_Honey: { condition: 'Honey__c &lt; 1', message: 'Too little honey', field: 'Honey__c' },
      No_Demotion: {
        condition: 'AND(ISCHANGED(Rank__c), ISPICKVAL(PRIORVALUE(Rank__c), "Adult"))',
        message: 'Once adult, always adult',
      },
    },
  }),
  ...objectFiles('Paw__c', {
    definition:
      '<nameField><displayFormat>P-{000}</displayFormat><label>Paw</label><type>AutoNumber</type></nameField><sharingModel>ControlledByParent</sharingModel>',
    fields: { Bear__c: master('Bear__c', 'Paws'), Claws__c: { type: 'Number', precision: 4, scale: 0 } },
  }),
};

function failureOf(fn: () => unknown): DmlError {
  try {
    fn();
  } catch (error) {
    if (error instanceof DmlError) return error;
    throw error;
  }
  throw new Error('The write succeeded');
}

describe('order of execution', () => {
  test('an insert and an update run their steps in the documented order, the parent after its detail', () => {
    const log: string[] = [];
    const spy = (events: readonly string[]): TestCode =>
      Object.fromEntries(events.map((event) => [event, () => void log.push(event)]));
    const org = new TestOrg(
      files,
      spy(
        ['Bear__c', 'Paw__c'].flatMap((object) =>
          ['before save flow', 'before insert', 'after insert', 'before update', 'after update', 'after save flow'].map(
            (step) => `${object} ${step}`,
          ),
        ),
      ),
    );
    const bear = org.insert('Bear__c', { Name: 'Baloo' });
    assert.deepEqual(log.splice(0), [
      'Bear__c before save flow',
      'Bear__c before insert',
      'Bear__c after insert',
      'Bear__c after save flow',
    ]);
    org.insert('Paw__c', { Bear__c: bear, Claws__c: Decimal.of(5) });
    assert.deepEqual(log.splice(0), [
      'Paw__c before save flow',
      'Paw__c before insert',
      'Paw__c after insert',
      'Paw__c after save flow',
      'Bear__c before save flow',
      'Bear__c before update',
      'Bear__c after update',
      'Bear__c after save flow',
    ]);
    assert.equal(String(org.get('Bear__c', bear).get('Paws__c')), '5');
  });

  test('code before the save sees defaults and formulas, and may mend what validation would refuse', () => {
    const seen: unknown[] = [];
    const org = new TestOrg(files, {
      'Bear__c before insert': ([bear]) => {
        seen.push(String(bear.get('Honey__c')), String(bear.get('Double_Honey__c')), bear.get('Hungry__c'));
        seen.push(bear.get('Rank__c'), bear.get('OwnerId') === org.user.id, bear.id);
        bear.set('Name', 'Baloo');
        bear.set('Honey__c', Decimal.parse('2.345'));
      },
      'Bear__c after insert': ([bear]) => {
        seen.push(bear.id !== null, String(bear.get('Double_Honey__c')), String(bear.get('CreatedDate')));
      },
    });
    const id = org.insert('Bear__c', {});
    assert.deepEqual(seen, ['5.00', '10.00', true, 'Cub', true, null, true, '4.70', '2026-03-02T09:30:15.000+0000']);
    assert.equal(String(org.get('Bear__c', id).get('Honey__c')), '2.35');
  });

  test('only the Id is set on the records that were given', () => {
    const org = new TestOrg(files);
    const bear = org.record('Bear__c', { Name: 'Baloo' });
    org.run((tx) => org.dml.insert(tx, [bear], system));
    assert.deepEqual([...bear.values.keys()].sort(), ['Id', 'Name']);
  });

  test('an explicit null is kept where there is a default, and a null checkbox is false', () => {
    const org = new TestOrg(files);
    const bear = org.get('Bear__c', org.insert('Bear__c', { Name: 'Baloo', Rank__c: null, Hungry__c: null }));
    assert.deepEqual([bear.get('Rank__c'), bear.get('Hungry__c')], [null, false]);
  });
});

describe('validation', () => {
  const org = new TestOrg(files);
  const refused = (values: Parameters<TestOrg['insert']>[1]) => {
    const error = failureOf(() => org.insert('Bear__c', { Name: 'Baloo', ...values }));
    return error.failures[0].errors.map(({ statusCode, message, fields }) => [statusCode, message, fields]);
  };

  test('required, too long, out of range, not on the list, malformed', () => {
    assert.deepEqual(refused({ Den__c: null }), [
      ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [Den__c]', ['Den__c']],
    ]);
    assert.deepEqual(refused({ Tag__c: 'ABCDEF' }), [
      ['STRING_TOO_LONG', 'Tag: data value too large: ABCDEF (max length=5)', ['Tag__c']],
    ]);
    assert.deepEqual(refused({ Honey__c: Decimal.of(1_000_000) }), [
      ['NUMBER_OUTSIDE_VALID_RANGE', 'Honey: value outside of valid range on numeric field: 1000000', ['Honey__c']],
    ]);
    assert.deepEqual(refused({ Rank__c: 'King' }), [
      ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'Rank: bad value for restricted picklist field: King', ['Rank__c']],
    ]);
    assert.deepEqual(refused({ Email__c: 'baloo at jungle' }), [
      ['INVALID_EMAIL_ADDRESS', 'Email: invalid email address: baloo at jungle', ['Email__c']],
    ]);
  });

  test('dates are within the years that the platform knows', () => {
    assert.deepEqual(refused({ Born__c: DateValue.of(1699, 12, 31) }), [
      ['FIELD_INTEGRITY_EXCEPTION', 'Born: invalid date: Thu Dec 31 00:00:00 GMT 1699', ['Born__c']],
    ]);
    assert.deepEqual(refused({ Seen__c: DatetimeValue.parse('4000-12-31T00:00:01Z') }), [
      ['FIELD_INTEGRITY_EXCEPTION', 'Seen: invalid date: Sun Dec 31 00:00:01 GMT 4000', ['Seen__c']],
    ]);
    org.insert('Bear__c', { Born__c: DateValue.of(1700, 1, 1), Seen__c: DatetimeValue.parse('4000-12-31T00:00:00Z') });
  });

  test('references must be ids, of the right object, of a record that exists', () => {
    assert.equal(refused({ Friend__c: 'Mowgli' })[0][0], 'MALFORMED_ID');
    assert.deepEqual(refused({ Friend__c: org.user.id }), [
      ['FIELD_INTEGRITY_EXCEPTION', `Friend: id value of incorrect type: ${org.user.id}`, ['Friend__c']],
    ]);
    const gone = org.insert('Bear__c', { Name: 'Gone' });
    org.run((tx) => org.dml.delete(tx, [gone], system));
    assert.deepEqual(refused({ Friend__c: gone }), [['ENTITY_IS_DELETED', 'entity is deleted', []]]);
    const never = org.store.newId(org.schema.require('Bear__c'));
    assert.deepEqual(refused({ Friend__c: never }), [
      ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []],
    ]);
  });

  test('unique values, stored and in the same call, without regard to case', () => {
    const first = org.insert('Bear__c', { Name: 'One', Tag__c: 'abc' });
    assert.deepEqual(refused({ Tag__c: 'ABC' }), [
      ['DUPLICATE_VALUE', `duplicate value found: Tag__c duplicates value on record with id: ${first}`, []],
    ]);
    const results = org.run((tx) =>
      org.dml.insert(
        tx,
        ['x', 'y', 'X'].map((tag) => org.record('Bear__c', { Name: tag, Tag__c: tag })),
        partly,
      ),
    );
    assert.deepEqual(
      results.map(({ success }) => success),
      [true, true, false],
    );
    org.update('Bear__c', { Id: first, Tag__c: 'ABC' });
  });

  test('all broken validation rules are reported with their field; unchanged values are not checked again', () => {
    assert.deepEqual(refused({ Honey__c: Decimal.ZERO }), [
      ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Too little honey', ['Honey__c']],
    ]);
    const adult = org.insert('Bear__c', { Name: 'Old', Rank__c: 'Adult' });
    const error = failureOf(() => org.update('Bear__c', { Id: adult, Rank__c: 'Cub' }));
    assert.equal(error.code, 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
    assert.equal(
      error.message,
      `Update failed. First exception on row 0 with id ${adult}; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Once adult, always adult: []`,
    );
  });

  test('text is trimmed, an empty text is null', () => {
    const bear = org.get('Bear__c', org.insert('Bear__c', { Name: '  Baloo ', Tag__c: '' }));
    assert.deepEqual([bear.get('Name'), bear.get('Tag__c')], ['Baloo', null]);
  });

  test('a custom object names a record without a name by its id', () => {
    const id = org.insert('Bear__c', {});
    assert.equal(org.get('Bear__c', id).get('Name'), id);
  });

  test('auto-numbers count on, and are not reused after a failure', () => {
    const bear = org.insert('Bear__c', { Name: 'Baloo' });
    const paw = () => org.get('Paw__c', org.insert('Paw__c', { Bear__c: bear })).get('Name');
    assert.deepEqual([paw(), paw()], ['P-001', 'P-002']);
  });
});

describe('all or none, and partial success', () => {
  test('one bad record undoes all, and the error names the row', () => {
    const org = new TestOrg(files);
    const records = [org.record('Bear__c', { Name: 'Good' }), org.record('Bear__c', { Den__c: ' ' })];
    const error = failureOf(() => org.run((tx) => org.dml.insert(tx, records, system)));
    assert.equal(
      error.message,
      'Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Den__c]: [Den__c]',
    );
    assert.deepEqual(
      records.map(({ id }) => id),
      [null, null],
    );
    assert.equal(org.store.allRows(org.schema.require('Bear__c')).length, 0);
  });

  test('good records are tried again without the bad ones, triggers and all, with the limits of before', () => {
    const batches: string[][] = [];
    const org = new TestOrg(files, {
      'Bear__c before insert': (bears, _old, tx) => {
        batches.push(bears.map((bear) => String(bear.get('Name'))));
        tx.limits.use('soqlQueries', 60);
      },
      'Bear__c after insert': (bears) => {
        for (const bear of bears) {
          if (bear.get('Name') === 'Late')
            bear.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Late', fields: [] });
        }
      },
    });
    const records = ['A', 'Late', 'B'].map((name) => org.record('Bear__c', { Name: name }));
    records.push(org.record('Bear__c', { Name: 'Poor', Honey__c: Decimal.ZERO }));
    const results = org.run((tx) => {
      const saved = org.dml.insert(tx, records, partly);
      assert.equal(tx.limits.used('soqlQueries'), 60);
      return saved;
    });
    assert.deepEqual(batches, [
      ['A', 'Late', 'B', 'Poor'],
      ['A', 'Late', 'B'],
      ['A', 'B'],
    ]);
    assert.deepEqual(
      results.map(({ success }) => success),
      [true, false, true, false],
    );
    assert.equal(org.store.allRows(org.schema.require('Bear__c')).length, 2);
  });

  test('records that fail in every attempt fail the whole batch', () => {
    let attempt = 0;
    const org = new TestOrg(files, {
      'Bear__c before insert': (bears) => {
        bears[attempt++ % bears.length].errors.push({
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: 'No',
          fields: [],
        });
      },
    });
    const records = ['A', 'B', 'C', 'D', 'E'].map((name) => org.record('Bear__c', { Name: name }));
    const results = org.run((tx) => org.dml.insert(tx, records, partly));
    assert.equal(attempt, 3);
    assert.ok(results.every(({ errors }) => errors[0].message.startsWith('Too many batch retries')));
  });

  test('more than 200 records go through triggers in batches', () => {
    const sizes: number[] = [];
    const org = new TestOrg(files, { 'Bear__c before insert': (bears) => void sizes.push(bears.length) });
    const records = Array.from({ length: 450 }, (_, index) => org.record('Bear__c', { Name: `Bear ${index}` }));
    org.run((tx) => {
      org.dml.insert(tx, records, system);
      assert.deepEqual([tx.limits.used('dmlStatements'), tx.limits.used('dmlRows')], [1, 450]);
    });
    assert.deepEqual(sizes, [200, 200, 50]);
  });

  test('a failure in a later batch undoes the earlier ones and their ids', () => {
    const org = new TestOrg(files);
    const records = Array.from({ length: 201 }, (_, index) =>
      org.record('Bear__c', { Den__c: index < 200 ? 'Wood' : null }),
    );
    assert.equal(failureOf(() => org.run((tx) => org.dml.insert(tx, records, system))).failures[0].row, 200);
    assert.ok(records.every(({ id }) => id === null));
  });

  test('triggers that save what triggers them are stopped', () => {
    const org: TestOrg = new TestOrg(files, {
      'Bear__c after insert': (_bears, _old, tx) => {
        try {
          org.dml.insert(tx, [org.record('Bear__c', { Name: 'Next' })], system);
        } catch (error) {
          const { OrgError } = { OrgError: DmlError };
          if (!(error instanceof OrgError)) throw error;
          throw Object.assign(error, { code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' });
        }
      },
    });
    const error = failureOf(() => org.insert('Bear__c', { Name: 'First' }));
    assert.equal(error.code, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    assert.match(error.message, /maximum trigger depth exceeded/);
  });
});

describe('upsert', () => {
  test('by external id: inserts, updates, and refuses what it cannot tell', () => {
    const org = new TestOrg(files);
    const known = org.insert('Bear__c', { Name: 'Known', Tag__c: 'k' });
    const records = [
      org.record('Bear__c', { Tag__c: 'K', Name: 'Renamed' }),
      org.record('Bear__c', { Tag__c: 'n', Name: 'New' }),
      org.record('Bear__c', { Name: 'Keyless' }),
      org.record('Bear__c', { Tag__c: 'N', Name: 'Twice' }),
    ];
    const results = org.run((tx) => org.dml.upsert(tx, records, 'Tag__c', partly));
    assert.deepEqual(
      results.map(({ success, created, errors }) => [success, created, errors[0]?.statusCode]),
      [
        [true, false, undefined],
        [true, true, undefined],
        [false, false, 'MISSING_ARGUMENT'],
        [false, false, 'DUPLICATE_VALUE'],
      ],
    );
    assert.equal(results[0].id, known);
    assert.equal(records[0].id, known);
    assert.equal(org.get('Bear__c', known).get('Name'), 'Renamed');
  });

  test('a parent is found by its external id', () => {
    const org = new TestOrg(files);
    const friend = org.insert('Bear__c', { Name: 'Friend', Tag__c: 'f' });
    const bear = org.record('Bear__c', { Name: 'Baloo' });
    bear.parents.set('Friend__r', org.record('Bear__c', { Tag__c: 'F' }));
    const lost = org.record('Bear__c', { Name: 'Lost' });
    lost.parents.set('Friend__r', org.record('Bear__c', { Tag__c: 'zzz' }));
    const results = org.run((tx) => org.dml.insert(tx, [bear, lost], partly));
    assert.equal(org.get('Bear__c', bear.id!).get('Friend__c'), friend);
    assert.equal(
      results[1].errors[0].message,
      'Foreign key external ID: zzz not found for field Tag__c in entity Bear__c',
    );
  });
});
