import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { objectFiles, picklist, rollUp } from '../automation/test-support/metadata.ts';
import { BlobValue, DatetimeValue, DateValue, Decimal } from '../schema/values/index.ts';
import { FixedClock } from '../async/clock.ts';
import { OpenOrg } from './test-support/open-org.ts';

const clock = new FixedClock(Date.parse('2026-05-04T10:00:00Z'));
const org = new OpenOrg(
  {
    ...objectFiles('Opportunity', { fields: { Lines__c: rollUp('count', 'OpportunityLineItem.OpportunityId') } }),
    ...objectFiles('Account', {
      fields: {
        Won__c: rollUp('sum', 'Opportunity.AccountId', 'Amount', {
          field: 'Opportunity.IsWon',
          operation: 'equals',
          value: 'True',
        }),
      },
    }),
    ...objectFiles('Limits__c', {
      definition: '<customSettingsType>Hierarchy</customSettingsType>',
      fields: { Most__c: { type: 'Number', precision: 4, scale: 0 } },
    }),
  },
  { clock },
);
after(() => org.close());

const account = org.insert('Account', { Name: 'Acme' });
const day = (text: string) => DateValue.parse(text);
const opportunity = (values: Parameters<OpenOrg['insert']>[1] = {}) =>
  org.insert('Opportunity', {
    Name: 'Deal',
    AccountId: account,
    StageName: 'Prospecting',
    CloseDate: day('2026-08-15'),
    ...values,
  });

describe('Opportunity', () => {
  test('probability, forecast category, revenue and fiscal period follow from stage, amount and close date', () => {
    const id = opportunity({ Amount: Decimal.of(200) });
    const read = () =>
      org.read(
        'Opportunity',
        id,
        'Probability',
        'ForecastCategory',
        'ForecastCategoryName',
        'IsClosed',
        'IsWon',
        'ExpectedRevenue',
      );
    assert.deepEqual(read(), [10, 'Pipeline', 'Pipeline', false, false, 20]);
    assert.deepEqual(org.read('Opportunity', id, 'Fiscal', 'FiscalQuarter', 'FiscalYear'), ['2026 3', 3, 2026]);
    org.update('Opportunity', { Id: id, StageName: 'Closed Won' });
    assert.deepEqual(read(), [100, 'Closed', 'Closed', true, true, 200]);
    org.update('Opportunity', { Id: id, StageName: 'Closed Lost' });
    assert.deepEqual(read(), [0, 'Omitted', 'Omitted', true, false, 0]);
  });

  test('a probability that is given is kept; one that came with the query is not', () => {
    const id = opportunity({ Probability: Decimal.of(35) });
    assert.deepEqual(org.read('Opportunity', id, 'Probability'), [35]);
    org.update('Opportunity', { Id: id, StageName: 'Qualification', Probability: Decimal.of(35) });
    assert.deepEqual(org.read('Opportunity', id, 'Probability'), [10]);
    org.update('Opportunity', { Id: id, StageName: 'Value Proposition', Probability: Decimal.of(45) });
    assert.deepEqual(org.read('Opportunity', id, 'Probability'), [45]);
  });

  test('moving the close date to a later month is counted, changes of stage leave history', () => {
    const id = opportunity();
    org.update('Opportunity', { Id: id, CloseDate: day('2026-08-30') });
    org.update('Opportunity', { Id: id, CloseDate: day('2026-10-01'), StageName: 'Qualification' });
    assert.deepEqual(org.read('Opportunity', id, 'PushCount'), [1]);
    const history = org.query(`SELECT StageName FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY Id`);
    assert.deepEqual(history, ['Prospecting', 'Prospecting', 'Qualification']);
  });
});

describe('products and prices', () => {
  const [standardBook] = org.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true') as [string];
  const product = (name: string) =>
    org.insert('Product2', { Name: name, ProductCode: name.toUpperCase(), IsActive: true });
  const entry = (values: Parameters<OpenOrg['insert']>[1]) =>
    org.insert('PricebookEntry', { IsActive: true, ...values });
  const book = org.insert('Pricebook2', { Name: 'Partners', IsActive: true });

  test('a price needs the standard price first, is unique in its book, and can follow the standard price', () => {
    const anvil = product('Anvil');
    assert.throws(() => entry({ Pricebook2Id: book, Product2Id: anvil, UnitPrice: Decimal.of(9) }), {
      code: 'STANDARD_PRICE_NOT_DEFINED',
    });
    const standard = entry({ Pricebook2Id: standardBook, Product2Id: anvil, UnitPrice: Decimal.of(10) });
    const partner = entry({ Pricebook2Id: book, Product2Id: anvil, UnitPrice: Decimal.of(1), UseStandardPrice: true });
    assert.deepEqual(org.read('PricebookEntry', partner, 'UnitPrice', 'Name', 'ProductCode'), [10, 'Anvil', 'ANVIL']);
    assert.throws(() => entry({ Pricebook2Id: book, Product2Id: anvil, UnitPrice: Decimal.of(9) }), {
      code: 'DUPLICATE_VALUE',
    });
    org.update('PricebookEntry', { Id: standard, UnitPrice: Decimal.of(12) });
    org.update('Product2', { Id: anvil, Name: 'Big Anvil' });
    assert.deepEqual(org.read('PricebookEntry', partner, 'UnitPrice', 'Name'), [12, 'Big Anvil']);
    assert.throws(() => org.delete(standardBook));
  });

  test('lines have prices and names from their entries, and make the amount', () => {
    const rope = product('Rope');
    const standard = entry({ Pricebook2Id: standardBook, Product2Id: rope, UnitPrice: Decimal.of(10) });
    const deal = opportunity({ Name: 'Climb', Amount: Decimal.of(1) });
    const line = org.insert('OpportunityLineItem', {
      OpportunityId: deal,
      PricebookEntryId: standard,
      Quantity: Decimal.of(3),
      UnitPrice: Decimal.parse('9.50'),
      Discount: Decimal.of(10),
    });
    assert.deepEqual(
      org.read('OpportunityLineItem', line, 'Name', 'ProductCode', 'ListPrice', 'Subtotal', 'TotalPrice'),
      ['Climb Rope', 'ROPE', 10, 28.5, 25.65],
    );
    const totals = () =>
      org.read(
        'Opportunity',
        deal,
        'Amount',
        'HasOpportunityLineItem',
        'Pricebook2Id',
        'TotalOpportunityQuantity',
        'Lines__c',
        'ExpectedRevenue',
      );
    assert.deepEqual(totals(), [25.65, true, standardBook, 3, 1, 2.57]);
    org.update('Opportunity', { Id: deal, Amount: Decimal.of(7), StageName: 'Closed Won' });
    assert.deepEqual(org.read('Opportunity', deal, 'Amount', 'IsWon'), [25.65, true]);
    assert.deepEqual(org.read('Account', account, 'Won__c'), [25.65]);
    org.update('OpportunityLineItem', { Id: line, Quantity: Decimal.of(4), Discount: null });
    assert.deepEqual(org.read('Opportunity', deal, 'Amount'), [38]);
    assert.deepEqual(org.read('Account', account, 'Won__c'), [38]);
    org.delete(line);
    assert.deepEqual(totals(), [38, false, standardBook, null, 0, 38]);
  });

  test('a total that is given decides the price; a line needs one of the two and the right price book', () => {
    const hook = product('Hook');
    entry({ Pricebook2Id: standardBook, Product2Id: hook, UnitPrice: Decimal.of(5) });
    const partner = entry({ Pricebook2Id: book, Product2Id: hook, UnitPrice: Decimal.of(4) });
    const deal = opportunity({ Pricebook2Id: book });
    const line = (values: Parameters<OpenOrg['insert']>[1]) =>
      org.insert('OpportunityLineItem', {
        OpportunityId: deal,
        PricebookEntryId: partner,
        Quantity: Decimal.of(4),
        ...values,
      });
    assert.deepEqual(
      org.read('OpportunityLineItem', line({ TotalPrice: Decimal.of(14) }), 'UnitPrice', 'TotalPrice'),
      [3.5, 14],
    );
    assert.throws(() => line({}), /must specify unit price or total price/);
    assert.throws(
      () => line({ UnitPrice: Decimal.ONE, TotalPrice: Decimal.ONE }),
      /only one of unit price or total price/,
    );
    const [other] = org.query(
      `SELECT Id FROM PricebookEntry WHERE Product2Id = '${hook}' AND Pricebook2Id = '${standardBook}'`,
    );
    assert.throws(() => line({ PricebookEntryId: other as string, UnitPrice: Decimal.ONE }), /different pricebook/);
  });
});

describe('people', () => {
  test('names are put together from their parts', () => {
    const contact = org.insert('Contact', { FirstName: 'Ada', LastName: 'Lovelace', Salutation: 'Ms.' });
    assert.deepEqual(org.read('Contact', contact, 'Name'), ['Ada Lovelace']);
    assert.throws(() => org.insert('Contact', { FirstName: 'Ada' }), {
      code: 'REQUIRED_FIELD_MISSING',
      message: /\[LastName\]/,
    });
  });

  test('usernames are unique addresses', () => {
    org.addUser('Grace@Example.com');
    assert.deepEqual(org.query("SELECT Name FROM User WHERE Username = 'grace@example.com'"), ['Grace']);
    assert.throws(() => org.addUser('GRACE@example.com'), { code: 'DUPLICATE_USERNAME' });
    assert.throws(() => org.addUser('grace'), { code: 'INVALID_EMAIL_ADDRESS' });
  });

  test('setup objects and others are not written in one transaction, but in a runAs block they are', () => {
    const profile = "[SELECT Id FROM Profile WHERE Name = 'Standard User'].Id";
    const user = (name: string) =>
      `new User(Username='${name}@example.com', LastName='X', Alias='x', Email='x@example.com', TimeZoneSidKey='UTC',
        LocaleSidKey='en_US', LanguageLocaleKey='en_US', EmailEncodingKey='UTF-8', ProfileId=${profile})`;
    const group = 'insert new GroupMember(GroupId = g.Id, UserOrGroupId = UserInfo.getUserId());';
    const mixed = org.apex(`Group g = new Group(Name='G'); insert g; insert new Account(Name='A'); ${group}`);
    assert.match(mixed.exceptionMessage ?? '', /MIXED_DML_OPERATION, DML operation on setup object is not permitted/);
    assert.equal(org.apex(`insert new Account(Name='A'); insert ${user('roleless')};`).exceptionMessage, null);
  });
});

describe('activities', () => {
  test('a task is closed by its status and belongs to the account of what it is about', () => {
    const deal = opportunity();
    const task = org.insert('Task', { Subject: 'Call', WhatId: deal });
    const read = () => org.read('Task', task, 'Status', 'Priority', 'IsClosed', 'AccountId', 'CompletedDateTime');
    assert.deepEqual(read(), ['Not Started', 'Normal', false, account, null]);
    org.update('Task', { Id: task, Status: 'Completed' });
    assert.deepEqual(read().slice(2), [true, account, '2026-05-04T10:00:00.000+0000']);
  });

  test('an event has a start and a length', () => {
    const start = DatetimeValue.parse('2026-05-04T22:30:00Z');
    const event = org.insert('Event', { Subject: 'Meet', StartDateTime: start, DurationInMinutes: 90 });
    assert.deepEqual(org.read('Event', event, 'EndDateTime', 'ActivityDateTime', 'ActivityDate'), [
      '2026-05-05T00:00:00.000+0000',
      '2026-05-04T22:30:00.000+0000',
      '2026-05-04',
    ]);
    org.update('Event', { Id: event, EndDateTime: DatetimeValue.parse('2026-05-04T23:00:00Z') });
    assert.deepEqual(org.read('Event', event, 'DurationInMinutes'), [30]);
    assert.throws(() => org.insert('Event', { Subject: 'Never' }), { code: 'REQUIRED_FIELD_MISSING' });
  });
});

describe('files', () => {
  test('an upload makes a document that is linked to its owner and where it was published; another version replaces it', () => {
    const upload = (values: Parameters<OpenOrg['insert']>[1]) =>
      org.insert('ContentVersion', {
        PathOnClient: 'C:\\\\notes\\\\Plan.TXT',
        VersionData: BlobValue.ofText('one'),
        ...values,
      });
    const first = upload({ FirstPublishLocationId: account });
    assert.deepEqual(
      org.read('ContentVersion', first, 'Title', 'FileType', 'FileExtension', 'ContentSize', 'IsLatest'),
      ['Plan', 'TEXT', 'txt', 3, true],
    );
    const [document] = org.read('ContentVersion', first, 'ContentDocumentId') as [string];
    const links = org.query(`SELECT LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId = '${document}'`);
    assert.deepEqual(new Set(links), new Set([account, org.user.id]));
    const second = upload({ ContentDocumentId: document, VersionData: BlobValue.ofText('second') });
    assert.deepEqual(org.read('ContentVersion', first, 'IsLatest', 'VersionNumber'), [false, '1']);
    assert.deepEqual(org.read('ContentVersion', second, 'IsLatest', 'VersionNumber'), [true, '2']);
    assert.deepEqual(org.read('ContentDocument', document, 'LatestPublishedVersionId', 'ContentSize'), [second, 6]);
  });
});

describe('field history', () => {
  test('changes of tracked fields are kept, references with ids and names; long texts only say that they changed', () => {
    const files = objectFiles('Reef__c', {
      definition:
        '<enableHistory>true</enableHistory><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
      fields: {
        Depth__c: { type: 'Number', precision: 6, scale: 1, trackHistory: true },
        Notes__c: { type: 'LongTextArea', length: 1000, visibleLines: 3, trackHistory: true },
        Next__c: { type: 'Lookup', referenceTo: 'Reef__c', relationshipName: 'Others', trackHistory: true },
        Colour__c: { type: 'Text', length: 20 },
      },
    });
    const reefs = new OpenOrg(files);
    const reef = reefs.insert('Reef__c', { Name: 'Near', Depth__c: Decimal.of(5) });
    const next = reefs.insert('Reef__c', { Name: 'Far' });
    reefs.update('Reef__c', {
      Id: reef,
      Depth__c: Decimal.parse('6.5'),
      Notes__c: 'Deep',
      Next__c: next,
      Colour__c: 'blue',
    });
    const column = (name: string) =>
      reefs.query(`SELECT ${name} FROM Reef__History WHERE ParentId = '${reef}' ORDER BY Id`);
    assert.deepEqual(column('Field'), ['created', 'Depth__c', 'Notes__c', 'Next__c', 'Next__c']);
    assert.deepEqual(column('OldValue'), [null, '5.0', null, null, null]);
    assert.deepEqual(column('NewValue'), [null, '6.5', null, next, 'Far']);
    reefs.close();
  });
});

describe('roles', () => {
  test('a new role has the groups that records can be shared with', () => {
    const role = org.insert('UserRole', { Name: 'Night Shift' });
    assert.deepEqual(org.query(`SELECT Type FROM Group WHERE RelatedId = '${role}' ORDER BY Id`), [
      'Role',
      'RoleAndSubordinates',
    ]);
    org.delete(role);
    assert.deepEqual(org.query(`SELECT Type FROM Group WHERE RelatedId = '${role}'`), []);
  });
});

describe('record types', () => {
  const types = objectFiles('Kite__c', {
    fields: { Tail__c: picklist(['Long', 'Short']) },
    recordTypes: {
      Stunt:
        '<picklistValues><picklist>Tail__c</picklist><values><fullName>Short</fullName><default>false</default></values></picklistValues>',
      Power: '',
    },
  });
  const profile = `<Profile><custom>false</custom><recordTypeVisibilities><default>true</default><recordType>Kite__c.Stunt</recordType><visible>true</visible></recordTypeVisibilities></Profile>`;

  test('the profile’s default is taken, and restricted picklists offer what the type says', () => {
    const kites = new OpenOrg({ ...types, 'profiles/Admin.profile-meta.xml': profile });
    const kite = kites.insert('Kite__c', { Name: 'K', Tail__c: 'Short' });
    assert.deepEqual(kites.query(`SELECT Id FROM Kite__c WHERE RecordType.DeveloperName = 'Stunt'`).length, 1);
    assert.throws(() => kites.update('Kite__c', { Id: kite, Tail__c: 'Long' }), {
      code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    });
    kites.close();
  });

  test('without one there is none', () => {
    const kites = new OpenOrg(types);
    assert.deepEqual(kites.read('Kite__c', kites.insert('Kite__c', { Name: 'K' }), 'RecordTypeId'), [null]);
    kites.close();
  });
});

describe('shares and settings', () => {
  test('a custom setting has one row for each owner, the organization when none is named', () => {
    const row = org.insert('Limits__c', { Most__c: Decimal.of(5) });
    assert.deepEqual(org.read('Limits__c', row, 'SetupOwnerId', 'Name'), [
      org.org.organizationId,
      'Limits (Organization)',
    ]);
    assert.throws(() => org.insert('Limits__c', { Most__c: Decimal.of(6) }), { code: 'DUPLICATE_VALUE' });
    org.insert('Limits__c', { Most__c: Decimal.of(6), SetupOwnerId: org.user.id });
  });
});
