/** PermissionSet, MutingPermissionSet (which has the same parts) and PermissionSetGroup. */
import type {
  MutingPermissionSet,
  PermissionSet,
  PermissionSetApexClassAccess,
  PermissionSetApexPageAccess,
  PermissionSetApplicationVisibility,
  PermissionSetCustomMetadataTypeAccess,
  PermissionSetCustomPermissions,
  PermissionSetCustomSettingAccess,
  PermissionSetFieldPermissions,
  PermissionSetFlowAccess,
  PermissionSetGroup,
  PermissionSetObjectPermissions,
  PermissionSetRecordTypeVisibility,
  PermissionSetTabSetting,
  PermissionSetUserPermission,
} from '@salesforce/types/metadata';
import { flag, list, required, shape, text, unused, type ValueOf } from '../shape.ts';

const permissionSetApplicationVisibility = shape<PermissionSetApplicationVisibility>()({
  application: required(text),
  visible: required(flag),
});

const permissionSetApexClassAccess = shape<PermissionSetApexClassAccess>()({
  apexClass: required(text),
  enabled: required(flag),
});

const permissionSetCustomMetadataTypeAccess = shape<PermissionSetCustomMetadataTypeAccess>()({
  enabled: required(flag),
  name: required(text),
});

const permissionSetCustomPermissions = shape<PermissionSetCustomPermissions>()({
  enabled: required(flag),
  name: required(text),
});

const permissionSetCustomSettingAccess = shape<PermissionSetCustomSettingAccess>()({
  enabled: required(flag),
  name: required(text),
});

const permissionSetFieldPermissions = shape<PermissionSetFieldPermissions>()({
  editable: required(flag),
  field: required(text),
  readable: flag,
});

const permissionSetFlowAccess = shape<PermissionSetFlowAccess>()({
  enabled: required(flag),
  flow: required(text),
});

const permissionSetObjectPermissions = shape<PermissionSetObjectPermissions>()({
  allowCreate: required(flag),
  allowDelete: required(flag),
  allowEdit: required(flag),
  allowRead: required(flag),
  modifyAllRecords: required(flag),
  object: required(text),
  viewAllFields: flag,
  viewAllRecords: required(flag),
});

const permissionSetApexPageAccess = shape<PermissionSetApexPageAccess>()({
  apexPage: required(text),
  enabled: required(flag),
});

const permissionSetRecordTypeVisibility = shape<PermissionSetRecordTypeVisibility>()({
  recordType: required(text),
  visible: required(flag),
});

const permissionSetTabSetting = shape<PermissionSetTabSetting>()({
  tab: required(text),
  visibility: required(text),
});

const permissionSetUserPermission = shape<PermissionSetUserPermission>()({
  enabled: required(flag),
  name: required(text),
});

/** What a permission set gives, and a muting one takes away. */
const grants = {
  agentAccesses: unused,
  applicationVisibilities: list(permissionSetApplicationVisibility),
  classAccesses: list(permissionSetApexClassAccess),
  customMetadataTypeAccesses: list(permissionSetCustomMetadataTypeAccess),
  customPermissions: list(permissionSetCustomPermissions),
  customSettingAccesses: list(permissionSetCustomSettingAccess),
  description: text,
  emailRoutingAddressAccesses: unused,
  enrichments: unused,
  externalCredentialPrincipalAccesses: unused,
  externalDataSourceAccesses: unused,
  fieldPermissions: list(permissionSetFieldPermissions),
  flowAccesses: list(permissionSetFlowAccess),
  fullName: text,
  genComputingSummaryDefAccesses: unused,
  hasActivationRequired: flag,
  label: required(text),
  license: text,
  objectPermissions: list(permissionSetObjectPermissions),
  pageAccesses: list(permissionSetApexPageAccess),
  recordTypeVisibilities: list(permissionSetRecordTypeVisibility),
  servicePresenceStatusAccesses: unused,
  tabSettings: list(permissionSetTabSetting),
  userPermissions: list(permissionSetUserPermission),
};

export const permissionSet = shape<PermissionSet>()(grants);

export const permissionSetGroup = shape<PermissionSetGroup>()({
  description: text,
  enrichments: unused,
  fullName: text,
  hasActivationRequired: flag,
  label: required(text),
  mutingPermissionSets: list(text),
  permissionSets: list(text),
  status: text,
});

export const mutingPermissionSet = shape<MutingPermissionSet>()(grants);

export type PermissionSetSource = ValueOf<typeof permissionSet>;
export type PermissionSetGroupSource = ValueOf<typeof permissionSetGroup>;
export type MutingPermissionSetSource = ValueOf<typeof mutingPermissionSet>;
