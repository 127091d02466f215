import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateBody } from '../../test-support/program.ts';
import { checkApex } from '../test-support/apex-table.ts';

test('fields by name and by token', () => {
  checkApex({
    "new Account(Name = 'A').get('name')": 'A',
    'new Account(NumberOfEmployees = 3).get(Account.NumberOfEmployees)': '3',
    "new Account().get('Nope__c')": 'System.SObjectException: Invalid field Nope__c for Account',
    "new Account().put('AnnualRevenue', 5)": 'null',
    "new Account().put('Name', 5)": 'System.SObjectException: Illegal assignment from Integer to String',
    "new Contact().put('AccountId', 'x')": 'System.StringException: Invalid id: x',
    "new Account(Name = 'A').isSet('Name') && !new Account().isSet('Name')": 'true',
    "new Contact(Account = new Account(Name = 'A')).getSObject('Account').get('Name')": 'A',
    "new Contact(Account = new Account(Name = 'A')).getSObject(Contact.AccountId).get('Name')": 'A',
    "new Contact().getSObject('Nope')": 'System.SObjectException: Invalid relationship Nope for Contact',
    "new Account(Name = 'A', Industry = null).getPopulatedFieldsAsMap()": '{Name=A, Industry=null}',
    'new Account().getSObjectType() == Account.SObjectType': 'true',
  });
});

test('a queried record gives only what was queried', () => {
  const body = `insert new Account(Name = 'A', Industry = 'Oil');
    Account a = [SELECT Id, Name FROM Account];
    try { return a.get('Industry'); } catch (SObjectException e) { return e.getMessage(); }`;
  assert.equal(
    evaluateBody(body),
    'SObject row was retrieved via SOQL without querying the requested field: Account.Industry',
  );
});

test('clones', () => {
  const body = `insert new Account(Name = 'A');
    Account a = [SELECT Id, Name FROM Account];
    Account b = a.clone();
    Account c = a.clone(true);
    return b.Id + ' ' + (c.Id == a.Id) + ' ' + b.isClone() + ' ' + (b.getCloneSourceId() == a.Id) + ' ' + a.isClone();`;
  assert.equal(evaluateBody(body), 'null true true true false');
  const parents = `Contact a = new Contact(Account = new Account(Name = 'A'));
    Contact shallow = a.clone(false, false); Contact deep = a.clone(false, true);
    a.Account.Name = 'B';
    return shallow.Account.Name + deep.Account.Name;`;
  assert.equal(evaluateBody(parents), 'BA');
});

test('errors', () => {
  const body = `Account a = new Account();
    a.addError('whole'); a.addError('Name', 'field'); a.addError(Account.Industry, 'token'); a.Name.addError('direct');
    String seen = '';
    for (Database.Error e : a.getErrors()) { seen += e.getMessage() + e.getFields() + e.getStatusCode() + ';'; }
    return a.hasErrors() + ' ' + seen;`;
  const code = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
  assert.equal(
    evaluateBody(body),
    `true whole()${code};field(Name)${code};token(Industry)${code};direct(Name)${code};`,
  );
});
