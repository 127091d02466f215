/** Compiles and runs small pieces of Apex in tests, on a database in memory. */
import type { DmlOptions, SaveResult } from '../../database/services.ts';
import { TestDatabase } from '../../database/test-support/database.ts';
import { lookup, object, picklist, schemaOf } from '../../database/test-support/schema.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
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
  const named = sources.map((source) => {
    const name = /\b(?:class|interface|enum)\s+(\w+)/i.exec(source)?.[1] ?? 'Unknown';
    return { name, source, file: `${name}.cls` };
  });
  return buildProgram({ classes: named }, { schema: testSchema, library: libraryClasses });
}

/** The compile errors as `line:column message`. */
export function compileErrors(...sources: readonly string[]): string[] {
  return compileSources(...sources).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

export interface ApexRun {
  readonly tx: Transaction;
  readonly result: unknown;
}

/** Runs the body of a static method that returns Object; other classes may be given. */
export function runBody(body: string, ...classes: readonly string[]): unknown {
  // The branch keeps the last statement reachable, whatever the body returns.
  const main = `public class Main {\n public static Object run() { if (true) {\n${body}\n} return null; } }`;
  const { program, errors } = compileSources(...classes, main);
  if (errors.length > 0)
    throw new Error(errors.map((error) => `${error.file}:${error.line} ${error.message}`).join('\n'));
  const database = new TestDatabase(testSchema);
  Object.assign(database.org, { dml: fakeDml(database) });
  return database.run((tx) => {
    const method = program.findClass('Main')!.methods.find(({ name }) => name === 'run')!;
    return enter(tx, program, () => method.invoke(null, []));
  });
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
