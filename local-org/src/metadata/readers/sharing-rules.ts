/** SharingRules of one object. */
import type {
  AccountSharingRuleSettings,
  SharingCriteriaRule,
  SharingGuestRule,
  SharingOwnerRule,
  SharingRules,
  SharingTerritoryRule,
} from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';
import { sharedTo } from './list-view.ts';
import { filterItem } from './custom-field.ts';

const accountSharingRuleSettings = shape<AccountSharingRuleSettings>()({
  caseAccessLevel: required(text),
  contactAccessLevel: required(text),
  opportunityAccessLevel: required(text),
});

const sharingCriteriaRule = shape<SharingCriteriaRule>()({
  accessLevel: required(text),
  accountSettings: accountSharingRuleSettings,
  booleanFilter: text,
  criteriaItems: list(filterItem),
  description: text,
  fullName: text,
  includeRecordsOwnedByAll: required(flag),
  label: required(text),
  sharedTo: required(sharedTo),
});

const sharingGuestRule = shape<SharingGuestRule>()({
  accessLevel: required(text),
  accountSettings: accountSharingRuleSettings,
  booleanFilter: text,
  criteriaItems: list(filterItem),
  description: text,
  fullName: text,
  includeHVUOwnedRecords: required(flag),
  label: required(text),
  sharedTo: required(sharedTo),
});

const sharingOwnerRule = shape<SharingOwnerRule>()({
  accessLevel: required(text),
  accountSettings: accountSharingRuleSettings,
  description: text,
  fullName: text,
  label: required(text),
  sharedFrom: required(sharedTo),
  sharedTo: required(sharedTo),
});

const sharingTerritoryRule = shape<SharingTerritoryRule>()({
  accessLevel: required(text),
  accountSettings: accountSharingRuleSettings,
  description: text,
  fullName: text,
  label: required(text),
  sharedFrom: required(sharedTo),
  sharedTo: required(sharedTo),
});

export const sharingRules = shape<SharingRules>()({
  fullName: text,
  sharingCriteriaRules: list(sharingCriteriaRule),
  sharingGuestRules: list(sharingGuestRule),
  sharingOwnerRules: list(sharingOwnerRule),
  sharingTerritoryRules: list(sharingTerritoryRule),
});

export type SharingRulesSource = ValueOf<typeof sharingRules>;
