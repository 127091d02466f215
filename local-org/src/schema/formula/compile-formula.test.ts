import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NotSupported } from '../errors.ts';
import { SObject } from '../sobject.ts';
import { DateValue, DatetimeValue, Decimal, type FieldValue } from '../values/index.ts';
import { compileFormula } from './compile-formula.ts';
import { FormulaError } from './errors.ts';
import { computeField, RecordContext, type FormulaEnvironment } from './record-context.ts';
import { assertFormulaError, evaluate, group, schema, user, widget } from './test-support.ts';

const USER_ID = '005000000000001AAA';
const GROUP_ID = '00G000000000001AAA';

function environment(parents: readonly SObject[] = []): FormulaEnvironment {
  return {
    schema,
    now: DatetimeValue.parse('2026-01-31T10:00:00Z'),
    today: DateValue.parse('2026-01-31'),
    timeZone: 'GMT',
    global: () => null,
    parent: (record, field) => parents.find(({ id }) => id === record.get(field.name)) ?? null,
  };
}

function run(formula: string, record: SObject, before: SObject | null = null, parents: SObject[] = []): FieldValue {
  const compiled = compileFormula(formula, widget, schema, { resultType: 'string' });
  return compiled.evaluate(new RecordContext(record, before, environment(parents)));
}

describe('compileFormula', () => {
  it('lists what it reads, in declared case, once', () => {
    const { references } = compileFormula(
      'text__c & owner:user.manager.NAME & Text__c & $user.name & parent__r.parent__r.name',
      widget,
      schema,
      { resultType: 'string' },
    );
    assert.deepEqual(references, [
      'Text__c',
      'Owner.Manager.Name',
      'OwnerId',
      '$user.name',
      'Parent__r.Parent__r.Name',
    ]);
  });

  it('checks names', () => {
    assertFormulaError('Shoe__c', 'Field Shoe__c does not exist. Check spelling.');
    assertFormulaError('Parent__r.Shoe__c', 'Field Parent__r.Shoe__c does not exist. Check spelling.');
    assertFormulaError('Text__c.Name', 'Field Text__c.Name does not exist. Check spelling.');
    assertFormulaError(
      'File__c',
      'You referenced an unsupported field type called "base64" using the following field: File__c',
    );
  });

  it('checks and converts the result', () => {
    const compile = (formula: string, resultType: 'percent' | 'int' | 'boolean' | 'currency', scale?: number) =>
      compileFormula(formula, widget, schema, { resultType, scale });
    assert.throws(
      () => compile('"a"', 'currency'),
      new FormulaError('Formula result is data type (Text), incompatible with expected data type (Number).', 0),
    );
    const context = new RecordContext(new SObject(widget), null, environment());
    assert.equal(String(compile('1 / 3', 'percent', 1).evaluate(context)), '33.3');
    assert.equal(String(compile('2.345', 'currency', 2).evaluate(context)), '2.35');
    assert.equal(String(compile('2', 'currency', 2).evaluate(context)), '2.00');
    assert.equal(compile('2.5', 'int').evaluate(context), 3);
    assert.equal(compile('NULL', 'boolean').evaluate(context), false);
  });

  it('names functions that are not built when they are evaluated', () => {
    assert.throws(() => evaluate('DISTANCE(1, 2, "mi")'), NotSupported);
  });
});

describe('RecordContext', () => {
  const before = new SObject(widget, [['Text__c', 'old']]);
  const record = new SObject(widget, [
    ['Text__c', 'new'],
    ['OwnerId', USER_ID],
  ]);
  const owner = new SObject(user, [
    ['Id', USER_ID],
    ['Name', 'Ann'],
  ]);
  const queue = new SObject(group, [
    ['Id', GROUP_ID],
    ['Name', 'Tier 1'],
  ]);

  it('reads fields, parents and values before the save', () => {
    assert.equal(run('Owner:User.Name & "/" & PRIORVALUE(Text__c)', record, before, [owner]), 'Ann/old');
    assert.equal(run('IF(ISCHANGED(Text__c), "changed", "same")', record, before), 'changed');
    assert.equal(run('IF(ISCHANGED(Number__c), "changed", "same")', record, before), 'same');
    assert.equal(run('IF(ISNEW(), "new", "old")', record), 'new');
    assert.equal(run('Parent__r.Parent__r.Name', record), null);
  });

  it('reads a polymorphic parent only as what it is', () => {
    const queued = new SObject(widget, [['OwnerId', GROUP_ID]]);
    assert.equal(run('Owner:User.Name', queued, null, [queue]), null);
    assert.equal(run('Owner:Queue.Name', queued, null, [queue]), 'Tier 1');
  });

  it('computes formula fields, and those they use', () => {
    const numbered = new SObject(widget, [['Number__c', Decimal.parse('1.5')]]);
    assert.equal(String(computeField(numbered, widget.field('Quadruple__c')!, environment())), '6.00');
    assert.equal(run('TEXT(Quadruple__c)', numbered), '6');
  });

  it('leaves a formula field that cannot be computed blank', () => {
    const zero = new SObject(widget, [['Number__c', Decimal.ZERO]]);
    assert.equal(computeField(zero, widget.field('Half__c')!, environment()), null);
    assert.equal(run('IF(ISBLANK(Half__c), "blank", "filled")', zero), 'blank');
  });

  it('finds formula fields that use each other', () => {
    assert.throws(
      () => computeField(record, widget.field('Loop__c')!, environment()),
      /^FormulaError: Formula cannot use another formula field that directly or indirectly refers to itself/,
    );
  });
});
