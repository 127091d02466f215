/** The types of components that the Metadata API deals with, and where a package has their files ("Metadata Types", Metadata API Developer Guide). */

/** `code`: a file and its `-meta.xml`; `bundle`: a folder; `xml`: one file. */
export type MetadataTypeKind = 'xml' | 'code' | 'bundle';

export interface MetadataType {
  readonly name: string;
  readonly directory: string;
  readonly suffix: string | undefined;
  readonly kind: MetadataTypeKind;
  /** Its components lie in folders, which are components of this type. */
  readonly folderType: string | undefined;
  readonly children: readonly string[];
}

/** Elements of an object that are components, and the suffix each has in a file of its own. */
export const OBJECT_PARTS: Readonly<Record<string, { readonly type: string; readonly suffix: string }>> = {
  businessProcesses: { type: 'BusinessProcess', suffix: 'businessProcess' },
  compactLayouts: { type: 'CompactLayout', suffix: 'compactLayout' },
  fields: { type: 'CustomField', suffix: 'field' },
  fieldSets: { type: 'FieldSet', suffix: 'fieldSet' },
  indexes: { type: 'Index', suffix: 'index' },
  listViews: { type: 'ListView', suffix: 'listView' },
  recordTypes: { type: 'RecordType', suffix: 'recordType' },
  sharingReasons: { type: 'SharingReason', suffix: 'sharingReason' },
  validationRules: { type: 'ValidationRule', suffix: 'validationRule' },
  webLinks: { type: 'WebLink', suffix: 'webLink' },
};

/** Elements of other files that a manifest can name, as `Object.Name`; they stay in the file that holds them. */
export const NAMED_ELEMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MatchingRules: { matchingRules: 'MatchingRule' },
  SharingRules: {
    sharingCriteriaRules: 'SharingCriteriaRule',
    sharingGuestRules: 'SharingGuestRule',
    sharingOwnerRules: 'SharingOwnerRule',
    sharingTerritoryRules: 'SharingTerritoryRule',
  },
  Workflow: {
    alerts: 'WorkflowAlert',
    fieldUpdates: 'WorkflowFieldUpdate',
    flowActions: 'WorkflowFlowAction',
    knowledgePublishes: 'WorkflowKnowledgePublish',
    outboundMessages: 'WorkflowOutboundMessage',
    rules: 'WorkflowRule',
    send: 'WorkflowSend',
    tasks: 'WorkflowTask',
  },
};

const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  CustomObject: Object.values(OBJECT_PARTS).map(({ type }) => type),
  CustomLabels: ['CustomLabel'],
  ...Object.fromEntries(Object.entries(NAMED_ELEMENTS).map(([type, elements]) => [type, Object.values(elements)])),
};

/** Type, directory, suffix and, where it is not `xml`, the kind or the type of its folders. */
const TABLE = `
  ApexClass classes cls code
  ApexComponent components component code
  ApexPage pages page code
  ApexTrigger triggers trigger code
  AppMenu appMenus appMenu
  ApprovalProcess approvalProcesses approvalProcess
  AssignmentRules assignmentRules assignmentRules
  AuraDefinitionBundle aura - bundle
  AutoResponseRules autoResponseRules autoResponseRules
  ConnectedApp connectedApps connectedApp
  CspTrustedSite cspTrustedSites cspTrustedSite
  CustomApplication applications app
  CustomHelpMenuSection customHelpMenuSections customHelpMenuSection
  CustomLabels labels labels
  CustomMetadata customMetadata md
  CustomNotificationType notificationtypes notiftype
  CustomObject objects object
  CustomObjectTranslation objectTranslations objectTranslation
  CustomPermission customPermissions customPermission
  CustomSite sites site
  CustomTab tabs tab
  Dashboard dashboards dashboard DashboardFolder
  DataWeaveResource dw dwl code
  DuplicateRule duplicateRules duplicateRule
  EmailTemplate email email EmailFolder
  EscalationRules escalationRules escalationRules
  ExternalCredential externalCredentials externalCredential
  FlexiPage flexipages flexipage
  Flow flows flow
  FlowDefinition flowDefinitions flowDefinition
  FlowTest flowtests flowtest
  GlobalValueSet globalValueSets globalValueSet
  Group groups group
  HomePageLayout homePageLayouts homePageLayout
  Layout layouts layout
  LightningComponentBundle lwc - bundle
  LightningMessageChannel messageChannels messageChannel
  MatchingRules matchingRules matchingRule
  MutingPermissionSet mutingpermissionsets mutingpermissionset
  NamedCredential namedCredentials namedCredential
  PathAssistant pathAssistants pathAssistant
  PermissionSet permissionsets permissionset
  PermissionSetGroup permissionsetgroups permissionsetgroup
  PlatformCachePartition cachePartitions cachePartition
  PlatformEventChannel platformEventChannels platformEventChannel
  PlatformEventChannelMember platformEventChannelMembers platformEventChannelMember
  Profile profiles profile
  Queue queues queue
  QuickAction quickActions quickAction
  RemoteSiteSetting remoteSiteSettings remoteSite
  Report reports report ReportFolder
  ReportType reportTypes reportType
  Role roles role
  Settings settings settings
  SharingRules sharingRules sharingRules
  StandardValueSet standardValueSets standardValueSet
  StaticResource staticresources resource code
  Translations translations translation
  Workflow workflows workflow`;

export const metadataTypes: readonly MetadataType[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name, directory, suffix, more = 'xml'] = line.trim().split(' ');
    const folderType = more.endsWith('Folder') ? more : undefined;
    const kind = folderType === undefined ? (more as MetadataTypeKind) : name === 'EmailTemplate' ? 'code' : 'xml';
    return {
      name,
      directory,
      suffix: suffix === '-' ? undefined : suffix,
      kind,
      folderType,
      children: CHILDREN[name] ?? [],
    };
  });

const byName = new Map(metadataTypes.map((type) => [type.name, type]));
const byDirectory = new Map(metadataTypes.map((type) => [type.directory, type]));

export function metadataType(name: string): MetadataType | undefined {
  return byName.get(name);
}

/** The type whose components lie in this folder of a package. */
export function typeOfDirectory(directory: string): MetadataType | undefined {
  return byDirectory.get(directory);
}

/** The type whose files hold components of this type. */
export function holderOf(type: string): MetadataType | undefined {
  return (
    byName.get(type) ?? metadataTypes.find(({ children, folderType }) => folderType === type || children.includes(type))
  );
}

/** Suffix, as in source format, of a folder's file. */
export function folderSuffix(folderType: string): string {
  return folderType[0].toLowerCase() + folderType.slice(1);
}
