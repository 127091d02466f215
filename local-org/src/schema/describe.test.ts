import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMetadata } from '../metadata/read.ts';
import { projectOf } from '../project/load.ts';
import { buildSchema } from './build.ts';
import { validForBitmap } from './dependent-picklist.ts';
import { describeObject, describeSummary } from './describe.ts';

const schema = buildSchema(readMetadata(projectOf({})));
const account = schema.require('Account');

test('describes an object with fields, children and record types', () => {
  const result = describeObject(account, schema, '/services/data/v66.0');
  assert.equal(result.keyPrefix, '001');
  assert.equal(result.urls.describe, '/services/data/v66.0/sobjects/Account/describe');
  const parent = result.fields.find((field) => field.name === 'ParentId');
  assert.deepEqual(parent?.referenceTo, ['Account']);
  assert.equal(parent.soapType, 'tns:ID');
  const city = result.fields.find((field) => field.name === 'BillingCity');
  assert.equal(city?.compoundFieldName, 'BillingAddress');
  assert.ok(result.childRelationships.some((child) => child.relationshipName === 'Contacts' && child.cascadeDelete));
  assert.deepEqual(
    result.recordTypeInfos.map((info) => info.developerName),
    ['Master'],
  );
});

test('shows only what the user may see and do', () => {
  const access = {
    object: { read: true, create: false, edit: true, delete: false },
    field: (name: string) => ({ read: name !== 'AnnualRevenue', edit: name !== 'Phone' }),
    child: ({ childObject }: { readonly childObject: string }) => childObject !== 'Contact',
    recordType: () => ({ available: false, isDefault: true }),
  };
  const result = describeObject(account, schema, '/v', access);
  assert.equal(result.createable, false);
  assert.equal(
    result.fields.some((field) => field.name === 'AnnualRevenue'),
    false,
  );
  assert.equal(result.fields.find((field) => field.name === 'Phone')?.updateable, false);
  assert.equal(result.fields.find((field) => field.name === 'Fax')?.updateable, true);
  const children = new Set(result.childRelationships.map(({ childSObject }) => childSObject));
  assert.deepEqual([children.has('Contact'), children.has('Opportunity')], [false, true]);
  assert.deepEqual(
    result.recordTypeInfos.map((info) => [info.available, info.defaultRecordTypeMapping]),
    [[false, true]],
  );
});

test('the summary has what a list of objects needs', () => {
  const summary = describeSummary(schema.require('AccountShare'), '/v');
  assert.equal(summary.keyPrefix, null);
  assert.equal(summary.triggerable, false);
  assert.equal(describeSummary(account, '/v').mergeable, true);
});

test('dependent values are bits, counted from the left', () => {
  const controlling = Array.from({ length: 10 }, (_, index) => `v${index}`);
  assert.equal(validForBitmap(['v0', 'v9'], controlling), Buffer.from([0b10000000, 0b01000000]).toString('base64'));
});
