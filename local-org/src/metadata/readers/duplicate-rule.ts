/** DuplicateRule and MatchingRules. */
import type {
  DuplicateRule,
  DuplicateRuleFilter,
  DuplicateRuleFilterItem,
  DuplicateRuleMatchRule,
  MatchingRule,
  MatchingRuleItem,
  MatchingRules,
  ObjectMapping,
  ObjectMappingField,
} from '@salesforce/types/metadata';
import { flag, list, number, oneOf, required, shape, text, type ValueOf, withDefault } from '../shape.ts';

const filterItem = shape<DuplicateRuleFilterItem>()({
  field: required(text),
  operation: required(text),
  sortOrder: number,
  table: required(text),
  value: text,
  valueField: text,
});

const filter = shape<DuplicateRuleFilter>()({
  booleanFilter: text,
  duplicateRuleFilterItems: list(filterItem),
});

const mappingField = shape<ObjectMappingField>()({
  inputField: required(text),
  outputField: required(text),
});

const objectMapping = shape<ObjectMapping>()({
  inputObject: required(text),
  mappingFields: list(mappingField),
  outputObject: required(text),
});

const matchRule = shape<DuplicateRuleMatchRule>()({
  matchRuleSObjectType: required(text),
  matchingRule: required(text),
  objectMapping,
});

export const duplicateRule = shape<DuplicateRule>()({
  actionOnInsert: required(oneOf('Allow', 'Block')),
  actionOnUpdate: required(oneOf('Allow', 'Block')),
  alertText: text,
  description: text,
  duplicateRuleFilter: filter,
  duplicateRuleMatchRules: list(matchRule),
  fullName: text,
  isActive: required(flag),
  masterLabel: required(text),
  operationsOnInsert: list(text),
  operationsOnUpdate: list(text),
  securityOption: withDefault(oneOf('EnforceSharingRules', 'BypassSharingRules'), 'EnforceSharingRules'),
  sortOrder: withDefault(number, 0),
});

const matchingRuleItem = shape<MatchingRuleItem>()({
  blankValueBehavior: withDefault(oneOf('MatchBlanks', 'NullNotAllowed'), 'NullNotAllowed'),
  fieldName: required(text),
  matchingMethod: required(text),
});

const matchingRule = shape<MatchingRule>()({
  booleanFilter: text,
  description: text,
  fullName: required(text),
  label: required(text),
  matchingRuleItems: list(matchingRuleItem),
  ruleStatus: required(text),
});

export const matchingRules = shape<MatchingRules>()({
  fullName: text,
  matchingRules: list(matchingRule),
});

export type DuplicateRuleSource = ValueOf<typeof duplicateRule>;
export type MatchingRulesSource = ValueOf<typeof matchingRules>;
export type MatchingRuleSource = ValueOf<typeof matchingRule>;
