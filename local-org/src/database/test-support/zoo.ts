/** A database of bears and their keepers, for tests of queries. */
import { TestDatabase } from './database.ts';
import { lookup, object, picklist, schemaOf } from './schema.ts';

export function zoo(): TestDatabase {
  const database = new TestDatabase(
    schemaOf(
      object(
        'User',
        { keyPrefix: '005', owned: false },
        ['Name', 'string'],
        ['Title', 'string'],
        lookup('ManagerId', 'User'),
      ),
      object('Group', { keyPrefix: '00G', owned: false }, ['Name', 'string']),
      object('Name', { keyPrefix: '0na', owned: false }, ['Name', 'string'], ['Title', 'string'], ['Type', 'string']),
      object(
        'Keeper__c',
        { keyPrefix: 'a01' },
        ['Name', 'string'],
        ['Since__c', 'date'],
        lookup('Mentor__c', 'Keeper__c', 'Students__r'),
      ),
      object(
        'Bear__c',
        { keyPrefix: 'a02' },
        ['Name', 'string'],
        ['Code__c', 'string', { unique: true, caseSensitive: true }],
        ['Weight__c', 'double', { scale: 2 }],
        ['Count__c', 'int'],
        ['Born__c', 'date'],
        ['Seen__c', 'datetime'],
        ['Tame__c', 'boolean'],
        ['Story__c', 'textarea', { filterable: false, sortable: false, groupable: false }],
        picklist('Mood__c', 'Wild', 'Calm:Quite calm', 'Asleep'),
        ['Foods__c', 'multipicklist'],
        lookup('Keeper__c', 'Keeper__c', 'Bears__r'),
        ['Heavy__c', 'boolean', { formula: 'Weight__c > 300' }],
        ['Title__c', 'string', { formula: "Name & ' of ' & Keeper__r.Name & IF(Heavy__c, '!', '')" }],
        ['Half__c', 'double', { formula: 'Weight__c / 2', scale: 3 }],
      ),
    ),
  );
  const ann = database.add('User', { Name: 'Ann', Title: 'Boss' });
  const queue = database.add('Group', { Name: 'Night shift' });
  const tom = database.add('Keeper__c', { Name: 'Tom', OwnerId: ann, Since__c: '2020-05-01' });
  const zoe = database.add('Keeper__c', { Name: 'Zoé', OwnerId: queue, Mentor__c: tom });
  database.add('Bear__c', {
    Name: 'Bruno',
    Code__c: 'b',
    Weight__c: '350.50',
    Count__c: 3,
    Born__c: '2024-02-29',
    Seen__c: '2026-01-14T04:30:00Z',
    Tame__c: true,
    Mood__c: 'Calm',
    Foods__c: 'fish;honey',
    Keeper__c: tom,
    OwnerId: ann,
  });
  database.add('Bear__c', {
    Name: 'ursa',
    Code__c: 'B',
    Weight__c: '120.25',
    Count__c: 1,
    Born__c: '2025-12-31',
    Seen__c: '2026-01-14T10:00:00Z',
    Mood__c: 'Wild',
    Foods__c: 'honey',
    Keeper__c: zoe,
    OwnerId: queue,
  });
  database.add('Bear__c', { Name: 'Ödön 50%', OwnerId: ann });
  return database;
}
