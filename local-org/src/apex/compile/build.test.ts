/** Compiling a project again after a change: the same outcome as compiling it from nothing, for less work. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestDatabase } from '../../database/test-support/database.ts';
import { libraryClasses } from '../library/index.ts';
import { enter } from '../runtime/machine.ts';
import { stringOf } from '../runtime/string-of.ts';
import { testSchema } from '../test-support/program.ts';
import type { Build } from './build.ts';
import { buildProgram, type ProgramResult } from './program-builder.ts';

type Files = Readonly<Record<string, string>>;

function compile(files: Files, former?: Build): ProgramResult {
  const sources = (kind: string) =>
    Object.entries(files)
      .filter(([file]) => file.endsWith(kind))
      .map(([file, source]) => ({ name: file.replace(/\..*/, ''), file, source }));
  return buildProgram(
    { classes: sources('.cls'), triggers: sources('.trigger') },
    { schema: testSchema, library: libraryClasses, former },
  );
}

/** `Main.run()` of the program, or why there is none. */
function outcome({ program, errors }: ProgramResult): string {
  const database = new TestDatabase(testSchema);
  Object.assign(database.org, { security: { hasApexClass: () => true } });
  const run = program.findClass('Main')?.methods.find(({ name }) => name === 'run');
  const value = run === undefined ? '' : database.run((tx) => enter(tx, program, () => stringOf(run.invoke(null, []))));
  const problems = errors.map(({ file, line, message }) => `${file}:${line} ${message}`).sort();
  return [value, ...problems].join('\n');
}

const base: Files = {
  'Main.cls': 'public class Main { public static Object run() { return new Child().label() + Maths.twice(2); } }',
  'Maths.cls': 'public class Maths { public static Integer twice(Integer a) { return a * 2; } }',
  'Parent.cls': "public virtual class Parent { public virtual String label() { return 'parent '; } }",
  'Child.cls': 'public class Child extends Parent { private String own; }',
  'Other.cls': 'public class Other { public static Child make() { return new Child(); } }',
  'Count.trigger': 'trigger Count on Account (before insert) { System.debug(Maths.twice(1)); }',
};

/** Symbols of classes that were compiled again. */
function recompiled(before: Build, after: Build): string[] {
  return [...after.units]
    .filter(([file, unit]) => before.units.get(file)?.symbol !== unit.symbol)
    .map(([file]) => file)
    .sort();
}

const changes: Record<string, { files: Record<string, string | null>; compiles: string[] }> = {
  nothing: { files: {}, compiles: [] },
  'a body': {
    files: { 'Maths.cls': 'public class Maths {\n public static Integer twice(Integer a) { return a + a + 1; } }' },
    compiles: ['Maths.cls'],
  },
  'a signature': {
    files: { 'Maths.cls': 'public class Maths { public static Decimal twice(Decimal a) { return a * 2.50; } }' },
    compiles: ['Count.trigger', 'Main.cls', 'Maths.cls'],
  },
  'a member of a superclass': {
    files: {
      'Parent.cls': "public virtual class Parent { public String own; public virtual String label() { return 'p'; } }",
    },
    compiles: ['Child.cls', 'Main.cls', 'Other.cls', 'Parent.cls'],
  },
  'a method that goes': {
    files: { 'Maths.cls': 'public class Maths { }' },
    compiles: ['Count.trigger', 'Main.cls', 'Maths.cls'],
  },
  'a class that goes': { files: { 'Maths.cls': null }, compiles: ['Count.trigger', 'Main.cls'] },
  'a class that comes': { files: { 'Fresh.cls': 'public class Fresh { }' }, compiles: ['Fresh.cls'] },
  'a class that comes and takes the name of one of the platform': {
    files: { 'Decimal.cls': 'public class Decimal { }', 'System.cls': 'public class System { }' },
    compiles: ['Count.trigger', 'Decimal.cls', 'System.cls'],
  },
  'a syntax error': { files: { 'Maths.cls': 'public class Maths {' }, compiles: ['Count.trigger', 'Main.cls'] },
  'an error in a body': {
    files: { 'Maths.cls': 'public class Maths { public static Integer twice(Integer a) { return nothing; } }' },
    compiles: ['Maths.cls'],
  },
};

for (const [name, { files, compiles }] of Object.entries(changes)) {
  test(`after ${name} a project is what it would be from nothing, and so it is after the change is undone`, () => {
    const all: Record<string, string | null> = { ...base, ...files };
    const changed = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    );
    const first = compile(base);
    const second = compile(changed, first.build);
    assert.equal(outcome(second), outcome(compile(changed)));
    assert.deepEqual(recompiled(first.build, second.build), compiles);
    const third = compile(base, second.build);
    assert.equal(outcome(third), outcome(first));
  });
}

test('what did not compile before is compiled again when what it lacked has come', () => {
  const { 'Maths.cls': maths, ...without } = base;
  const first = compile(without);
  assert.match(outcome(first), /Maths/);
  assert.equal(outcome(compile({ ...without, 'Maths.cls': maths }, first.build)), 'parent 4');
});

test('an inner class of a superclass changes what names mean below it, and behind that', () => {
  const files: Files = {
    'Parent.cls': 'public virtual class Parent { }',
    'Child.cls': 'public class Child extends Parent { public static Kind kind() { return new Kind(); } }',
    'Kind.cls': "public class Kind { public override String toString() { return 'outer'; } }",
    'Main.cls': 'public class Main { public static Object run() { return Child.kind().toString(); } }',
  };
  const inner = "public class Kind { public override String toString() { return 'inner'; } public Integer more; }";
  const after = { ...files, 'Parent.cls': `public virtual class Parent { ${inner} }` };
  const first = compile(files);
  assert.equal(outcome(first), 'outer');
  assert.equal(outcome(compile(after, first.build)), 'inner');
});

test('the program before goes on as it was', () => {
  const first = compile(base);
  compile(
    { ...base, 'Parent.cls': "public virtual class Parent { public virtual String label() { return 'new'; } }" },
    first.build,
  );
  assert.equal(outcome(first), 'parent 4');
});
