/** System.UserInfo ("UserInfo Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { hasSeveralCurrencies } from '../../../schema/currencies.ts';
import { NotSupported } from '../../../schema/errors.ts';
import type { FieldValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { TimeZoneValue } from './time-zone.ts';

export const userInfoClass = libraryClass('System.UserInfo', {
  'static String getDefaultCurrency()': () =>
    currentTransaction().user.currency ?? organizationField('DefaultCurrencyIsoCode') ?? 'USD',
  'static String getFirstName()': () => userField('FirstName'),
  'static String getLanguage()': () => currentTransaction().user.language,
  'static String getLastName()': () => userField('LastName'),
  'static String getLocale()': () => currentTransaction().user.locale,
  'static String getName()': () => currentTransaction().user.name,
  // Packages cannot be installed ("UserInfo Class", Apex Reference Guide).
  'static Boolean isCurrentUserLicensed(String namespace)': () =>
    throwApex(
      'System.TypeException',
      'isCurrentUserLicensed must be passed the namespace of an installed managed package',
    ),
  'static String getOrganizationId()': () => organizationField('Id'),
  // A session of its own, which no API takes.
  'static String getSessionId()': () => {
    const { isTest, user } = currentTransaction();
    if (!isTest) throw new NotSupported('System.UserInfo.getSessionId outside tests');
    return `${String(organizationField('Id')).slice(0, 15)}!TEST_SESSION_${user.id}`;
  },
  'static String getOrganizationName()': () => organizationField('Name'),
  'static String getProfileId()': () => currentTransaction().user.profileId,
  'static System.TimeZone getTimeZone()': () => new TimeZoneValue(currentTransaction().user.timeZone),
  'static String getUiTheme()': () => 'Theme4d',
  'static String getUiThemeDisplayed()': () => 'Theme4d',
  'static String getUserEmail()': () => currentTransaction().user.email,
  'static String getUserId()': () => currentTransaction().user.id,
  'static String getUserName()': () => currentTransaction().user.username,
  'static String getUserRoleId()': () => currentTransaction().user.roleId,
  'static String getUserType()': () => userField('UserType') ?? 'Standard',
  'static Boolean isMultiCurrencyOrganization()': () => hasSeveralCurrencies(currentTransaction().org.schema),
});

/** A field of the running user's record; null when the object lacks it. */
function userField(name: string): FieldValue {
  const { store, user, org } = currentTransaction();
  const object = org.schema.require('User');
  if (object.field(name) === undefined) return null;
  return store.getRows(object, [user.id]).get(user.id)?.get(name) ?? null;
}

function organizationField(name: string): FieldValue {
  const { store, org } = currentTransaction();
  const object = org.schema.require('Organization');
  if (object.field(name) === undefined) return null;
  return store.allRows(object)[0]?.get(name) ?? null;
}
