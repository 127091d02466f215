/**
 * Object permissions of the standard profiles (Salesforce Help, "Standard Profiles" and "Object Permissions"), which no
 * project can ship. They grant nothing on custom objects, with one exception that is a choice of the local org: the System
 * Administrator sees and changes everything, also custom fields, as if all of it had been deployed with access for
 * administrators. A project's own file for a standard profile adds to this table.
 */
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { type Grants, NO_ACCESS, NO_GRANTS, type ObjectGrant } from './grants.ts';

/** `R`ead, `C`reate, `E`dit, `D`elete. */
type Letters = Readonly<Record<string, string>>;

const STANDARD_USER: Letters = {
  Account: 'RCED',
  Asset: 'RCED',
  Campaign: 'R',
  Case: 'RCE',
  Contact: 'RCED',
  Contract: 'RCE',
  Document: 'RCED',
  Idea: 'RC',
  Individual: 'RCED',
  Lead: 'RCE',
  Opportunity: 'RCED',
  Order: 'RCED',
  Pricebook2: 'R',
  Product2: 'R',
  Quote: 'RCED',
  Solution: 'RCE',
};

const PLATFORM_USER: Letters = {
  Account: 'RCED',
  Asset: 'RCED',
  Contact: 'RCED',
  Document: 'RCED',
  Idea: 'RC',
  Individual: 'RCED',
};

const MARKETING_USER: Letters = { ...STANDARD_USER, Campaign: 'RCED', Lead: 'RCED' };
const CONTRACT_MANAGER: Letters = { ...STANDARD_USER, Contract: 'RCED' };
const SOLUTION_MANAGER: Letters = { ...STANDARD_USER, Solution: 'RCED' };

/** What every employee can do beside their objects ("Standard Profiles", Salesforce Help; the Standard User of a new org). */
const STANDARD_SYSTEM = (
  'ActivitiesAccess AddDirectMessageMembers AllowUniversalSearch ApiEnabled AssignTopics ChatterInternalUser ' +
  'ChatterInviteExternalUsers ChatterOwnGroups ConvertLeads CreateCustomizeReports CreateTopics DistributeFromPersWksp ' +
  'EditEvent EditOppLineItemUnitPrice EditTask EditTopics EmailMass EmailSingle EnableNotifications ExportReport ' +
  'ImportPersonal LightningConsoleAllowedForUser LightningExperienceUser ListEmailSend MassInlineEdit ' +
  'RemoveDirectMessageMembers RunFlow RunReports SelectFilesFromSalesforce SendSitRequests ShowCompanyNameAsUserBadge ' +
  'SubmitMacrosAllowed SubscribeToLightningReports TransactionalEmailSend UseWebLink ViewHelpLink ViewRoles ViewSetup'
).split(' ');

const READ_ONLY_SYSTEM = [
  'ActivitiesAccess',
  'ApiEnabled',
  'ExportReport',
  'LightningExperienceUser',
  'RunReports',
  'ViewHelpLink',
];
const MINIMUM_SYSTEM = ['ActivitiesAccess', 'ChatterInternalUser', 'LightningExperienceUser', 'ViewHelpLink'];
const CHATTER_SYSTEM = ['ChatterInternalUser'];

const PROFILES: Readonly<Record<string, Grants>> = {
  'system administrator': { ...NO_GRANTS, everything: true },
  'standard user': profile(STANDARD_USER, STANDARD_SYSTEM),
  'marketing user': profile(MARKETING_USER, STANDARD_SYSTEM),
  'contract manager': profile(CONTRACT_MANAGER, STANDARD_SYSTEM),
  'solution manager': profile(SOLUTION_MANAGER, STANDARD_SYSTEM),
  'standard platform user': profile(PLATFORM_USER, STANDARD_SYSTEM),
  'read only': profile(onlyRead(STANDARD_USER), READ_ONLY_SYSTEM),
  'minimum access - salesforce': profile({}, MINIMUM_SYSTEM),
  'salesforce api only system integrations': profile({}, ['ApiEnabled', 'ApiUserOnly']),
  'minimum access - api only integrations': profile({}, ['ApiEnabled', 'ApiUserOnly']),
  'chatter free user': profile({}, CHATTER_SYSTEM),
  'chatter moderator user': profile({}, CHATTER_SYSTEM),
  'chatter external user': profile({}, []),
  'identity user': profile({}, []),
};

/** Labels of the standard profiles, as their rows are named. */
export const STANDARD_PROFILE_NAMES: readonly string[] = [
  'System Administrator',
  'Standard User',
  'Marketing User',
  'Contract Manager',
  'Solution Manager',
  'Standard Platform User',
  'Read Only',
  'Minimum Access - Salesforce',
  'Salesforce API Only System Integrations',
  'Minimum Access - API Only Integrations',
  'Chatter Free User',
  'Chatter Moderator User',
  'Chatter External User',
  'Identity User',
];

/** Fields that Data.com fills: standard profiles do not have them ("Account Fields" and "Lead Fields", Salesforce Help). */
const DATA_COM =
  /^(Account\.(CleanStatus|DandbCompanyId|DunsNumber|NaicsCode|NaicsDesc|SicDesc|Tradestyle|YearStarted)|Lead\.(CleanStatus|CompanyDunsNumber|DandbCompanyId))$/;

/** Whether a standard profile that has the object also has this field of it. */
export function isInStandardProfiles(object: ObjectSchema, field: FieldSchema): boolean {
  return !field.custom && !DATA_COM.test(`${object.name}.${field.name}`);
}

/** By label, in any case; nothing for other profiles. */
export function standardProfile(name: string): Grants {
  return PROFILES[name.toLowerCase()] ?? NO_GRANTS;
}

function profile(letters: Letters, system: readonly string[]): Grants {
  const objects = Object.entries(letters).map(
    ([object, granted]) => [object.toLowerCase(), objectGrant(granted)] as const,
  );
  return {
    ...NO_GRANTS,
    objects: new Map(objects),
    standardFieldsOf: new Set(objects.map(([object]) => object)),
    system: new Set(system.map((name) => name.toLowerCase())),
  };
}

function objectGrant(letters: string): ObjectGrant {
  return {
    ...NO_ACCESS,
    read: letters.includes('R'),
    create: letters.includes('C'),
    edit: letters.includes('E'),
    delete: letters.includes('D'),
  };
}

function onlyRead(letters: Letters): Letters {
  return Object.fromEntries(Object.keys(letters).map((object) => [object, 'R']));
}
