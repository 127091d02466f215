import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileErrors, compileSources } from '../test-support/program.ts';

/** Errors of statements in a method, without their place. */
function statementErrors(statements: string): string[] {
  return compileErrors(`public class A { void f() { ${statements} } }`).map((error) => error.replace(/^\S+ /, ''));
}

function check(group: string, cases: Readonly<Record<string, string>>): void {
  test(group, () => {
    for (const [statements, expected] of Object.entries(cases)) {
      assert.deepEqual(statementErrors(statements), [expected], statements);
    }
  });
}

check('assignments', {
  "Integer i = 'x';": 'Illegal assignment from String to Integer',
  'String s = 5;': 'Illegal assignment from Integer to String',
  'Integer i = 1.5;': 'Illegal assignment from Decimal to Integer',
  'Long l = 1L; Integer i = l;': 'Illegal assignment from Long to Integer',
  'Set<Integer> s = new List<Integer>();': 'Illegal assignment from List<Integer> to Set<Integer>',
  'Map<Id, Account> m = new Map<Id, Contact>();': 'Illegal assignment from Map<Id,Contact> to Map<Id,Account>',
  'List<Account> l; Account a = l;': 'Illegal assignment from List<Account> to Account',
  'final Integer i = 5; i = 6;': 'Final variable has already been initialized: i',
});

check('names', {
  'x = 5;': 'Variable does not exist: x',
  'foo(1);': 'Method does not exist or incorrect signature: void foo(Integer) from the type A',
  'String s; s.bad();': 'Method does not exist or incorrect signature: void bad() from the type String',
  'Foo f;': 'Invalid type: Foo',
  'Account a; a.Bad__c = 1;': 'Variable does not exist: Bad__c',
  'Account a = new Account(Bad__c = 1);': 'Field does not exist: Bad__c on Account',
  'Integer i; Integer i;': 'Duplicate variable: i',
  'Integer i; { Integer i; }': 'Duplicate variable: i',
  'new A(5);': 'Constructor not defined: [A].<Constructor>(Integer)',
});

check('statements', {
  'if (5) {}': 'Condition expression must be of type Boolean: Integer',
  'for (Integer i : 5) {}': 'Loop must iterate over a collection: Integer',
  "throw 'x';": 'Throw expression must be of type exception: String',
  'break;': 'Break statement must be in loop',
  'return 5;': 'Void method must not return a value',
  'insert 5;': 'DML requires SObject or SObject list type: Integer',
  'switch on 5 { when 1 {} when 1 {} }': 'Duplicate when value: 1',
  'return; Integer i;': 'Unreachable statement',
});

check('expressions', {
  "String s = 'a' - 'b';": 'Arithmetic expressions must use numeric arguments',
  "Boolean b = 'a' < 5;": 'Comparison arguments must be compatible types: String, Integer',
  'Boolean b = new Account() == 5;': 'Comparison arguments must be compatible types: Account, Integer',
  'String s = (String) 5;': 'Incompatible types since an instance of Integer is never an instance of String',
  "Integer i = true ? 1 : 'a';": 'Incompatible types in ternary operator: Integer, String',
  'Integer i = 99999999999;': 'Illegal integer',
});

check('static queries', {
  'List<Account> a = [SELECT Bad__c FROM Account];':
    "No such column 'Bad__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' " +
    'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.',
  'List<Contact> a = [SELECT Id FROM Contact WHERE Nobody.Name = null];':
    "Didn't understand relationship 'Nobody' in field path. If you are attempting to use a custom relationship, be sure to " +
    "append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the " +
    'appropriate names.',
});

test('declarations', () => {
  const first = (...sources: string[]): string | undefined => compileErrors(...sources)[0]?.replace(/^\S+ /, '');
  assert.equal(first('public class A { Integer x; Integer X; }'), 'Field already exists: X');
  assert.equal(first('public class A { void f() {} void F() {} }'), 'Method already defined: void F() from the type A');
  assert.equal(
    first('public class A { Integer f() { } }'),
    'Non-void method might not return a value or might have statement after a return statement.',
  );
  assert.equal(
    first('public class A { static void f() { g(); } void g() {} }'),
    'Non static method cannot be referenced from a static context: void g()',
  );
  assert.equal(
    first('public class B {}', 'public class A extends B {}'),
    'Non-virtual and non-abstract type cannot be extended: B',
  );
  assert.equal(
    first('public interface B { void f(); }', 'public class A implements B {}'),
    'Class A must implement the method: void B.f()',
  );
  assert.equal(
    first('public class A implements Comparable { public Integer compareTo(A a) { return 1; } }'),
    'Class A must implement the method: Integer System.Comparable.compareTo(Object)',
  );
  const base = 'public virtual class B { public virtual void f() {} public void g() {} }';
  assert.equal(
    first(base, 'public class A extends B { public void f() {} }'),
    'Method must use the override keyword: void f()',
  );
  assert.equal(
    first(base, 'public class A extends B { public override void g() {} }'),
    'Non-virtual, non-abstract methods cannot be overridden: void g()',
  );
  assert.equal(
    first(base, 'public class A extends B { public override void h() {} }'),
    'Method does not override an ancestor method: void h()',
  );
});

test('what is private is seen by the class itself and, when marked, by tests', () => {
  const hidden = 'public class B { private Integer x; @TestVisible private Integer y; class C {} }';
  assert.deepEqual(compileErrors(hidden, 'public class A { void f(B b) { b.x = 1; } }'), [
    '1:34 Variable is not visible: B.x',
  ]);
  assert.deepEqual(compileErrors(hidden, 'public class A { void f() { B.C c; } }'), ['1:29 Type is not visible: B.C']);
  assert.deepEqual(compileErrors(hidden, '@IsTest private class A { void f(B b) { b.y = 1; } }'), []);
});

test('every error of a class is found, with its place', () => {
  assert.deepEqual(compileErrors('public class A {\n  void f() {\n    x = 1;\n    y = 2;\n  }\n  Foo g;\n}'), [
    '6:3 Invalid type: Foo',
    '3:5 Variable does not exist: x',
    '4:5 Variable does not exist: y',
  ]);
});

test('syntax errors', () => {
  assert.deepEqual(compileErrors('public class A {\n  Integer i = 5\n}'), ["3:1 Missing ';' at '}'"]);
  assert.deepEqual(compileErrors('public class A { void f() { Integer i = ; } }'), ["1:41 Unexpected token ';'."]);
});

test('a broken class takes with it those that use it, and no others', () => {
  const { program, errors } = compileSources(
    'public class Broken { void f() { bad(); } }',
    'public class User { Broken b; }',
    'public class UserOfUser { void f() { new User(); } }',
    'public class Sound { public static Integer one() { return 1; } }',
  );
  assert.deepEqual(
    errors.map(({ file, message }) => `${file} ${message.split('\n')[0]}`),
    [
      'Broken.cls Method does not exist or incorrect signature: void bad() from the type Broken',
      'User.cls Dependent class is invalid and needs recompilation:',
      'UserOfUser.cls Dependent class is invalid and needs recompilation:',
    ],
  );
  assert.equal(program.findClass('user'), undefined);
  assert.equal(program.findClass('SOUND')?.name, 'Sound');
});

test('using what could not be declared is no second error', () => {
  assert.deepEqual(statementErrors('Foo f = null; f.bar(); f = null;'), ['Invalid type: Foo']);
  assert.deepEqual(compileErrors('public class A { Foo f; void g() { f.bar(); this.f = null; } }'), [
    '1:18 Invalid type: Foo',
  ]);
});
