/** CustomField: also the value sets and filters it holds. */
import type {
  CustomField,
  CustomValue,
  FilterItem,
  ValueSet,
  ValueSettings,
  ValueSetValuesDefinition,
} from '@salesforce/types/metadata';
import { flag, list, number, oneOf, required, shape, text, unused, withDefault, type ValueOf } from '../shape.ts';

export const filterItem = shape<FilterItem>()({
  field: required(text),
  operation: required(
    oneOf(
      'equals',
      'notEqual',
      'lessThan',
      'greaterThan',
      'lessOrEqual',
      'greaterOrEqual',
      'contains',
      'notContain',
      'startsWith',
      'includes',
      'excludes',
      'within',
    ),
  ),
  value: text,
  valueField: text,
});

export const customValue = shape<CustomValue>()({
  color: text,
  default: withDefault(flag, false),
  description: text,
  fullName: required(text),
  isActive: withDefault(flag, true),
  label: text,
});

const valueSetValuesDefinition = shape<ValueSetValuesDefinition>()({
  sorted: withDefault(flag, false),
  value: list(customValue),
});

const valueSettings = shape<ValueSettings>()({
  controllingFieldValue: list(text),
  valueName: required(text),
});

const valueSet = shape<ValueSet>()({
  controllingField: text,
  restricted: withDefault(flag, false),
  valueSetDefinition: valueSetValuesDefinition,
  valueSetName: text,
  valueSettings: list(valueSettings),
});

/** `type` values of the Metadata API's CustomField that a source file can hold. */
export const customFieldTypes = [
  'AutoNumber',
  'Lookup',
  'MasterDetail',
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Email',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'MultiselectPicklist',
  'Text',
  'TextArea',
  'LongTextArea',
  'Html',
  'EncryptedText',
  'Url',
  'Summary',
  'Hierarchy',
  'File',
  'MetadataRelationship',
  'Location',
  'ExternalLookup',
  'IndirectLookup',
  'CustomDataType',
  'Time',
  'Array',
  'Address',
] as const;

export const customField = shape<CustomField & { displayLocationInDecimal?: boolean }>()({
  businessOwnerGroup: unused,
  businessOwnerUser: unused,
  businessStatus: unused,
  caseSensitive: withDefault(flag, false),
  complianceGroup: unused,
  customDataType: unused,
  defaultValue: text,
  deleteConstraint: oneOf('Cascade', 'Restrict', 'SetNull'),
  deprecated: unused,
  description: text,
  displayFormat: text,
  displayLocationInDecimal: unused,
  elementType: unused,
  encryptionScheme: unused,
  escapeMarkup: unused,
  externalDeveloperName: unused,
  externalId: withDefault(flag, false),
  fieldManageability: text,
  formula: text,
  formulaTreatBlanksAs: oneOf('BlankAsBlank', 'BlankAsZero'),
  fullName: text,
  inlineHelpText: text,
  isAIPredictionField: unused,
  isConvertLeadDisabled: unused,
  isFilteringDisabled: unused,
  isNameField: unused,
  isSortingDisabled: unused,
  label: text,
  length: number,
  lookupFilter: unused,
  maskChar: unused,
  maskType: unused,
  metadataRelationshipControllingField: text,
  mktDataLakeFieldAttributes: unused,
  mktDataModelFieldAttributes: unused,
  populateExistingRows: unused,
  precision: number,
  referenceTargetField: unused,
  referenceTo: text,
  relationshipLabel: text,
  relationshipName: text,
  relationshipOrder: number,
  reparentableMasterDetail: withDefault(flag, false),
  required: withDefault(flag, false),
  restrictedAdminField: unused,
  scale: number,
  securityClassification: unused,
  startingNumber: unused,
  stripMarkup: unused,
  summarizedField: text,
  summaryFilterItems: list(filterItem),
  summaryForeignKey: text,
  summaryOperation: oneOf('count', 'sum', 'min', 'max'),
  trackFeedHistory: unused,
  trackHistory: withDefault(flag, false),
  trackTrending: unused,
  translateData: unused,
  type: oneOf(...customFieldTypes),
  unique: withDefault(flag, false),
  valueSet,
  visibleLines: number,
  writeRequiresMasterRead: unused,
});

export type CustomFieldSource = ValueOf<typeof customField>;
export type CustomValueSource = ValueOf<typeof customValue>;
export type FilterItemSource = ValueOf<typeof filterItem>;
