/** What a new org has before anybody did anything: the organization, its first users, the standard price book. */
import { type FieldValue, TimeValue } from '../../schema/values/index.ts';
import type { RowSync } from './sync-rows.ts';
import { ADMINISTRATOR } from './profiles.ts';

export interface NewOrg {
  readonly name: string;
  /** Username of the first administrator. */
  readonly adminUsername: string;
  readonly adminName: { readonly first: string; readonly last: string };
  readonly timeZone: string;
  readonly locale: string;
}

export const defaultNewOrg: NewOrg = {
  name: 'Local Org',
  adminUsername: 'admin@example.com',
  adminName: { first: 'Org', last: 'Administrator' },
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
};

export interface FirstIds {
  readonly organization: string;
  readonly administrator: string;
  readonly automated: string;
}

export function addFirstRows(rows: RowSync, settings: NewOrg, ids: FirstIds): void {
  rows.addWithId('Organization', ids.organization, {
    Name: settings.name,
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    IsReadOnly: false,
    DefaultLocaleSidKey: settings.locale,
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: settings.timeZone,
    FiscalYearStartMonth: 1,
    UsesStartDateAsFiscalYearName: false,
    UiSkin: 'Theme4',
  });
  const { first, last } = settings.adminName;
  rows.addWithId('User', ids.administrator, {
    ...userValues(rows, settings),
    Username: settings.adminUsername.toLowerCase(),
    Email: settings.adminUsername,
    FirstName: first,
    LastName: last,
    Name: `${first} ${last}`,
    Alias: 'admin',
    CommunityNickname: 'admin',
    UserType: 'Standard',
  });
  // "Automated Process" is who platform-event triggers run as ("Considerations for Platform Event Triggers").
  rows.addWithId('User', ids.automated, {
    ...userValues(rows, settings),
    Username: `autoproc@${ids.organization.slice(0, 15).toLowerCase()}`,
    Email: `autoproc@${ids.organization.slice(0, 15).toLowerCase()}`,
    FirstName: 'Automated',
    LastName: 'Process',
    Name: 'Automated Process',
    Alias: 'autoproc',
    CommunityNickname: 'autoproc',
    UserType: 'AutomatedProcess',
  });
  rows.add('BusinessHours', {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: settings.timeZone,
    ...aroundTheClock,
  });
  rows.add('Pricebook2', { Name: 'Standard Price Book', IsActive: true, IsStandard: true });
}

/** The business hours of a new org: all day, every day ("Set Business Hours", Salesforce Help). */
const MIDNIGHT = new TimeValue(0);
const aroundTheClock = Object.fromEntries(
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].flatMap((day) => [
    [`${day}StartTime`, MIDNIGHT],
    [`${day}EndTime`, MIDNIGHT],
  ]),
);

function userValues(rows: RowSync, { timeZone, locale }: NewOrg): Record<string, FieldValue> {
  return {
    IsActive: true,
    ProfileId: rows.idOf('Profile', ADMINISTRATOR),
    TimeZoneSidKey: timeZone,
    LocaleSidKey: locale,
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    DigestFrequency: 'D',
    DefaultGroupNotificationFrequency: 'N',
  };
}
