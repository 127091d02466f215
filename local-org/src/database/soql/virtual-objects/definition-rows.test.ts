import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TestDatabase } from '../../test-support/database.ts';
import { lookup, object, schemaOf } from '../../test-support/schema.ts';

const database = new TestDatabase(
  schemaOf(
    object(
      'EntityDefinition',
      { keyPrefix: '4ie', owned: false },
      ['QualifiedApiName', 'string'],
      ['KeyPrefix', 'string'],
      ['IsCustomSetting', 'boolean'],
    ),
    object(
      'FieldDefinition',
      { keyPrefix: '4fe', owned: false },
      ['QualifiedApiName', 'string'],
      ['DataType', 'string'],
      ['IsCalculated', 'boolean'],
      lookup('EntityDefinitionId', 'EntityDefinition', 'Fields'),
    ),
    object(
      'Bear__c',
      { keyPrefix: 'a01', owned: false },
      ['Name', 'string', { length: 80 }],
      ['Weight__c', 'double', { precision: 18, scale: 2 }],
      ['Story__c', 'textarea', { length: 32768 }],
      ['Half__c', 'currency', { formula: 'Weight__c / 2' }],
      lookup('Mother__c', 'Bear__c', 'Cubs__r', { masterDetail: true }),
    ),
  ),
);

it('answers objects and fields as rows', () => {
  assert.deepEqual(
    database.rows("SELECT QualifiedApiName, KeyPrefix FROM EntityDefinition WHERE QualifiedApiName LIKE '%__c'"),
    [{ QualifiedApiName: 'Bear__c', KeyPrefix: 'a01' }],
  );
  const types = database.rows(
    "SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinitionId = 'bear__c' AND QualifiedApiName != 'Id'",
  );
  assert.deepEqual(
    types.map((row) => Object.values(row as object).join(' ')),
    [
      'IsDeleted Checkbox',
      'CreatedDate Date/Time',
      'Name Text(80)',
      'Weight__c Number(16, 2)',
      'Story__c Long Text Area(32768)',
      'Half__c Formula (Currency)',
      'Mother__c Master-Detail(Bear__c)',
    ],
  );
});

it('relates fields to their objects, also after a rollback of the query that made the rows', () => {
  const soql =
    "SELECT (SELECT QualifiedApiName FROM Fields WHERE IsCalculated = TRUE) FROM EntityDefinition WHERE QualifiedApiName = 'Bear__c'";
  database.store.atomically(() => database.query(soql), { rollback: true });
  assert.deepEqual(database.rows(soql), [{ Fields: [{ QualifiedApiName: 'Half__c' }] }]);
  assert.deepEqual(
    database.column(
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Bear__c' LIMIT 1",
    ),
    ['Id'],
  );
});
