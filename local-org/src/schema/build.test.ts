import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMetadata } from '../metadata/read.ts';
import { projectOf } from '../project/load.ts';
import { buildSchema } from './build.ts';

const standard = buildSchema(readMetadata(projectOf({})));

interface FieldOptions {
  readonly [element: string]: string;
}

function field(name: string, type: string, options: FieldOptions = {}): string {
  const rest = Object.entries(options).map(([element, value]) => `<${element}>${value}</${element}>`);
  return `<CustomField><fullName>${name}</fullName><label>${name}</label>${rest.join('')}<type>${type}</type></CustomField>`;
}

function object(body = '<sharingModel>Private</sharingModel>'): string {
  return `<CustomObject><label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Thing Name</label><type>Text</type></nameField>${body}</CustomObject>`;
}

function schemaOf(files: Record<string, string>) {
  const paths = Object.entries(files).map(([name, text]) => [`objects/${name}-meta.xml`, text] as const);
  return buildSchema(readMetadata(projectOf(Object.fromEntries(paths))));
}

const valueSet = (values: string, more = '') =>
  `${more}<valueSetDefinition><sorted>false</sorted>${values
    .split(',')
    .map((value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`)
    .join('')}</valueSetDefinition>`;

describe('standard objects', () => {
  test('fields have the platform’s types, lengths and rules', () => {
    const opportunity = standard.require('opportunity');
    assert.equal(opportunity.keyPrefix, '006');
    const stage = opportunity.field('STAGENAME');
    assert.equal(stage?.name, 'StageName');
    assert.equal(stage.nillable, false);
    assert.equal(stage.picklistValues[0]?.value, 'Prospecting');
    assert.equal(opportunity.field('Amount')?.scale, 2);
    assert.equal(opportunity.field('ExpectedRevenue')?.createable, false);
    assert.equal(standard.require('Account').field('Name')?.length, 255);
    assert.equal(standard.require('PricebookEntry').field('Pricebook2Id')?.updateable, false);
    assert.equal(standard.require('Account').field('Description')?.filterable, false);
    assert.equal(standard.require('Account').field('BillingAddress')?.type, 'address');
  });

  test('parents and children are found by their relationship names', () => {
    assert.deepEqual(standard.require('Contact').relationship('account')?.referenceTo, ['Account']);
    const children = standard.require('Account').childRelationships;
    const contacts = children.find((child) => child.relationshipName === 'Contacts');
    assert.deepEqual([contacts?.childObject, contacts?.field], ['Contact', 'AccountId']);
    assert.ok(standard.require('Task').field('WhatId')?.referenceTo.includes('Opportunity'));
  });

  test('share objects of standard objects name their fields after them', () => {
    const share = standard.require('OpportunityShare');
    assert.deepEqual(share.field('OpportunityId')?.childRelationshipName, 'Shares');
    assert.ok(share.field('OpportunityAccessLevel'));
  });

  test('no two objects share a key prefix', () => {
    const prefixes = [...standard.objects.values()].map((found) => found.keyPrefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  test('every reference leads to an object that exists', () => {
    const missing = [...standard.objects.values()]
      .flatMap((found) => [...found.fields.values()])
      .flatMap((found) => found.referenceTo)
      .filter((target) => standard.object(target) === undefined);
    assert.deepEqual([...new Set(missing)].sort(), [
      'CustomEntityDefinition',
      'ExternalDataSource',
      'FlowDefinition',
      'TabSet',
    ]);
  });
});

describe('custom objects', () => {
  test('have an owner, audit fields and a name', () => {
    const bear = schemaOf({ 'Bear__c/Bear__c.object': object() }).require('Bear__c');
    assert.deepEqual(bear.field('OwnerId')?.referenceTo, ['Group', 'User']);
    assert.equal(bear.nameField?.name, 'Name');
    assert.match(bear.keyPrefix, /^a/);
    assert.ok(bear.field('LastModifiedById'));
    assert.equal(bear.field('RecordTypeId'), undefined);
  });

  test('details of a master have no owner and are controlled by it', () => {
    const schema = schemaOf({
      'Bear__c/Bear__c.object': object(),
      'Cub__c/Cub__c.object': object('<sharingModel>ControlledByParent</sharingModel>'),
      'Cub__c/fields/Bear__c.field': field('Bear__c', 'MasterDetail', {
        referenceTo: 'Bear__c',
        relationshipName: 'Cubs',
      }),
    });
    const cub = schema.require('Cub__c');
    assert.equal(cub.field('OwnerId'), undefined);
    assert.equal(cub.sharingModel, 'ControlledByParent');
    assert.equal(cub.field('Bear__c')?.nillable, false);
    assert.equal(cub.field('Bear__c')?.updateable, false);
    assert.equal(cub.relationship('Bear__r')?.name, 'Bear__c');
    assert.equal(schema.object('Cub__Share'), undefined);
    const child = schema.require('Bear__c').childRelationships.find((found) => found.childObject === 'Cub__c');
    assert.deepEqual([child?.relationshipName, child?.cascadeDelete], ['Cubs__r', true]);
  });

  test('have a share object when their records are not open to all', () => {
    const schema = schemaOf({
      'Bear__c/Bear__c.object': object(),
      'Bear__c/sharingReasons/Keeper__c.sharingReason':
        '<SharingReason><fullName>Keeper__c</fullName><label>Keeper</label></SharingReason>',
      'Wolf__c/Wolf__c.object': object('<sharingModel>ReadWrite</sharingModel>'),
    });
    const share = schema.require('Bear__Share');
    assert.ok(share.field('RowCause')?.picklistValues.some((entry) => entry.value === 'Keeper__c'));
    assert.equal(share.field('ParentId')?.referenceTo[0], 'Bear__c');
    assert.equal(schema.object('Wolf__Share'), undefined);
  });

  test('keep key prefixes when other objects come, and those given before', () => {
    const one = schemaOf({ 'Bear__c/Bear__c.object': object() }).require('Bear__c').keyPrefix;
    const files = { 'Ant__c/Ant__c.object': object(), 'Bear__c/Bear__c.object': object() };
    assert.equal(schemaOf(files).require('Bear__c').keyPrefix, one);
    const metadata = readMetadata(projectOf({ 'objects/Bear__c/Bear__c.object-meta.xml': object() }));
    const known = buildSchema(metadata, { keyPrefixes: new Map([['Bear__c', 'a0X']]) });
    assert.equal(known.require('Bear__c').keyPrefix, 'a0X');
    assert.equal(known.objectOfId('a0X000000000001AAA')?.name, 'Bear__c');
  });

  test('record types bring their field and the values they offer', () => {
    const type =
      '<RecordType><fullName>Brown</fullName><active>true</active><label>Brown Bear</label><picklistValues><picklist>Size__c</picklist><values><fullName>Very%20Big</fullName><default>false</default></values></picklistValues></RecordType>';
    const bear = schemaOf({
      'Bear__c/Bear__c.object': object(),
      'Bear__c/recordTypes/Brown.recordType': type,
    }).require('Bear__c');
    assert.equal(bear.field('RecordTypeId')?.type, 'reference');
    const [brown, master] = bear.recordTypes;
    assert.deepEqual(brown?.picklistValues.get('Size__c'), ['Very Big']);
    assert.match(brown?.id ?? '', /^012\w{15}$/);
    assert.equal(master?.isMaster, true);
  });
});

describe('other kinds of objects', () => {
  test('custom metadata types, settings and platform events have their own fields', () => {
    const schema = schemaOf({
      'Level__mdt/Level__mdt.object':
        '<CustomObject><label>Level</label><pluralLabel>Levels</pluralLabel></CustomObject>',
      'Options__c/Options__c.object':
        '<CustomObject><customSettingsType>Hierarchy</customSettingsType><label>Options</label></CustomObject>',
      'Seen__e/Seen__e.object':
        '<CustomObject><eventType>HighVolume</eventType><label>Seen</label><pluralLabel>Seen</pluralLabel></CustomObject>',
    });
    assert.equal(schema.require('Level__mdt').kind, 'customMetadata');
    assert.equal(schema.require('Level__mdt').field('DeveloperName')?.length, 40);
    assert.equal(schema.require('Level__mdt').createable, false);
    assert.deepEqual(schema.require('Options__c').field('SetupOwnerId')?.referenceTo, [
      'Organization',
      'Profile',
      'User',
    ]);
    assert.equal(schema.require('Options__c').field('OwnerId'), undefined);
    assert.ok(schema.require('Seen__e').field('ReplayId'));
    assert.equal(schema.require('Seen__e').queryable, false);
  });

  test('big objects hold their own fields only, and are written by no ordinary save', () => {
    const schema = schemaOf({
      'Past__b/Past__b.object': '<CustomObject><label>Past</label></CustomObject>',
      'Past__b/fields/Level__c.field':
        '<CustomField><fullName>Level__c</fullName><label>Level</label><type>Text</type><length>10</length></CustomField>',
    });
    const past = schema.require('Past__b');
    assert.deepEqual(
      [...past.fields.values()].map(({ name }) => name),
      ['Id', 'Level__c'],
    );
    assert.deepEqual([past.queryable, past.createable, past.triggerable], [true, false, false]);
  });

  test('kinds that are not built are listed', () => {
    const schema = schemaOf({
      'Old__x/Old__x.object': '<CustomObject><label>Old</label></CustomObject>',
    });
    assert.equal(schema.object('Old__x'), undefined);
    assert.deepEqual(
      schema.ignored.map((entry) => [entry.type, entry.file]),
      [['CustomObject Old__x', 'objects/Old__x/Old__x.object-meta.xml']],
    );
  });
});

describe('custom fields', () => {
  const schema = schemaOf({
    'Bear__c/Bear__c.object': object(),
    'Bear__c/fields/Weight__c.field': field('Weight__c', 'Number', { precision: '8', scale: '2' }),
    'Bear__c/fields/Tag__c.field': field('Tag__c', 'Text', {
      length: '20',
      unique: 'true',
      externalId: 'true',
      caseSensitive: 'true',
    }),
    'Bear__c/fields/Notes__c.field': field('Notes__c', 'LongTextArea', { length: '5000', visibleLines: '3' }),
    'Bear__c/fields/Double__c.field': field('Double__c', 'Number', {
      formula: 'Weight__c * 2',
      precision: '18',
      scale: '4',
      formulaTreatBlanksAs: 'BlankAsZero',
    }),
    'Bear__c/fields/Tame__c.field': field('Tame__c', 'Checkbox', { defaultValue: 'true' }),
    'Bear__c/fields/Place__c.field': field('Place__c', 'Location', { scale: '6' }),
    'Bear__c/fields/Keeper__c.field': field('Keeper__c', 'Lookup', {
      referenceTo: 'Contact',
      required: 'true',
      relationshipName: 'Bears',
    }),
    'Bear__c/fields/Size__c.field': field('Size__c', 'Picklist', {
      valueSet: valueSet('Big,Small', '<restricted>true</restricted>'),
    }),
    'Bear__c/fields/Cubs__c.field': field('Cubs__c', 'Summary', {
      summaryForeignKey: 'Cub__c.Bear__c',
      summaryOperation: 'count',
    }),
    'Bear__c/fields/Oldest__c.field': field('Oldest__c', 'Summary', {
      summarizedField: 'Cub__c.Born__c',
      summaryFilterItems: '<field>Cub__c.Born__c</field><operation>notEqual</operation><value></value>',
      summaryForeignKey: 'Cub__c.Bear__c',
      summaryOperation: 'min',
    }),
    'Cub__c/Cub__c.object': object(),
    'Cub__c/fields/Bear__c.field': field('Bear__c', 'MasterDetail', { referenceTo: 'Bear__c' }),
    'Cub__c/fields/Born__c.field': field('Born__c', 'Date'),
  });
  const bear = schema.require('Bear__c');

  test('take size and rules from their metadata', () => {
    assert.deepEqual([bear.field('Weight__c')?.precision, bear.field('Weight__c')?.scale], [8, 2]);
    assert.deepEqual([bear.field('Tag__c')?.unique, bear.field('Tag__c')?.idLookup], [true, true]);
    assert.equal(bear.field('Notes__c')?.filterable, false);
    assert.equal(bear.field('Tame__c')?.defaultValue, 'true');
    assert.equal(bear.field('Tame__c')?.nillable, false);
    assert.equal(bear.field('Size__c')?.restrictedPicklist, true);
    assert.deepEqual(
      bear.field('Size__c')?.picklistValues.map((entry) => entry.value),
      ['Big', 'Small'],
    );
  });

  test('formulas cannot be written', () => {
    const double = bear.field('Double__c');
    assert.deepEqual([double?.calculated, double?.createable, double?.formulaTreatNullAs], [true, false, 'zero']);
  });

  test('a geolocation has its two components', () => {
    assert.equal(bear.field('Place__Latitude__s')?.scale, 6);
    assert.equal(bear.field('Place__c')?.createable, false);
  });

  test('a required lookup restricts deletion', () => {
    assert.equal(bear.field('Keeper__c')?.deleteConstraint, 'Restrict');
    assert.ok(schema.require('Contact').childRelationships.some((child) => child.relationshipName === 'Bears__r'));
  });

  test('roll-up summaries have the type of what they summarise', () => {
    assert.equal(bear.field('Cubs__c')?.type, 'double');
    assert.equal(bear.field('Oldest__c')?.type, 'date');
    assert.deepEqual(bear.field('Oldest__c')?.rollUp, {
      operation: 'min',
      childObject: 'Cub__c',
      foreignKey: 'Bear__c',
      summarizedField: 'Born__c',
      filters: [{ field: 'Born__c', operation: 'notEqual', value: '' }],
    });
  });

  test('a lookup to an object of the project that is not there fails with its place', () => {
    const files = {
      'Bear__c/Bear__c.object': object(),
      'Bear__c/fields/Den__c.field': field('Den__c', 'Lookup', { referenceTo: 'Den__c' }),
    };
    assert.throws(() => schemaOf(files), /Den__c\.field-meta\.xml:1: there is no object Den__c/);
  });

  test('a lookup to a standard object that is not built is listed', () => {
    const { ignored } = schemaOf({
      'Bear__c/Bear__c.object': object(),
      'Bear__c/fields/Job__c.field': field('Job__c', 'Lookup', { referenceTo: 'WorkOrder' }),
    });
    assert.deepEqual(
      ignored.map((entry) => entry.type),
      ['CustomField that refers to WorkOrder'],
    );
  });

  test('fields of Activity are fields of tasks and of events', () => {
    const both = schemaOf({ 'Activity/fields/Mood__c.field': field('Mood__c', 'Text', { length: '10' }) });
    assert.ok(both.require('Task').field('Mood__c'));
    assert.ok(both.require('Event').field('Mood__c'));
  });
});

describe('value sets', () => {
  test('a project can change the values of a standard picklist', () => {
    const stage = (name: string, more: string) =>
      `<standardValue><fullName>${name}</fullName><default>false</default><label>${name}</label>${more}</standardValue>`;
    const stages = `<StandardValueSet><sorted>false</sorted>${stage('Talk', '<closed>false</closed><won>false</won><probability>30</probability><forecastCategory>Pipeline</forecastCategory>')}</StandardValueSet>`;
    const schema = buildSchema(
      readMetadata(projectOf({ 'standardValueSets/OpportunityStage.standardValueSet-meta.xml': stages })),
    );
    assert.deepEqual(
      schema
        .require('Opportunity')
        .field('StageName')
        ?.picklistValues.map((entry) => entry.value),
      ['Talk'],
    );
  });

  test('a global value set can be shared', () => {
    const set =
      '<GlobalValueSet><customValue><fullName>Red</fullName><default>true</default><label>Rot</label></customValue><masterLabel>Colour</masterLabel><sorted>false</sorted></GlobalValueSet>';
    const schema = buildSchema(
      readMetadata(
        projectOf({
          'globalValueSets/Colour.globalValueSet-meta.xml': set,
          'objects/Account/fields/Colour__c.field-meta.xml': field('Colour__c', 'Picklist', {
            valueSet: '<valueSetName>Colour</valueSetName>',
          }),
        }),
      ),
    );
    const colour = schema.require('Account').field('Colour__c');
    assert.deepEqual(colour?.picklistValues, [{ value: 'Red', label: 'Rot', active: true, isDefault: true }]);
    assert.equal(colour.restrictedPicklist, true);
  });
});
