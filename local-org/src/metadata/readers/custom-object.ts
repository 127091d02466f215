/** CustomObject and the parts that source format keeps in files of their own. */
import type {
  ActionOverride,
  BusinessProcess,
  CompactLayout,
  CustomObject,
  FieldSet,
  FieldSetItem,
  Index,
  IndexField,
  PicklistValue,
  ProfileSearchLayouts,
  RecordType,
  RecordTypePicklistValue,
  SearchLayouts,
  SharingReason,
  SharingRecalculation,
  ValidationRule,
  WebLink,
} from '@salesforce/types/metadata';
import { flag, list, number, oneOf, required, shape, text, unused, withDefault, type ValueOf } from '../shape.ts';
import { customField } from './custom-field.ts';
import { listView } from './list-view.ts';

export const actionOverride = shape<ActionOverride>()({
  actionName: required(text),
  comment: unused,
  content: text,
  formFactor: text,
  skipRecordTypeSelect: flag,
  type: required(text),
});

/** A value of a standard picklist, of a record type or of a business process. */
export const picklistValue = shape<PicklistValue>()({
  allowEmail: unused,
  closed: flag,
  color: unused,
  controllingFieldValues: list(text),
  converted: flag,
  cssExposed: unused,
  default: withDefault(flag, false),
  description: text,
  forecastCategory: text,
  fullName: required(text),
  highPriority: flag,
  isActive: flag,
  probability: number,
  reverseRole: text,
  reviewed: flag,
  won: flag,
});

export const businessProcess = shape<BusinessProcess>()({
  description: text,
  fullName: text,
  isActive: withDefault(flag, true),
  values: list(picklistValue),
});

export const compactLayout = shape<CompactLayout>()({
  fields: list(text),
  fullName: text,
  label: required(text),
});

const fieldSetItem = shape<FieldSetItem>()({
  alternativeDisplayFormat: text,
  field: required(text),
  isFieldManaged: flag,
  isRequired: withDefault(flag, false),
});

export const fieldSet = shape<FieldSet>()({
  availableFields: list(fieldSetItem),
  description: text,
  displayedFields: list(fieldSetItem),
  fullName: text,
  label: required(text),
});

const indexField = shape<IndexField>()({ name: required(text), sortDirection: required(text) });

export const index = shape<Index>()({ fields: list(indexField), fullName: text, label: required(text) });

const profileSearchLayouts = shape<ProfileSearchLayouts>()({ fields: list(text), profileName: text });

const recordTypePicklistValue = shape<RecordTypePicklistValue>()({
  picklist: required(text),
  values: list(picklistValue),
});

export const recordType = shape<RecordType>()({
  active: required(flag),
  businessProcess: text,
  compactLayoutAssignment: text,
  description: text,
  fullName: text,
  label: required(text),
  picklistValues: list(recordTypePicklistValue),
});

const searchLayouts = shape<SearchLayouts>()({
  customTabListAdditionalFields: list(text),
  excludedStandardButtons: list(text),
  listViewButtons: list(text),
  lookupDialogsAdditionalFields: list(text),
  lookupFilterFields: list(text),
  lookupPhoneDialogsAdditionalFields: list(text),
  massQuickActions: list(text),
  searchFilterFields: list(text),
  searchResultsAdditionalFields: list(text),
  searchResultsCustomButtons: list(text),
});

export const sharingReason = shape<SharingReason>()({ fullName: text, label: required(text) });

const sharingRecalculation = shape<SharingRecalculation>()({ className: required(text) });

export const validationRule = shape<ValidationRule>()({
  active: required(flag),
  description: text,
  errorConditionFormula: required(text),
  errorDisplayField: text,
  errorMessage: required(text),
  fullName: text,
});

export const webLink = shape<WebLink>()({
  availability: required(text),
  description: text,
  displayType: required(text),
  encodingKey: text,
  fullName: text,
  hasMenubar: flag,
  hasScrollbars: flag,
  hasToolbar: flag,
  height: number,
  isResizable: flag,
  linkType: required(text),
  masterLabel: text,
  openType: required(text),
  page: text,
  position: text,
  protected: flag,
  requireRowSelection: flag,
  scontrol: text,
  showsLocation: flag,
  showsStatus: flag,
  url: text,
  width: number,
});

export const customObject = shape<CustomObject>()({
  actionOverrides: list(actionOverride),
  allowInChatterGroups: unused,
  articleTypeChannelDisplay: unused,
  businessProcesses: list(businessProcess),
  compactLayoutAssignment: text,
  compactLayouts: list(compactLayout),
  customHelp: unused,
  customHelpPage: unused,
  customSettingsType: oneOf('List', 'Hierarchy'),
  deploymentStatus: text,
  deprecated: unused,
  description: text,
  enableActivities: withDefault(flag, false),
  enableBulkApi: flag,
  enableDataTranslation: unused,
  enableDivisions: unused,
  enableEnhancedLookup: flag,
  enableFeeds: withDefault(flag, false),
  enableHistory: withDefault(flag, false),
  enableLicensing: unused,
  enablePublishStatusTracking: unused,
  enableReports: flag,
  enableSearch: flag,
  enableSharing: flag,
  enableStreamingApi: flag,
  enrichments: unused,
  eventType: text,
  externalDataSource: text,
  externalName: text,
  externalRepository: unused,
  externalSharingModel: text,
  fieldSets: list(fieldSet),
  fields: list(customField),
  fullName: text,
  gender: text,
  historyRetentionPolicy: unused,
  household: unused,
  indexes: list(index),
  label: text,
  listViews: list(listView),
  marketingObjectIndexes: unused,
  mktDataLakeAttributes: unused,
  mktDataModelAttributes: unused,
  nameField: customField,
  pluralLabel: text,
  profileSearchLayouts: list(profileSearchLayouts),
  publishBehavior: oneOf('PublishAfterCommit', 'PublishImmediately'),
  recordTypeTrackFeedHistory: unused,
  recordTypeTrackHistory: unused,
  recordTypes: list(recordType),
  searchLayouts,
  sharingModel: text,
  sharingReasons: list(sharingReason),
  sharingRecalculations: list(sharingRecalculation),
  startsWith: text,
  validationRules: list(validationRule),
  visibility: text,
  webLinks: list(webLink),
});

export type CustomObjectSource = ValueOf<typeof customObject>;
export type ValidationRuleSource = ValueOf<typeof validationRule>;
export type RecordTypeSource = ValueOf<typeof recordType>;
export type CompactLayoutSource = ValueOf<typeof compactLayout>;
export type BusinessProcessSource = ValueOf<typeof businessProcess>;
export type FieldSetSource = ValueOf<typeof fieldSet>;
export type WebLinkSource = ValueOf<typeof webLink>;
export type SharingReasonSource = ValueOf<typeof sharingReason>;
export type IndexSource = ValueOf<typeof index>;
export type ActionOverrideSource = ValueOf<typeof actionOverride>;
export type PicklistValueSource = ValueOf<typeof picklistValue>;
