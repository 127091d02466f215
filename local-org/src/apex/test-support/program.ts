/** Compiles and runs small pieces of Apex in tests, on a database in memory. */
import type { DmlOptions, SaveResult } from '../../database/services.ts';
import { TestDatabase } from '../../database/test-support/database.ts';
import { lookup, object, picklist, schemaOf } from '../../database/test-support/schema.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import type { ApexSource } from '../compile/build.ts';
import { buildProgram, type ProgramResult } from '../compile/program-builder.ts';
import { libraryClasses } from '../library/index.ts';
import { enter } from '../runtime/machine.ts';
import { stringOf } from '../runtime/string-of.ts';

export const testSchema = schemaOf(
  object(
    'Account',
    {},
    ['Name', 'string', { nameField: true }],
    ['Industry', 'string'],
    ['AnnualRevenue', 'currency'],
    ['NumberOfEmployees', 'int'],
    ['Active__c', 'boolean'],
    ['Founded__c', 'date'],
  ),
  object(
    'Contact',
    {},
    ['LastName', 'string', { nameField: true }],
    ['Email', 'email'],
    lookup('AccountId', 'Account', 'Contacts'),
    picklist('Level__c', 'Low', 'High'),
  ),
  object('User', { owned: false }, ['Name', 'string', { nameField: true }], ['Username', 'string']),
  object('Group', { owned: false }, ['Name', 'string', { nameField: true }]),
);

/** Compiles classes; the file of each is its name. */
export function compileSources(...sources: readonly string[]): ProgramResult {
  return buildProgram({ classes: named(sources) }, { schema: testSchema, library: libraryClasses });
}

function named(sources: readonly string[]): ApexSource[] {
  return sources.map((source) => {
    const name = /\b(?:class|interface|enum|trigger)\s+(\w+)/i.exec(source)?.[1] ?? 'Unknown';
    return { name, source, file: `${name}.cls` };
  });
}

/** The compile errors as `line:column message`. */
export function compileErrors(...sources: readonly string[]): string[] {
  return compileSources(...sources).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** A project of classes and triggers that compiles, on a database of its own. */
export interface TestProject {
  readonly program: CompiledProgram;
  readonly database: TestDatabase;
  /** Runs `fn` in a transaction. */
  run<T>(fn: (tx: Transaction) => T): T;
  /** Calls a static method without parameters, as other code of the transaction would. */
  call(tx: Transaction, className: string, method: string): unknown;
}

export function testProject(classes: readonly string[], triggers: readonly string[] = []): TestProject {
  const { program, errors } = buildProgram(
    { classes: named(classes), triggers: named(triggers) },
    { schema: testSchema, library: libraryClasses },
  );
  if (errors.length > 0)
    throw new Error(errors.map((error) => `${error.file}:${error.line} ${error.message}`).join('\n'));
  const database = new TestDatabase(testSchema);
  Object.assign(database.org, { dml: fakeDml(database), security: { hasApexClass: () => true } });
  return {
    program,
    database,
    run: (fn) => database.run(fn),
    call: (tx, className, methodName) => {
      const method = program.findClass(className)!.methods.find(({ name }) => name === methodName)!;
      return enter(tx, program, () => method.invoke(null, []));
    },
  };
}

/** Runs the body of a static method that returns Object; other classes may be given. */
export function runBody(body: string, ...classes: readonly string[]): unknown {
  // The branch keeps the last statement reachable, whatever the body returns.
  const main = `public class Main {\n public static Object run() { if (true) {\n${body}\n} return null; } }`;
  const project = testProject([...classes, main]);
  return project.run((tx) => project.call(tx, 'Main', 'run'));
}

/** The text of an expression's value. */
export function evaluate(expression: string, ...classes: readonly string[]): string {
  return stringOf(runBody(`return ${expression};`, ...classes));
}

/** The text of the value that a body returns. */
export function evaluateBody(body: string, ...classes: readonly string[]): string {
  return stringOf(runBody(body, ...classes));
}

/** Writes rows as they are. */
export function fakeDml(database: TestDatabase): object {
  const done = (id: string): SaveResult => ({ id, success: true, created: false, errors: [] });
  return {
    insert: (_tx: Transaction, records: readonly SObject[], _options: DmlOptions) =>
      records.map((record) => {
        record.id = database.store.newId(record.schema);
        database.store.insertRow(record);
        return done(record.id);
      }),
    update: (_tx: Transaction, records: readonly SObject[]) =>
      records.map((record) => {
        database.store.updateRow(record.schema, record.id!, record.values);
        return done(record.id!);
      }),
  };
}
