import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { SObject } from '../../schema/sobject.ts';
import { DateValue, Decimal, type FieldValue } from '../../schema/values/index.ts';
import { master, objectFiles, picklist, rollUp } from '../test-support/metadata.ts';
import { system, type TestCode, TestOrg } from '../test-support/test-org.ts';

const detail =
  '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>';
const filter = { field: 'Cell__c.State__c', operation: 'equals', value: 'Full, Half' };

const files = {
  ...objectFiles('Hive__c', {
    fields: {
      Cells__c: rollUp('count', 'Cell__c.Hive__c'),
      Honey__c: rollUp('sum', 'Cell__c.Hive__c', 'Honey__c', filter),
      First__c: rollUp('min', 'Cell__c.Hive__c', 'Filled__c'),
      Most__c: rollUp('max', 'Cell__c.Hive__c', 'Honey__c'),
      Weight__c: rollUp('sum', 'Cell__c.Hive__c', 'Weight__c'),
    },
    rules: { Not_Too_Heavy: { condition: 'Honey__c &gt; 1000', message: 'The hive would break' } },
  }),
  ...objectFiles('Cell__c', {
    definition: detail,
    fields: {
      Hive__c: { ...master('Hive__c', 'Cells'), reparentableMasterDetail: true },
      State__c: picklist(['Empty', 'Half', 'Full']),
      Honey__c: { type: 'Number', precision: 10, scale: 2 },
      Filled__c: { type: 'Date' },
      Weight__c: { type: 'Number', precision: 18, scale: 2, formula: 'BLANKVALUE(Honey__c, 0) * 1.5' },
      Drops__c: rollUp('count', 'Drop__c.Cell__c'),
    },
  }),
  ...objectFiles('Drop__c', { definition: detail, fields: { Cell__c: master('Cell__c', 'Drops') } }),
};

const number = (value: FieldValue) => (value === null ? null : Number(String(value)));

/** The roll-ups of a hive, computed from its cells one by one. */
function naive(cells: readonly SObject[]) {
  const honey = cells.flatMap((cell) => number(cell.get('Honey__c')) ?? []);
  const counted = cells.filter((cell) => ['Half', 'Full'].includes(cell.get('State__c') as string));
  const days = cells.flatMap((cell) => (cell.get('Filled__c') === null ? [] : [String(cell.get('Filled__c'))]));
  const sum = (values: readonly number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
  return {
    Cells__c: cells.length,
    Honey__c: sum(counted.map((cell) => number(cell.get('Honey__c')) ?? 0)),
    First__c: days.sort()[0] ?? null,
    Most__c: honey.length === 0 ? null : Math.max(...honey),
    Weight__c: sum(honey.map((value) => Math.round(Math.round(value * 100) * 1.5) / 100)),
  };
}

function stored(hive: SObject) {
  return {
    Cells__c: number(hive.get('Cells__c')),
    Honey__c: number(hive.get('Honey__c')),
    First__c: hive.get('First__c') === null ? null : String(hive.get('First__c')),
    Most__c: number(hive.get('Most__c')),
    Weight__c: number(hive.get('Weight__c')),
  };
}

const values = fc.record({
  hive: fc.nat(1),
  State__c: fc.constantFrom('Empty', 'Half', 'Full'),
  Honey__c: fc.option(fc.nat(2000).map((cents) => Decimal.fromUnscaled(BigInt(cents), 2))),
  Filled__c: fc.option(fc.nat(400).map((day) => new DateValue(20_000 + day))),
});
const operation = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), cells: fc.array(values, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('update' as const), at: fc.nat(20), values }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('undelete' as const), at: fc.nat(20) }),
);

test('after any operations the roll-ups equal what their details add up to', () => {
  const org = new TestOrg(files);
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
      const hives = ['One', 'Two'].map((name) => org.insert('Hive__c', { Name: name }));
      const ids: string[] = [];
      const deleted = new Set<string>();
      const cell = ({ hive, ...rest }: typeof values extends fc.Arbitrary<infer T> ? T : never) => ({
        ...rest,
        Hive__c: hives[hive],
      });
      for (const step of operations) {
        if (step.kind === 'insert') {
          const records = step.cells.map((each) => org.record('Cell__c', cell(each)));
          org.run((tx) => org.dml.insert(tx, records, system));
          ids.push(...records.map(({ id }) => id!));
          continue;
        }
        const id = ids[step.at];
        if (id === undefined) continue;
        if (step.kind === 'update' && !deleted.has(id)) org.update('Cell__c', { Id: id, ...cell(step.values) });
        if (step.kind === 'delete' && !deleted.has(id)) {
          org.run((tx) => org.dml.delete(tx, [id], system));
          deleted.add(id);
        }
        if (step.kind === 'undelete' && deleted.delete(id)) org.run((tx) => org.dml.undelete(tx, [id], system));
      }
      for (const hive of hives) {
        const cells = org.store.findRows(org.schema.require('Cell__c'), 'Hive__c', [hive]);
        assert.deepEqual(stored(org.get('Hive__c', hive)), naive(cells));
      }
    }),
    { numRuns: 40 },
  );
});

describe('the parent goes through its save procedure', () => {
  const hiveOf = (code: TestCode = {}) => {
    const org = new TestOrg(files, code);
    return { org, hive: org.insert('Hive__c', { Name: 'Hive' }) };
  };

  test('a rule of the parent refuses the detail', () => {
    const { org, hive } = hiveOf();
    assert.throws(() => org.insert('Cell__c', { Hive__c: hive, State__c: 'Full', Honey__c: Decimal.of(1001) }), {
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: /The hive would break: \[\]$/,
    });
    assert.equal(org.store.allRows(org.schema.require('Cell__c')).length, 0);
  });

  test('triggers run up to the grandparent, once for all details, and not when nothing changes', () => {
    const log: string[] = [];
    const { org, hive } = hiveOf({
      'Cell__c before update': (cells) => void log.push(`cells ${cells.length}`),
      'Hive__c before update': (hives) => void log.push(`hives ${hives.length}`),
    });
    const cells = ['A', 'B', 'C'].map((name) => org.record('Cell__c', { Name: name, Hive__c: hive }));
    org.run((tx) => org.dml.insert(tx, cells, system));
    assert.deepEqual(log.splice(0), ['hives 1']);
    const drops = cells.flatMap(({ id }) => [1, 2].map(() => org.record('Drop__c', { Cell__c: id })));
    org.run((tx) => org.dml.insert(tx, drops, system));
    assert.deepEqual(log.splice(0), ['cells 3']);
    assert.equal(String(org.get('Cell__c', cells[0].id!).get('Drops__c')), '2');
    org.update('Cell__c', { Id: cells[0].id!, Name: 'Renamed' });
    assert.deepEqual(log, ['cells 1']);
  });
});
