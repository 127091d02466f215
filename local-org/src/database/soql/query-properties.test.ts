/** Random queries over random rows, against what a plain reading of the SOQL reference gives. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DateValue, Decimal } from '../../schema/values/index.ts';
import { TestDatabase } from '../test-support/database.ts';
import { lookup, object, schemaOf } from '../test-support/schema.ts';

interface Row {
  readonly Text__c: string | null;
  readonly Number__c: string | null;
  readonly Flag__c: boolean;
  readonly Day__c: string | null;
  readonly Many__c: string | null;
  /** Row of the parent, or null. */
  readonly parent: number | null;
}

const TEXTS = ['', 'a', 'A', 'ab', 'b%', 'a_b', 'É', 'é', "it's", 'x\\y'];
const NUMBERS = ['0', '-1.5', '1.5', '2', '99999999999999.99', '0.01'];
const DAYS = ['2024-02-29', '2026-01-13', '2026-01-14', '2026-01-15', '2025-12-31'];
const MANY = ['x', 'x;y', 'y', 'z;x'];

const nullable = (values: readonly string[]) => fc.option(fc.constantFrom(...values.filter((value) => value !== '')));
const row: fc.Arbitrary<Row> = fc.record({
  Text__c: nullable(TEXTS),
  Number__c: nullable(NUMBERS),
  Flag__c: fc.boolean(),
  Day__c: nullable(DAYS),
  Many__c: nullable(MANY),
  parent: fc.option(fc.nat({ max: 2 })),
});

/** A condition as text, and what it means for a row. */
interface Case {
  readonly soql: string;
  readonly test: (row: Row, parent: Row | null) => boolean;
}

const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** `=`, `<` and so on of two values, either of which may be missing. */
function compares(operator: string, left: number | null, right: number | null): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (left === null || right === null) return false;
  return { '<': left < right, '>': left > right, '<=': left <= right, '>=': left >= right }[operator]!;
}

/** The values in order, so that text can be compared as a number. */
const RANKS = [...new Set(TEXTS.map((text) => text.toLowerCase()))].sort((a, b) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b)),
);
const rank = (text: string | null) => (text === null ? null : RANKS.indexOf(text.toLowerCase()));
const operators = fc.constantFrom('=', '!=', '<', '>', '<=', '>=');
const equality = fc.constantFrom('=', '!=');

function like(text: string | null, pattern: string): boolean {
  const source = pattern.replace(
    /\\([%_\\])|([%_])|[^]/g,
    (match, escaped: string | undefined, wildcard: string | undefined) => {
      if (wildcard !== undefined) return wildcard === '%' ? '[^]*' : '[^]';
      return (escaped ?? match).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    },
  );
  return text !== null && new RegExp(`^${source}$`, 'iu').test(text);
}

/** Fields of the row itself, or of its parent. */
const side = fc.boolean();
const at = (ofParent: boolean, read: (row: Row) => string | null) => (own: Row, parent: Row | null) =>
  ofParent ? (parent === null ? null : read(parent)) : read(own);
const path = (ofParent: boolean, name: string) => (ofParent ? `Parent__r.${name}` : name);
const number = (text: string | null) => (text === null ? null : Number(text));

const leaf: fc.Arbitrary<Case> = fc.oneof(
  fc.tuple(side, operators, fc.constantFrom(...TEXTS.slice(1))).map(([up, operator, text]): Case => {
    const value = at(up, ({ Text__c }) => Text__c);
    return {
      soql: `${path(up, 'Text__c')} ${operator} ${quote(text)}`,
      test: (own, parent) => compares(operator, rank(value(own, parent)), rank(text)),
    };
  }),
  fc.tuple(side, operators, fc.constantFrom(...NUMBERS, '1.505')).map(([up, operator, text]): Case => {
    const value = at(up, ({ Number__c }) => Number__c);
    return {
      soql: `${path(up, 'Number__c')} ${operator} ${text}`,
      test: (own, parent) => compares(operator, number(value(own, parent)), number(text)),
    };
  }),
  fc.tuple(side, operators, fc.constantFrom(...DAYS)).map(([up, operator, text]): Case => {
    const value = at(up, ({ Day__c }) => Day__c);
    const days = (day: string | null) => (day === null ? null : DateValue.parse(day).days);
    return {
      soql: `${path(up, 'Day__c')} ${operator} ${text}`,
      test: (own, parent) => compares(operator, days(value(own, parent)), days(text)),
    };
  }),
  fc.tuple(side, equality, fc.boolean()).map(([up, operator, flag]): Case => ({
    soql: `${path(up, 'Flag__c')} ${operator} ${flag}`,
    test: (own, parent) => ((up ? (parent?.Flag__c ?? false) : own.Flag__c) === flag) === (operator === '='),
  })),
  fc
    .tuple(side, equality, fc.constantFrom('Text__c', 'Number__c', 'Day__c', 'Many__c'))
    .map(([up, operator, name]): Case => {
      const value = at(up, (source) => source[name as 'Text__c']);
      return {
        soql: `${path(up, name)} ${operator} null`,
        test: (own, parent) => (value(own, parent) === null) === (operator === '='),
      };
    }),
  fc
    .tuple(side, fc.boolean(), fc.array(fc.option(fc.constantFrom(...TEXTS.slice(1))), { minLength: 1, maxLength: 3 }))
    .map(([up, negative, texts]): Case => {
      const value = at(up, ({ Text__c }) => Text__c);
      const list = texts.map((text) => (text === null ? 'null' : quote(text))).join(', ');
      return {
        soql: `${path(up, 'Text__c')} ${negative ? 'NOT IN' : 'IN'} (${list})`,
        test: (own, parent) => texts.map(rank).includes(rank(value(own, parent))) !== negative,
      };
    }),
  fc.tuple(side, fc.constantFrom('a%', '%B', '_', '%\\%', 'a\\_b', '%', 'É%', '%\\\\%')).map(([up, pattern]): Case => {
    const value = at(up, ({ Text__c }) => Text__c);
    return {
      soql: `${path(up, 'Text__c')} LIKE '${pattern}'`,
      test: (own, parent) => like(value(own, parent), pattern),
    };
  }),
  fc
    .tuple(fc.boolean(), fc.array(fc.constantFrom('x', 'x;y', 'Z'), { minLength: 1, maxLength: 2 }))
    .map(([negative, alternatives]): Case => ({
      soql: `Many__c ${negative ? 'EXCLUDES' : 'INCLUDES'} (${alternatives.map(quote).join(', ')})`,
      test: ({ Many__c }) => {
        const selected = Many__c?.split(';') ?? [];
        return (
          alternatives.some((items) =>
            items
              .toLowerCase()
              .split(';')
              .every((item) => selected.includes(item)),
          ) !== negative
        );
      },
    })),
);

const condition = fc.letrec<{ node: Case }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('node'), { minLength: 2, maxLength: 3 }))
      .map(([operator, parts]): Case => ({
        soql: `(${parts.map(({ soql }) => soql).join(` ${operator} `)})`,
        test: (own, parent) =>
          operator === 'AND'
            ? parts.every(({ test }) => test(own, parent))
            : parts.some(({ test }) => test(own, parent)),
      })),
    tie('node').map(({ soql, test }): Case => ({ soql: `(NOT ${soql})`, test: (own, parent) => !test(own, parent) })),
  ),
})).node;

const schema = schemaOf(
  object(
    'Thing__c',
    { keyPrefix: 'a00', owned: false },
    ['Text__c', 'string'],
    ['Number__c', 'double'],
    ['Flag__c', 'boolean'],
    ['Day__c', 'date'],
    ['Many__c', 'multipicklist'],
    lookup('Parent__c', 'Thing__c', 'Things__r'),
  ),
);

function filled(rows: readonly Row[]): { database: TestDatabase; ids: string[] } {
  const database = new TestDatabase(schema);
  const ids: string[] = [];
  database.store.atomically(() => {
    for (const { parent, ...values } of rows) {
      ids.push(database.add('Thing__c', { ...values, Parent__c: parent === null ? null : (ids[parent] ?? null) }));
    }
  });
  return { database, ids };
}

describe('Any condition', () => {
  it('finds exactly the rows it is true for', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.array(condition, { minLength: 1, maxLength: 5 }),
        (rows, conditions) => {
          const { database, ids } = filled(rows);
          const parentOf = ({ parent }: Row, index: number) =>
            parent === null || parent >= index ? null : rows[parent];
          for (const { soql, test } of conditions) {
            const expected = ids.filter((_, index) => test(rows[index], parentOf(rows[index], index)));
            assert.deepEqual(database.column(`SELECT Id FROM Thing__c WHERE ${soql}`), expected, soql);
          }
          database.store.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('Any order', () => {
  it('puts empty values first unless told otherwise, and keeps equal rows in the order they were made', () => {
    const order = fc.tuple(
      fc.constantFrom('Text__c', 'Number__c', 'Flag__c', 'Day__c'),
      fc.boolean(),
      fc.constantFrom('', ' NULLS FIRST', ' NULLS LAST'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(order, { minLength: 1, maxLength: 2 }), (rows, terms) => {
        const { database, ids } = filled(rows);
        const key = (source: Row, name: string): number | null => {
          if (name === 'Text__c') return rank(source.Text__c);
          if (name === 'Flag__c') return Number(source.Flag__c);
          return name === 'Number__c'
            ? number(source.Number__c)
            : (source.Day__c && DateValue.parse(source.Day__c).days) || null;
        };
        const expected = ids
          .map((id, index) => ({ id, row: rows[index] }))
          .sort((left, right) => {
            for (const [name, descending, nulls] of terms) {
              const [a, b] = [key(left.row, name), key(right.row, name)];
              if (a === b) continue;
              if (a === null || b === null) return (a === null) === (nulls !== ' NULLS LAST') ? -1 : 1;
              return a < b === descending ? 1 : -1;
            }
            return 0;
          });
        const soql = `SELECT Id FROM Thing__c ORDER BY ${terms.map(([name, descending, nulls]) => `${name}${descending ? ' DESC' : ''}${nulls}`).join()}`;
        assert.deepEqual(
          database.column(soql),
          expected.map(({ id }) => id),
          soql,
        );
        database.store.close();
      }),
      { numRuns: 100 },
    );
  });
});

describe('Money', () => {
  it('adds up to the cent, whatever the amounts', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 40 }), (amounts) => {
        const rows = amounts.map((amount) => ({ Number__c: String(Decimal.fromUnscaled(amount, 2)) }));
        const database = new TestDatabase(schema);
        for (const values of rows) database.add('Thing__c', values);
        const sum = Decimal.fromUnscaled(
          amounts.reduce((total, amount) => total + amount, 0n),
          2,
        );
        assert.deepEqual(database.rows('SELECT SUM(Number__c) s, MIN(Number__c) a, MAX(Number__c) z FROM Thing__c'), [
          {
            s: String(sum),
            a: String(
              Decimal.fromUnscaled(
                amounts.reduce((a, b) => (a < b ? a : b)),
                2,
              ),
            ),
            z: String(
              Decimal.fromUnscaled(
                amounts.reduce((a, b) => (a > b ? a : b)),
                2,
              ),
            ),
          },
        ]);
        assert.equal(
          database.rows(`SELECT Id FROM Thing__c GROUP BY Id HAVING SUM(Number__c) = ${rows[0].Number__c}`).length >= 1,
          true,
        );
        database.store.close();
      }),
      { numRuns: 50 },
    );
  });
});
