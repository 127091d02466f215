/** Permission sets, their groups and profiles name what they grant. */
import type { Catalogue } from './catalogue.ts';

type PermissionSet = Catalogue['metadata']['permissionSets'] extends ReadonlyMap<string, infer T> ? T : never;

export function checkPermissionSets(catalogue: Catalogue): void {
  const { metadata } = catalogue;
  for (const set of metadata.permissionSets.values()) checkGrants(catalogue, set);
  for (const set of metadata.mutingPermissionSets.values()) checkGrants(catalogue, set);
  for (const group of metadata.permissionSetGroups.values()) {
    for (const name of group.permissionSets) {
      catalogue.component(group, 'Permission set', metadata.permissionSets, name);
    }
    for (const name of group.mutingPermissionSets) {
      catalogue.component(group, 'Muting permission set', metadata.mutingPermissionSets, name);
    }
  }
}

type Grants = Pick<
  PermissionSet,
  | 'applicationVisibilities'
  | 'classAccesses'
  | 'customMetadataTypeAccesses'
  | 'customPermissions'
  | 'fieldPermissions'
  | 'flowAccesses'
  | 'objectPermissions'
  | 'pageAccesses'
  | 'recordTypeVisibilities'
  | 'tabSettings'
>;

function checkGrants(catalogue: Catalogue, set: Grants): void {
  const { metadata, schema } = catalogue;
  for (const grant of set.applicationVisibilities) {
    if (!grant.application.startsWith('standard__')) {
      catalogue.component(grant, 'Application', metadata.applications, grant.application);
    }
  }
  for (const grant of set.classAccesses) {
    catalogue.component(grant, 'Apex class', metadata.apexClasses, grant.apexClass);
  }
  for (const grant of set.pageAccesses) catalogue.component(grant, 'Page', metadata.pages, grant.apexPage);
  for (const grant of set.flowAccesses) catalogue.component(grant, 'Flow', metadata.flows, grant.flow);
  for (const grant of set.customMetadataTypeAccesses) catalogue.object(grant, grant.name);
  for (const grant of set.customPermissions) {
    catalogue.component(grant, 'Custom permission', metadata.customPermissions, grant.name);
  }
  for (const grant of set.objectPermissions) catalogue.object(grant, grant.object);
  for (const grant of set.fieldPermissions) catalogue.qualifiedField(grant, grant.field);
  for (const grant of set.tabSettings) catalogue.tab(grant, grant.tab);
  for (const grant of set.recordTypeVisibilities) {
    const [objectName = '', name] = grant.recordType.split('.');
    const known = schema.object(objectName)?.recordTypes.some((type) => type.developerName === name);
    if (known !== true) catalogue.missing(grant, `Record type ${grant.recordType}`);
  }
}
