import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';

test('objects', () => {
  checkApex({
    'Account.SObjectType.getDescribe().getName()': 'Account',
    'Schema.SObjectType.Account.getKeyPrefix().length()': '3',
    "Schema.getGlobalDescribe().get('ACCOUNT') == Account.SObjectType": 'true',
    "Schema.getGlobalDescribe().containsKey('nope')": 'false',
    "Schema.describeSObjects(new List<String>{'contact'})[0].getName()": 'Contact',
    'Account.SObjectType.newSObject()': 'Account:{}',
    'Account.SObjectType.getDescribe().getChildRelationships()[0].getRelationshipName()': 'Contacts',
    'Account.SObjectType.getDescribe().getChildRelationships()[0].getField()': 'AccountId',
    "((Account) Type.forName('Account').newInstance()).getSObjectType()": 'Account',
  });
});

test('fields', () => {
  checkApex({
    "Account.SObjectType.getDescribe().fields.getMap().get('NAME').getDescribe().getName()": 'Name',
    'Account.Name.getDescribe().isNameField()': 'true',
    'Schema.SObjectType.Account.fields.AnnualRevenue.getType()': 'CURRENCY',
    'Account.NumberOfEmployees.getDescribe().getSoapType()': 'INTEGER',
    'Contact.Level__c.getDescribe().getPicklistValues()[1].getValue()': 'High',
    'Contact.AccountId.getDescribe().getReferenceTo()[0]': 'Account',
    'Contact.AccountId.getDescribe().getRelationshipName()': 'Account',
    'Contact.AccountId.getDescribe().getType() == Schema.DisplayType.REFERENCE': 'true',
    'Account.Active__c.getDescribe().getDefaultValue()': 'false',
  });
});
