import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  flag,
  list,
  number,
  oneOf,
  required,
  shape,
  text,
  unused,
  withDefault,
  type ElementReader,
  type IgnoredSource,
} from './shape.ts';
import { parseXml, SourceError } from './xml.ts';

interface Part {
  name: string;
  size?: number;
}
interface Whole {
  label: string;
  active?: boolean;
  kind?: 'Big' | 'Small';
  parts: Part[];
  colour?: string;
}

const part = shape<Part>()({ name: required(text), size: number });
const whole = shape<Whole>()({
  label: required(text),
  active: withDefault(flag, true),
  kind: oneOf('Big', 'Small'),
  parts: list(part),
  colour: unused,
});

function read<T>(reader: ElementReader<T>, source: string): { value: T; ignored: IgnoredSource[] } {
  const ignored: IgnoredSource[] = [];
  return { value: reader(parseXml(source, 'w.xml'), { file: 'w.xml', ignored }), ignored };
}

test('reads typed values, defaults and lists', () => {
  const { value } = read(
    whole,
    '<Whole><parts><name>a</name><size>2</size></parts><label> L </label><parts><name>b</name></parts></Whole>',
  );
  assert.equal(value.label, 'L');
  assert.equal(value.active, true);
  assert.equal(value.kind, undefined);
  assert.deepEqual(
    value.parts.map(({ name, size }) => [name, size]),
    [
      ['a', 2],
      ['b', undefined],
    ],
  );
  assert.deepEqual(value.source, { file: 'w.xml', line: 1 });
});

test('an element that is not in the table fails with file and line', () => {
  assert.throws(
    () => read(whole, '<Whole>\n<label>L</label>\n<lable>M</lable></Whole>'),
    (error) => error instanceof SourceError && error.message === 'w.xml:3: <Whole> has no element <lable>',
  );
});

test('an element that is not in the table is told of, and the rest is read, when that is wanted', () => {
  const faults: string[] = [];
  const context = { file: 'w.xml', ignored: [], onUnknown: ({ message }: SourceError) => faults.push(message) };
  assert.equal(whole(parseXml('<Whole><label>L</label>\n<lable>M</lable></Whole>', 'w.xml'), context).label, 'L');
  assert.deepEqual(faults, ['w.xml:2: <Whole> has no element <lable>']);
});

test('lists elements that nothing acts on, unless they are switched off', () => {
  const { ignored } = read(whole, '<Whole><label>L</label>\n<colour>red</colour></Whole>');
  assert.deepEqual(ignored, [{ type: 'Whole.colour', file: 'w.xml', line: 2 }]);
  assert.deepEqual(read(whole, '<Whole><label>L</label><colour>false</colour></Whole>').ignored, []);
});

test('lists stray text', () => {
  const { ignored } = read(whole, '<Whole><label>L</label>></Whole>');
  assert.deepEqual(ignored, [{ type: 'text directly inside Whole', file: 'w.xml', line: 1 }]);
});

const wrong: [string, RegExp][] = [
  ['<Whole></Whole>', /needs an element <label>/],
  ['<Whole><label>a</label><label>b</label></Whole>', /<label> is repeated/],
  ['<Whole><label>a</label><active>yes</active></Whole>', /'yes', not true or false/],
  ['<Whole><label>a</label><kind>Huge</kind></Whole>', /'Huge', not one of Big, Small/],
  ['<Whole><label>a</label><parts><name>n</name><size>two</size></parts></Whole>', /'two', not a number/],
  ['<Whole><label><b/></label></Whole>', /holds text, not <b>/],
];
for (const [source, reason] of wrong) {
  test(`refuses ${source}`, () => assert.throws(() => read(whole, source), reason));
}
