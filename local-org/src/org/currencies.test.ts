import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { parseCurrencies } from '../schema/currencies.ts';
import { Decimal } from '../schema/values/index.ts';
import { OpenOrg } from './test-support/open-org.ts';

const object = (sharing: string) =>
  `<CustomObject><label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Thing Name</label><type>Text</type></nameField><sharingModel>${sharing}</sharingModel><deploymentStatus>Deployed</deploymentStatus></CustomObject>`;
const field = (name: string, type: string, rest: string) =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label>${rest}<type>${type}</type></CustomField>`;
const money = '<precision>18</precision><scale>2</scale>';

const files = {
  'objects/Orchard__c/Orchard__c.object-meta.xml': object('ReadWrite'),
  'objects/Orchard__c/fields/Budget__c.field-meta.xml': field('Budget__c', 'Currency', money),
  'objects/Orchard__c/fields/Sold__c.field-meta.xml': field(
    'Sold__c',
    'Summary',
    '<summarizedField>Sale__c.Amount__c</summarizedField><summaryForeignKey>Sale__c.Orchard__c</summaryForeignKey><summaryOperation>sum</summaryOperation>',
  ),
  'objects/Sale__c/Sale__c.object-meta.xml': object('ControlledByParent'),
  'objects/Sale__c/fields/Orchard__c.field-meta.xml': field(
    'Orchard__c',
    'MasterDetail',
    '<referenceTo>Orchard__c</referenceTo><relationshipName>Sales</relationshipName>',
  ),
  'objects/Sale__c/fields/Amount__c.field-meta.xml': field('Amount__c', 'Currency', money),
  'objects/Sale__c/fields/Plain__c.field-meta.xml': field('Plain__c', 'Number', `<formula>Amount__c</formula>${money}`),
  'objects/Sale__c/fields/Budget__c.field-meta.xml': field(
    'Budget__c',
    'Currency',
    `<formula>Orchard__r.Budget__c</formula>${money}`,
  ),
  'objects/Sale__c/validationRules/Within_Budget.validationRule-meta.xml':
    '<ValidationRule><fullName>Within_Budget</fullName><active>true</active><errorConditionFormula>Amount__c &gt; Orchard__r.Budget__c</errorConditionFormula><errorMessage>Over the budget</errorMessage></ValidationRule>',
};

describe('an org with several currencies', () => {
  const org = new OpenOrg(files, { currencies: parseCurrencies('USD,EUR=0.5,JPY=100') });
  after(() => org.close());
  const orchard = org.insert('Orchard__c', { Name: 'North', CurrencyIsoCode: 'EUR', Budget__c: Decimal.parse('1000') });
  const sale = (amount: string, code?: string) =>
    org.insert('Sale__c', {
      Orchard__c: orchard,
      Amount__c: Decimal.parse(amount),
      ...(code !== undefined && { CurrencyIsoCode: code }),
    });
  const dollars = sale('100.02');
  const yen = sale('5000', 'JPY');

  test('has rows of its currencies, and the platform says so', () => {
    assert.deepEqual(org.query('SELECT IsoCode FROM CurrencyType ORDER BY IsoCode'), ['EUR', 'JPY', 'USD']);
    assert.deepEqual(org.query('SELECT IsoCode FROM CurrencyType WHERE IsCorporate = TRUE'), ['USD']);
    assert.deepEqual(org.query("SELECT DecimalPlaces FROM CurrencyType WHERE IsoCode = 'JPY'"), [0]);
    const outcome = org.apex(
      "System.assert(UserInfo.isMultiCurrencyOrganization()); System.assertEquals('USD', UserInfo.getDefaultCurrency());" +
        "SObject row = new Sale__c(); row.put('CurrencyIsoCode', 'EUR'); System.assertEquals('EUR', ((Sale__c) row).CurrencyIsoCode);",
    );
    assert.equal(outcome.success, true, JSON.stringify(outcome));
  });

  test('a new record is in the currency of its user, and takes no other than the active ones', () => {
    assert.deepEqual(org.read('Sale__c', dollars, 'CurrencyIsoCode'), ['USD']);
    const berliner = org.addUser('b@example.com', 'System Administrator', { DefaultCurrencyIsoCode: 'EUR' });
    const own = org.insert('Orchard__c', { Name: 'South' }, berliner);
    assert.deepEqual(org.read('Orchard__c', own, 'CurrencyIsoCode'), ['EUR']);
    assert.throws(() => sale('1', 'GBP'), /bad value for restricted picklist field: GBP/);
  });

  test('a roll-up is in the currency of its record, and follows it into another', () => {
    assert.deepEqual(org.read('Orchard__c', orchard, 'Sold__c'), [75.01]);
    org.update('Orchard__c', { Id: orchard, CurrencyIsoCode: 'USD' });
    assert.deepEqual(org.read('Orchard__c', orchard, 'Sold__c'), [150.02]);
    org.update('Orchard__c', { Id: orchard, CurrencyIsoCode: 'EUR' });
  });

  test('formulas read amounts of parents in the currency of the record', () => {
    assert.deepEqual(org.query(`SELECT Budget__c FROM Sale__c WHERE Id = '${yen}'`), [200_000]);
    assert.throws(() => sale('2000.01'), /Over the budget/);
    assert.deepEqual(org.read('Sale__c', sale('2000'), 'Amount__c'), [2000]);
  });

  test('queries add up in the corporate currency, compare as told, and convert for the user', () => {
    const mine = `WHERE Id IN ('${dollars}', '${yen}')`;
    assert.deepEqual(org.query(`SELECT SUM(Amount__c) FROM Sale__c ${mine}`), [150.02]);
    assert.deepEqual(org.query(`SELECT SUM(Plain__c) FROM Sale__c ${mine}`), [5100.02], 'a number is no amount');
    assert.deepEqual(org.query(`SELECT Amount__c FROM Sale__c ${mine} ORDER BY Amount__c DESC`), [100.02, 5000]);
    assert.deepEqual(org.query(`SELECT Amount__c FROM Sale__c ${mine} AND Amount__c > USD60`), [100.02]);
    assert.deepEqual(org.query(`SELECT Amount__c FROM Sale__c ${mine} AND Amount__c > 200`), [5000]);
    assert.deepEqual(org.query(`SELECT convertCurrency(Amount__c) FROM Sale__c WHERE Id = '${yen}'`), [50]);
    assert.deepEqual(org.query(`SELECT FORMAT(Amount__c) shown FROM Sale__c WHERE Id = '${yen}'`), ['JPY 5,000']);
    assert.throws(() => org.query('SELECT convertCurrency(SUM(Amount__c)) FROM Sale__c'), /convertCurrency/);
  });

  test('rates can change', () => {
    const [id] = org.query("SELECT Id FROM CurrencyType WHERE IsoCode = 'JPY'");
    org.update('CurrencyType', { Id: id as string, ConversionRate: Decimal.parse('50') });
    assert.deepEqual(org.query(`SELECT convertCurrency(Amount__c) FROM Sale__c WHERE Id = '${yen}'`), [100]);
  });
});

test('an org has one currency unless it is told otherwise', () => {
  const org = new OpenOrg(files);
  assert.equal(org.org.schema.object('CurrencyType'), undefined);
  assert.equal(org.org.schema.require('Sale__c').field('CurrencyIsoCode'), undefined);
  assert.throws(() => org.query('SELECT convertCurrency(Amount__c) FROM Sale__c'), /convertCurrency/);
  org.close();
});

test('currencies are told as the corporate one and the rates of the others', () => {
  assert.throws(() => parseCurrencies('USD,EUR'), /EUR: a currency needs its rate/);
  assert.throws(() => parseCurrencies('dollar'), /dollar is no ISO code/);
});
