/**
 * Reports and dashboards are seen by who sees their folder: because it is public or shared with them ("Share a Report or
 * Dashboard Folder in Lightning Experience", Salesforce Help). Private ones are their owner's alone.
 */
import type { ObjectSchema } from '../../../schema/model.ts';
import { Scope } from '../../soql/plan/scope.ts';
import type { AccessLevel, Sharing } from './sharing.ts';

/** The column that names the folder, or the user whose private folder it is. */
const FOLDER_COLUMN: Readonly<Record<string, string>> = { Report: 'OwnerId', Dashboard: 'FolderId' };

const LEVELS: Readonly<Record<AccessLevel, string>> = {
  Read: `'View','EditAllContents','Manage'`,
  Edit: `'EditAllContents','Manage'`,
  All: `'Manage'`,
};

export function isFoldered({ name }: ObjectSchema): boolean {
  return name === 'DashboardComponent' || FOLDER_COLUMN[name] !== undefined;
}

/** `allFolders` for users who see all data; private reports are none of theirs either. */
export function folderCondition(
  sharing: Sharing,
  scope: Scope,
  userId: string,
  level: AccessLevel,
  allFolders: boolean,
): string {
  const { object, alias } = scope.root;
  const { store } = scope.context.services;
  if (object.name === 'DashboardComponent') {
    const dashboard = new Scope(scope.context, store.schema.require('Dashboard'));
    const condition = folderCondition(sharing, dashboard, userId, level, allFolders);
    return `${alias}."DashboardId" IN (SELECT ${dashboard.root.alias}."Id" FROM ${dashboard.fromSql()} WHERE ${condition})`;
  }
  const column = `${alias}."${FOLDER_COLUMN[object.name]}"`;
  const folders = store.table(store.schema.require('Folder')).sqlName;
  const shares = store.table(store.schema.require('LocalFolderShare')).sqlName;
  const { parameters } = scope.context;
  const user = parameters.constant(userId);
  // A parameter that is made has to be used, so the condition is only made where it is needed.
  const shared = (): string => {
    const open = level === 'Read' ? `f."AccessType" IN ('Public','PublicInternal')` : 'FALSE';
    return (
      `(${open} OR f."Id" IN (SELECT s."FolderId" FROM ${shares} s WHERE s."AccessLevel" IN (${LEVELS[level]}) ` +
      `AND s."UserOrGroupId" IN ${sharing.principalList(parameters, userId)}))`
    );
  };
  const visible = allFolders ? 'TRUE' : shared();
  return `(${column}=${user} OR ${column} IN (SELECT f."Id" FROM ${folders} f WHERE ${visible}))`;
}
