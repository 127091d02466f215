/** Reads a project's files into typed metadata. */
import type { SourceFile, SourceProject } from '../project/source-project.ts';
import type { BundleSource, CodeSource, Component, FlowSource, Metadata } from './metadata.ts';
import { ObjectCollection, overridden } from './object-parts.ts';
import { analyticsFolder } from './readers/analytics-folder.ts';
import { approvalProcess } from './readers/approval-process.ts';
import { apexClass, apexTrigger, dataWeaveResource, lightningComponentBundle, staticResource } from './readers/code.ts';
import { customApplication } from './readers/custom-application.ts';
import { customMetadata } from './readers/custom-metadata.ts';
import { customObject } from './readers/custom-object.ts';
import { customPermission } from './readers/custom-permission.ts';
import { customTab } from './readers/custom-tab.ts';
import { dashboard } from './readers/dashboard.ts';
import { duplicateRule, matchingRules } from './readers/duplicate-rule.ts';
import { emailFolder, emailTemplate } from './readers/email-template.ts';
import { flexiPage } from './readers/flexi-page.ts';
import { customLabels, type CustomLabelSource } from './readers/labels.ts';
import { layout } from './readers/layout.ts';
import { lightningMessageChannel } from './readers/message-channel.ts';
import { pathAssistant } from './readers/path-assistant.ts';
import { group, queue, role } from './readers/people.ts';
import { mutingPermissionSet, permissionSet, permissionSetGroup } from './readers/permission-set.ts';
import { platformCachePartition } from './readers/platform-cache-partition.ts';
import { profile } from './readers/profile.ts';
import { quickAction } from './readers/quick-action.ts';
import { reportType } from './readers/report-type.ts';
import { report } from './readers/report.ts';
import { securitySettings } from './readers/security-settings.ts';
import { sharingRules } from './readers/sharing-rules.ts';
import { globalValueSet, standardValueSet } from './readers/value-set.ts';
import { workflow } from './readers/workflow.ts';
import { apexComponent, apexPage } from './readers/visualforce.ts';
import type { ElementReader, IgnoredSource, ReadContext } from './shape.ts';
import { eachPart, failAtOnce, type OnSourceFault } from './source-faults.ts';
import { parseXml, SourceError, type XmlElement } from './xml.ts';

type Handler = (file: SourceFile, root: XmlElement, context: ReadContext) => void;

/** Reads every component. */
export function readMetadata(project: SourceProject, onFault: OnSourceFault = failAtOnce): Metadata {
  const objects = new ObjectCollection();
  const flows = new Map<string, FlowSource>();
  const flowTests = new Map<string, FlowSource>();
  const labels = new Map<string, Component<CustomLabelSource>>();
  const handlers: Record<string, Handler> = {};
  const collect = <T extends object>(
    type: string,
    reader: ElementReader<T>,
    nameOf: (file: SourceFile) => string = ({ name }) => name,
  ): Map<string, Component<T>> => {
    const components = new Map<string, Component<T>>();
    handlers[type] = (file, root, context) => {
      const fullName = nameOf(file);
      addComponent(components, fullName, { ...reader(root, context), fullName }, root, context);
    };
    return components;
  };
  const collectCode = <M>(
    type: string,
    reader: ElementReader<M>,
    nameOf: (file: SourceFile) => string = ({ name }) => name,
  ): Map<string, CodeSource<M>> => {
    const components = new Map<string, CodeSource<M>>();
    handlers[type] = (file, root, context) => {
      const fullName = nameOf(file);
      addComponent(components, fullName, codeSource(file, fullName, root, reader(root, context)), root, context);
    };
    return components;
  };
  const collectBundles = <M>(type: string, reader: ElementReader<M>): Map<string, BundleSource<M>> => {
    const components = new Map<string, BundleSource<M>>();
    handlers[type] = (file, root, context) => {
      const bundle = { fullName: file.name, file: file.file, meta: reader(root, context), files: file.content };
      addComponent(components, file.name, bundle, root, context);
    };
    return components;
  };
  handlers.CustomObject = (file, root, context) => {
    objects.addDefinition(file.objectName ?? file.name, customObject(root, context), context);
  };
  for (const [type, components] of [
    ['Flow', flows],
    ['FlowTest', flowTests],
  ] as const) {
    handlers[type] = (file, root, context) => {
      addComponent(components, file.name, { fullName: file.name, file: file.file, root }, root, context);
    };
  }
  handlers.CustomLabels = (_file, root, context) => {
    for (const label of customLabels(root, context).labels) {
      const fullName = label.fullName ?? '';
      addComponent(labels, fullName, { ...label, fullName }, root, context);
    }
  };

  const ignored: IgnoredSource[] = [];
  const metadata: Metadata = {
    objects: objects.objects,
    flows,
    flowTests,
    labels,
    apexClasses: collectCode('ApexClass', apexClass),
    dataWeaveScripts: collectCode('DataWeaveResource', dataWeaveResource),
    triggers: collectCode('ApexTrigger', apexTrigger),
    pages: collectCode('ApexPage', apexPage),
    components: collectCode('ApexComponent', apexComponent),
    emailTemplates: collectCode('EmailTemplate', emailTemplate, nameInFolder),
    emailFolders: collect('EmailFolder', emailFolder),
    lwcBundles: collectBundles('LightningComponentBundle', lightningComponentBundle),
    staticResources: collectBundles('StaticResource', staticResource),
    permissionSets: collect('PermissionSet', permissionSet),
    permissionSetGroups: collect('PermissionSetGroup', permissionSetGroup),
    mutingPermissionSets: collect('MutingPermissionSet', mutingPermissionSet),
    profiles: collect('Profile', profile),
    layouts: collect('Layout', layout),
    flexiPages: collect('FlexiPage', flexiPage),
    tabs: collect('CustomTab', customTab),
    applications: collect('CustomApplication', customApplication),
    customMetadataRecords: collect('CustomMetadata', customMetadata),
    globalValueSets: collect('GlobalValueSet', globalValueSet),
    standardValueSets: collect('StandardValueSet', standardValueSet),
    customPermissions: collect('CustomPermission', customPermission),
    platformCachePartitions: collect('PlatformCachePartition', platformCachePartition),
    securitySettings: collect('SecuritySettings', securitySettings),
    pathAssistants: collect('PathAssistant', pathAssistant),
    quickActions: collect('QuickAction', quickAction),
    queues: collect('Queue', queue),
    groups: collect('Group', group),
    roles: collect('Role', role),
    sharingRules: collect('SharingRules', sharingRules),
    approvalProcesses: collect('ApprovalProcess', approvalProcess),
    duplicateRules: collect('DuplicateRule', duplicateRule),
    matchingRules: collect('MatchingRules', matchingRules),
    workflows: collect('Workflow', workflow),
    reportTypes: collect('ReportType', reportType),
    reports: collect('Report', report, nameInFolder),
    reportFolders: collect('ReportFolder', analyticsFolder),
    dashboards: collect('Dashboard', dashboard, nameInFolder),
    dashboardFolders: collect('DashboardFolder', analyticsFolder),
    messageChannels: collect('LightningMessageChannel', lightningMessageChannel),
    ignored,
    apiVersion: project.apiVersion,
    namespace: project.namespace,
  };
  eachPart(project.files, onFault, (file) => readFile(file, objects, handlers, ignored, onFault));
  eachPart(project.unrecognised, onFault, (file) => ignored.push(strayFile(file)));
  return metadata;
}

function readFile(
  file: SourceFile,
  objects: ObjectCollection,
  handlers: Readonly<Record<string, Handler>>,
  ignored: IgnoredSource[],
  onUnknown: OnSourceFault,
): void {
  const root = file.facts.get('xml', () => parseXml(file.read(), file.file));
  const context: ReadContext = { file: file.file, ignored, onUnknown };
  if (ObjectCollection.isPart(root.name)) {
    if (file.objectName === undefined) {
      throw new SourceError(file.file, root.line, `<${root.name}> must lie below objects/<Object>/`);
    }
    objects.addPart(file.objectName, root, context, file.name);
  } else if (Object.hasOwn(handlers, root.name)) handlers[root.name]?.(file, root, context);
  else ignored.push({ type: root.name, file: file.file, line: root.line });
}

/** Components that lie in folders are named after them, too. */
function nameInFolder({ file, name }: SourceFile): string {
  return `${file.replaceAll('\\', '/').split('/').at(-2) ?? ''}/${name}`;
}

function codeSource<M>(file: SourceFile, fullName: string, root: XmlElement, meta: M): CodeSource<M> {
  const [code] = file.content;
  if (code === undefined)
    throw new SourceError(file.file, root.line, `there is no ${file.name}.${file.suffix} beside it`);
  const source = code.facts.get('text', () => new TextDecoder().decode(code.read()));
  return { fullName, source, file: code.file, meta };
}

/** Apex without a `-meta.xml` fails as it does in the CLI; anything else that is no metadata is only listed. */
function strayFile(file: string): IgnoredSource {
  if (/\.(cls|trigger)$/.test(file)) throw new SourceError(file, 1, `there is no ${file}-meta.xml beside it`);
  return { type: 'not metadata', file, line: 1 };
}

/**
 * Projects may hold a component several times, in package directories that are deployed one after the other: the last
 * one stands, and the listing says so.
 */
function addComponent<T>(
  components: Map<string, T>,
  fullName: string,
  value: T,
  root: XmlElement,
  context: ReadContext,
): void {
  if (components.has(fullName)) context.ignored.push(overridden(root.name, fullName, context.file, root.line));
  components.set(fullName, value);
}
