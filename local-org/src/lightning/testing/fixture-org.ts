/** An org with the fixture project deployed, two users and a few records, for tests of the app. */
import { resolve } from 'node:path';
import type { UserContext } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { Org } from '../../org/org.ts';
import { SObject } from '../../schema/sobject.ts';
import type { FieldValues } from '../../schema/model.ts';
import { DateValue, Decimal } from '../../schema/values/index.ts';

export const PASSWORD = 'correct horse';
export const ADMIN = 'admin@example.com';
export const VISITOR = 'visitor@example.com';

export const FIXTURE_PROJECT = resolve(import.meta.dirname, '../../../test-projects/lightning-fixture');

export interface FixtureOrg {
  readonly org: Org;
  readonly visitor: UserContext;
  /** Ids by the names the records are made with. */
  readonly ids: Readonly<Record<string, string>>;
}

/** `roots` replaces the fixture project, for tests that change its files. */
export function openFixtureOrg(roots: readonly string[] = [FIXTURE_PROJECT]): FixtureOrg {
  const org = Org.open({ projectRoots: roots, database: ':memory:' });
  const { administrator } = org;
  org.setPassword(administrator.id, PASSWORD);
  // Users and records of business are made in two transactions, as the platform asks (MIXED_DML_OPERATION).
  const visitorId = org.transaction(administrator, (tx) => makeUsers(org, tx));
  org.security.invalidate();
  const ids = org.transaction(administrator, (tx) => makeRecords(org, tx));
  org.setPassword(visitorId, PASSWORD);
  return { org, visitor: org.user(visitorId), ids };
}

function insert(org: Org, tx: Transaction, object: string, values: FieldValues): string {
  const record = new SObject(org.schema.require(object), Object.entries(values));
  org.dml.insert(tx, [record], { mode: 'system', sharing: false, allOrNone: true });
  return record.id!;
}

function find(org: Org, tx: Transaction, soql: string): string {
  return org.query.run(tx, soql, { mode: 'system', sharing: false }).records[0].id!;
}

function makeUsers(org: Org, tx: Transaction): string {
  const visitorId = insert(org, tx, 'User', {
    Username: VISITOR,
    Email: VISITOR,
    LastName: 'Visitor',
    FirstName: 'Vera',
    Alias: 'vera',
    ProfileId: find(org, tx, "SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'"),
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  for (const [name, assignee] of [
    ['Outfitter', tx.user.id],
    ['Outfitter_Visitor', visitorId],
  ] as const) {
    insert(org, tx, 'PermissionSetAssignment', {
      AssigneeId: assignee,
      PermissionSetId: find(org, tx, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`),
    });
  }
  return visitorId;
}

function makeRecords(org: Org, tx: Transaction): Record<string, string> {
  const recordType = find(org, tx, "SELECT Id FROM RecordType WHERE DeveloperName = 'Scientific'");
  const acme = insert(org, tx, 'Account', { Name: 'Acme Outdoors', Industry: 'Recreation', Phone: '(415) 555-0100' });
  const guide = insert(org, tx, 'Contact', {
    FirstName: 'Gerta',
    LastName: 'Guide',
    AccountId: acme,
    Email: 'gerta@example.com',
  });
  const deal = insert(org, tx, 'Opportunity', {
    Name: 'Tent deal',
    AccountId: acme,
    StageName: 'Prospecting',
    CloseDate: DateValue.parse('2026-12-31'),
    Amount: Decimal.parse('1200.50'),
  });
  const everest = insert(org, tx, 'Expedition__c', {
    Name: 'North Face',
    RecordTypeId: recordType,
    Status__c: 'Planned',
    Terrain__c: 'Mountain',
    Site__c: 'Denali',
    Gear__c: 'Rope;Tent',
    Budget__c: Decimal.parse('12500.75'),
    Progress__c: Decimal.parse('40'),
    StartDate__c: DateValue.parse('2026-06-15'),
    Guide__c: guide,
    Sponsor__c: acme,
    Notes__c: '<p>Bring <b>rope</b>.</p>',
    Plan__c: 'Walk in.\nClimb.\nWalk out.',
    Secret__c: 'gold',
  });
  const atlantic = insert(org, tx, 'Expedition__c', {
    Name: 'Crossing',
    RecordTypeId: recordType,
    Status__c: 'Draft',
    Terrain__c: 'Sea',
    Budget__c: Decimal.parse('900'),
    IsRisky__c: true,
    Guide__c: guide,
  });
  for (const [name, quantity, cost] of [
    ['Rope', '4', '25.50'],
    ['Tent', '2', '310.00'],
  ] as const) {
    insert(org, tx, 'Supply__c', {
      Name: name,
      Expedition__c: everest,
      Quantity__c: Decimal.parse(quantity),
      UnitCost__c: Decimal.parse(cost),
    });
  }
  return { acme, guide, deal, everest, atlantic };
}
