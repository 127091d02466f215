/** System.Network ("Network Class", Apex Reference Guide): code of this org never runs in an Experience Cloud site. */
import { libraryClass } from '../define.ts';

export const networkClass = libraryClass('System.Network', {
  // "If the method is called outside of a site, it returns null".
  'static String getNetworkId()': () => null,
  'static System.PageReference communitiesLanding()': () => null,
  'static System.PageReference forwardToAuthPage(String startURL)': () => null,
  'static System.PageReference forwardToAuthPage(String startURL, String displayType)': () => null,
  'static String getLoginUrl(String networkId)': () => null,
  'static String getLogoutUrl(String networkId)': () => null,
  'static String getSelfRegUrl(String networkId)': () => null,
});
