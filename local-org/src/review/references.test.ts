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
