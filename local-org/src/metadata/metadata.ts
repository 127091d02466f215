/** Everything a project's metadata says, typed, with objects put together from all their files. */
import type { ContentFile } from '../project/source-project.ts';
import type { AnalyticsFolderSource } from './readers/analytics-folder.ts';
import type { ApprovalProcessSource } from './readers/approval-process.ts';
import type {
  ApexClassSource,
  ApexTriggerSource,
  DataWeaveResourceSource,
  LightningComponentBundleSource,
  StaticResourceSource,
} from './readers/code.ts';
import type { CustomApplicationSource } from './readers/custom-application.ts';
import type { CustomFieldSource } from './readers/custom-field.ts';
import type { CustomMetadataSource } from './readers/custom-metadata.ts';
import type {
  BusinessProcessSource,
  CompactLayoutSource,
  CustomObjectSource,
  FieldSetSource,
  IndexSource,
  RecordTypeSource,
  SharingReasonSource,
  ValidationRuleSource,
  WebLinkSource,
} from './readers/custom-object.ts';
import type { CustomPermissionSource } from './readers/custom-permission.ts';
import type { CustomTabSource } from './readers/custom-tab.ts';
import type { DashboardSource } from './readers/dashboard.ts';
import type { DuplicateRuleSource, MatchingRulesSource } from './readers/duplicate-rule.ts';
import type { EmailFolderSource, EmailTemplateSource } from './readers/email-template.ts';
import type { FlexiPageSource } from './readers/flexi-page.ts';
import type { CustomLabelSource } from './readers/labels.ts';
import type { LayoutSource } from './readers/layout.ts';
import type { ListViewSource } from './readers/list-view.ts';
import type { LightningMessageChannelSource } from './readers/message-channel.ts';
import type { PathAssistantSource } from './readers/path-assistant.ts';
import type { GroupSource, QueueSource, RoleSource } from './readers/people.ts';
import type {
  MutingPermissionSetSource,
  PermissionSetGroupSource,
  PermissionSetSource,
} from './readers/permission-set.ts';
import type { PlatformCachePartitionSource } from './readers/platform-cache-partition.ts';
import type { SecuritySettingsSource } from './readers/security-settings.ts';
import type { ProfileSource } from './readers/profile.ts';
import type { QuickActionSource } from './readers/quick-action.ts';
import type { ReportTypeSource } from './readers/report-type.ts';
import type { ReportSource } from './readers/report.ts';
import type { SharingRulesSource } from './readers/sharing-rules.ts';
import type { GlobalValueSetSource, StandardValueSetSource } from './readers/value-set.ts';
import type { WorkflowSource } from './readers/workflow.ts';
import type { ApexComponentSource, ApexPageSource } from './readers/visualforce.ts';
import type { IgnoredSource } from './shape.ts';
import type { XmlElement } from './xml.ts';

/** A component, always with its full name (inside an object: the name without the object's). */
export type Component<T> = Omit<T, 'fullName'> & { readonly fullName: string };

/** Components by full name, in load order. */
export type Components<T> = ReadonlyMap<string, Component<T>>;

/** An object, merged from all folders that hold a part of it. */
export interface ObjectMetadata {
  readonly fullName: string;
  /** What the object's own file says; undefined when the project only adds parts to an object. */
  readonly definition: CustomObjectSource | undefined;
  readonly fields: Components<CustomFieldSource>;
  readonly validationRules: Components<ValidationRuleSource>;
  readonly listViews: Components<ListViewSource>;
  readonly recordTypes: Components<RecordTypeSource>;
  readonly compactLayouts: Components<CompactLayoutSource>;
  readonly webLinks: Components<WebLinkSource>;
  readonly fieldSets: Components<FieldSetSource>;
  readonly businessProcesses: Components<BusinessProcessSource>;
  readonly indexes: Components<IndexSource>;
  readonly sharingReasons: Components<SharingReasonSource>;
}

/** An Apex class or trigger, a Visualforce page, an email template: a metadata file with a text beside it. */
export interface CodeSource<M> {
  readonly fullName: string;
  readonly source: string;
  readonly file: string;
  readonly meta: M;
}

/** A component of several files: a Lightning web component or a static resource. */
export interface BundleSource<M> {
  readonly fullName: string;
  readonly file: string;
  readonly meta: M;
  readonly files: readonly ContentFile[];
}

/** A flow or a test of one: its elements are read by the flow layer, which knows what each means. */
export interface FlowSource {
  readonly fullName: string;
  readonly file: string;
  readonly root: XmlElement;
}

export interface Metadata {
  readonly objects: ReadonlyMap<string, ObjectMetadata>;
  readonly flows: ReadonlyMap<string, FlowSource>;
  readonly flowTests: ReadonlyMap<string, FlowSource>;
  readonly apexClasses: ReadonlyMap<string, CodeSource<ApexClassSource>>;
  readonly dataWeaveScripts: ReadonlyMap<string, CodeSource<DataWeaveResourceSource>>;
  readonly triggers: ReadonlyMap<string, CodeSource<ApexTriggerSource>>;
  /** Visualforce. */
  readonly pages: ReadonlyMap<string, CodeSource<ApexPageSource>>;
  readonly components: ReadonlyMap<string, CodeSource<ApexComponentSource>>;
  /** By `Folder/Template`. */
  readonly emailTemplates: ReadonlyMap<string, CodeSource<EmailTemplateSource>>;
  readonly emailFolders: Components<EmailFolderSource>;
  readonly lwcBundles: ReadonlyMap<string, BundleSource<LightningComponentBundleSource>>;
  readonly staticResources: ReadonlyMap<string, BundleSource<StaticResourceSource>>;
  readonly permissionSets: Components<PermissionSetSource>;
  readonly permissionSetGroups: Components<PermissionSetGroupSource>;
  readonly mutingPermissionSets: Components<MutingPermissionSetSource>;
  readonly profiles: Components<ProfileSource>;
  readonly layouts: Components<LayoutSource>;
  readonly flexiPages: Components<FlexiPageSource>;
  readonly tabs: Components<CustomTabSource>;
  readonly applications: Components<CustomApplicationSource>;
  readonly labels: Components<CustomLabelSource>;
  /** By `Type.Record` without `__mdt`, e.g. `Threshold.Default`. */
  readonly customMetadataRecords: Components<CustomMetadataSource>;
  readonly globalValueSets: Components<GlobalValueSetSource>;
  readonly standardValueSets: Components<StandardValueSetSource>;
  readonly customPermissions: Components<CustomPermissionSource>;
  readonly platformCachePartitions: Components<PlatformCachePartitionSource>;
  readonly securitySettings: Components<SecuritySettingsSource>;
  readonly pathAssistants: Components<PathAssistantSource>;
  readonly quickActions: Components<QuickActionSource>;
  readonly queues: Components<QueueSource>;
  readonly groups: Components<GroupSource>;
  readonly roles: Components<RoleSource>;
  /** By object. */
  readonly sharingRules: Components<SharingRulesSource>;
  /** By `Object.Process`. */
  readonly approvalProcesses: Components<ApprovalProcessSource>;
  /** By `Object.Rule`. */
  readonly duplicateRules: Components<DuplicateRuleSource>;
  /** By object. */
  readonly matchingRules: Components<MatchingRulesSource>;
  /** By object. */
  readonly workflows: Components<WorkflowSource>;
  readonly reportTypes: Components<ReportTypeSource>;
  /** By `Folder/Report`, as dashboards. */
  readonly reports: Components<ReportSource>;
  readonly reportFolders: Components<AnalyticsFolderSource>;
  readonly dashboards: Components<DashboardSource>;
  readonly dashboardFolders: Components<AnalyticsFolderSource>;
  readonly messageChannels: Components<LightningMessageChannelSource>;
  /** Files and elements that were read and that nothing acts on, for the deploy listing. */
  readonly ignored: readonly IgnoredSource[];
  readonly apiVersion: string | undefined;
  readonly namespace: string | undefined;
}
