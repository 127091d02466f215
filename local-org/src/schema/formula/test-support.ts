/** A small schema and evaluation of single formulas, for the tests of this folder. */
import assert from 'node:assert/strict';
import type { FieldSchema, FieldType, ObjectSchema, Schema } from '../model.ts';
import { DateValue, DatetimeValue, Decimal, type FieldValue } from '../values/index.ts';
import { compileFormula, type FormulaOptions } from './compile-formula.ts';
import type { FormulaContext } from './context.ts';
import { FormulaError, FormulaEvaluationError } from './errors.ts';

type FieldDefinition = FieldType | (Partial<FieldSchema> & { type: FieldType });

const RELATIONSHIP: Readonly<Record<string, string>> = {
  OwnerId: 'Owner',
  ManagerId: 'Manager',
  Parent__c: 'Parent__r',
  RecordTypeId: 'RecordType',
};

export function makeObject(
  name: string,
  keyPrefix: string,
  definitions: Record<string, FieldDefinition>,
): ObjectSchema {
  const fields = new Map(
    Object.entries(definitions).map(([fieldName, definition]) => {
      const given = typeof definition === 'string' ? { type: definition } : definition;
      const base = { referenceTo: [], relationshipName: RELATIONSHIP[fieldName], scale: 2 };
      const field = { ...base, ...given, object: name, name: fieldName } as Partial<FieldSchema> as FieldSchema;
      return [fieldName.toLowerCase(), field];
    }),
  );
  const partial: Partial<ObjectSchema> = {
    name,
    keyPrefix,
    fields,
    field: (wanted) => fields.get(wanted.toLowerCase()),
    relationship: (wanted) =>
      [...fields.values()].find((field) => field.relationshipName?.toLowerCase() === wanted.toLowerCase()),
  };
  return partial as ObjectSchema;
}

export function makeSchema(...objects: ObjectSchema[]): Schema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return {
    objects: byName,
    object: (name) => byName.get(name.toLowerCase()),
    require: (name) => byName.get(name.toLowerCase())!,
    objectOfId: (id) => objects.find(({ keyPrefix }) => id.startsWith(keyPrefix)),
  };
}

export const user = makeObject('User', '005', {
  Id: 'id',
  Name: 'string',
  Email: 'email',
  ManagerId: { type: 'reference', referenceTo: ['User'] },
});

export const widget = makeObject('Widget__c', 'a00', {
  Id: 'id',
  Name: 'string',
  OwnerId: { type: 'reference', referenceTo: ['Group', 'User'] },
  Parent__c: { type: 'reference', referenceTo: ['Widget__c'] },
  RecordTypeId: { type: 'reference', referenceTo: ['RecordType'] },
  Text__c: 'string',
  Amount__c: 'currency',
  Number__c: 'double',
  Count__c: 'int',
  Percent__c: 'percent',
  Check__c: 'boolean',
  Date__c: 'date',
  Datetime__c: 'datetime',
  Time__c: 'time',
  Color__c: 'picklist',
  Tags__c: 'multipicklist',
  File__c: 'base64',
  Double__c: { type: 'double', formula: 'Number__c * 2' },
  Quadruple__c: { type: 'double', formula: 'Double__c * 2' },
  Half__c: { type: 'double', formula: '1 / Number__c' },
  Loop__c: { type: 'double', formula: 'Circle__c + 1' },
  Circle__c: { type: 'double', formula: 'Loop__c + 1' },
});

export const setting = makeObject('Limit_Setting__c', 'a01', { Maximum__c: 'double' });
export const group = makeObject('Group', '00G', { Id: 'id', Name: 'string' });
export const recordType = makeObject('RecordType', '012', { Id: 'id', DeveloperName: 'string' });
export const schema = makeSchema(user, widget, setting, group, recordType);

export interface Given {
  readonly values?: Record<string, FieldValue>;
  readonly before?: Record<string, FieldValue>;
  readonly globals?: Record<string, FieldValue>;
  readonly blanks?: FormulaOptions['blanks'];
  readonly timeZone?: string;
}

const RESULT_TYPES: readonly FieldType[] = ['string', 'double', 'boolean', 'date', 'datetime', 'time'];

/** The value of a formula over Widget__c; numbers as plain text. Now is 2026-01-31 10:00 GMT. */
export function evaluate(formula: string, given: Given = {}): FieldValue {
  const value = compileAny(formula, given).evaluate(contextOf(given));
  return value instanceof Decimal ? value.toString() : value;
}

function compileAny(formula: string, { blanks }: Given): ReturnType<typeof compileFormula> {
  for (const resultType of RESULT_TYPES) {
    try {
      return compileFormula(formula, widget, schema, { resultType, blanks });
    } catch (error) {
      if (!(error instanceof FormulaError) || !error.message.startsWith('Formula result is')) throw error;
    }
  }
  throw new Error(`No result type fits ${formula}`);
}

function contextOf({ values = {}, before, globals = {}, timeZone = 'GMT' }: Given): FormulaContext {
  return {
    value: (path) => values[path] ?? null,
    global: (path) => globals[path] ?? null,
    prior: before && ((path) => before[path] ?? null),
    isNew: before === undefined,
    isChanged: (path) => before?.[path] !== values[path],
    now: DatetimeValue.parse('2026-01-31T10:00:00Z'),
    today: DateValue.parse('2026-01-31'),
    timeZone,
    vlookup: (object, field, lookupField, value) => `${object}.${field} where ${lookupField} = ${String(value)}`,
  };
}

/** Asserts a table of formulas and their values. */
export function assertValues(
  table: readonly (readonly [formula: string, expected: FieldValue, given?: Given])[],
): void {
  for (const [formula, expected, given] of table) {
    const actual = evaluate(formula, given);
    assert.equal(printed(actual), printed(expected), formula);
  }
}

function printed(value: FieldValue): string {
  return `${typeof value} ${value === null ? 'null' : value.toString()}`;
}

export function assertFormulaError(formula: string, message: string): void {
  assert.throws(
    () => evaluate(formula),
    (error) => error instanceof FormulaError && error.message === message,
    `${formula} should say: ${message}`,
  );
}

export function assertEvaluationError(formula: string, given?: Given): void {
  assert.throws(() => evaluate(formula, given), FormulaEvaluationError, formula);
}
