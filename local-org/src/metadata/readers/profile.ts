/** Profile. */
import type {
  Profile,
  ProfileActionOverride,
  ProfileApexClassAccess,
  ProfileApexPageAccess,
  ProfileApplicationVisibility,
  ProfileCustomMetadataTypeAccess,
  ProfileCustomPermissions,
  ProfileCustomSettingAccess,
  ProfileFieldLevelSecurity,
  ProfileFlowAccess,
  ProfileLayoutAssignment,
  ProfileObjectPermissions,
  ProfileRecordTypeVisibility,
  ProfileTabVisibility,
  ProfileUserPermission,
} from '@salesforce/types/metadata';
import { flag, list, required, shape, text, unused, type ValueOf } from '../shape.ts';

const profileApplicationVisibility = shape<ProfileApplicationVisibility>()({
  application: required(text),
  default: required(flag),
  visible: required(flag),
});

const profileApexClassAccess = shape<ProfileApexClassAccess>()({
  apexClass: required(text),
  enabled: required(flag),
});

const profileCustomMetadataTypeAccess = shape<ProfileCustomMetadataTypeAccess>()({
  enabled: required(flag),
  name: required(text),
});

const profileCustomPermissions = shape<ProfileCustomPermissions>()({
  enabled: required(flag),
  name: required(text),
});

const profileCustomSettingAccess = shape<ProfileCustomSettingAccess>()({
  enabled: required(flag),
  name: required(text),
});

const profileFieldLevelSecurity = shape<ProfileFieldLevelSecurity>()({
  editable: required(flag),
  field: required(text),
  readable: flag,
});

const profileFlowAccess = shape<ProfileFlowAccess>()({
  enabled: required(flag),
  flow: required(text),
});

const profileLayoutAssignment = shape<ProfileLayoutAssignment>()({
  layout: required(text),
  recordType: text,
});

const profileObjectPermissions = shape<ProfileObjectPermissions>()({
  allowCreate: flag,
  allowDelete: flag,
  allowEdit: flag,
  allowRead: flag,
  modifyAllRecords: flag,
  object: required(text),
  viewAllFields: flag,
  viewAllRecords: flag,
});

const profileApexPageAccess = shape<ProfileApexPageAccess>()({
  apexPage: required(text),
  enabled: required(flag),
});

const profileActionOverride = shape<ProfileActionOverride>()({
  actionName: required(text),
  content: text,
  formFactor: required(text),
  pageOrSobjectType: required(text),
  recordType: text,
  type: required(text),
});

const profileRecordTypeVisibility = shape<ProfileRecordTypeVisibility>()({
  default: required(flag),
  personAccountDefault: flag,
  recordType: required(text),
  visible: required(flag),
});

const profileTabVisibility = shape<ProfileTabVisibility>()({
  tab: required(text),
  visibility: required(text),
});

const profileUserPermission = shape<ProfileUserPermission>()({
  enabled: required(flag),
  name: required(text),
});

export const profile = shape<Profile>()({
  agentAccesses: unused,
  applicationVisibilities: list(profileApplicationVisibility),
  categoryGroupVisibilities: unused,
  classAccesses: list(profileApexClassAccess),
  custom: flag,
  customMetadataTypeAccesses: list(profileCustomMetadataTypeAccess),
  customPermissions: list(profileCustomPermissions),
  customSettingAccesses: list(profileCustomSettingAccess),
  description: text,
  externalDataSourceAccesses: unused,
  fieldPermissions: list(profileFieldLevelSecurity),
  flowAccesses: list(profileFlowAccess),
  fullName: text,
  genComputingSummaryDefAccesses: unused,
  layoutAssignments: list(profileLayoutAssignment),
  loginFlows: unused,
  loginHours: unused,
  loginIpRanges: unused,
  objectPermissions: list(profileObjectPermissions),
  pageAccesses: list(profileApexPageAccess),
  profileActionOverrides: list(profileActionOverride),
  recordTypeVisibilities: list(profileRecordTypeVisibility),
  servicePresenceStatusAccesses: unused,
  tabVisibilities: list(profileTabVisibility),
  userLicense: text,
  userPermissions: list(profileUserPermission),
});

export type ProfileSource = ValueOf<typeof profile>;
