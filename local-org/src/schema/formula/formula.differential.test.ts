/**
 * The formula engine against two others, `formulon` and `sformula`, on generated formulas. It must agree with at least one of them
 * wherever they evaluate a formula at all: each has gaps, and they differ from each other.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate } from './test-support.ts';

interface FormulonValue {
  readonly type: string;
  readonly value: unknown;
}
interface SformulaOptions {
  readonly returnType: 'number' | 'string' | 'boolean';
}

const require = createRequire(import.meta.url);
const formulon = require('formulon') as { parse(formula: string): FormulonValue };
const sformula = require('sformula') as {
  parseSync(formula: string, options: SformulaOptions): { evaluate(): unknown };
};

const CASES = 400;

const integer = fc.integer({ min: -50, max: 50 }).map((value) => (value < 0 ? `(${value})` : String(value)));
const decimal = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom(25, 5, 75)).map(([a, b]) => `${a}.${b}`);
const filled = fc.constantFrom('"a"', '"abc"', '"a-b-c"');
const letters = fc.constantFrom('""', '"a"', '"abc"', '"Hello World"', '"a-b-c"', '"Äpfel"', '"007"');

const range = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
/** Both others keep the day of a month's last, where the platform takes the last of the other month ("ADDMONTHS"). */
const middle = fc.tuple(range(1999, 2024), range(1, 12), range(1, 27)).map((parts) => `DATE(${parts.join(', ')})`);
/** Ends of months among them, and both sides of the 29th of February. */
const day = fc
  .tuple(fc.constantFrom(1999, 2000, 2023, 2024), range(1, 12), fc.constantFrom(1, 27, 28))
  .chain(([year, month, at]) => range(0, 3).map((days) => `(DATE(${year}, ${month}, ${at}) + ${days})`));
const written = fc.constantFrom('2024-02-29', '1999-12-31', '2000-01-01').map((date) => `DATEVALUE("${date}")`);
const digits = fc.constantFrom('"12"', '"-7"', '"1.5"', '"007"');

const { number, text, truth } = fc.letrec<{ number: string; text: string; truth: string; date: string }>((tie) => {
  const n = tie('number');
  const t = tie('text');
  const d = tie('date');
  const small = fc.integer({ min: 0, max: 6 }).map(String);
  const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(...args).map((values) => `${name}(${values.join(', ')})`);
  const infix = (sign: fc.Arbitrary<string>, left: fc.Arbitrary<string>, right: fc.Arbitrary<string>) =>
    fc.tuple(left, sign, right).map(([a, s, b]) => `(${a} ${s} ${b})`);
  return {
    number: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(integer, decimal),
      infix(fc.constantFrom('+', '-', '*'), n, n),
      call('ABS', n),
      call('MAX', n, n),
      call('MIN', n, n, n),
      call('ROUND', n, fc.constantFrom('0', '1', '2')),
      call('IF', tie('truth'), n, n),
      call('LEN', t),
      call('MOD', integer, fc.integer({ min: 1, max: 9 }).map(String)),
      call('CASE', small, small, n, small, n, n),
      call('FIND', fc.constantFrom('"a"', '"-"', '"lo"'), t),
      fc.oneof(...['FLOOR', 'CEILING', 'MFLOOR', 'MCEILING'].map((name) => call(name, n))),
      fc.oneof(
        call('SQRT', range(0, 99)),
        call('EXP', range(-2, 3)),
        call('LN', range(1, 99)),
        call('LOG', range(1, 99)),
      ),
      infix(fc.constant('^'), integer, range(0, 3)),
      call('VALUE', digits),
      fc.oneof(...['YEAR', 'MONTH', 'DAY', 'WEEKDAY'].map((name) => call(name, d))),
      infix(fc.constant('-'), d, d),
      call('BLANKVALUE', n, n),
    ),
    date: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.oneof(day, written),
      infix(fc.constantFrom('+', '-'), d, range(0, 400)),
      call('ADDMONTHS', middle, range(-25, 25)),
      call('IF', tie('truth'), d, d),
    ),
    text: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      letters,
      infix(fc.constant('&'), t, t),
      call('LEFT', t, small),
      call('RIGHT', t, small),
      call('MID', t, fc.integer({ min: 1, max: 5 }).map(String), small),
      call('UPPER', t),
      call('LOWER', t),
      call('SUBSTITUTE', t, fc.constantFrom('"a"', '"-"'), letters),
      call('LPAD', filled, small, fc.constant('"*"')),
      call('RPAD', filled, small, fc.constant('"*"')),
      call('IF', tie('truth'), t, t),
      call('TRIM', fc.constantFrom('"  x "', '"y"')),
      call('TEXT', fc.oneof(d, integer, decimal)),
      call('BLANKVALUE', t, t),
      call('CASE', t, filled, t, letters, t, t),
    ),
    truth: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('TRUE', 'FALSE'),
      infix(fc.constantFrom('<', '>', '<=', '>=', '=', '<>'), n, n),
      infix(fc.constantFrom('=', '<>'), t, t),
      call('AND', tie('truth'), tie('truth')),
      call('OR', tie('truth'), tie('truth')),
      call('NOT', tie('truth')),
      call('CONTAINS', t, fc.constantFrom('"a"', '"World"', '"-"')),
      call('BEGINS', t, fc.constantFrom('"a"', '"H"')),
      call('ISBLANK', t),
      call('ISNUMBER', fc.oneof(digits, filled)),
      infix(fc.constantFrom('<', '>', '<=', '>=', '=', '<>'), d, d),
      infix(fc.constantFrom('&&', '||'), tie('truth'), tie('truth')),
    ),
  };
});

/** Numbers to ten places; empty text and no text are one; the others drop spaces around a text. */
function comparable(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return String(value);
  const text = (value as { toString(): string }).toString();
  const digits = Number(value);
  return Number.isFinite(digits) && !/^\s|\s$/.test(text)
    ? digits.toFixed(10).replace(/^-(0\.0+)$/, '$1')
    : text.trim();
}

/** What the others make of a formula; an engine that cannot evaluate it has no say. */
function opinions(formula: string, returnType: SformulaOptions['returnType']): string[] {
  const found: string[] = [];
  const result = formulon.parse(formula);
  if (result.type === 'literal') found.push(comparable(result.value));
  try {
    found.push(comparable(sformula.parseSync(formula, { returnType }).evaluate()));
  } catch {
    // It refuses some formulas that the platform takes.
  }
  return found;
}

for (const [returnType, formulas] of [
  ['number', number],
  ['string', text],
  ['boolean', truth],
] as const) {
  test(`formulas that give a ${returnType}`, () => {
    let compared = 0;
    for (const formula of fc.sample(formulas, { numRuns: CASES, seed: 5 })) {
      const expected = opinions(formula, returnType);
      if (expected.length === 0) continue;
      compared++;
      const ours = comparable(evaluate(formula));
      assert.ok(expected.includes(ours), `${formula} is ${ours}, not ${expected.join(' or ')}`);
    }
    assert.ok(compared > CASES * 0.9, `only ${compared} could be compared`);
  });
}

test('patterns, which one of the others knows', () => {
  const parts = fc.array(fc.constantFrom('a', 'b', '.', '[a-c]', '[^-]', '-', '(ab|-b)'), {
    minLength: 1,
    maxLength: 4,
  });
  const pattern = fc
    .tuple(parts, fc.constantFrom('', '*', '+', '?', '{1,3}'))
    .map(([some, repeat]) => `"${some.join('')}${repeat}"`);
  const formulas = fc.tuple(filled, pattern).map(([value, expression]) => `REGEX(${value}, ${expression})`);
  for (const formula of fc.sample(formulas, { numRuns: CASES, seed: 5 })) {
    assert.equal(evaluate(formula), formulon.parse(formula).value, formula);
  }
});
