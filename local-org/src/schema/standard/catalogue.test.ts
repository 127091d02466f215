import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMetadata } from '../../metadata/read.ts';
import { projectOf } from '../../project/load.ts';
import { buildSchema } from '../build.ts';
import { schemaKey } from './catalogue.ts';

const metadata = readMetadata(projectOf({}));

function schemaWith(...words: string[]) {
  return buildSchema(metadata, { mentions: new Set(words) });
}

test('a standard object that every project has not is built for those that name it', () => {
  assert.equal(schemaWith().object('QuickText'), undefined);
  const object = schemaWith('quicktext').require('QuickText');
  assert.equal(object.keyPrefix, '574');
  assert.equal(object.label, 'Quick Text');
  assert.equal(object.nameField?.name, 'Name');
  assert.equal(object.field('IsInsertable')?.type, 'boolean');
  assert.deepEqual(object.field('OwnerId')?.referenceTo, ['Group', 'User']);
  assert.equal(object.field('CurrencyIsoCode'), undefined, 'of a feature that is off');
});

test('its references lead to what is built', () => {
  const alone = schemaWith('contactpointconsent').require('ContactPointConsent');
  assert.equal(alone.field('DataUsePurposeId')?.type, 'string');
  const both = schemaWith('contactpointconsent', 'datausepurpose');
  assert.deepEqual(both.require('ContactPointConsent').field('DataUsePurposeId')?.referenceTo, ['DataUsePurpose']);
});

test('fields that are missing from a table come with their name or that of their relationship', () => {
  assert.equal(schemaWith().require('Individual').field('ConsumerCreditScore'), undefined);
  assert.equal(schemaWith('consumercreditscore').require('Individual').field('ConsumerCreditScore')?.type, 'int');
});

test('an account is no person, although the project names what people have', () => {
  const account = schemaWith('firstname', 'lastname', 'isactive').require('Account');
  assert.deepEqual(
    ['FirstName', 'LastName', 'IsActive'].filter((name) => account.field(name) !== undefined),
    [],
  );
});

test('records that only the platform makes cannot be queried as if there were none', () => {
  const object = schemaWith('brandtemplate').require('BrandTemplate');
  assert.equal(object.rowsMissing, true);
  assert.equal(object.triggerable, false);
});

test('only words that name something decide whether a schema can be kept', () => {
  assert.equal(schemaKey(new Set(['qwertz', 'quicktext'])), schemaKey(new Set(['quicktext'])));
  assert.notEqual(schemaKey(new Set(['quicktext'])), schemaKey(new Set([])));
});
