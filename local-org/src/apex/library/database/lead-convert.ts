/** Database.LeadConvert and `Database.convertLead` ("LeadConvert Class", "convertLead", Apex Reference Guide). */
import type { LeadConversionRequest } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { runDml } from '../../runtime/dml.ts';
import { ApexList, nullPointer } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { beanMembers, StorableBean, type BeanValue } from '../support/bean.ts';
import type { AccessLevelValue } from '../system/access-level.ts';
import { DmlOptionsValue } from './dml-options.ts';
import { ResultValue } from './results.ts';

const NAME = 'Database.LeadConvert';

export const leadConvertClass = libraryClass(NAME, {
  'LeadConvert()': () => new StorableBean(NAME),
  ...beanMembers(
    'Id AccountId',
    'SObject AccountRecord',
    'Boolean BypassAccountDedupeCheck',
    'Boolean BypassContactDedupeCheck',
    'Id ContactId',
    'SObject ContactRecord',
    'String ConvertedStatus',
    'Boolean is DoNotCreateOpportunity',
    'Id LeadId',
    'Id OpportunityId',
    'String OpportunityName',
    'SObject OpportunityRecord',
    'Boolean is OverwriteLeadSource',
    'Id OwnerId',
    'Boolean is SendNotificationEmail',
  ),
});

type Extra = boolean | DmlOptionsValue | AccessLevelValue | null;

const convertAll = (conversions: ApexList<BeanValue | null> | null, ...extras: Extra[]): ApexList =>
  new ApexList(libraryType('Database.LeadConvertResult'), run((conversions ?? nullPointer()).items, extras));
const convertOne = (conversion: BeanValue | null, ...extras: Extra[]): ResultValue => run([conversion], extras)[0];

/** With and without all-or-none or options, each with and without an access level at the end. */
export const convertLeadMethods: Record<string, Behaviour> = {};
for (const options of ['', ', Boolean allOrNone', ', Database.DMLOptions dmlOptions']) {
  for (const rest of [options, `${options}, System.AccessLevel accessLevel`]) {
    convertLeadMethods[`static Database.LeadConvertResult convertLead(${NAME} leadToConvert${rest})`] = convertOne;
    convertLeadMethods[`static List<Database.LeadConvertResult> convertLead(List<${NAME}> leadsToConvert${rest})`] =
      convertAll;
  }
}

function run(conversions: readonly (BeanValue | null)[], extras: readonly Extra[]): ResultValue[] {
  const requests = conversions.map((conversion) => requestOf(conversion ?? nullPointer()));
  const options = extras.find((extra) => extra instanceof DmlOptionsValue);
  const allOrNone = extras.find((extra) => typeof extra === 'boolean') ?? options?.allOrNone ?? true;
  const tx = currentTransaction();
  const results = runDml(() => tx.org.dml.convertLeads(tx, requests, { mode: 'system', sharing: false, allOrNone }));
  return results.map(
    (result) =>
      new ResultValue('LeadConvertResult', result, [], {
        AccountId: result.accountId,
        ContactId: result.contactId,
        LeadId: result.leadId,
        OpportunityId: result.opportunityId,
      }),
  );
}

function requestOf(conversion: BeanValue): LeadConversionRequest {
  const text = (name: string) => conversion.get(name) as string | null;
  const record = (name: string) => conversion.get(name) as SObject | null;
  return {
    leadId: text('LeadId'),
    convertedStatus: text('ConvertedStatus'),
    accountId: text('AccountId'),
    contactId: text('ContactId'),
    opportunityId: text('OpportunityId'),
    account: record('AccountRecord'),
    contact: record('ContactRecord'),
    opportunity: record('OpportunityRecord'),
    opportunityName: text('OpportunityName'),
    createsOpportunity: conversion.get('DoNotCreateOpportunity') !== true,
    overwritesLeadSource: conversion.get('OverwriteLeadSource') === true,
    ownerId: text('OwnerId'),
  };
}
