/** Rows of folders: of email templates, reports and dashboards; and whom the latter are shared with. */
import type { AnalyticsFolderSource } from '../../metadata/readers/analytics-folder.ts';
import type { Metadata } from '../../metadata/metadata.ts';
import type { ComponentRow, RowSync } from './sync-rows.ts';

type Folders = ReadonlyMap<string, AnalyticsFolderSource & { readonly fullName: string }>;

/** Groups that stand for what a folder can be shared with ("FolderShare", Metadata API Developer Guide). */
const GROUP_TYPES: Readonly<Record<string, string>> = {
  Role: 'Role',
  RoleAndSubordinates: 'RoleAndSubordinates',
  RoleAndSubordinatesInternal: 'RoleAndSubordinates',
  Group: 'Regular',
};

export function syncFolders(rows: RowSync, metadata: Metadata): void {
  const emails = [...metadata.emailFolders.values()].map(({ fullName, name, accessType }) =>
    folderRow(`email:${fullName}`, 'Email', { fullName, name, accessType: accessType ?? 'Public' }),
  );
  const { reportFolders, dashboardFolders } = metadata;
  rows.sync('Folder', [
    ...emails,
    ...analyticsFolders(reportFolders, 'Report'),
    ...analyticsFolders(dashboardFolders, 'Dashboard'),
  ]);
  rows.sync('LocalFolderShare', [
    ...shares(rows, reportFolders, 'Report'),
    ...shares(rows, dashboardFolders, 'Dashboard'),
  ]);
}

export function analyticsFolderId(rows: RowSync, type: 'Report' | 'Dashboard', name: string): string {
  return rows.idOf('Folder', `${type.toLowerCase()}:${name}`);
}

function analyticsFolders(folders: Folders, type: 'Report' | 'Dashboard'): ComponentRow[] {
  return [...folders.values()].map((folder) =>
    folderRow(`${type.toLowerCase()}:${folder.fullName}`, type, {
      ...folder,
      accessType: folder.accessType ?? 'Shared',
    }),
  );
}

function folderRow(
  name: string,
  type: string,
  folder: { readonly fullName: string; readonly name: string; readonly accessType: string },
): ComponentRow {
  return {
    name,
    values: {
      Name: folder.name,
      DeveloperName: folder.fullName,
      AccessType: folder.accessType,
      IsReadonly: false,
      Type: type,
    },
  };
}

/** Users and groups that this org does not have are left out. */
function shares(rows: RowSync, folders: Folders, type: 'Report' | 'Dashboard'): ComponentRow[] {
  return [...folders.values()].flatMap((folder) =>
    folder.folderShares.flatMap(({ accessLevel, sharedTo, sharedToType }) => {
      const target = targetOf(rows, sharedTo, sharedToType);
      if (target === undefined) return [];
      const FolderId = analyticsFolderId(rows, type, folder.fullName);
      return {
        name: `${FolderId}.${sharedToType}.${sharedTo}`,
        values: { FolderId, UserOrGroupId: target, AccessLevel: accessLevel },
      };
    }),
  );
}

function targetOf(rows: RowSync, name: string, type: string): string | undefined {
  const { schema } = rows.store;
  if (type === 'User') return rows.store.findRows(schema.require('User'), 'Username', [name])[0]?.id ?? undefined;
  const group = type === 'Organization' ? 'Organization' : `${GROUP_TYPES[type] ?? type}.${name}`;
  const id = rows.idOf('Group', group);
  return rows.store.getRows(schema.require('Group'), [id]).has(id) ? id : undefined;
}
