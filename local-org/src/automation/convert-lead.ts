/**
 * Lead conversion ("Converting Leads", Apex Developer Guide; "convertLead()", SOAP API Developer Guide; "Lead Conversion Field
 * Mapping", Salesforce Help). Custom fields are not mapped.
 */
import type { LeadConversion, LeadConversionRequest, SaveError } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { DateValue, type FieldValue } from '../schema/values/index.ts';
import { updateQuietly } from './quiet-update.ts';
import { insertTrusted, saveTrusted } from './save-trusted.ts';

const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude'];

/** Field of the new record → field of the lead. */
const TO_ACCOUNT: Readonly<Record<string, string>> = {
  ...address('Billing'),
  Name: 'Company',
  Phone: 'Phone',
  Fax: 'Fax',
  Website: 'Website',
  Industry: 'Industry',
  Rating: 'Rating',
  AnnualRevenue: 'AnnualRevenue',
  NumberOfEmployees: 'NumberOfEmployees',
};
const TO_CONTACT: Readonly<Record<string, string>> = {
  ...address('Mailing'),
  ...Object.fromEntries(
    [
      ...['Salutation', 'FirstName', 'LastName', 'Title', 'Phone', 'MobilePhone', 'Fax', 'Email', 'Description'],
      ...['LeadSource', 'DoNotCall', 'HasOptedOutOfEmail', 'HasOptedOutOfFax'],
    ].map((name) => [name, name]),
  ),
};
const TO_OPPORTUNITY: Readonly<Record<string, string>> = { Name: 'Company', LeadSource: 'LeadSource' };

function address(prefix: string): Record<string, string> {
  return Object.fromEntries(ADDRESS.map((part) => [`${prefix}${part}`, part]));
}

/** What went wrong with one record on the way. */
class Refused extends Error {
  readonly errors: readonly SaveError[];

  constructor(errors: readonly SaveError[]) {
    super(errors[0].message);
    this.errors = errors;
  }
}

/** Converts one lead, or leaves everything as it was. */
export function convertLead(tx: Transaction, request: LeadConversionRequest): LeadConversion {
  const savepoint = tx.savepoint();
  const { leadId } = request;
  try {
    return { id: leadId, leadId, success: true, created: false, errors: [], ...convert(tx, request) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tx.rollbackTo(savepoint);
    const nothing = { accountId: null, contactId: null, opportunityId: null };
    return { id: leadId, leadId, success: false, created: false, errors: error.errors, ...nothing };
  } finally {
    tx.release(savepoint);
  }
}

type Converted = Pick<LeadConversion, 'accountId' | 'contactId' | 'opportunityId'>;

function convert(tx: Transaction, request: LeadConversionRequest): Converted {
  const lead = leadOf(tx, request);
  const OwnerId = request.ownerId ?? ownerOf(tx, lead);
  const account = target(tx, 'Account', request.accountId, request.account, lead, TO_ACCOUNT, { OwnerId });
  const parent = { OwnerId, AccountId: account.id };
  const contact = target(tx, 'Contact', request.contactId, request.contact, lead, TO_CONTACT, parent, (values) => {
    if (request.overwritesLeadSource) values.set('LeadSource', lead.get('LeadSource'));
  });
  const isWanted = request.createsOpportunity || request.opportunityId !== null;
  const opportunity = isWanted ? opportunityOf(tx, request, lead, parent) : undefined;
  if (opportunity !== undefined && request.opportunityId === null) {
    insert(
      tx,
      made(tx, 'OpportunityContactRole', { OpportunityId: opportunity.id, ContactId: contact.id, IsPrimary: true }),
    );
  }
  const ids: Converted = { accountId: account.id, contactId: contact.id, opportunityId: opportunity?.id ?? null };
  moveActivities(tx, lead, contact, opportunity ?? account);
  markConverted(tx, lead, request.convertedStatus, ids);
  return ids;
}

function leadOf(tx: Transaction, { leadId, convertedStatus }: LeadConversionRequest): SObject {
  const leads = tx.org.schema.require('Lead');
  const lead = leadId === null ? undefined : tx.store.getRows(leads, [leadId]).get(leadId);
  if (lead === undefined || lead.get('IsDeleted') === true)
    refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (lead.get('IsConverted') === true) refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  const statuses = tx.store.allRows(tx.org.schema.require('LeadStatus'));
  const status = statuses.find((row) => row.get('ApiName') === convertedStatus);
  if (status?.get('IsConverted') !== true) {
    refuse('INVALID_STATUS', `invalid convertedStatus: ${convertedStatus}`);
  }
  return lead;
}

/** Records are given to users: of a lead that waits in a queue, to the one who converts it. */
function ownerOf(tx: Transaction, lead: SObject): FieldValue {
  const owner = lead.get('OwnerId') as string;
  return tx.org.schema.objectOfId(owner)?.name === 'User' ? owner : tx.user.id;
}

/**
 * The record that is there, or a new one. "If data is merged into existing account and contact objects, only empty fields in the
 * target object are overwritten" (`convertLead()`).
 */
function target(
  tx: Transaction,
  objectName: string,
  id: string | null,
  given: SObject | null,
  lead: SObject,
  mapping: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, FieldValue>>,
  adjust: (values: Map<string, FieldValue>) => void = () => {},
): SObject {
  const object = tx.org.schema.require(objectName);
  const existing = id === null ? undefined : tx.store.getRows(object, [id]).get(id);
  if (id !== null && existing === undefined) refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  const values = new Map(mapped(object, lead, mapping));
  for (const [name, value] of given?.values ?? []) if (name !== 'Id') values.set(name, value);
  if (existing === undefined) {
    const record = new SObject(object, [...Object.entries(defaults), ...values]);
    insert(tx, record);
    return record;
  }
  for (const name of [...values.keys()]) {
    const present = existing.get(name);
    if (given?.values.has(name) !== true && present !== null && present !== false) values.delete(name);
  }
  adjust(values);
  if (values.size > 0) update(tx, new SObject(object, [['Id', id], ...values]));
  return existing;
}

function mapped(
  object: ObjectSchema,
  lead: SObject,
  mapping: Readonly<Record<string, string>>,
): [string, FieldValue][] {
  return Object.entries(mapping)
    .filter(([to, from]) => object.field(to) !== undefined && lead.schema.field(from) !== undefined)
    .map(([to, from]): [string, FieldValue] => [to, lead.get(from)])
    .filter(([, value]) => value !== null);
}

function opportunityOf(
  tx: Transaction,
  request: LeadConversionRequest,
  lead: SObject,
  parent: Readonly<Record<string, FieldValue>>,
): SObject {
  const [first] = tx.store
    .allRows(tx.org.schema.require('OpportunityStage'))
    .sort((left, right) => Number(left.get('SortOrder')) - Number(right.get('SortOrder')));
  const defaults = {
    ...parent,
    StageName: first?.get('ApiName') ?? null,
    // "The close date is the last day of the current fiscal quarter", here of the calendar's.
    CloseDate: endOfQuarter(tx),
  };
  const name = request.opportunityName;
  const named = { ...TO_OPPORTUNITY, ...(name === null ? {} : { Name: '' }) };
  const given = request.opportunity ?? made(tx, 'Opportunity', {});
  if (name !== null && !given.has('Name')) given.values.set('Name', name);
  return target(tx, 'Opportunity', request.opportunityId, given, lead, named, defaults);
}

function endOfQuarter(tx: Transaction): DateValue {
  const { year, month } = new DateValue(Math.floor(tx.org.clock.now() / 86_400_000));
  return DateValue.of(year, Math.ceil(month / 3) * 3 + 1, 1).addDays(-1);
}

/** Tasks and events of the lead become those of the contact, about the opportunity or account; campaign members keep both. */
function moveActivities(tx: Transaction, lead: SObject, contact: SObject, about: SObject): void {
  for (const name of ['Task', 'Event']) {
    const object = tx.org.schema.object(name);
    if (object === undefined) continue;
    const rows = tx.store.findRows(object, 'WhoId', [lead.id!]);
    updateQuietly(tx, object, rows, () => ({ WhoId: contact.id, WhatId: about.id }));
  }
  const members = tx.org.schema.object('CampaignMember');
  if (members === undefined) return;
  updateQuietly(tx, members, tx.store.findRows(members, 'LeadId', [lead.id!]), () => ({ ContactId: contact.id }));
}

function markConverted(tx: Transaction, lead: SObject, status: string | null, ids: Converted): void {
  const values = {
    Id: lead.id,
    Status: status,
    IsConverted: true,
    ConvertedDate: new DateValue(Math.floor(tx.org.clock.now() / 86_400_000)),
    ConvertedAccountId: ids.accountId,
    ConvertedContactId: ids.contactId,
    ConvertedOpportunityId: ids.opportunityId,
  };
  update(tx, made(tx, 'Lead', values));
}

function made(tx: Transaction, object: string, values: Readonly<Record<string, FieldValue>>): SObject {
  return new SObject(tx.org.schema.require(object), Object.entries(values));
}

function insert(tx: Transaction, record: SObject): void {
  const [failure] = insertTrusted(tx, record.schema, [record]);
  if (failure !== undefined) throw new Refused(failure.errors);
}

function update(tx: Transaction, record: SObject): void {
  const [failure] = saveTrusted(tx, record.schema, [record]);
  if (failure !== undefined) throw new Refused(failure.errors);
}

function refuse(statusCode: string, message: string): never {
  throw new Refused([{ statusCode, message, fields: [] }]);
}
