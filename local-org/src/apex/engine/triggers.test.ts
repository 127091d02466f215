import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TriggerEvent } from '../../database/services.ts';
import { OrgError } from '../../schema/errors.ts';
import { SObject } from '../../schema/sobject.ts';
import { testProject, testSchema } from '../test-support/program.ts';
import { runTriggers } from './triggers.ts';

const account = testSchema.require('Account');

function records(...names: readonly string[]): SObject[] {
  return names.map(
    (name, index) =>
      new SObject(account, [
        ['Id', `00100000000000${index}AAA`],
        ['Name', name],
      ]),
  );
}

function fire(trigger: string, event: TriggerEvent, newRecords: SObject[] | null, oldRecords: SObject[] | null): void {
  const project = testProject([], [trigger]);
  project.run((tx) => runTriggers(tx, project.program, account, event, newRecords, oldRecords));
}

test('a trigger sees and changes the records of its batch', () => {
  const [first, second] = records('a', 'b');
  fire(
    `trigger T on Account (before update) {
      for (Account changed : Trigger.new) changed.Name += Trigger.oldMap.get(changed.Id).Name + Trigger.size;
    }`,
    'before update',
    [first, second],
    records('x', 'y'),
  );
  assert.deepEqual([first.get('Name'), second.get('Name')], ['ax2', 'by2']);
});

test('a trigger runs for its events only', () => {
  const project = testProject([], ['trigger T on Account (after insert, before delete) {}']);
  const runs = (event: TriggerEvent): boolean => project.program.triggersOf(account, event).length > 0;
  assert.deepEqual([runs('after insert'), runs('before delete'), runs('before insert')], [true, true, false]);
});

test('context variables', () => {
  const [record] = records('a');
  fire(
    `trigger T on Account (before insert) {
      Trigger.new[0].Name = Trigger.isInsert + ' ' + Trigger.isBefore + ' ' + Trigger.isAfter + ' ' + Trigger.isExecuting
        + ' ' + (Trigger.old == null) + ' ' + (Trigger.newMap == null) + ' ' + Trigger.operationType;
    }`,
    'before insert',
    [record],
    null,
  );
  assert.equal(record.get('Name'), 'true true false true true true BEFORE_INSERT');
});

test('errors are added to records and to their fields', () => {
  const [record] = records('a');
  fire(
    `trigger T on Account (before insert) {
      Trigger.new[0].addError('whole');
      Trigger.new[0].Name.addError('field');
    }`,
    'before insert',
    [record],
    null,
  );
  const found = record.errors.map(({ message, fields }) => `${message}: ${fields.join()}`);
  assert.deepEqual(found, ['whole: ', 'field: Name']);
});

test('an exception becomes an error of the save, with its trace', () => {
  const trigger = 'trigger Broken on Account (before insert) {\n  String s;\n  s.length();\n}';
  const message =
    'Broken: execution of BeforeInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object' +
    '\n\nTrigger.Broken: line 3, column 1';
  assert.throws(
    () => fire(trigger, 'before insert', records('a'), null),
    (error) =>
      error instanceof OrgError && error.code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' && error.message === message,
  );
});

test('records cannot be changed once they are saved', () => {
  const trigger = `trigger T on Account (after update) {
    try { Trigger.new[0].Name = 'b'; } catch (FinalException e) { throw new IllegalArgumentException(e.getMessage()); }
  }`;
  assert.throws(() => fire(trigger, 'after update', records('a'), records('a')), /Record is read-only/);
});

test('the lists of a trigger cannot be changed', () => {
  const trigger = 'trigger T on Account (before insert) { Trigger.new.clear(); }';
  assert.throws(() => fire(trigger, 'before insert', records('a'), null), /Collection is read-only/);
});
