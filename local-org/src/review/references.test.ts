import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ProjectFolder } from '../cli/test-support/project-folder.ts';
import { brokenReferencesOfProject } from './references.ts';

const folders: ProjectFolder[] = [];
after(() => {
  for (const folder of folders) folder.remove();
});

function brokenIn(files: Readonly<Record<string, string>>): string[] {
  const project = new ProjectFolder(files);
  folders.push(project);
  return brokenReferencesOfProject([project.path]).map(({ line, message }) => `${line}: ${message}`);
}

const permissionSet = (body: string) => ({
  'permissionsets/Packer.permissionset-meta.xml': `<PermissionSet>\n<label>Packer</label>\n${body}\n</PermissionSet>`,
});

test('what exists is no finding', () => {
  const found = brokenIn({
    ...permissionSet(`<classAccesses><apexClass>Crates</apexClass><enabled>true</enabled></classAccesses>
      <fieldPermissions><editable>true</editable><field>Crate__c.Size__c</field><readable>true</readable></fieldPermissions>`),
    'layouts/Crate__c-Crate Layout.layout-meta.xml': `<Layout><layoutSections><layoutColumns>
      <layoutItems><behavior>Edit</behavior><field>Size__c</field></layoutItems></layoutColumns>
      <style>OneColumn</style></layoutSections></Layout>`,
  });
  assert.deepEqual(found, []);
});

test('grants of a permission set name what exists', () => {
  const found = brokenIn(
    permissionSet(`<applicationVisibilities><application>Packing</application><visible>true</visible></applicationVisibilities>
<classAccesses><apexClass>Lids</apexClass><enabled>true</enabled></classAccesses>
<customPermissions><enabled>true</enabled><name>Pack</name></customPermissions>
<fieldPermissions><editable>true</editable><field>Crate__c.Lid__c</field><readable>true</readable></fieldPermissions>
<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Lid__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
<tabSettings><tab>Packing_List</tab><visibility>Visible</visibility></tabSettings>`),
  );
  assert.deepEqual(found, [
    '3: Application Packing does not exist.',
    '4: Apex class Lids does not exist.',
    '5: Custom permission Pack does not exist.',
    '6: Field Crate__c.Lid__c does not exist.',
    '7: Object Lid__c does not exist.',
    '8: Tab Packing_List does not exist.',
  ]);
});

test('permission-set groups name permission sets', () => {
  const found = brokenIn({
    'permissionsetgroups/Staff.permissionsetgroup-meta.xml': `<PermissionSetGroup><label>Staff</label>
      <permissionSets>Packer</permissionSets></PermissionSetGroup>`,
  });
  assert.deepEqual(found, ['1: Permission set Packer does not exist.']);
});

test('layouts and list views name fields of their object, and related lists of its children', () => {
  const found = brokenIn({
    'layouts/Crate__c-Crate Layout.layout-meta.xml': `<Layout>
<layoutSections><layoutColumns><layoutItems><behavior>Edit</behavior><field>Lid__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>
<relatedLists><relatedList>Box__c.Crate__c</relatedList></relatedLists>
</Layout>`,
    'objects/Crate__c/listViews/All.listView-meta.xml': `<ListView><fullName>All</fullName>
      <columns>NAME</columns><columns>Colour__c</columns><filterScope>Everything</filterScope><label>All</label></ListView>`,
  });
  assert.deepEqual(found, [
    '2: Field Crate__c.Lid__c does not exist.',
    '3: Object Box__c does not exist.',
    '1: Column Colour__c of Crate__c does not exist.',
  ]);
});

test('Lightning pages name components, fields, lists, regions and permissions', () => {
  const item = (body: string) => `<itemInstances>${body}</itemInstances>`;
  const component = (name: string, rest = '') =>
    item(`<componentInstance>${rest}<componentName>${name}</componentName></componentInstance>`);
  const property = (name: string, value: string) =>
    `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
  const found = brokenIn({
    'flexipages/Crate_Page.flexipage-meta.xml': `<FlexiPage>
<flexiPageRegions>
${component('lidPicker')}
${item('<fieldInstance><fieldItem>Record.Lid__c</fieldItem></fieldInstance>')}
${component('flexipage:tabset', property('tabs', 'nowhere'))}
${component('flexipage:filterListCard', property('entityName', 'Crate__c') + property('filterName', 'Small'))}
${component('force:relatedListSingleContainer', property('parentFieldApiName', 'Crate__c.Id') + property('relatedListApiName', 'Lids__r'))}
${component('desktopDashboards:embeddedDashboard', property('dashboardName', 'Packing'))}
${component('flexipage:reportChart', property('reportName', 'Weights'))}
<name>main</name><type>Region</type></flexiPageRegions>
<masterLabel>Crate</masterLabel><sobjectType>Crate__c</sobjectType>
<template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type></FlexiPage>`,
  });
  assert.deepEqual(found, [
    '3: Component lidPicker does not exist.',
    '4: Field Crate__c.Lid__c does not exist.',
    '5: Region nowhere does not exist.',
    '6: List view of Crate__c Small does not exist.',
    '7: Related list Lids__r of Crate__c does not exist.',
    '8: Dashboard Packing does not exist.',
    '9: Report Weights does not exist.',
  ]);
});

test('apps and tabs name tabs, pages and components', () => {
  const found = brokenIn({
    'applications/Packing.app-meta.xml': `<CustomApplication><label>Packing</label>
      <tabs>standard-home</tabs><tabs>Crates</tabs></CustomApplication>`,
    'tabs/Packer.tab-meta.xml': '<CustomTab><label>Packer</label><lwcComponent>packer</lwcComponent></CustomTab>',
  });
  assert.deepEqual(found, ['1: Tab Crates does not exist.', '1: Component packer does not exist.']);
});

const field = (name: string, body: string) => ({
  [`objects/Crate__c/fields/${name}.field-meta.xml`]: `<CustomField><fullName>${name}</fullName><label>x</label>\n${body}\n</CustomField>`,
});

test('formulas, rules and searches name fields', () => {
  const found = brokenIn({
    ...field('Volume__c', '<type>Number</type><precision>8</precision><scale>0</scale><formula>Depth__c * 2</formula>'),
    'objects/Crate__c/validationRules/Big.validationRule-meta.xml': `<ValidationRule><fullName>Big</fullName><active>true</active>
<errorConditionFormula>Size__c &lt; 0</errorConditionFormula><errorDisplayField>Lid__c</errorDisplayField><errorMessage>no</errorMessage></ValidationRule>`,
    'customMetadata/Rule.One.md-meta.xml': '<CustomMetadata><label>One</label></CustomMetadata>',
  });
  assert.deepEqual(found, [
    '1: Object Rule__mdt does not exist.',
    '1: Crate__c.Volume__c: Field Depth__c does not exist. Check spelling.',
    '1: Field Crate__c.Lid__c does not exist.',
  ]);
});

test('flows name elements, Apex and flows', () => {
  const found = brokenIn({
    'flows/Pack.flow-meta.xml': `<Flow><apiVersion>66.0</apiVersion><label>Pack</label><processType>AutoLaunchedFlow</processType><status>Active</status>
<start><connector><targetReference>nowhere</targetReference></connector></start>
<actionCalls><name>seal</name><label>x</label><actionName>Sealer</actionName><actionType>apex</actionType></actionCalls>
<actionCalls><name>count</name><label>x</label><actionName>Crates</actionName><actionType>apex</actionType></actionCalls>
<subflows><name>ship</name><label>x</label><flowName>Ship</flowName></subflows>
</Flow>`,
  });
  assert.deepEqual(
    found.filter((one) => !one.includes('Pack')),
    [
      '3: Apex class Sealer does not exist.',
      '4: Invocable method of Crates does not exist.',
      '5: Flow Ship does not exist.',
    ],
  );
  assert.match(found.join('\n'), /there is no element nowhere/);
});

test('workflow and approval processes name actions, fields, templates and people', () => {
  const found = brokenIn({
    'workflows/Crate__c.workflow-meta.xml': `<Workflow>
<alerts><fullName>Tell</fullName><description>x</description><protected>false</protected><senderType>CurrentUser</senderType><template>Packing/Ready</template></alerts>
<fieldUpdates><fullName>Close</fullName><field>Closed__c</field><name>x</name><operation>Null</operation></fieldUpdates>
</Workflow>`,
    'approvalProcesses/Crate__c.Check.approvalProcess-meta.xml': `<ApprovalProcess><active>false</active>
<allowedSubmitters><submitter>Packers</submitter><type>group</type></allowedSubmitters>
<approvalPageFields><field>Weight__c</field></approvalPageFields>
<approvalStep><label>x</label><name>x</name><assignedApprover>
<approver><name>Chief__c</name><type>relatedUserField</type></approver></assignedApprover></approvalStep>
<finalApprovalActions>
<action><name>Open</name><type>FieldUpdate</type></action></finalApprovalActions>
<label>Check</label><recordEditability>AdminOnly</recordEditability></ApprovalProcess>`,
  });
  assert.deepEqual(found, [
    '1: Field Crate__c.Weight__c does not exist.',
    '2: Group Packers does not exist.',
    '5: Field Crate__c.Chief__c does not exist.',
    '7: FieldUpdate Open does not exist.',
    '2: Email template Packing/Ready does not exist.',
    '3: Field Crate__c.Closed__c does not exist.',
  ]);
});

test('report types, reports and dashboards name columns, reports and groups', () => {
  const found = brokenIn({
    'reportTypes/Crates.reportType-meta.xml': `<ReportType><baseObject>Crate__c</baseObject><category>other</category><deployed>true</deployed><label>Crates</label><sections>
<columns><checkedByDefault>true</checkedByDefault><field>Lid__c</field><table>Crate__c</table></columns><masterLabel>x</masterLabel></sections></ReportType>`,
    'reports/Packing/Sizes.report-meta.xml': `<Report><columns><field>Crate__c$Size__c</field></columns>
<columns><field>Crate__c$Lid__c</field></columns>
<filter><criteriaItems><column>Crate__c$Depth__c</column><operator>equals</operator><value>1</value></criteriaItems></filter>
<groupingsDown><field>Crate__c$Colour__c</field><sortOrder>Asc</sortOrder></groupingsDown>
<format>Summary</format><name>Sizes</name><reportType>Crates__c</reportType></Report>`,
    'reports/Packing.reportFolder-meta.xml': `<ReportFolder><folderShares><accessLevel>View</accessLevel>
<sharedTo>Packers</sharedTo><sharedToType>Group</sharedToType></folderShares><name>Packing</name></ReportFolder>`,
    'reports/Packing/Lost.report-meta.xml':
      '<Report><format>Tabular</format><name>Lost</name><reportType>Lids__c</reportType></Report>',
    'dashboards/Packing/All.dashboard-meta.xml': `<Dashboard><backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor>
<leftSection><columnSize>Medium</columnSize>
<components><componentType>Table</componentType><report>Packing/Weights</report></components>
<components><componentType>Bar</componentType><groupingColumn>Crate__c$Colour__c</groupingColumn><report>Packing/Sizes</report></components>
</leftSection><textColor>#000000</textColor><title>All</title><titleColor>#000000</titleColor><titleSize>12</titleSize></Dashboard>`,
  });
  assert.deepEqual(found, [
    '3: Report Packing/Weights does not exist.',
    '4: The report type Crates has no column Crate__c$Colour__c.',
    '1: Group Packers does not exist.',
    '1: Report type Lids__c does not exist.',
    '2: The report type Crates has no column Crate__c$Lid__c.',
    '3: The report type Crates has no column Crate__c$Depth__c.',
    '4: The report type Crates has no column Crate__c$Colour__c.',
    '2: The report type Crates has no column Crate__c$Lid__c.',
  ]);
});

test('components import what exists, and pages set what they declare', () => {
  const found = brokenIn({
    'lwc/packer/packer.js-meta.xml': `<LightningComponentBundle><apiVersion>66.0</apiVersion><isExposed>true</isExposed>
<targets><target>lightning__RecordPage</target></targets>
<targetConfigs><targetConfig targets="lightning__RecordPage"><property name="title" type="String"/><objects>
<object>Lid__c</object></objects></targetConfig></targetConfigs></LightningComponentBundle>`,
    'lwc/packer/packer.html': '<template>\n<c-lid-picker></c-lid-picker></template>',
    'lwc/packer/packer.ts': `import size from '@salesforce/schema/Crate__c.Size__c';
import lid from '@salesforce/schema/Crate__c.Lid__c';
import doubled from '@salesforce/apex/Crates.doubled';
import seal from '@salesforce/apex/Sealer.seal';
import label from '@salesforce/label/c.Pack';
import { helper } from 'c/packHelper';
import mayPack from '@salesforce/customPermission/Pack';`,
    'flexipages/Packing.flexipage-meta.xml': `<FlexiPage><flexiPageRegions><itemInstances><componentInstance>
<componentInstanceProperties><name>title</name><value>x</value></componentInstanceProperties>
<componentInstanceProperties><name>colour</name><value>x</value></componentInstanceProperties>
<componentName>packer</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>
<masterLabel>Packing</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type></FlexiPage>`,
  });
  assert.deepEqual(found, [
    '3: Design attribute colour of packer does not exist.',
    '2: Component lidPicker does not exist.',
    '4: Object Lid__c does not exist.',
    '2: Field Crate__c.Lid__c does not exist.',
    '3: @AuraEnabled method Crates.doubled does not exist.',
    '4: Apex class Sealer does not exist.',
    '5: Label Pack does not exist.',
    '6: Component packHelper does not exist.',
    '7: Custom permission Pack does not exist.',
  ]);
});

test('sharing rules and queues name groups, roles and objects', () => {
  const found = brokenIn({
    'sharingRules/Crate__c.sharingRules-meta.xml': `<SharingRules><sharingOwnerRules><fullName>A</fullName><accessLevel>Read</accessLevel><label>A</label>
<sharedFrom><role>Chief</role></sharedFrom><sharedTo><group>Packers</group></sharedTo></sharingOwnerRules></SharingRules>`,
    'queues/Packing.queue-meta.xml': `<Queue><name>Packing</name><queueSobject><sobjectType>Lid__c</sobjectType></queueSobject></Queue>`,
  });
  assert.deepEqual(found, [
    '1: Object Lid__c does not exist.',
    '1: Role Chief does not exist.',
    '1: Group Packers does not exist.',
  ]);
});
